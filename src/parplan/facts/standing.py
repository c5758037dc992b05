"""How each assignment stands from a viewpoint: its state, what stands beside it, and the record that says so.

Must not hide anything behind a mark: an overdue task in difficulty is overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import takewhile

from parplan.due import Due
from parplan.facts.assignments import COUNTED, Assignment, assignments, standing_assignments
from parplan.facts.viewpoint import Viewpoint, closing_day, happened, month_of, received_day
from parplan.model.plan import PlanFile
from parplan.model.progress import ProgressFile, Update
from parplan.model.workspace import Workspace
from parplan.period import Period

Key = tuple[str, str, Period | None]


class State(Enum):
    """Where an assignment stands against its due day; the last three are of duties without one."""

    DONE_ON_TIME = "done-on-time"
    DONE_LATE = "done-late"
    OPEN = "open"
    OVERDUE = "overdue"
    OVERDUE_UNREPORTED = "overdue-unreported"
    REPORTED = "reported"
    NOTHING_AROSE = "nothing-arose"
    NOT_REPORTED = "not-reported"

    @property
    def is_done(self) -> bool:
        return self in (State.DONE_ON_TIME, State.DONE_LATE)

    @property
    def is_overdue(self) -> bool:
        return self in (State.OVERDUE, State.OVERDUE_UNREPORTED)


class MarkKind(Enum):
    """What stands beside a state, and hides nothing."""

    DUE_SOON = "due-soon"
    DAY_OFF = "day-off"
    DIFFICULTY = "difficulty"
    EXTENDED = "extended"
    NO_EVIDENCE = "no-evidence"
    LATE_WORD = "late-word"
    BY_REPORT = "by-report"
    BY_EARLIER_REPORT = "by-earlier-report"


@dataclass(frozen=True, slots=True)
class Word:
    """One update, with the file it stands in and the day it tells of."""

    update: Update
    file: ProgressFile
    day: date


@dataclass(frozen=True, slots=True)
class Standing:
    """An assignment from a viewpoint. ``word`` is the record that counts.

    ``days_late`` and ``days_left`` are calendar days; ``days_left`` is negative once the due day has passed.
    """

    assignment: Assignment
    state: State
    marks: frozenset[MarkKind]
    word: Word | None
    days_late: int = 0
    days_left: int = 0

    @property
    def update(self) -> Update | None:
        return self.word.update if self.word else None

    @property
    def fell_due(self) -> bool:
        """Overdue, or done with its due day reached. What is due today and still open has not fallen due."""
        return self.state.is_overdue or (self.state.is_done and self.days_left <= 0)


@dataclass(frozen=True)
class Reports:
    """Which units sent a file for which month, as seen from a viewpoint."""

    files: dict[tuple[str, Period], ProgressFile]

    def sent(self, agency: str, month: Period) -> bool:
        return (agency, month) in self.files

    def heard_since(self, agency: str, month: Period) -> bool:
        """Whether the unit sent a file for that month or a later one."""
        newest = self._newest.get(agency)
        return newest is not None and newest >= month

    @cached_property
    def _newest(self) -> dict[str, Period]:
        newest: dict[str, Period] = {}
        for agency, month in self.files:
            newest[agency] = max(month, newest.get(agency, month))
        return newest


def reports(workspace: Workspace, plan: PlanFile, view: Viewpoint) -> Reports:
    """The register of reports received. In a month's report the folder decides, else the day of receipt."""
    seen = {
        (file.agency, file.month): file
        for file in workspace.progress
        if file.plan == plan.plan.year
        and (file.month <= view.month if view.month else received_day(plan.plan, file) <= view.day)
    }
    return Reports(seen)


def words(workspace: Workspace, plan: PlanFile, view: Viewpoint) -> dict[Key, list[Word]]:
    """Every update in sight, by assignment, the one that counts last: the greatest (folder, date)."""
    found: dict[Key, list[Word]] = {}
    for file in workspace.progress:
        if file.plan != plan.plan.year:
            continue
        for update in file.updates:
            day = happened(plan.plan, file, update)
            if view.sees(file.month, day):
                found.setdefault((update.task, file.agency, update.period), []).append(Word(update, file, day))
    for said in found.values():
        said.sort(key=lambda word: (word.file.month, word.day))
    return found


def own_reports(workspace: Workspace, plan: PlanFile, view: Viewpoint) -> dict[Key, date]:
    """The monthly reports themselves fulfil a duty: those that went out, and the one being made for a month."""
    reporting = plan.plan.reporting
    if reporting.task is None:
        return {}
    sent = {
        file.period: file.date
        for file in workspace.reports
        if file.plan == plan.plan.year and file.date is not None and view.sees(file.period, file.date)
    }
    if view.month is not None:
        sent[view.month] = view.day
    return {(reporting.task, reporting.from_, month): day for month, day in sent.items()}


