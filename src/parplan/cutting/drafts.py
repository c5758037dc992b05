"""What a document proposes: tasks, units that nobody knows yet, and what only a person can decide.

Must not say anything in words but those of the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from parplan.documents.document import Place, Table

COLUMNS: Final = {
    "lead": "lead",
    "with": "partners",
    "kind": "deadline",
    "deadline": "deadline",
    "criteria": "criteria",
}
"""The column that a field of a task comes from."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is left to a person: the key of its sentence, the field that it is about, what fills its holes."""

    what: str
    at: Path = ()
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A task as the document gives it. ``notes``: cells that have no field, under their heads.

    ``lead`` and ``partners`` name units by id; ``heading`` is the way of headings down to it; ``places``, where
    its cells are.
    """

    id: str
    title: str
    section: str
    quote: str
    kind: str = "once"
    lead: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    words: str = ""
    rule: str = ""
    product: str = ""
    criteria: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    heading: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def place(self, doubt: Doubt) -> Place | None:
        """Where in the document stands what a doubt is about: the cell, else the row; None for a text."""
        held = COLUMNS.get(str(doubt.at[0]), "") if doubt.at else ""
        return self.places.get(held) or self.places.get("")


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit, or several under one name, that the register does not know; ``kind``: all units of one kind."""

    id: str
    name: str
    is_group: bool
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself; empty where it does not."""

    title: str = ""
    number: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that a document comes to. ``begins`` and ``ends`` frame what its tasks quote.

    ``left``: tables that look like the tasks' and have other heads; ``rows_left``: rows that name no task.
    ``text_left``: where the sentences begin that give work beside the table; ``changes``: those that were tracked.
    """

    head: Head
    text: str
    begins: str
    ends: str
    drafts: tuple[Draft, ...]
    units: tuple[NewUnit, ...] = ()
    left: tuple[Table, ...] = ()
    rows_left: tuple[tuple[Place, str], ...] = ()
    text_left: str = ""
    changes: int = 0
