"""One file's content as its model: what is sound is kept, mistakes of shape become findings at their place.

Must not look at any other file, or raise for what a person wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from parplan.finding import MOST_FINDINGS, Code, Finding
from parplan.model.record import Record, holds_records
from parplan.model.shared import File
from parplan.source import Source
from parplan.spelling import closest
from parplan.where import Where

Loc = tuple[str | int, ...]


def validated(model: type[File], source: Source, findings: list[Finding], left_out: set[str]) -> File | None:
    """The file as its model; records with errors are left out, one by one, so that the rest still counts."""
    kept = _Kept(source.data)
    try:
        made = model.model_validate(source.data)
    except ValidationError as error:
        # pydantic counts a list's sound items only: one that holds something wrong is not empty for that
        details = [d for d in error.errors(include_url=False) if d["type"] != "too_short" or not d["input"]]
        # one more than are told, so that it shows that there are more
        findings.extend(_finding(model, source, detail) for detail in details[: MOST_FINDINGS + 1])
        kept.drop({(str(loc[0]), loc[1]) for d in details if len(loc := d["loc"]) > 1 and isinstance(loc[1], int)})
        left_out.update(kept.dropped_ids)
        try:
            made = model.model_validate(kept.data)
        except ValidationError:
            left_out.update(_ids(source.data))
            return None
    _set_addresses(made, Where(source.file), kept.positions)
    made._left_out_texts = frozenset(_texts(kept.dropped))
    return made


class _Kept:
    """A file's content without some of its records, and where in the file those that stay were written."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.positions: dict[str, list[int]] = {}
        self.dropped: list[Any] = []
        self.dropped_ids: set[str] = set()

    def drop(self, records: set[tuple[str, int]]) -> None:
        if not isinstance(self.data, dict):
            return
        self.data = dict(self.data)
        for name in {name for name, _ in records}:
            every = self.data[name]
            if not isinstance(every, list):
                continue
            stay = [i for i in range(len(every)) if (name, i) not in records]
            gone = [every[i] for i in range(len(every)) if (name, i) in records]
            self.dropped.extend(gone)
            self.dropped_ids.update(_ids(gone))
            self.data[name] = [every[i] for i in stay]
            self.positions[name] = stay


def _ids(data: Any) -> Iterator[str]:
    """Every id that stands in some content, however deep: references to them are not reported as unknown."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        for value in data.values():
            yield from _ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from _ids(value)


def _texts(data: Any) -> Iterator[str]:
    """Every scalar in some content, however deep."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)


def _set_addresses(record: Record, where: Where, positions: Mapping[str, list[int]]) -> None:
    """Tell a record and those inside it where they stand."""
    record._where = where
    for name, key in _holding(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            _set_addresses(value, where.at(key), {})
        elif isinstance(value, tuple):
            written = positions.get(key, range(len(value)))
            for position, item in zip(written, value, strict=True):
                _set_addresses(item, where.at(key, position), {})


@cache
def _holding(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields in which records may stand: the name of each, and its key in the file."""
    fields = model.model_fields.items()
    return tuple((name, info.alias or name) for name, info in fields if holds_records(info.annotation))


_SHAPES: dict[str, tuple[Code, dict[str, object]]] = {
    "missing": (Code.KEY_MISSING, {}),
    "extra_forbidden": (Code.KEY_UNKNOWN, {}),
    "model_type": (Code.TYPE_WRONG, {"wanted": "mapping"}),
    "model_attributes_type": (Code.TYPE_WRONG, {"wanted": "mapping"}),
    "dict_type": (Code.TYPE_WRONG, {"wanted": "mapping"}),
    "tuple_type": (Code.TYPE_WRONG, {"wanted": "list"}),
    "too_short": (Code.VALUE_EMPTY, {}),
    "greater_than": (Code.VALUE_OUT_OF_RANGE, {"bound": "above"}),
    "greater_than_equal": (Code.VALUE_OUT_OF_RANGE, {"bound": "least"}),
    "less_than_equal": (Code.VALUE_OUT_OF_RANGE, {"bound": "most"}),
}
"""pydantic's own error types as codes; ours are named after their code."""


def _finding(model: type[BaseModel], source: Source, detail: Any) -> Finding:
    """One of pydantic's errors as a finding, at the place in the file that it speaks of."""
    loc: Loc = _written(source.data, tuple(step for step in detail["loc"] if step != "[key]"))
    on_key = "[key]" in detail["loc"]
    code, values = _SHAPES.get(detail["type"]) or (Code.of(detail["type"].replace("_", "-")), {})
    values = values | {key: value for key, value in detail.get("ctx", {}).items() if key != "error"}
    meant = values.pop("meant", None)
    where = Where(source.file, loc, on_key)
    if code is Code.KEY_MISSING:
        where, values = Where(source.file, loc[:-1]), {"key": loc[-1]}
    elif code is Code.KEY_UNKNOWN:
        where, values = Where(source.file, loc, on_key=True), {"key": loc[-1]}
        meant = closest(str(loc[-1]), _keys(_model_at(model, loc[:-1])))
    elif code is Code.VALUE_UNKNOWN:
        values["spoken"] = meant is not None
        meant = meant or closest(str(values["text"]), str(values["choices"]).split(", "))
    elif code is Code.TYPE_WRONG and detail["input"] == "":
        code, values = Code.VALUE_EMPTY, {}
    return Finding(code, where, values, str(meant) if meant else None)


def _written(data: Any, loc: Loc) -> Loc:
    """A path without its steps into a scalar: what stands for a record in short has no keys of its own."""
    for position, step in enumerate(loc):
        if isinstance(data, str):
            return loc[:position]
        try:
            data = data[step]
        except (LookupError, TypeError):
            return loc
    return loc


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _model_at(model: type[BaseModel] | None, loc: Loc) -> type[BaseModel] | None:
    """Which record the schema wants at a path."""
    for step in loc:
        if model is None or isinstance(step, int):
            continue
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        model = _record_in(fields[step].annotation) if step in fields else model
    return model


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
