"""Updates speak of work that is owed, in the period that it is owed for, and do not take back what was done.

Must not judge how the work stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from parplan.calendar.period import Period
from parplan.facts.assignments import COUNTED, Time, assignments, times
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Code, Finding
from parplan.model.plan import PlanFile, Task
from parplan.model.progress import Decision, ProgressFile, Update
from parplan.model.reminder import RemindedTask
from parplan.model.scalar import UNREAD
from parplan.model.workspace import Workspace


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
        self.starts = file.plan.starts
        self.tasks = {task.id: task for task in file.tasks}
        self.owing: dict[tuple[str, tuple[str, ...], int], bool] = {}
        self.opens = periods_of(workspace, file)
        self.units = workspace.units
        # an exemption does not make an earlier report wrong: who owed at the start or at the end counts
        views = (Viewpoint(file.plan.starts.earliest), Viewpoint(date.max))
        year = file.plan.year
        decisions = [d for later in workspace.decisions if later.plan == year for d in later.decisions]
        self.decided = {decision.task for decision in decisions}
        decided = [task for task in file.tasks if task.id in self.decided]
        self.owed = {
            (assignment.task.id, assignment.agency)
            for view in views
            for assignment in assignments(workspace, file, view, decided)
        }
        clear = {lead: self.units.are_clear(lead) for lead in {task.lead for task in file.tasks}}
        self.unclear = {task.id for task in file.tasks if not clear[task.lead]}
        self.owed |= {(d.task, agency) for d in decisions for agency in self.named(d)}
        self.unclear |= {d.task for d in decisions if not self.units.are_clear(d.agencies or ())}

    def named(self, decision: Decision) -> tuple[str, ...]:
        return self.units.members(decision.agencies or (), decision.from_)

    def may_owe(self, agency: str, task: Task) -> bool:
        """Whether a unit owes a task, or who does is not certain; an exhortation is anybody's to speak of."""
        return task.kind == "general" or task.id in self.unclear or self._owes(agency, task)

    def _owes(self, agency: str, task: Task) -> bool:
        if task.id in self.decided:
            return (task.id, agency) in self.owed
        opens = self.opens[task.id]
        asked = (agency, task.lead, id(opens))  # what opens on the same days is one object
        if asked not in self.owing:
            self.owing[asked] = any(agency in self.units.members(task.lead, day) for day in opens.values())
        return self.owing[asked]


def periods_of(workspace: Workspace, file: PlanFile) -> dict[str, dict[Period | None, date]]:
    """The periods of each of a plan's tasks, and when they open: one object for tasks that are owed alike."""
    calendar = workspace.working_calendar
    every = {task.id: times(file.plan, task, calendar) for task in file.tasks}
    opening = {id(alike): {period: opens for period, opens, _ in alike} for alike in _each_once(every.values())}
    return {task: opening[id(alike)] for task, alike in every.items()}


def _each_once(every: Iterable[tuple[Time, ...]]) -> Iterable[tuple[Time, ...]]:
    return {id(alike): alike for alike in every}.values()


def _update(plan: _Plan, file: ProgressFile, task: Task, update: Update) -> Iterator[Finding]:
    name = plan.units.agencies[file.agency].name if file.agency in plan.units.agencies else ""
    if name and not plan.may_owe(file.agency, task):
        values = {"agency": file.agency, "agency_name": name, "task": task.id, "title": task.title}
        yield Finding(Code.UPDATE_NOT_OWED, update.at("task"), values)
    yield from wrong_period(plan.opens[task.id], task, update)
    yield from _day(plan, task, update)
    if update.status == "done" and update.date is None and task.kind in COUNTED:
        yield Finding(Code.UPDATE_DATE_MISSING, update.at("status"), {"task": task.id})
    if update.status == "none" and task.kind in COUNTED:
        yield Finding(Code.STATUS_UNFIT, update.at("status"), {"status": update.status, "kind": task.kind})


def wrong_period(periods: Collection[Period | None], task: Task, said: Update | RemindedTask) -> Iterator[Finding]:
    """What is wrong with the period that a record names beside its task."""
    if task.kind != "periodic":
        if said.period is not None:
            yield Finding(Code.PERIOD_NEEDLESS, said.where.key("period"), {"task": task.id, "kind": task.kind})
    elif said.period is None:
        known = ", ".join(str(period) for period in periods)
        yield Finding(Code.PERIOD_MISSING, said.at("task"), {"task": task.id, "periods": known})
    elif said.period not in periods:
        known = ", ".join(str(period) for period in periods)
        values = {"task": task.id, "period": str(said.period), "periods": known}
        yield Finding(Code.PERIOD_UNKNOWN, said.at("period"), values)


def _day(plan: _Plan, task: Task, update: Update) -> Iterator[Finding]:
    """What an update tells of lies within the plan, and within the period it settles."""
    if update.date is None:
        return
    opens = plan.opens[task.id].get(update.period)
    if update.date < plan.starts.earliest:
        values = {"day": update.date, "starts": plan.starts}
        yield Finding(Code.DATE_BEFORE_PLAN, update.at("date"), values)
    elif update.status == "done" and update.period is not None and opens is not None and update.date < opens:
        begun = {"period": update.period, "day": update.date, "opens": opens}
        yield Finding(Code.PERIOD_NOT_BEGUN, update.at("period"), begun)


def check_undone(workspace: Workspace) -> Iterator[Finding]:
    """What was done stays done: a later month that says otherwise is right only if the earlier one was wrong."""
    counted = {
        (year, task.id) for year, plan in workspace.plans.items() for task in plan.tasks if task.kind in COUNTED
    }
    last: dict[tuple[int, str, str, Period | None], tuple[Period, Update]] = {}
    for file in sorted(workspace.progress, key=lambda file: file.month):
        if not any(unit_named(file)):
            continue
        for update in file.updates:
            if (file.plan, update.task) not in counted:
                continue
            key = (file.plan, update.task, file.agency, update.period)
            month, before = last.get(key, (file.month, update))
            if before.status == "done" != update.status and month < file.month:
                values = {"task": update.task, "first": before.at("status"), "status": update.status}
                yield Finding(Code.DONE_UNDONE, update.at("status"), values)
            last[key] = (file.month, update)


def unit_named(file: ProgressFile) -> Iterator[tuple[str]]:
    """The unit whose report it is, which stands in every other of its; two that name nobody may be of two."""
    if file.agency not in UNREAD:
        yield (file.agency,)
