"""What every record shares: it is frozen, knows no other keys, and remembers its address.

Must not know any particular record.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from parplan.where import NOWHERE, Step, Where

Inside = tuple["Record", *tuple[Step, ...]]
"""A record that holds another, and the steps from it: the other's address, reckoned once it is asked for."""


class Record(BaseModel):
    """A mapping in a file. Its address is set once, by load; equality of two records includes it."""

    # a kind of file is built when the first of it is read: most workspaces hold only some
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    # no private attribute of pydantic's: making one costs as much as the rest of a record
    __slots__ = ("_where",)
    if TYPE_CHECKING:
        _where: Where | Inside

    @property
    def where(self) -> Where:
        try:
            where = self._where
        except AttributeError:
            return NOWHERE
        if not isinstance(where, Where):
            above, *steps = where
            where = above.at(*steps)
            self.stands(where)
        return where

    def at(self, *steps: Step) -> Where:
        """The address of something inside this record."""
        return self.where.at(*steps)

    def stands(self, where: Where | Inside) -> None:
        """Remember the address: told once, by who reads the file."""
        object.__setattr__(self, "_where", where)

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) and isinstance(other, Record) and self.where == other.where

    def __copy__(self) -> Self:
        copied = super().__copy__()
        copied.stands(self.where)
        return copied


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """The kinds of records that may stand in a field of that type."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records_in(part)


def holds_records(annotation: Any) -> bool:
    """Whether records may stand in a field of that type."""
    return any(True for _ in records_in(annotation))


class Choice(Record):
    """A record that fills exactly one of its ``alternatives``: fields that exclude one another."""

    alternatives: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(getattr(self, name) is not None for name in self.alternatives) != 1:
            raise PydanticCustomError("choice_ambiguous", "", {"choices": ", ".join(self.alternatives)})
        return self


class Shorthand(NamedTuple):
    """Lets a bare scalar stand for a record with that one key: ``80`` for ``{value: 80}``.

    Not a union: pydantic's path to an error stays the path in the file, but for the key that was not written.
    """

    key: str

    def expand(self, value: object) -> object:
        """A scalar as the record it stands for; all else as it is."""
        return {self.key: value} if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))
