"""Who owes what: one task, one unit, one occurrence («lượt nhiệm vụ»), after every decision in sight.

Must not look at progress: whether anything was done is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from parplan import deadline
from parplan.deadline import Due
from parplan.facts.units import Units
from parplan.facts.viewpoint import Viewpoint
from parplan.model.plan import Plan, PlanFile, Task
from parplan.model.progress import Decision
from parplan.model.workspace import Workspace
from parplan.period import Period, full_periods

COUNTED = ("once", "periodic")
"""The kinds that have due days and enter rates."""

STANDING = ("ongoing", "on-event")
"""The kinds of which a unit only reports, month by month, or does not."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a task is owed: ``period`` for recurring tasks; ``due`` for kinds that have due days."""

    task: Task
    period: Period | None
    opens: date
    due: Due | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task × one unit × one occurrence. ``common``: given to a group («giao chung»), not to the unit alone."""

    task: Task
    agency: str
    period: Period | None
    opens: date
    due: Due | None
    common: bool
    extended: Decision | None = None

    @property
    def key(self) -> tuple[str, str, Period | None]:
        return (self.task.id, self.agency, self.period)


def occurrences(plan: Plan, task: Task) -> tuple[Occurrence, ...]:
    """When a task is owed, whoever owes it. A ``once`` without a day runs to the plan's end."""
    start = plan.starts.earliest
    if task.kind == "general":
        return ()
    if task.kind not in COUNTED:
        return (Occurrence(task, None, start, None),)
    text = task.deadline.rule if task.deadline else None
    rule = deadline.parse(text) if text else deadline.Once(Due.on(plan.ends))
    if isinstance(rule, deadline.Once):
        return (Occurrence(task, None, rule.start or start, rule.due),)
    periods = full_periods(plan.starts.begins_whole_months_from, plan.ends, rule.months)
    return tuple(Occurrence(task, period, max(period.first, start), rule.due(period)) for period in periods)


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


def assignments(workspace: Workspace, plan: PlanFile, view: Viewpoint) -> tuple[Assignment, ...]:
    """Everything that is owed under a plan, from its start to its end, as it stands from a viewpoint.

    Order: the plan's tasks, their occurrences, the register's units.
    """
    units = Units(workspace.agencies)
    by_task: dict[str, list[Decision]] = {}
    for decision in decisions_in_sight(workspace, plan, view):
        by_task.setdefault(decision.task, []).append(decision)
    made: list[Assignment] = []
    for task in plan.tasks:
        decided = by_task.get(task.id, ())
        for occurrence in occurrences(plan.plan, task):
            made.extend(_of_occurrence(units, occurrence, decided))
    return tuple(made)


def is_common(units: Units, task: Task) -> bool:
    """Whether a task is given to a group of units («giao chung»)."""
    return any(units.is_group(lead) for lead in task.lead)


def _of_occurrence(units: Units, occurrence: Occurrence, decided: Iterable[Decision]) -> Iterator[Assignment]:
    task = occurrence.task
    common = is_common(units, task)
    owed = {
        agency: Assignment(task, agency, occurrence.period, occurrence.opens, occurrence.due, common)
        for agency in units.members(task.lead, occurrence.opens)
    }
    for decision in decided:
        if decision.period is not None and decision.period != occurrence.period:
            continue
        _apply(units, occurrence, decision, owed)
    yield from (owed[agency] for agency in units.in_order(owed))


def _apply(units: Units, occurrence: Occurrence, decision: Decision, owed: dict[str, Assignment]) -> None:
    """Change what is owed of an occurrence.

    An exemption, a drop or an assignment leaves what had fallen due before it as it was; an extension moves
    the due day whenever it was decided, since that is what it is asked for.
    """
    due = occurrence.due
    named = units.members(decision.agencies, decision.from_) if decision.agencies else tuple(owed)
    for agency in named:
        current = owed[agency].due if agency in owed else due
        if decision.kind == "assign":
            if agency not in owed and (due is None or due.last >= decision.from_):
                opens = max(occurrence.opens, decision.from_)
                owed[agency] = Assignment(occurrence.task, agency, occurrence.period, opens, due, False)
        elif agency not in owed:
            continue
        elif decision.kind == "extend":
            if decision.to is not None and current is not None:
                owed[agency] = replace(owed[agency], due=Due.on(decision.to), extended=decision)
        elif current is None or current.last >= decision.from_:
            del owed[agency]
