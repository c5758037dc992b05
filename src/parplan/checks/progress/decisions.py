"""What was decided later changes something: it speaks of work that is owed, and of days that are still to come.

Must not look at what was reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parplan.facts.assignments import (
    COUNTED,
    Occurrence,
    apply,
    concerned,
    decisions_in_sight,
    occurrences,
    owed_at_first,
)
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Code, Finding, Severity
from parplan.model.plan import Plan, PlanFile, Task
from parplan.model.progress import Decision
from parplan.model.units import Units
from parplan.model.workspace import Workspace


def check_decisions(workspace: Workspace) -> Iterator[Finding]:
    """Each decision holds against what is owed just before it, after the sound ones that came earlier."""
    units = workspace.units
    for plan in workspace.plans.values():
        tasks = {task.id: task for task in plan.tasks}
        owed: dict[str, _Owed] = {}
        for decision in decisions_in_sight(workspace, plan, Viewpoint(date.max)):
            if decision.task not in tasks:
                continue
            before = owed.get(decision.task) or _Owed(workspace, units, plan, tasks[decision.task])
            owed[decision.task] = before
            found = [*_decision(plan, before, decision), *_changes_something(before, decision)]
            yield from found
            if all(finding.code.severity is not Severity.ERROR for finding in found):
                before.take(decision)


class _Owed:
    """Who owes a task, occurrence by occurrence, as the decisions so far leave it."""

    def __init__(self, workspace: Workspace, units: Units, plan: PlanFile, task: Task) -> None:
        self.task = task
        self.units = units
        self.occurrences = occurrences(plan.plan, task, workspace.working_calendar)
        self.by_period = {o.period: owed_at_first(units, o) for o in self.occurrences}
        self.is_clear = units.are_clear(task.lead)

    def touched(self, decision: Decision) -> list[Occurrence]:
        return [o for o in self.occurrences if decision.period is None or decision.period == o.period]

    def owes(self, agency: str, occurrence: Occurrence) -> bool:
        return agency in self.by_period[occurrence.period]

    def due_days(self, decision: Decision) -> list[date]:
        """The days, as written, on which what an extension touches is due."""
        every = [self.by_period[occurrence.period] for occurrence in self.touched(decision)]
        owing = [owed[agency] for owed in every for agency in concerned(self.units, decision, owed)]
        return [assignment.due.named for assignment in owing if assignment.due is not None]

    def take(self, decision: Decision) -> None:
        for occurrence in self.touched(decision):
            apply(self.units, occurrence, decision, self.by_period[occurrence.period])


def _decision(plan: PlanFile, owed: _Owed, decision: Decision) -> Iterator[Finding]:
    """What a decision must hold by itself: a day, a paper, a period, somebody it is for."""
    task = owed.task
    if decision.kind == "extend":
        if decision.to is None:
            yield Finding(Code.EXTENSION_DATE_MISSING, decision.at("kind"), {"task": task.id})
        if decision.document.issuer != plan.plan.issuer:
            values = {"issuer": decision.document.issuer or "…", "entitled": plan.plan.issuer}
            yield Finding(Code.EXTENSION_NOT_BY_ISSUER, decision.at("document", "issuer"), values)
    if decision.kind == "assign" and decision.agencies is None:
        yield Finding(Code.ASSIGNMENT_NOBODY, decision.at("kind"), {"task": task.id})
    if decision.period is not None and not owed.touched(decision):
        known = ", ".join(str(o.period) for o in owed.occurrences if o.period is not None)
        code = Code.PERIOD_UNKNOWN if known else Code.PERIOD_NEEDLESS
        period = {"task": task.id, "kind": task.kind, "period": str(decision.period), "periods": known}
        yield Finding(code, decision.at("period"), period)
    yield from _outside(plan.plan, decision)


def _outside(plan: Plan, decision: Decision) -> Iterator[Finding]:
    starts = plan.starts.earliest
    if starts <= plan.ends and not starts <= decision.from_ <= plan.ends:
        values = {"day": decision.from_, "starts": plan.starts, "ends": plan.ends}
        yield Finding(Code.DECISION_OUTSIDE_PLAN, decision.at("from"), values)


def _changes_something(owed: _Owed, decision: Decision) -> Iterator[Finding]:
    """It extends a day that is due, takes away a duty that is owed, or gives one to a unit that has it not."""
    match decision.kind:
        case "extend":
            yield from _extension(owed, decision)
        case "exempt" | "drop":
            yield from _exemption(owed, decision)
        case "assign":
            yield from _assignment(owed, decision)


def _extension(owed: _Owed, decision: Decision) -> Iterator[Finding]:
    task = owed.task
    if task.kind not in COUNTED:
        yield Finding(Code.EXTENSION_WITHOUT_DUE, decision.at("task"), {"task": task.id, "kind": task.kind})
        return
    days = owed.due_days(decision)
    # one day may serve several units, some of which have it already; it may not come before anybody's
    if decision.to is not None and days and (decision.to < max(days) or decision.to <= min(days)):
        values = {"to": decision.to, "due": max(days), "task": task.id}
        yield Finding(Code.EXTENSION_NOT_LATER, decision.at("to"), values)


def _exemption(owed: _Owed, decision: Decision) -> Iterator[Finding]:
    touched = owed.touched(decision)
    for position, agencies, name in _named(owed, decision):
        if touched and not any(owed.owes(agency, o) for o in touched for agency in agencies):
            values = {"task": owed.task.id, "agency_name": name}
            yield Finding(Code.EXEMPTION_NOT_OWED, decision.at("agencies", position), values)


def _assignment(owed: _Owed, decision: Decision) -> Iterator[Finding]:
    # what had fallen due before cannot be assigned any more
    touched = [o for o in owed.touched(decision) if o.due is None or o.due.last >= decision.from_]
    for position, agencies, name in _named(owed, decision):
        if touched and all(owed.owes(agency, o) for o in touched for agency in agencies):
            values = {"task": owed.task.id, "agency_name": name}
            yield Finding(Code.ASSIGNMENT_ALREADY_OWED, decision.at("agencies", position), values)


def _named(owed: _Owed, decision: Decision) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Each name a decision lists: its place in the list, the units it comes to, and what it is called.

    Nothing while it is not certain who owes the task.
    """
    units = owed.units
    for position, name in enumerate(decision.agencies or ()) if owed.is_clear else ():
        if name in units.agencies:
            yield position, (name,), units.agencies[name].name
        elif name in units.groups and (members := units.members([name], decision.from_)):
            yield position, members, units.groups[name].name
