"""How each assignment stands from a viewpoint: its state, what stands beside it, and the record that says so.

Must not hide anything behind a mark: an overdue task in difficulty is overdue.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby, takewhile
from typing import Final, NamedTuple

from parplan.calendar.due_days import Due
from parplan.calendar.period import Period
from parplan.facts.assignments import (
    COUNTED,
    Assignment,
    assignments,
    decisions_in_sight,
    standing_assignments,
)
from parplan.facts.progress_seen import Word, own_reports, reports, words
from parplan.facts.runs import Run, Runs
from parplan.facts.viewpoint import Viewpoint, closed_months, closing_day, end_of_month_report, month_of
from parplan.model.plan import PlanFile
from parplan.model.progress import Update
from parplan.model.workspace import Workspace


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

    __hash__ = object.__hash__  # each is there once, and half a million are counted by theirs

    @property
    def is_done(self) -> bool:
        return self is State.DONE_ON_TIME or self is State.DONE_LATE

    @property
    def is_overdue(self) -> bool:
        return self is State.OVERDUE or self is State.OVERDUE_UNREPORTED

    def fell_due(self, is_reached: bool) -> bool:
        """Overdue, or done with its due day reached. What is due today and still open has not fallen due."""
        return self.is_overdue or (self.is_done and is_reached)


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


NO_MARKS: Final = frozenset[MarkKind]()


class Standing(NamedTuple):
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
    def agency(self) -> str:
        return self.assignment.agency

    def of(self, agency: str) -> Standing:
        """The same of another unit, of which no more is known."""
        assignment, state, marks, word, late, left = self
        return Standing(assignment.of(agency), state, marks, word, late, left)

    @property
    def fell_due(self) -> bool:
        return self.state.fell_due(self.days_left <= 0)


class _DueDay(NamedTuple):
    """What a due day comes to from a viewpoint, whoever has to keep it.

    ``heard``: once it is past, who sent a file for the month it falls in, or a later one; ``marks`` stand beside
    what is open.
    """

    due: Due
    late: int
    left: int
    heard: frozenset[str]
    marks: frozenset[MarkKind]

    def alike(self, agencies: tuple[str, ...], spoken: Collection[str] | None) -> Iterator[tuple[str, ...]]:
        """Units in a row that stand alike: of others no more is known than whether they were heard at all."""
        if len(agencies) == 1:
            return iter((agencies,))
        key = (lambda a: a if a in spoken else a in self.heard) if spoken else self.heard.__contains__
        return (tuple(some) for _, some in groupby(agencies, key=key))


class Standings:
    """How everything owed under a plan stands from a viewpoint."""

    def __init__(
        self, workspace: Workspace, plan: PlanFile, view: Viewpoint, other: Standings | None = None
    ) -> None:
        """``other``: the same from another viewpoint. Where the same decisions count, the same is owed."""
        self.workspace = workspace
        self.plan = plan
        self.view = view
        self.calendar = workspace.working_calendar
        self.reports = reports(workspace, plan, view)
        self.words = words(workspace, plan, view)
        self.own_reports = own_reports(workspace, plan, view, self.reports)
        self.decisions = decisions_in_sight(workspace, plan, view)
        is_same = other is not None and other.decisions == self.decisions
        self.assignments: Runs[Assignment] = (
            other.assignments if other and is_same else assignments(workspace, plan, view)
        )
        self.counted = Runs(self._every_counted())
        self._duties: dict[Period, tuple[Standing, ...]] = {}

    @property
    def overdue(self) -> Runs[Standing]:
        return self.counted.where(lambda standing: standing.state.is_overdue)

    def seen_from(self, view: Viewpoint) -> Standings:
        """How the same stands from another viewpoint."""
        return Standings(self.workspace, self.plan, view, self)

    def closes(self) -> dict[Period, Standings]:
        """How the same stood at the close of every closed month: what each month's report said.

        The month that one looks from closes with the view: before its day, what is to come is not known.
        """
        plan, own = self.plan.plan, self.view.month
        return {
            month: self if month == own else self.seen_from(end_of_month_report(plan, month))
            for month in closed_months(plan, self.view)
        }

    def standing_duties(self, period: Period) -> tuple[Standing, ...]:
        """Duties without a due day, in a month or longer: reported, nothing arose, or not reported.

        They are asked of the units that are there when the period's last month closes.
        """
        if period not in self._duties:  # each of forty units asks for its own
            self._duties[period] = self._duties_of(period)
        return self._duties[period]

    def _duties_of(self, period: Period) -> tuple[Standing, ...]:
        first, last = Period.around(period.first), Period.around(min(period.last, self.plan.plan.ends))
        day = closing_day(self.plan.plan, max(first, last))
        asked = standing_assignments(self.workspace, self.plan, self.view, day)
        return tuple(self._standing(assignment, period) for assignment in asked)

    def _every_counted(self) -> Iterator[Run[Standing]]:
        days: dict[Due, _DueDay] = {}
        spoken: dict[tuple[str, Period | None], set[str]] = {}
        for task, agency, period in (*self.words, *self.own_reports):
            spoken.setdefault((task, period), set()).add(agency)
        for run in self.assignments.where(lambda owed: owed.task.kind in COUNTED).runs:
            owed, due = run.first, run.first.due
            assert due is not None
            day = days.get(due) or days.setdefault(due, self._due_day(due))
            for agencies in day.alike(run.agencies, spoken.get((owed.task.id, owed.period))):
                yield Run(self._counted(owed.of(agencies[0]), day), agencies)

    def _counted(self, assignment: Assignment, day: _DueDay) -> Standing:
        key, due, late = assignment.key, day.due, day.late
        said = self.words.get(key, ())
        word = said[-1] if said else None
        said_done = word is not None and word.update.status == "done"
        if not said_done and (sent := self.own_reports.get(key)):
            state = State.DONE_ON_TIME if sent <= due.last else State.DONE_LATE
            marks = {MarkKind.BY_REPORT if assignment.period == self.view.month else MarkKind.BY_EARLIER_REPORT}
            marks |= {MarkKind.EXTENDED} if assignment.extended else set()
            return Standing(assignment, state, frozenset(marks), word, due.days_late(sent), day.left)
        if word is not None and said_done:
            in_time = word.day <= due.last
            state = State.DONE_ON_TIME if in_time else State.DONE_LATE
            late = due.days_late(word.day)
        elif day.left < 0:
            state = State.OVERDUE if assignment.agency in day.heard else State.OVERDUE_UNREPORTED
        else:
            state = State.OPEN
        return Standing(assignment, state, self._marks(assignment, day, state, said), word, late, day.left)

    def _due_day(self, due: Due) -> _DueDay:
        left = (due.last - self.view.day).days - self.view.is_over
        marks = {MarkKind.DUE_SOON: self._is_soon(due), MarkKind.DAY_OFF: self.calendar.is_off(due.last)}
        return _DueDay(
            due,
            late=due.days_late(self.view.day),
            left=left,
            heard=self.reports.heard_since(month_of(self.plan.plan, due.last)) if left < 0 else frozenset(),
            marks=frozenset(mark for mark, holds in marks.items() if holds),
        )

    def _marks(
        self, assignment: Assignment, day: _DueDay, state: State, said: Sequence[Word]
    ) -> frozenset[MarkKind]:
        marks = day.marks if state is State.OPEN else NO_MARKS
        if assignment.extended is not None:
            marks |= {MarkKind.EXTENDED}
        return marks.union(self._marks_of_words(said)) if said else marks

    def _marks_of_words(self, said: Sequence[Word]) -> Iterator[MarkKind]:
        update = said[-1].update
        if update.difficulty and update.status != "done":
            yield MarkKind.DIFFICULTY
        if update.status == "done" and not update.evidence:
            yield MarkKind.NO_EVIDENCE
        if self._came_late(said):
            yield MarkKind.LATE_WORD

    def _is_soon(self, due: Due) -> bool:
        """Counted from the last day that is worked: what falls on a day off has to be ready before it."""
        left = self.calendar.last_working_day(due.last) - self.view.day
        return left.days <= self.plan.plan.reporting.due_soon_days

    def _came_late(self, said: Sequence[Word]) -> bool:
        """Done in a month that was closed before we heard of it («bổ sung»); to say the same again is no news."""
        if said[-1].update.status != "done":
            return False
        day = said[-1].day
        same = takewhile(lambda word: word.update.status == "done" and word.day == day, reversed(said))
        *_, first = same
        return month_of(self.plan.plan, day) < first.file.month

    def _standing(self, assignment: Assignment, period: Period) -> Standing:
        said = [word for word in self.words.get(assignment.key, []) if word.file.month.first in period]
        word = said[-1] if said else None
        if word is None:
            state = State.NOT_REPORTED
        else:
            state = State.NOTHING_AROSE if word.update.status == "none" else State.REPORTED
        marks = {MarkKind.DIFFICULTY} if word and word.update.difficulty else set()
        return Standing(assignment, state, frozenset(marks), word)


def fell_due_at_end(overdue: Iterable[Standing], view: Viewpoint) -> bool:
    """Whether all of it fell due on the very day that is over: that on which the plan ended."""
    days = (standing.assignment.due for standing in overdue)
    return view.is_over and all(due is not None and due.last == view.day for due in days)
