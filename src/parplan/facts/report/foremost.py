"""What a report's sentences name of much: who has most that is overdue, and for how long; what comes first.

Must not word it, or leave out of a list what only a sentence has no room for.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from parplan.facts.grouping import by_task, grouped
from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import Standing
from parplan.model.reminder import Reminder

MOST_NAMED: Final = 3
"""So many units, duties or tasks a sentence of the report names."""


@dataclass(frozen=True, slots=True)
class Share:
    """Units that have the same number of overdue assignments each."""

    agencies: tuple[str, ...]
    count: int


def owing_overdue(facts: ReportFacts) -> tuple[str, ...]:
    """The units with overdue work, in the register's order."""
    return facts.workspace.units.in_order(standing.assignment.agency for standing in facts.overdue)


def most_overdue(facts: ReportFacts) -> tuple[Share, ...]:
    """The units that have most of it, the most first; nobody where all have one each.

    Whoever has as much as another is named with it; a few are all named.
    """
    found = Counter(standing.assignment.agency for standing in facts.overdue)
    is_uneven = max(found.values(), default=0) > 1
    least = 1 if is_uneven and len(found) <= MOST_NAMED else 2
    shares: list[Share] = []
    for n in sorted(set(found.values()), reverse=True):
        if n >= least and sum(len(share.agencies) for share in shares) < MOST_NAMED:
            shares.append(Share(facts.workspace.units.in_order(a for a in found if found[a] == n), n))
    return tuple(shares)


@dataclass(frozen=True, slots=True)
class Lasting:
    """Units that were overdue at as many closes in a row, and were reminded by the same letters."""

    agencies: tuple[str, ...]
    months: int
    letters: tuple[Reminder, ...]


def lasting(facts: ReportFacts) -> tuple[Lasting, ...]:
    """Who has been overdue at one month's close after another, the longest first; of these, who was reminded."""
    rows = facts.overdue_in_a_row
    by_agency: dict[str, list[Standing]] = {}
    for standing in facts.overdue:
        if rows[standing.assignment.key] > 1:
            by_agency.setdefault(standing.assignment.agency, []).append(standing)
    alike: dict[tuple[int, tuple[Reminder, ...]], list[str]] = {}
    for agency, standings in by_agency.items():
        longest = max(rows[standing.assignment.key] for standing in standings)
        letters = dict.fromkeys(letter for standing in standings for letter in facts.letters.about(standing))
        alike.setdefault((longest, tuple(letters)), []).append(agency)
    in_order = sorted(alike.items(), key=lambda item: (-item[0][0], not item[0][1]))
    return tuple(
        Lasting(facts.workspace.units.in_order(agencies), months, letters)
        for (months, letters), agencies in in_order[:MOST_NAMED]
    )


@dataclass(frozen=True, slots=True)
class Longest:
    """What has been overdue longest, and the units that owe it alike."""

    standing: Standing
    agencies: tuple[str, ...]

    @property
    def cause(self) -> str | None:
        """What its unit says of it: the unit's own word, never ours, and never for several."""
        update = self.standing.update if len(self.agencies) == 1 else None
        return (update.reason or update.difficulty) if update else None


def longest_overdue(facts: ReportFacts) -> Longest | None:
    """None where nothing is overdue."""
    if not facts.overdue:
        return None
    longest = max(facts.overdue, key=lambda standing: standing.days_late)
    same = next(group for group in grouped(facts.overdue) if longest in group)
    return Longest(longest, tuple(standing.assignment.agency for standing in same))


@dataclass(frozen=True, slots=True)
class Coming:
    """Tasks that fall due next, each with its assignments: all of few, else those given by name first."""

    tasks: tuple[tuple[Standing, ...], ...]
    are_all: bool


def coming_first(facts: ReportFacts) -> Coming:
    """What is named of the work of the time to come."""
    owed = by_task(sorted(facts.due_next, key=lambda s: (s.assignment.common, s.days_left)))
    are_all = len(owed) <= MOST_NAMED
    # among many, the office does not name its own report as the main thing to do
    kept = [tuple(some) for some in owed.values() if are_all or not facts.is_own_report(some[0])]
    return Coming(tuple(kept[:MOST_NAMED]), are_all)
