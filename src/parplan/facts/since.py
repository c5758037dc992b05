"""What changed between two viewpoints: what is newly overdue, what was done meanwhile.

Must not compare viewpoints of different plans.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    pairs, released = _paired(before, now)
    moved = [(then, s) for then, s in pairs if then is None or then.state is not s.state]
    done = [(then, s) for then, s in moved if s.state.is_done and not _was_done(then)]
    return Since(
        before,
        tuple(s for then, s in moved if s.state.is_overdue and not _was_overdue(then)),
        tuple(s for _, s in done),
        tuple(s for then, s in done if _was_overdue(then)),
        tuple(s for then, s in moved if not s.state.is_done and _was_done(then)),
        tuple(s for then, s in moved if s.state is State.OPEN and _was_overdue(then)),
        released,
    )


def _paired(
    before: Standings, now: Standings
) -> tuple[Iterable[tuple[Standing | None, Standing]], tuple[Standing, ...]]:
    """Each assignment as it stood, if it was owed, and as it stands; and what was overdue and is released."""
    if before.assignments is now.assignments:  # one by one the same
        return zip(before.counted, now.counted, strict=True), ()
    was = {s.assignment.key: s for s in before.counted}
    pairs = [(was.pop(s.assignment.key, None), s) for s in now.counted]
    return pairs, tuple(s for s in was.values() if s.state.is_overdue)


def _was_done(then: Standing | None) -> bool:
    return then is not None and then.state.is_done


def _was_overdue(then: Standing | None) -> bool:
    return then is not None and then.state.is_overdue


def standings_before(now: Standings) -> Standings | None:
    """What the report of the month before said: of the month looked at, or the newest that is closed."""
    plan = now.plan.plan
    earlier = [month for month in closed_months(plan, now.view) if month != now.view.month]
    if now.view.month is None:  # a month for which nobody reported had no report to compare with
        told = {month for _, month in now.reports.files}
        earlier = [month for month in earlier if month in told]
    return now.seen_from(end_of_month_report(plan, earlier[-1])) if earlier else None
