"""What changed between two viewpoints: what is newly overdue, what was done meanwhile.

Must not compare viewpoints of different plans.
"""

from __future__ import annotations

from dataclasses import dataclass

from parplan.facts.standing import Standing, Standings
from parplan.facts.viewpoint import closing_day, end_of_month_report, report_months
from parplan.period import Period


@dataclass(frozen=True)
class Since:
    """``settled`` was overdue before and is done now; it is among ``newly_done`` too."""

    before: Standings
    newly_overdue: tuple[Standing, ...]
    newly_done: tuple[Standing, ...]
    settled: tuple[Standing, ...]

    @property
    def month(self) -> Period | None:
        """The month whose report is compared with."""
        return self.before.view.month


def since(before: Standings, now: Standings) -> Since:
    """Hold two standings of one plan against each other, assignment by assignment."""
    was_overdue = {s.assignment.key for s in before.counted if s.state.is_overdue}
    was_done = {s.assignment.key for s in before.counted if s.state.is_done}
    done = tuple(s for s in now.counted if s.state.is_done and s.assignment.key not in was_done)
    return Since(
        before,
        tuple(s for s in now.counted if s.state.is_overdue and s.assignment.key not in was_overdue),
        done,
        tuple(s for s in done if s.assignment.key in was_overdue),
    )


def standings_before(now: Standings) -> Standings | None:
    """What the report of the month before said: of the month looked at, or the newest that is closed."""
    plan = now.plan.plan
    months = report_months(plan)
    if now.view.month is not None:
        earlier = [month for month in months if month < now.view.month]
    else:
        earlier = [month for month in months if closing_day(plan, month) < now.view.day]
    return Standings(now.workspace, now.plan, end_of_month_report(plan, earlier[-1])) if earlier else None
