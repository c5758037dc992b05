"""Small records that several files hold: papers, marks of where a figure comes from.

Must not grow into a drawer: what one file alone holds stands in that file's module.
"""

from typing import Annotated, Literal

from pydantic import PrivateAttr

from parplan.model.record import Record
from parplan.model.scalar import AgencyId, Day, Flag, Text, one_of

Mark = Annotated[Literal["document", "read", "derived", "memory"], one_of("document", "read", "derived", "memory")]
"""How a fact was come by: it stands in the plan, was read in a named text, was computed, or is from memory."""

By = Annotated[Literal["document", "officer"], one_of("document", "officer")]
"""Whose words these are: the plan's own, or a proposal of the officer's."""


class Citation(Record):
    """A paper that is only cited: its issuer may be any body, in words."""

    number: Text
    date: Day | None = None
    issuer: Text | None = None
    title: Text | None = None


class Paper(Record):
    """A paper of one of the listed units."""

    number: Text
    date: Day | None = None
    issuer: AgencyId | None = None


class Signer(Record):
    """Who signs: authority such as "KT.", the office held, and the name where it is known."""

    authority: Text | None = None
    office: Text
    name: Text | None = None


class File(Record):
    """The top of a file. ``sample`` marks invented figures: whatever is drawn from them says so."""

    sample: Flag = False

    _left_out_texts: frozenset[str] = PrivateAttr(default_factory=frozenset)

    @property
    def left_out_texts(self) -> frozenset[str]:
        """All that is written in this file's records with errors: not known to be so, but not missing either."""
        return self._left_out_texts
