"""Updates and decisions speak of work that is owed, in the period that it is owed for.

Must not judge how the work stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parplan.facts.assignments import COUNTED, assignments, occurrences
from parplan.facts.units import Units
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Code, Finding
from parplan.model.plan import PlanFile, Task
from parplan.model.progress import Decision, ProgressFile, Update
from parplan.model.workspace import Workspace
from parplan.period import Period


def check_updates(workspace: Workspace) -> Iterator[Finding]:
    """Each update settles something that its unit owes, once in a file, and says when."""
    plans = {year: _Plan(workspace, plan) for year, plan in workspace.plans.items()}
    for file in workspace.progress:
        plan = plans.get(file.plan)
        if plan is None:
            continue
        seen: dict[tuple[str, Period | None], int] = {}
        for position, update in enumerate(file.updates):
            task = plan.tasks.get(update.task)
            if task is None:
                continue
            yield from _update(plan, file, task, update)
            first = seen.setdefault((update.task, update.period), position)
            if first != position:
                yield Finding(
                    Code.UPDATE_DUPLICATE,
                    update.at("task"),
                    {"task": task.id, "first": file.updates[first].at("task")},
                )


class _Plan:
    """A plan's tasks and their periods, and who ever owes what, looked up once."""

    def __init__(self, workspace: Workspace, file: PlanFile) -> None:
        self.tasks = {task.id: task for task in file.tasks}
        self.periods = {task.id: [o.period for o in occurrences(file.plan, task)] for task in file.tasks}
        self.units = Units(workspace.agencies)
        # an exemption does not make an earlier report wrong: who owed at the start or at the end counts
        views = (Viewpoint(file.plan.starts.earliest), Viewpoint(date.max))
        self.owed = {
            (assignment.task.id, assignment.agency)
            for view in views
            for assignment in assignments(workspace, file, view)
        }
        for file_ in workspace.decisions:
            self.owed |= {(d.task, agency) for d in file_.decisions for agency in self.named(d)}

    def named(self, decision: Decision) -> tuple[str, ...]:
        return self.units.members(decision.agencies or (), decision.from_)


def _update(plan: _Plan, file: ProgressFile, task: Task, update: Update) -> Iterator[Finding]:
    name = plan.units.agencies[file.agency].name if file.agency in plan.units.agencies else ""
    if name and task.kind != "general" and (task.id, file.agency) not in plan.owed:
        values = {"agency": file.agency, "agency_name": name, "task": task.id, "title": task.title}
        yield Finding(Code.UPDATE_NOT_OWED, update.at("task"), values)
    yield from _period(plan, task, update)
    if update.status == "done" and update.date is None and task.kind in COUNTED:
        yield Finding(Code.UPDATE_DATE_MISSING, update.at("status"), {"task": task.id})
    if update.status == "none" and task.kind in COUNTED:
        yield Finding(Code.STATUS_UNFIT, update.at("status"), {"status": update.status, "kind": task.kind})


def _period(plan: _Plan, task: Task, update: Update) -> Iterator[Finding]:
    periods = plan.periods[task.id]
    if task.kind != "periodic":
        if update.period is not None:
            yield Finding(Code.PERIOD_NEEDLESS, update.where.key("period"), {"task": task.id, "kind": task.kind})
    elif update.period is None:
        known = ", ".join(str(period) for period in periods)
        yield Finding(Code.PERIOD_MISSING, update.at("task"), {"task": task.id, "periods": known})
    elif update.period not in periods:
        known = ", ".join(str(period) for period in periods)
        values = {"task": task.id, "period": str(update.period), "periods": known}
        yield Finding(Code.PERIOD_UNKNOWN, update.at("period"), values)


def check_decisions(workspace: Workspace) -> Iterator[Finding]:
    """An extension has a new day and a paper of the plan's issuer; a period is one that the task has."""
    for file in workspace.decisions:
        plan = workspace.plans.get(file.plan)
        if plan is None:
            continue
        tasks = {task.id: task for task in plan.tasks}
        for decision in file.decisions:
            if decision.task in tasks:
                yield from _decision(plan, tasks[decision.task], decision)


def _decision(plan: PlanFile, task: Task, decision: Decision) -> Iterator[Finding]:
    if decision.kind == "extend":
        if decision.to is None:
            yield Finding(Code.EXTENSION_DATE_MISSING, decision.at("kind"), {"task": task.id})
        if decision.document.issuer != plan.plan.issuer:
            values = {"issuer": decision.document.issuer or "", "wanted": plan.plan.issuer}
            yield Finding(Code.EXTENSION_NOT_BY_ISSUER, decision.at("document", "issuer"), values)
    periods = [occurrence.period for occurrence in occurrences(plan.plan, task)]
    if decision.period is not None and decision.period not in periods:
        known = ", ".join(str(period) for period in periods if period is not None)
        code = Code.PERIOD_UNKNOWN if known else Code.PERIOD_NEEDLESS
        values = {"task": task.id, "kind": task.kind, "period": str(decision.period), "periods": known}
        yield Finding(code, decision.at("period"), values)
