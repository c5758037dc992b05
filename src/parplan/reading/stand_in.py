"""What may stand for a value that could not be read, so that all beside it is still checked: two of every kind.

A finding that holds whichever of the two stands there does not hang on the value.
Must not know a record or field by name, or let a stand-in reach a fact.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from functools import cache
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from parplan.calendar.deadline_grammar import ANY_YEAR
from parplan.model.record import Choice, Record
from parplan.model.scalar import UNREAD, Refers, Written
from parplan.spelling import closest
from parplan.where import Step

Pair = tuple[Any, Any]


def stand_ins_of_item(model: type[Record], name: str, year: int) -> Pair | None:
    """Two values for an item of a list."""
    pair = stand_ins(model, name, year)
    return (pair[0][0], pair[1][0]) if pair and isinstance(pair[0], list) else None


@cache
def stand_ins(model: type[Record], name: str, year: int) -> Pair | None:
    """Two values for a field, as they would be written; None where nothing is known that it would take."""
    info = model.model_fields[name]
    kind: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return _pair(kind, year)


def _pair(kind: Any, year: int) -> Pair | None:
    inner = inside(kind)
    if isinstance(inner, type) and issubclass(inner, Record):
        return _records(inner, year)
    if get_origin(inner) is tuple:
        items = _pair(get_args(inner)[0], year)
        return ([items[0]], [items[1]]) if items else None
    if get_origin(inner) is dict:
        return {}, {}
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    pairs = [*_candidates(inner, year), *_examples(kind)]
    return next((pair for pair in pairs if all(_fits(adapter, text) for text in pair)), None)


def inside(kind: Any) -> Any:
    """A type without its marks, and without the choice to leave it out."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif type(None) in get_args(kind):
            (kind,) = (part for part in get_args(kind) if part is not type(None))
        else:
            return kind


def _candidates(inside: Any, year: int) -> Iterator[Pair]:
    if get_origin(inside) is Literal:
        first, second, *_ = get_args(inside)
        yield first, second
    yield UNREAD
    yield "0-0-1", "0-0-2"
    yield "1", "2"
    yield str(year), str(year - 1)
    yield f"{year}-01-01", f"{year}-12-31"
    yield f"{year}-01", f"{year}-12"
    yield "true", "false"


def _examples(kind: Any) -> Iterator[Pair]:
    """The first and the last way of writing that the model itself shows: they are the least alike."""
    for mark in getattr(kind, "__metadata__", ()):
        if isinstance(mark, Written) and len(mark.examples) > 1:
            yield mark.examples[0], mark.examples[-1]
    if get_origin(kind) is Annotated:
        yield from _examples(get_args(kind)[0])
    for part in get_args(kind) if type(None) in get_args(kind) else ():
        yield from _examples(part)


def _fits(adapter: TypeAdapter[Any], text: str) -> bool:
    with suppress(ValidationError):
        adapter.validate_python(text)
        return True
    return False


def _records(model: type[Record], year: int) -> Pair | None:
    """Two records with everything that may stand in them, but for what excludes one another."""
    alternatives = model.alternatives[1:] if issubclass(model, Choice) else ()
    made: Pair = ({}, {})
    for name, info in model.model_fields.items():
        pair = stand_ins(model, name, year) if name not in alternatives else None
        if pair is not None:
            for record, value in zip(made, pair, strict=True):
                record[key_of(name, info)] = value
        elif info.is_required():
            return None
    return made


def key_of(name: str, info: FieldInfo) -> str:
    """How a field is called in a file."""
    return info.alias or name


def field_of(model: type[BaseModel], key: str) -> str | None:
    """Which field of a model a key of a file is."""
    return next((name for name, info in model.model_fields.items() if key_of(name, info) == key), None)


def model_at(model: type[BaseModel] | None, loc: Sequence[Step]) -> type[BaseModel] | None:
    """Which record the schema wants at a path."""
    for step in loc:
        if model is None or isinstance(step, int):
            continue
        name = field_of(model, step)
        model = _record_in(model.model_fields[name].annotation) if name else model
    return model


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


