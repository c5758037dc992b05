"""By what a form, its rows and its columns are known when they come back, wherever they were moved to.

Must not be read by a person: what these say stands in hidden cells.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from parplan.facts.form import Asked

VERSION: Final = 1
"""Of what the marks mean: a form of another version is not read."""

KEYS: Final = "parplan-columns"
"""Stands at the head of the row that says what each column holds."""

DOCUMENT: Final = "@document"
"""The row for the number and day of the unit's own report."""

NOTHING: Final = "@nothing"
"""The row whose one tick says that nothing arose of all standing duties that the form does not tell of."""

FIELDS: Final = (
    *("status", "date", "done", "of", "result", "difficulty", "reason", "proposal", "expected"),
    *("number", "dated", "link"),
)
"""What a unit fills in, by the keys of the columns."""

_FORM: Final = re.compile(r"parplan-form (\d+) (\d{4}) (\S+) (\S+) ([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class FormMark:
    """Of which plan, month and unit a form is; ``told``: a digest of what was known when it went out."""

    plan: int
    month: str
    agency: str
    told: str

    def text(self) -> str:
        """As it stands in a hidden cell."""
        return f"parplan-form {VERSION} {self.plan} {self.month} {self.agency} {self.told}"


def form_mark(text: str) -> FormMark | None:
    """The mark that a cell holds; None where it holds none, or one of another version."""
    match = _FORM.fullmatch(text.strip())
    if match is None or int(match[1]) != VERSION:
        return None
    return FormMark(int(match[2]), match[3], match[4], match[5])


@dataclass(frozen=True, slots=True)
class RowMark:
    """What a row is about: a task, its period where it recurs, one of its targets where it has any."""

    task: str
    period: str = ""
    target: str = ""

    def text(self) -> str:
        """As it stands in the hidden column."""
        return "|".join((self.task, self.period, self.target))


def row_mark(text: str) -> RowMark | None:
    """The mark that a cell of the hidden column holds, if it is one of a row that tells of a task."""
    parts = text.strip().split("|")
    return RowMark(*parts) if len(parts) == 3 and parts[0] else None


def row_of(one: Asked, target: str = "") -> RowMark:
    """The mark of a row about something that is asked."""
    owed = one.assignment
    return RowMark(owed.task.id, str(owed.period) if owed.period else "", target)


def told_digest(asked: Iterable[Asked]) -> str:
    """A digest of all that is asked and of what the month's file says of it already."""
    lines = (
        f"{row_of(one).text()} {one.said.model_dump_json(exclude_defaults=True) if one.said else ''}"
        for one in asked
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
