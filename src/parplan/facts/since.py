"""What changed between two viewpoints: what is newly overdue, what was done meanwhile.

Must not compare viewpoints of different plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from parplan.calendar.period import Period
from parplan.facts.grouping import by_occurrence, occurrence
from parplan.facts.runs import Run, Runs
from parplan.facts.standing import Standing, Standings, State
from parplan.facts.viewpoint import closed_months, end_of_month_report


@dataclass(frozen=True)
class Since:
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
    was = by_occurrence(before.counted)
    for which, every in by_occurrence(now.counted).items():
        then = was.get(which, Runs())
        if [run.agencies for run in then.runs] == [run.agencies for run in every.runs]:
            yield from ((old.first, new) for old, new in zip(then.runs, every.runs, strict=True))
            continue
        stood = {agency: run.first for run in then.runs for agency in run.agencies}
        for run in every.runs:
            yield from ((first, run.part(tuple(some))) for first, some in groupby(run.agencies, key=stood.get))


def _released(before: Standings, now: Standings) -> Runs[Standing]:
    """What was overdue and is owed no more."""
    if before.assignments is now.assignments:
        return Runs()
    owed = by_occurrence(now.counted)
    overdue = ((run, owed.get(occurrence(run.first), Runs())) for run in before.counted.where(_was_overdue).runs)
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