class Standings:
    """How everything owed under a plan stands from a viewpoint."""

    def __init__(self, workspace: Workspace, plan: PlanFile, view: Viewpoint) -> None:
        self.workspace = workspace
        self.plan = plan
        self.view = view
        self.calendar = workspace.working_calendar
        self.reports = reports(workspace, plan, view)
        self.words = words(workspace, plan, view)
        self.own_reports = own_reports(workspace, plan, view)
        self.assignments = assignments(workspace, plan, view)
        self.counted = tuple(self._counted(a) for a in self.assignments if a.task.kind in COUNTED)

    def standing_duties(self, month: Period) -> tuple[Standing, ...]:
        """Duties without a due day, in one report month: reported, nothing arose, or not reported.

        They are asked of the units that are there when the month closes.
        """
        day = closing_day(self.plan.plan, month)
        asked = standing_assignments(self.workspace, self.plan, self.view, day)
        return tuple(self._standing(assignment, month) for assignment in asked)

    def _counted(self, assignment: Assignment) -> Standing:
        due = assignment.due
        assert due is not None
        said = self.words.get(assignment.key, [])
        word = said[-1] if said else None
        late = due.days_late(self.view.day)
        left = (due.last - self.view.day).days
        said_done = word is not None and word.update.status == "done"
        if not said_done and (sent := self.own_reports.get(assignment.key)):
            state = State.DONE_ON_TIME if sent <= due.last else State.DONE_LATE
            marks = {MarkKind.BY_REPORT if assignment.period == self.view.month else MarkKind.BY_EARLIER_REPORT}
            marks |= {MarkKind.EXTENDED} if assignment.extended else set()
            return Standing(assignment, state, frozenset(marks), word, due.days_late(sent), left)
        if word is not None and said_done:
            in_time = word.day <= due.last
            state = State.DONE_ON_TIME if in_time else State.DONE_LATE
            late = due.days_late(word.day)
        elif self.view.day > due.last:
            heard = self.reports.heard_since(assignment.agency, month_of(self.plan.plan, due.last))
            state = State.OVERDUE if heard else State.OVERDUE_UNREPORTED
        else:
            state = State.OPEN
        return Standing(assignment, state, self._marks(assignment, due, state, said), word, late, left)

    def _marks(self, assignment: Assignment, due: Due, state: State, said: Sequence[Word]) -> frozenset[MarkKind]:
        update = said[-1].update if said else None
        is_open = state is State.OPEN
        marks = {
            MarkKind.DUE_SOON: is_open and self._is_soon(due),
            MarkKind.DAY_OFF: is_open and self.calendar.is_off(due.last),
            MarkKind.DIFFICULTY: bool(update and update.difficulty and update.status != "done"),
            MarkKind.EXTENDED: assignment.extended is not None,
            MarkKind.NO_EVIDENCE: bool(update and update.status == "done" and not update.evidence),
            MarkKind.LATE_WORD: self._came_late(said),
        }
        return frozenset(mark for mark, holds in marks.items() if holds)

    def _is_soon(self, due: Due) -> bool:
        """Counted from the last day that is worked: what falls on a day off has to be ready before it."""
        left = self.calendar.last_working_day(due.last) - self.view.day
        return left.days <= self.plan.plan.reporting.due_soon_days

    def _came_late(self, said: Sequence[Word]) -> bool:
        """Done in a month that was closed before we heard of it («bổ sung»); to say the same again is no news."""
        if not said or said[-1].update.status != "done":
            return False
        day = said[-1].day
        same = takewhile(lambda word: word.update.status == "done" and word.day == day, reversed(said))
        *_, first = same
        return month_of(self.plan.plan, day) < first.file.month

    def _standing(self, assignment: Assignment, month: Period) -> Standing:
        said = [word for word in self.words.get(assignment.key, []) if word.file.month == month]
        word = said[-1] if said else None
        if word is None:
            state = State.NOT_REPORTED
        else:
            state = State.NOTHING_AROSE if word.update.status == "none" else State.REPORTED
        marks = {MarkKind.DIFFICULTY} if word and word.update.difficulty else set()
        return Standing(assignment, state, frozenset(marks), word)


@dataclass(frozen=True, slots=True)
class Tally:
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
    counts = dict.fromkeys(State, 0)
    due = 0
    for standing in standings:
        counts[standing.state] += 1
        due += standing.fell_due
    states = (State.DONE_ON_TIME, State.DONE_LATE, State.OPEN, State.OVERDUE, State.OVERDUE_UNREPORTED)
    return Tally(sum(counts[state] for state in states), due, *(counts[state] for state in states))


def select(standings: Iterable[Standing], *, common: bool) -> Iterator[Standing]:
    """Only what was given to groups, or only what was given to units by name."""
    return (standing for standing in standings if standing.assignment.common is common)
