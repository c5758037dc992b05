"""One file's content as its model: what is sound is kept, mistakes of shape become findings at their place.

Must not look at any other file, or raise for what a person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final, NamedTuple, get_origin

from pydantic import BaseModel, ValidationError

from parplan.finding import MOST_FINDINGS, Code, Finding
from parplan.model.record import Record, holds_records, records_in
from parplan.model.shared import File
from parplan.reading.lookalikes import LOOKS_LIKE_A_SIGN
from parplan.reading.old_shapes import OldShape, old_field, old_word
from parplan.reading.source import Source
from parplan.reading.stand_in import Filling, field_of, key_of, model_at, put_in, year_of
from parplan.spelling import closest
from parplan.where import Where

Loc = tuple[str | int, ...]


class Shaped(NamedTuple):
    """A file as its model.

    ``sound``: without the records that hold errors; None where its head does. ``either``: whole, for checks, with
    the one or the other stand-in for each value that is wrong. ``left_out``: the ids in records with errors.
    """

    sound: File | None
    either: tuple[File, File] | None
    left_out: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def validated(model: type[File], source: Source, plan: int | None = None) -> Shaped:
    """The file as its model; records with errors are left out, one by one, so that the rest still counts.

    ``plan`` is the year of the only plan there is.
    """
    try:
        made = model.model_validate(source.data)
    except ValidationError as error:
        # pydantic counts a list's sound items only: one that holds something wrong is not empty for that
        details = [d for d in error.errors(include_url=False) if d["type"] != "too_short" or not d["input"]]
    else:
        _set_addresses(made, source.file)
        return Shaped(made, (made, made))
    kept = _without(source, details)
    sound = kept.made(model)
    # one more than are told, so that it shows that there are more
    findings = (_finding(model, source, detail) for detail in details[: MOST_FINDINGS + 1])
    either = _either(model, source, details, plan)
    left_out = frozenset(ids_in(model, kept.dropped))
    return Shaped(sound, either, left_out, tuple(_once(findings)))


def _without(source: Source, details: Iterable[Any]) -> _Kept:
    kept = _Kept(source)
    kept.drop({(str(loc[0]), loc[1]) for d in details if len(loc := d["loc"]) > 1 and isinstance(loc[1], int)})
    return kept


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Without what is said already: a key is not missing where it is there and misspelt."""
    every = list(findings)
    misspelt = {
        (found.where.path[:-1], found.meant) for found in every if found.code is Code.KEY_UNKNOWN and found.meant
    } | {(found.where.path[:-1], found.values["new"]) for found in every if found.code is Code.SHAPE_OLD}
    for found in every:
        if found.code is not Code.KEY_MISSING or (found.where.path, found.values["key"]) not in misspelt:
            yield found


def _either(model: type[File], source: Source, details: list[Any], plan: int | None) -> tuple[File, File] | None:
    """The file with stand-ins for what is wrong in it, once with the one kind and once with the other."""
    if len(details) > MOST_FINDINGS or any(_is_whole_list(model, detail["loc"]) for detail in details):
        return None  # nobody knows what there would be in a list that is none
    raw = _without(source, details)
    fillings = (Filling(which, year_of(source.file), plan) for which in (0, 1))
    made = [_stood_in(model, source, details, filling) for filling in fillings]
    for file in made:
        if file is not None:
            file._left_out_texts = frozenset(_texts(raw.dropped))
    return (made[0], made[1]) if made[0] is not None and made[1] is not None else None


def _stood_in(model: type[File], source: Source, details: list[Any], filling: Filling) -> File | None:
    data = put_in(model, source.data, details, filling)
    try:
        made = model.model_validate(data)
    except ValidationError as error:
        kept = _without(replace(source, data=data), error.errors(include_url=False))
        return kept.made(model)
    _set_addresses(made, source.file)
    return made


def _is_whole_list(model: type[File], loc: Loc) -> bool:
    name = field_of(model, str(loc[0])) if len(loc) == 1 else None
    return name is not None and get_origin(model.model_fields[name].annotation) is tuple


