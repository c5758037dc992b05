"""What a unit said of its work, written into its file of the month: a new file, a new update, or fields of one.

Must not read what people type, or decide what a unit owes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.editing.field import keys_of
from parplan.editing.records import field_changes, in_order, put
from parplan.editing.text.change import Change
from parplan.model.progress import ProgressFile, Update
from parplan.model.workspace import month_file_name
from parplan.reading.source import Source
from parplan.reading.tree import Tree
from parplan.where import Where

UPDATES: Final = "updates"
KNOWN_BY: Final = ("task", "period")
ADDED_TO: Final = ("evidence",)
"""Lists that grow: what is said is one thing more, not all there is."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one unit said of one task, field by field, as it is to stand in the file."""

    task: str
    period: Period | None
    fields: Mapping[str, Tree] = field(default_factory=dict)

    @property
    def record(self) -> dict[str, Tree]:
        """The whole update, its keys in the order of the schema."""
        period: dict[str, Tree] = {"period": str(self.period)} if self.period else {}
        return in_order(Update, {"task": self.task, **period, **self.fields})


def file_of(month: Period, agency: str) -> str:
    """The file in which a unit's report for a month stands."""
    return month_file_name(str(month), agency)


def new_file(head: Mapping[str, Tree], saids: Iterable[Said]) -> dict[str, Tree]:
    """A unit's file, made with its head."""
    updates: list[Tree] = [said.record for said in saids]
    return in_order(ProgressFile, {**head, **({UPDATES: updates} if updates else {})})


def into(source: Source, head: Mapping[str, Tree], saids: Iterable[Said]) -> Iterator[Change]:
    """The changes that write something into a file that is there: only what it does not say already."""
    top: Any = source.data
    yield from field_changes(Where(source.file), top, head, keys_of(ProgressFile))
    yield from put(source, UPDATES, Update, KNOWN_BY, [said.record for said in saids], ADDED_TO)