_YEAR: Final = re.compile(r"(?:19|2[0-9])[0-9]{2}")


def year_of(file: str) -> int:
    """The year in a file's name, or any."""
    match = _YEAR.search(file)
    return int(match[0]) if match else ANY_YEAR


class Filling(NamedTuple):
    """Which of the two stand-ins to take, the year that a file is about, and the plan that alone can be meant."""

    which: int
    year: int
    plan: int | None = None

    def pair(self, model: type[Record], key: Step, name: str) -> Pair | None:
        """The stand-ins for a field, or for an item of a list in it."""
        if self.plan is not None and any(m == Refers("plan") for m in model.model_fields[name].metadata):
            return str(self.plan), str(self.plan)
        return (stand_ins_of_item if isinstance(key, int) else stand_ins)(model, name, self.year)


def put_in(model: type[Record], data: Any, details: Iterable[Any], filling: Filling) -> Any:
    """A file's content with stand-ins where pydantic found errors; what it cannot mend, it leaves."""
    made = deepcopy(data)
    # what is misspelt first: then nothing is missing any more
    for detail in sorted(details, key=lambda detail: detail["type"] != "extra_forbidden"):
        with suppress(LookupError, TypeError, AttributeError):
            _mend(model, made, tuple(detail["loc"]), detail["type"], filling)
    return made


def _mend(model: type[Record], data: Any, loc: tuple[Step, ...], trouble: str, filling: Filling) -> None:
    if trouble == "choice_ambiguous":
        _choose(model_at(model, loc), _at(data, loc), filling)
    elif loc[-1] == "[key]":
        del _at(data, loc[:-2])[loc[-2]]
    elif trouble == "extra_forbidden":
        _rename(model_at(model, loc[:-1]), _at(data, loc[:-1]), str(loc[-1]), filling)
    else:
        _replace(model, data, loc, filling)


def _rename(model: Any, record: dict[str, Any], key: str, filling: Filling) -> None:
    """Without a key that nobody knows; or under the name that was probably meant."""
    value = record.pop(key)
    meant = closest(key, [key_of(name, info) for name, info in model.model_fields.items()])
    if filling.which and meant is not None and meant not in record:
        record[meant] = value


def _replace(model: Any, data: Any, loc: tuple[Step, ...], filling: Filling) -> None:
    """The stand-in in the place of a value; or nothing, where there may be nothing."""
    field = loc[:-1] if isinstance(loc[-1], int) else loc
    holder: Any = model_at(model, field[:-1])
    name = field_of(holder, str(field[-1]))
    parent = _at(data, loc[:-1])
    pair = filling.pair(holder, loc[-1], name) if name else None
    key = loc[-1]
    if isinstance(parent, str):  # what stands for a record in short
        parent, key = _at(data, loc[:-2]), loc[-2]
    if pair is None or (filling.which == 0 and isinstance(key, str) and _may_be_absent(holder, name)):
        parent.pop(key, None) if isinstance(parent, dict) else parent.pop(key)
    else:
        parent[key] = deepcopy(pair[filling.which])


def _at(data: Any, loc: Iterable[Step]) -> Any:
    """What stands at a path, as far as it leads: a text has nothing inside."""
    for step in loc:
        if isinstance(data, str):
            return data
        data = data[step]
    return data


def _may_be_absent(model: Any, name: str | None) -> bool:
    if name is None:
        return True
    alternatives = model.alternatives if issubclass(model, Choice) else ()
    return name not in alternatives and not model.model_fields[name].is_required()


def _choose(model: Any, record: dict[str, Any], filling: Filling) -> None:
    """One of the fields that exclude one another: the first that is there, or the first that could be."""
    first = next((name for name in model.alternatives if name in record), model.alternatives[0])
    for name in model.alternatives:
        record.pop(name, None)
    pair = filling.pair(model, first, first)
    assert pair is not None
    record[first] = deepcopy(pair[filling.which])
