"""What changed between two viewpoints: what is newly overdue, what was done meanwhile.

Must not compare viewpoints of different plans.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from parplan.calendar.period import Period
from parplan.facts.grouping import by_occurrence, occurrence
from parplan.facts.runs import Run, Runs
from parplan.facts.standing import Standing, Standings, State
from parplan.facts.viewpoint import closed_months, end_of_month_report


class Since(NamedTuple):
    """``settled`` was overdue and is done now; it is among ``newly_done`` too. ``undone`` was taken back.

    What else was overdue and is not any more is ``put_off``, open again, or ``released``, owed by nobody. So the
    overdue of now are those of before, and the newly overdue, without the settled, the put off and the released.
    """

    before: Standings
    newly_overdue: Runs[Standing]
    newly_done: Runs[Standing]
    settled: Runs[Standing]
    undone: Runs[Standing]
    put_off: Runs[Standing]
    released: Runs[Standing]

    @property
    def month(self) -> Period | None:
        """The month whose report is compared with."""
        return self.before.view.month


def since(before: Standings, now: Standings) -> Since:
    """Hold two standings of one plan against each other, assignment by assignment."""
    pairs = _paired(before, now)
    moved = [(then, run) for then, run in pairs if then is None or then.state is not run.first.state]
    done = [(then, run) for then, run in moved if run.first.state.is_done and not _was_done(then)]
    return Since(
        before,
        Runs(run for then, run in moved if run.first.state.is_overdue and not _was_overdue(then)),
        Runs(run for _, run in done),
        Runs(run for then, run in done if _was_overdue(then)),
        Runs(run for then, run in moved if not run.first.state.is_done and _was_done(then)),
        Runs(run for then, run in moved if run.first.state is State.OPEN and _was_overdue(then)),
        _released(before, now),
    )


def _paired(before: Standings, now: Standings) -> Iterator[tuple[Standing | None, Run[Standing]]]:
    """What units owe alike, as it stood with all of them, if it was owed, and as it stands."""
    if before.assignments is now.assignments:
        return _in_step(before.counted, now.counted)
    was = by_occurrence(before.counted)
    stood = {
        which: {agency: run.first for run in every.runs for agency in run.agencies} for which, every in was.items()
    }
    return (
        (then, run.part(tuple(some)))
        for run in now.counted.runs
        for then, some in groupby(run.agencies, key=stood.get(occurrence(run.first), {}).get)
    )


def _in_step(before: Runs[Standing], now: Runs[Standing]) -> Iterator[tuple[Standing, Run[Standing]]]:
    """The same of the same units one after the other, cut wherever one of them begins a run."""
    olds, left = iter(before.runs), 0
    for run in now.runs:
        at = 0
        while at < len(run.agencies):
            if not left:
                old = next(olds)
                left = len(old.agencies)
            few = min(left, len(run.agencies) - at)
            yield old.first, run.part(run.agencies[at : at + few])
            at, left = at + few, left - few


def _released(before: Standings, now: Standings) -> Runs[Standing]:
    """What was overdue and is owed no more."""
    if before.assignments is now.assignments:
        return Runs()
    owed = by_occurrence(now.counted)
    overdue = ((run, owed.get(occurrence(run.first), Runs())) for run in before.overdue.runs)
    return Runs(part for run, every in overdue for part in run.only(set(run.agencies) - every.units))


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
