"""Who owes what: one task, one unit, one occurrence («lượt nhiệm vụ»), after every decision in sight.

Must not look at progress: whether anything was done is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from parplan.calendar import deadline_rules as deadline
from parplan.calendar.due_days import Due, Every, Once, WorkingCalendar
from parplan.calendar.period import Moment, Period
from parplan.facts.runs import Run, Runs
from parplan.facts.viewpoint import Viewpoint
from parplan.model.plan import Plan, PlanFile, Task
from parplan.model.progress import Decision
from parplan.model.units import Units
from parplan.model.workspace import Workspace

COUNTED = ("once", "periodic")
"""The kinds that have due days and enter rates."""

STANDING = ("ongoing", "on-event")
"""The kinds of which a unit only reports, month by month, or does not."""


Time = tuple[Period | None, date, Due | None]
"""When a task is owed once: in which period, from when on, until when."""

Key = tuple[str, str, Period | None]
"""What an assignment is known by: task, unit and period."""


class Occurrence(NamedTuple):
    """One time that a task is owed: ``period`` for recurring tasks; ``due`` for kinds that have due days."""

    task: Task
    period: Period | None
    opens: date
    due: Due | None


class Assignment(NamedTuple):
    """One task × one unit × one occurrence.

    ``common``: the unit owes it as one of a group («giao chung»), and is not named itself («giao riêng»).
    ``extensions``: the decisions that moved its due day, the last of which set it.
    """

    task: Task
    agency: str
    period: Period | None
    opens: date
    due: Due | None
    common: bool
    extensions: tuple[Decision, ...] = ()

    @property
    def extended(self) -> Decision | None:
        """The decision that set its due day, if not the plan."""
        return self.extensions[-1] if self.extensions else None

    @property
    def key(self) -> Key:
        return (self.task.id, self.agency, self.period)

    def of(self, agency: str) -> Assignment:
        """The same, owed by another unit."""
        task, own, period, opens, due, common, extensions = self
        return self if agency == own else Assignment(task, agency, period, opens, due, common, extensions)


def occurrences(plan: Plan, task: Task, calendar: WorkingCalendar) -> tuple[Occurrence, ...]:
    """When a task is owed, whoever owes it. A ``once`` without a day runs to the plan's end.

    So does a period that the plan's end cuts short: nothing is owed after it.
    """
    return tuple(Occurrence(task, *time) for time in times(plan, task, calendar))


def times(plan: Plan, task: Task, calendar: WorkingCalendar) -> tuple[Time, ...]:
    """The same without the task: the very same times for tasks of which the plan says the same."""
    if task.kind == "general":
        return ()
    if task.kind not in COUNTED:
        return ((None, plan.starts.earliest, None),)
    return _times(plan.year, plan.starts, plan.ends, task.deadline.rule if task.deadline else None, calendar)


@lru_cache(maxsize=1024)  # thousands of tasks are due by a handful of rules
def _times(year: int, starts: Moment, ends: date, text: str | None, calendar: WorkingCalendar) -> tuple[Time, ...]:
    start = starts.earliest
    rule = deadline.parse(text, year) if text else Once(Due.on(ends))
    if isinstance(rule, Every):
        periods = rule.periods(starts, ends)
        return tuple((p, max(p.first, start), rule.due_within(p, ends, calendar)) for p in periods)
    once = rule.settled(calendar)
    return ((None, max(once.start or start, start), once.due),)


def decisions_in_sight(workspace: Workspace, plan: PlanFile, view: Viewpoint) -> tuple[Decision, ...]:
    """The decisions about a plan's tasks that count from a viewpoint, the later ones last."""
    seen = (
        (file.month, decision.from_, decision)
        for file in workspace.decisions
        if file.plan == plan.plan.year
        for decision in file.decisions
        if view.sees(file.month, decision.from_)
    )
    return tuple(decision for *_, decision in sorted(seen, key=lambda item: item[:2]))


def assignments(
    workspace: Workspace, plan: PlanFile, view: Viewpoint, tasks: Iterable[Task] | None = None
) -> Runs[Assignment]:
    """All that is owed of a plan's tasks, or of some, from its start to its end, as it stands from a viewpoint.

    Order: the plan's tasks, their occurrences, the register's units.
    """
    calendar, asked = workspace.working_calendar, plan.tasks if tasks is None else tasks
    every = (occurrence for task in asked for occurrence in occurrences(plan.plan, task, calendar))
    return _owed(workspace, plan, view, every)


