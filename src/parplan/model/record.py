"""What every record shares: it is frozen, knows no other keys, and remembers its address.

Must not know any particular record.
"""

from __future__ import annotations

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr

from parplan.where import NOWHERE, Step, Where


class Record(BaseModel):
    """A mapping in a file. Its address is set once, by load; equality of two records includes it."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    # a factory: pydantic would copy a default for every record
    _where: Where = PrivateAttr(default_factory=lambda: NOWHERE)

    @property
    def where(self) -> Where:
        return self._where

    def at(self, *steps: Step) -> Where:
        """The address of something inside this record."""
        return self._where.at(*steps)


def shorthand(key: str) -> BeforeValidator:
    """Let a bare scalar stand for a record with that one key: ``80`` for ``{value: 80}``.

    Not a union: pydantic's path to an error stays the path in the file, but for the key that was not written.
    """

    def expand(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(expand)
