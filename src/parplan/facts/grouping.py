"""Which standings are told together in one line.

Must not word them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from parplan.calendar.due_days import Due
from parplan.calendar.period import Period
from parplan.facts.runs import Run, Runs
from parplan.facts.standing import MarkKind, Standing, State

Item = TypeVar("Item")
Key = TypeVar("Key")
Occurrence = tuple[str, Period | None]
Alike = tuple[State, str | None, str | None, frozenset[MarkKind], str | None]
Duty = tuple[str, Period | None, Due | None]


def _duty(standing: Standing) -> Duty:
    owed = standing.assignment
    return (owed.task.id, owed.period, owed.due)


def occurrence(standing: Standing) -> Occurrence:
    """Which occurrence of which task it is, whoever owes it and until when."""
    return (standing.assignment.task.id, standing.assignment.period)


def select(standings: Iterable[Standing], *, common: bool) -> Runs[Standing]:
    """Only what was given to groups, or only what was given to units by name."""
    return Runs.of(standings).where(lambda standing: standing.assignment.common is common)


def grouped(standings: Iterable[Standing]) -> list[Runs[Standing]]:
    """Standings of the same task, period and due day together, in the order in which they first came."""
    return list(_together(standings, _duty).values())


def by_occurrence(standings: Iterable[Standing]) -> dict[Occurrence, Runs[Standing]]:
    """Standings of the same task and period together, though some units were given another day."""
    return _together(standings, occurrence)


def by_task(standings: Iterable[Standing]) -> dict[str, Runs[Standing]]:
    """Standings of the same task together, by its id, in the order in which they first came."""
    return _together(standings, lambda standing: standing.assignment.task.id)


def stand_alike(standings: Iterable[Standing]) -> list[Runs[Standing]]:
    """Standings of which the same is to be told together: state, word, marks, difficulty and extension."""
    return list(_together(standings, _alike).values())


def _alike(standing: Standing) -> Alike:
    update, extended = standing.update, standing.assignment.extended
    # a state other than open reads the same whatever was said of it
    status = update.status if update and standing.state is State.OPEN else None
    said = (status, update.difficulty if update else None)
    return (standing.state, *said, standing.marks, extended.id if extended else None)


def _together(standings: Iterable[Standing], key: Callable[[Standing], Key]) -> dict[Key, Runs[Standing]]:
    found: dict[Key, list[Run[Standing]]] = {}
    for run in Runs.of(standings).runs:
        found.setdefault(key(run.first), []).append(run)
    return {name: Runs(runs) for name, runs in found.items()}


def evenly(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """The items in as few parts of no more than so many as hold them, none much longer than another."""
    parts = -(-len(items) // most)
    edges = [len(items) * n // parts for n in range(parts + 1)]
    return [items[first:last] for first, last in pairwise(edges)]