class _Kept:
    """A file's content without some of its records, and where in the file those that stay were written."""

    def __init__(self, source: Source) -> None:
        self.file = source.file
        self.data: Any = source.data
        self.positions: dict[str, list[int]] = {}
        self.dropped: list[Any] = []

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
            self.data[name] = [every[i] for i in stay]
            self.positions[name] = stay

    def made(self, model: type[File]) -> File | None:
        """What stays, as its model; None where the head holds an error too."""
        try:
            made = model.model_validate(self.data)
        except ValidationError:
            return None
        _set_addresses(made, self.file, self.positions)
        made._left_out_texts = frozenset(_texts(self.dropped))
        return made


def ids_in(model: type[File], data: Any) -> Iterator[str]:
    """Every id that stands in some content, however deep: references to them are not reported as unknown.

    None where a kind of file gives nothing an id: what stands there under that name is only a mistake.
    """
    if _gives_ids(model):
        yield from _ids(data)


@cache
def _gives_ids(model: type[Record]) -> bool:
    inside = (record for info in model.model_fields.values() for record in records_in(info.annotation))
    return "id" in model.model_fields or any(_gives_ids(record) for record in inside)


def _ids(data: Any) -> Iterator[str]:
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


_AS_WRITTEN: Final = dict[str, list[int]]()


def _set_addresses(made: File, file: str, positions: Mapping[str, list[int]] = _AS_WRITTEN) -> None:
    """Tell a file's records where they stand; ``positions``: where those of a list were written, if some went."""
    made.stands(Where(file))
    _set_inside(made, positions)


def _set_inside(record: Record, positions: Mapping[str, list[int]]) -> None:
    for name, key in _holding(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, Record):
            value.stands((record, key))
            _set_inside(value, _AS_WRITTEN)
        elif isinstance(value, tuple):
            written = positions.get(key) or range(len(value))
            for position, item in zip(written, value, strict=True):
                item.stands((record, key, position))
                _set_inside(item, _AS_WRITTEN)


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
    if (old := _old(code, model_at(model, loc[:-1]), loc, values)) is not None:
        named = {"old": old.old, "new": old.new}
        return Finding(Code.SHAPE_OLD, Where(source.file, loc, on_key=code is Code.KEY_UNKNOWN), named)
    if code is Code.KEY_MISSING:
        where, values = Where(source.file, loc[:-1]), {"key": loc[-1]}
    elif code is Code.KEY_UNKNOWN:
        where, values = Where(source.file, loc, on_key=True), {"key": loc[-1]}
        meant = closest(str(loc[-1]), _keys(model_at(model, loc[:-1])))
    elif code is Code.VALUE_UNKNOWN:
        values["spoken"] = meant is not None
        meant = meant or closest(str(values["text"]), str(values["choices"]).split(", "))
    elif code is Code.TYPE_WRONG and values.get("wanted") == "list" and _begins_like_a_list(detail["input"]):
        code, values = Code.CHARACTER_MISTAKEN, {"character": f"U+{ord(detail['input'][0]):04X}", "sign": "dash"}
    elif code is Code.TYPE_WRONG and detail["input"] == "":
        code, values = Code.VALUE_EMPTY, {}
    return Finding(code, where, values, str(meant) if meant else None)


def _old(code: Code, model: type[BaseModel] | None, loc: Loc, values: Mapping[str, object]) -> OldShape | None:
    """What of an earlier version stands there, if that is why it is not known."""
    if code is Code.KEY_UNKNOWN:
        return old_field(model, loc[-1])
    return old_word(model, loc[-1], values.get("text")) if code is Code.VALUE_UNKNOWN else None


def _begins_like_a_list(content: Any) -> bool:
    return isinstance(content, str) and re.match(LOOKS_LIKE_A_SIGN, content) is not None


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
    return [key_of(name, info) for name, info in model.model_fields.items()] if model else []
