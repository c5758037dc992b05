"""Standings counted by state: the figures that tables, sentences and JSON share.

Must not count a duty without a due day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from parplan.facts.runs import Runs
from parplan.facts.standing import Standing, State

TALLIED: Final = (State.DONE_ON_TIME, State.DONE_LATE, State.OPEN, State.OVERDUE, State.OVERDUE_UNREPORTED)


class Tally(NamedTuple):
    """Assignments counted by state. ``fell_due`` = done with the due day reached + overdue.

    Its fields, in this order, are the columns of tables and the keys of JSON.
    """

    total: int = 0
    fell_due: int = 0
    done_on_time: int = 0
    done_late: int = 0
    open: int = 0
    overdue: int = 0
    overdue_unreported: int = 0

    @property
    def done(self) -> int:
        return self.done_on_time + self.done_late

    @property
    def all_overdue(self) -> int:
        return self.overdue + self.overdue_unreported

    @property
    def not_done(self) -> int:
        return self.open + self.all_overdue

    @property
    def done_of_due(self) -> int:
        """Of what fell due, what was done; work done ahead of its day is not among it."""
        return self.fell_due - self.all_overdue


def tally(standings: Iterable[Standing]) -> Tally:
    """Count standings by state; duties without due days are left out."""
    found: Counter[tuple[State, bool]] = Counter()
    for run in Runs.of(standings).runs:
        found[counted_as(run.first)] += len(run.agencies)
    return summed(found)


def counted_as(standing: Standing) -> tuple[State, bool]:
    """What a tally looks at: the state, and whether the due day is reached."""
    return (standing.state, standing.days_left <= 0)


def summed(counts: Mapping[tuple[State, bool], int]) -> Tally:
    """The tally of so many in each state, whose due days are reached or not."""
    by_state = [counts.get((state, False), 0) + counts.get((state, True), 0) for state in TALLIED]
    due = sum(number for (state, is_reached), number in counts.items() if state.fell_due(is_reached))
    return Tally(sum(by_state), due, *by_state)