def standing_assignments(workspace: Workspace, plan: PlanFile, view: Viewpoint, day: date) -> Runs[Assignment]:
    """The duties without a due day, as the units that are there on a day owe them after what held by then."""
    every = (Occurrence(task, None, day, None) for task in plan.tasks if task.kind in STANDING)
    return _owed(workspace, plan, view._replace(day=min(day, view.day)), every)


def _owed(workspace: Workspace, plan: PlanFile, view: Viewpoint, every: Iterable[Occurrence]) -> Runs[Assignment]:
    """Who owes some occurrences, after every decision in sight."""
    units = workspace.units
    decided: dict[str, list[Decision]] = {}
    for decision in decisions_in_sight(workspace, plan, view):
        decided.setdefault(decision.task, []).append(decision)
    return Runs(
        run
        for occurrence in every
        for run in _of_occurrence(units, occurrence, decided.get(occurrence.task.id, ()))
    )


def _of_occurrence(units: Units, occurrence: Occurrence, decided: Sequence[Decision]) -> Iterable[Run[Assignment]]:
    if not decided:
        return _planned(units, occurrence)
    owed = owed_at_first(units, occurrence)
    for decision in decided:
        if decision.period is None or decision.period == occurrence.period:
            apply(units, occurrence, decision, owed)
    return Runs.of(owed[agency] for agency in units.in_order(owed)).runs


def owed_at_first(units: Units, occurrence: Occurrence) -> dict[str, Assignment]:
    """What the plan itself says of an occurrence, before any decision: each unit's assignment."""
    return {owed.agency: owed for run in _planned(units, occurrence) for owed in run.each()}


def _planned(units: Units, occurrence: Occurrence) -> Iterator[Run[Assignment]]:
    """In the register's order: the units of a group owe it alike, but for those that are named themselves."""
    task, period, opens, due = occurrence.task, occurrence.period, occurrence.opens, occurrence.due
    for is_named, some in groupby(units.members(task.lead, opens), key=frozenset(task.lead).__contains__):
        agencies = tuple(some)
        yield Run(Assignment(task, agencies[0], period, opens, due, common=not is_named), agencies)


def _given(occurrence: Occurrence, agency: str, opens: date, names: tuple[str, ...]) -> Assignment:
    common = agency not in names
    return Assignment(occurrence.task, agency, occurrence.period, opens, occurrence.due, common)


def apply(units: Units, occurrence: Occurrence, decision: Decision, owed: dict[str, Assignment]) -> None:
    """Change what is owed of an occurrence that a decision is about.

    An exemption, a drop or an assignment leaves what had fallen due before it as it was; an extension moves
    the due day whenever it was decided, since that is what it is asked for.
    """
    if decision.kind == "assign":
        _assign(units, occurrence, decision, owed)
        return
    for agency in concerned(units, decision, owed):
        due, extensions = owed[agency].due, (*owed[agency].extensions, decision)
        if decision.kind == "extend":
            if decision.to is not None and due is not None:
                owed[agency] = owed[agency]._replace(due=Due.on(decision.to), extensions=extensions)
        elif due is None or due.last >= decision.from_:
            del owed[agency]


def concerned(units: Units, decision: Decision, owed: Iterable[str]) -> tuple[str, ...]:
    """Which of those who owe a thing a decision is about: all, or those it names, though they may be gone."""
    if decision.agencies is None:
        return tuple(owed)
    named = units.reached(decision.agencies)
    return tuple(agency for agency in owed if agency in named)


def _assign(units: Units, occurrence: Occurrence, decision: Decision, owed: dict[str, Assignment]) -> None:
    """Give an occurrence that has not fallen due to more units: those that are there when it opens for them."""
    due, names = occurrence.due, decision.agencies or ()
    opens = max(occurrence.opens, decision.from_)
    if due is None or due.last >= decision.from_:
        for agency in units.members(names, opens):
            owed.setdefault(agency, _given(occurrence, agency, opens, names))
