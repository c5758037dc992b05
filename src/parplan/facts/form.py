"""What a unit is to tell of in a month: its work that is not done, its duties without a day, and what it said.

Must not word it, or ask about work that an earlier month has settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parplan.calendar.period import Period
from parplan.facts.assignments import Assignment
from parplan.facts.progress_seen import Word
from parplan.facts.standing import Standing, Standings
from parplan.facts.viewpoint import Viewpoint, closing_day, office_day, written_months
from parplan.model.plan import PlanFile
from parplan.model.progress import ProgressFile, Update
from parplan.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a unit's form of a month asks about.

    ``said`` is what the unit's file for that month says of it already; ``before`` the last word of the months
    before.
    """

    standing: Standing
    said: Update | None
    before: Word | None

    @property
    def assignment(self) -> Assignment:
        return self.standing.assignment


def month_file(workspace: Workspace, plan: PlanFile, agency: str, month: Period) -> ProgressFile | None:
    """A unit's file for a month, if there is one."""
    year = plan.plan.year
    return next((f for f in workspace.progress if (f.plan, f.agency, f.month) == (year, agency, month)), None)


def asked_of(standings: Standings, agency: str) -> tuple[Asked, ...]:
    """All that a unit is asked about in the month from whose report one looks, in the plan's order."""
    month = standings.view.month
    assert month is not None
    file = month_file(standings.workspace, standings.plan, agency, month)
    said = {(update.task, update.period): update for update in (file.updates if file else ())}
    order = {task.id: position for position, task in enumerate(standings.plan.tasks)}
    found = (
        Asked(standing, said.get((owed.task.id, owed.period)), _before(standings, standing, month))
        for standing in _open(standings, agency, month)
        for owed in [standing.assignment]
    )
    return tuple(sorted(found, key=lambda one: (order[one.assignment.task.id], one.assignment.opens)))


def known_on(standings: Standings, day: date) -> Standings:
    """How all stands on a day, by the files of the month that is looked at; at the latest as it closes."""
    month = standings.view.month
    assert month is not None
    return standings.seen_from(Viewpoint(min(day, closing_day(standings.plan.plan, month)), month))


def standings_of(standings: Standings, agency: str, month: Period) -> Iterator[Standing]:
    """How all that a unit owes stands, its duties without a day of a month last."""
    yield from standings.counted.only([agency])
    yield from (duty for duty in standings.standing_duties(month) if duty.agency == agency)


def _open(standings: Standings, agency: str, month: Period) -> Iterator[Standing]:
    """What has begun by the month's close and was not done before this month's own file."""
    closes = closing_day(standings.plan.plan, month)
    for standing in standings_of(standings, agency, month):
        was_done = standing.state.is_done and not (standing.word and standing.word.file.month == month)
        if standing.assignment.opens <= closes and not was_done:
            yield standing


def _before(standings: Standings, standing: Standing, month: Period) -> Word | None:
    earlier = (word for word in standings.words.get(standing.assignment.key, ()) if word.file.month < month)
    return max(earlier, key=lambda word: (word.file.month, word.day), default=None)


def went_up(workspace: Workspace, plan: PlanFile, month: Period) -> date:
    """The day on which the office's report of a month goes up, or did: after it the month's files are history."""
    year = plan.plan.year
    sent = (file.date for file in workspace.reports if (file.plan, file.period) == (year, month))
    return next((day for day in sent if day is not None), office_day(plan.plan, month))


def month_open(workspace: Workspace, plan: PlanFile, day: date) -> Period | None:
    """The month that is being written down on a day: the first whose report has not gone up; None after all."""
    months = written_months(plan.plan)
    return next((month for month in months if day <= went_up(workspace, plan, month)), None)
