"""What changed between two viewpoints: what is newly overdue, what was done meanwhile.

Must not compare viewpoints of different plans.
"""

from __future__ import annotations

from dataclasses import dataclass

from parplan.calendar.period import Period
from parplan.facts.standing import Standing, Standings, State
from parplan.facts.viewpoint import closed_months, end_of_month_report


@dataclass(frozen=True)
class Since:
    """``settled`` was overdue and is done now; it is among ``newly_done`` too. ``undone`` was taken back.

    What else was overdue and is not any more is ``put_off``, open again, or ``released``, owed by nobody. So the
    overdue of now are those of before, and the newly overdue, without the settled, the put off and the released.
    """

    before: Standings
    newly_overdue: tuple[Standing, ...]
    newly_done: tuple[Standing, ...]
    settled: tuple[Standing, ...]
    undone: tuple[Standing, ...]
    put_off: tuple[Standing, ...]
    released: tuple[Standing, ...]

    @property
    def month(self) -> Period | None:
        """The month whose report is compared with."""
        return self.before.view.month


def since(before: Standings, now: Standings) -> Since:
    """Hold two standings of one plan against each other, assignment by assignment."""
    was_overdue = {s.assignment.key for s in before.counted if s.state.is_overdue}
    owed = {s.assignment.key for s in now.counted}
    was_done = {s.assignment.key for s in before.counted if s.state.is_done}
    done = tuple(s for s in now.counted if s.state.is_done and s.assignment.key not in was_done)
    return Since(
        before,
        tuple(s for s in now.counted if s.state.is_overdue and s.assignment.key not in was_overdue),
        done,
        tuple(s for s in done if s.assignment.key in was_overdue),
        tuple(s for s in now.counted if not s.state.is_done and s.assignment.key in was_done),
        tuple(s for s in now.counted if s.state is State.OPEN and s.assignment.key in was_overdue),
        tuple(s for s in before.counted if s.state.is_overdue and s.assignment.key not in owed),
    )


def standings_before(now: Standings) -> Standings | None:
    """What the report of the month before said: of the month looked at, or the newest that is closed."""
    plan = now.plan.plan
    earlier = [month for month in closed_months(plan, now.view) if month != now.view.month]
    if now.view.month is None:  # a month for which nobody reported had no report to compare with
        told = {month for _, month in now.reports.files}
        earlier = [month for month in earlier if month in told]
    return now.seen_from(end_of_month_report(plan, earlier[-1])) if earlier else None
