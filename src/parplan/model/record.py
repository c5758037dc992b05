"""What every record shares: it is frozen, knows no other keys, and remembers its address.

Must not know any particular record.
"""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple, Self, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, PrivateAttr, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from parplan.where import NOWHERE, Step, Where


class Record(BaseModel):
    """A mapping in a file. Its address is set once, by load; equality of two records includes it."""

    # a kind of file is built when the first of it is read: most workspaces hold only some
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    # a factory: pydantic would copy a default for every record
    _where: Where = PrivateAttr(default_factory=lambda: NOWHERE)

    @property
    def where(self) -> Where:
        return self._where

    def at(self, *steps: Step) -> Where:
        """The address of something inside this record."""
        return self._where.at(*steps)


def holds_records(annotation: Any) -> bool:
    """Whether records may stand in a field of that type."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(holds_records(part) for part in get_args(annotation))


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
