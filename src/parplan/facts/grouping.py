"""Which standings are told together in one line.

Must not word them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TypeVar

from parplan.calendar.due_days import Due
from parplan.calendar.period import Period
from parplan.facts.standing import MarkKind, Standing, State

Item = TypeVar("Item")
Occurrence = tuple[str, Period | None]
Alike = tuple[State, str | None, str | None, frozenset[MarkKind], str | None]
Duty = tuple[str, Period | None, Due | None]

_DUTY = attrgetter("assignment.task", "assignment.period", "assignment.due")


def _duty(standing: Standing) -> Duty:
    owed = standing.assignment
    return (owed.task.id, owed.period, owed.due)


def occurrence(standing: Standing) -> Occurrence:
    """Which occurrence of which task it is, whoever owes it and until when."""
    return (standing.assignment.task.id, standing.assignment.period)


def grouped(standings: Iterable[Standing]) -> list[list[Standing]]:
    """Standings of the same task, period and due day together, in the order in which they first came."""
    found: dict[Duty, list[Standing]] = {}
    for _, run in groupby(standings, key=_DUTY):  # the units of a group stand in a row
        alike = list(run)
        found.setdefault(_duty(alike[0]), []).extend(alike)
    return list(found.values())


def by_occurrence(standings: Iterable[Standing]) -> dict[Occurrence, list[Standing]]:
    """Standings of the same task and period together, though some units were given another day."""
    found: dict[Occurrence, list[Standing]] = {}
    for _, run in groupby(standings, key=_DUTY):
        alike = list(run)
        found.setdefault(occurrence(alike[0]), []).extend(alike)
    return found


def stand_alike(standings: Iterable[Standing]) -> list[list[Standing]]:
    """Standings of which the same is to be told together: state, word, marks, difficulty and extension."""
    found: dict[Alike, list[Standing]] = {}
    for standing in standings:
        update, extended = standing.update, standing.assignment.extended
        # a state other than open reads the same whatever was said of it
        status = update.status if update and standing.state is State.OPEN else None
        said = (status, update.difficulty if update else None)
        key = (standing.state, *said, standing.marks, extended.id if extended else None)
        found.setdefault(key, []).append(standing)
    return list(found.values())


def evenly(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """The items in as few parts of no more than so many as hold them, none much longer than another."""
    parts = -(-len(items) // most)
    edges = [len(items) * n // parts for n in range(parts + 1)]
    return [items[first:last] for first, last in pairwise(edges)]
