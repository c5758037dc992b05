"""A field by its address, there or not yet: what the schema wants of it, and what stands there.

Must not change anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from parplan.editing.address import NoSuchAddress, find, names_in
from parplan.model.record import Record, Shorthand
from parplan.model.scalar import Refers, Scalar
from parplan.model.workspace import kind_of
from parplan.reading.source import Source
from parplan.reading.stand_in import inside, key_of
from parplan.reading.tree import Tree
from parplan.where import Step, Where

Shape = Literal["scalar", "list", "whole"]


@dataclass(frozen=True, slots=True)
class Field:
    """``there`` is what it holds, None where it is not there; ``above`` is the last on its way that is.

    ``kind`` is its type in the model; None where the model knows no such key.
    """

    where: Where
    kind: Any
    there: Tree | None
    above: Where

    @property
    def shape(self) -> Shape:
        """A text, a list of texts, or a whole of which each part is set by itself."""
        if isinstance(self.there, str) or (self.there is None and _is_short(self.kind)):
            return "scalar"
        inner = inside(self.kind)
        if get_origin(inner) is tuple:
            return "whole" if _is_whole(inside(get_args(inner)[0])) else "list"
        return "whole" if self.kind is None or _is_whole(inner) else "scalar"

    @property
    def is_prose(self) -> bool:
        """Whether commas belong to the text of each item of a list."""
        (item,) = get_args(inside(self.kind))[:1] or (self.kind,)
        return any(isinstance(mark, Scalar) and mark.is_prose for mark in marks(item))

    @property
    def refers_to(self) -> str | None:
        """What its texts name, if they name something."""
        inner = inside(self.kind)
        kinds = (self.kind, get_args(inner)[0]) if get_origin(inner) is tuple else (self.kind,)
        return next((mark.to for kind in kinds for mark in marks(kind) if isinstance(mark, Refers)), None)

    @property
    def parts(self) -> tuple[str, ...]:
        """What may be named inside it: the fields of a record, or what a list or a mapping holds."""
        return keys_of(self.kind) or names_in(self.there)


def field_at(source: Source, text: str) -> Field:
    """The field that an address by names leads to, there or not. Raises NoSuchAddress."""
    file = kind_of(source.file)
    top: Any = file.model if file else None
    try:
        where = find(source.file, source.data, text)
    except NoSuchAddress as error:
        above, kind = Where(source.file, error.path), kind_at(top, error.path)
        if not isinstance(value_at(source.data, error.path), dict):
            raise
        steps, kind = _new_steps(kind, error)
        return Field(above.at(*steps), kind, None, above)
    return Field(where, kind_at(top, where.path), value_at(source.data, where.path), where)


def kind_at(kind: Any, path: Sequence[Step]) -> Any:
    """The type that the model has at a path; None where it knows no such key."""
    for step in path:
        inner = inside(kind)
        if _is_record(inner):
            kind = _kinds(inner).get(str(step))
        elif get_origin(inner) is tuple:
            kind = get_args(inner)[0]
        else:
            kind = get_args(inner)[1] if get_origin(inner) is dict else None
    return kind


def keys_of(kind: Any) -> tuple[str, ...]:
    """The keys of a record, in the order of the schema."""
    inner = inside(kind)
    return tuple(_kinds(inner)) if _is_record(inner) else ()


def next_of(keys: Sequence[str], key: str, there: Mapping[str, object]) -> str | None:
    """The first of the keys after one that is there: before it that one belongs. None for one at the end."""
    later = keys[keys.index(key) + 1 :] if key in keys else ()
    return next((name for name in later if name in there), None)


def marks(kind: Any) -> Iterator[Any]:
    """What a type is marked with, be it one that may be left out."""
    if get_origin(kind) is Annotated:
        yield from kind.__metadata__
        yield from marks(get_args(kind)[0])
    elif type(None) in get_args(kind):
        for part in get_args(kind):
            yield from marks(part)


def _new_steps(kind: Any, error: NoSuchAddress) -> tuple[list[str], Any]:
    """The keys that are not there yet, and the type of the last."""
    steps: list[str] = []
    rest = error.text
    while rest:
        inner = inside(kind)
        if get_origin(inner) is dict:
            return [*steps, rest], get_args(inner)[1]
        said, _, after = rest.partition(".")
        keys = _kinds(inner) if _is_record(inner) else {}
        key = next((key for key in keys if key.lower() == said.lower()), None)
        if key is None:
            way = ".".join(part for part in (error.way, *steps) if part)
            raise NoSuchAddress(way, said, tuple(keys) or error.known, error.path)
        steps, kind, rest = [*steps, key], keys[key], after
    return steps, kind


def value_at(data: Tree, path: Iterable[Step]) -> Any:
    """What stands at a path. Raises LookupError, TypeError."""
    value: Any = data
    for step in path:
        value = value[step]
    return value


def _kinds(model: type[Record]) -> dict[str, Any]:
    return {
        key_of(name, info): Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        for name, info in model.model_fields.items()
    }


def _is_record(inner: Any) -> bool:
    return isinstance(inner, type) and issubclass(inner, Record)


def _is_short(kind: Any) -> bool:
    """Whether a text may stand for the whole record."""
    return any(isinstance(mark, Shorthand) for mark in marks(kind))


def _is_whole(inner: Any) -> bool:
    return _is_record(inner) or get_origin(inner) in (dict, tuple)
