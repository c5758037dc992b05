"""Updates speak of work that is owed, in the period that it is owed for, and do not take back what was done.

Must not judge how the work stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from parplan.calendar.period import Period
from parplan.facts.assignments import COUNTED, Time, assignments, times
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Code, Finding
from parplan.model.agency import Agency
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
        agency = plan.units.agencies.get(file.agency)
        seen: dict[tuple[str, Period | None], int] = {}
        for position, update in enumerate(file.updates):
            task = plan.tasks.get(update.task)
            if task is None:
                continue
            yield from _update(plan, agency, task, update)
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
        self.earliest = self.starts.earliest
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
        owes = self.owing.get(asked)
        if owes is None:
            owes = any(agency in self.units.members(task.lead, day) for day in opens.values())
            self.owing[asked] = owes
        return owes


def periods_of(workspace: Workspace, file: PlanFile) -> dict[str, dict[Period | None, date]]:
    """The periods of each of a plan's tasks, and when they open: one object for tasks that are owed alike."""
    calendar = workspace.working_calendar
    every = {task.id: times(file.plan, task, calendar) for task in file.tasks}
    opening = {id(alike): {period: opens for period, opens, _ in alike} for alike in _each_once(every.values())}
    return {task: opening[id(alike)] for task, alike in every.items()}


def _each_once(every: Iterable[tuple[Time, ...]]) -> Iterable[tuple[Time, ...]]:
    return {id(alike): alike for alike in every}.values()


def _update(plan: _Plan, agency: Agency | None, task: Task, update: Update) -> Iterator[Finding]:
    if agency is not None and not plan.may_owe(agency.id, task):
        values = {"agency": agency.id, "agency_name": agency.name, "task": task.id, "title": task.title}
        yield Finding(Code.UPDATE_NOT_OWED, update.at("task"), values)
    opens = plan.opens[task.id]
    if wrong := wrong_period(opens, task, update):
        yield wrong
    if wrong := _day(plan, opens, update):
        yield wrong
    if update.status == "done" and update.date is None and task.kind in COUNTED:
        yield Finding(Code.UPDATE_DATE_MISSING, update.at("status"), {"task": task.id})
    if update.status == "none" and task.kind in COUNTED:
        yield Finding(Code.STATUS_UNFIT, update.at("status"), {"status": update.status, "kind": task.kind})


def wrong_period(periods: Collection[Period | None], task: Task, said: Update | RemindedTask) -> Finding | None:
    """What is wrong with the period that a record names beside its task."""
    if task.kind != "periodic":
        if said.period is None:
            return None
        return Finding(Code.PERIOD_NEEDLESS, said.where.key("period"), {"task": task.id, "kind": task.kind})
    if said.period is not None and said.period in periods:
        return None
    known = ", ".join(str(period) for period in periods)
    if said.period is None:
        return Finding(Code.PERIOD_MISSING, said.at("task"), {"task": task.id, "periods": known})
    values = {"task": task.id, "period": str(said.period), "periods": known}
    return Finding(Code.PERIOD_UNKNOWN, said.at("period"), values)


def _day(plan: _Plan, opens: Mapping[Period | None, date], update: Update) -> Finding | None:
    """What an update tells of lies within the plan, and within the period it settles."""
    day = update.date
    if day is None:
        return None
    if day < plan.earliest:
        return Finding(Code.DATE_BEFORE_PLAN, update.at("date"), {"day": day, "starts": plan.starts})
    if update.status == "done" and update.period is not None and day < opens.get(update.period, date.min):
        values = {"period": update.period, "day": day, "opens": opens[update.period]}
        return Finding(Code.PERIOD_NOT_BEGUN, update.at("period"), values)
    return None


def check_undone(workspace: Workspace) -> Iterator[Finding]:
    """What was done stays done: a later month that says otherwise is right only if the earlier one was wrong."""
    counted = {
        year: {task.id for task in plan.tasks if task.kind in COUNTED} for year, plan in workspace.plans.items()
    }
    told: dict[tuple[int, str], dict[tuple[str, Period | None], tuple[Period, Update]]] = {}
    for file in sorted(workspace.progress, key=lambda file: file.month):
        if not any(unit_named(file)):
            continue
        tasks, last = counted.get(file.plan, ()), told.setdefault((file.plan, file.agency), {})
        for update in file.updates:
            if update.task not in tasks:
                continue
            key = (update.task, update.period)
            month, before = last.get(key, (file.month, update))
            if before.status == "done" != update.status and month < file.month:
                values = {"task": update.task, "first": before.at("status"), "status": update.status}
                yield Finding(Code.DONE_UNDONE, update.at("status"), values)
            last[key] = (file.month, update)


def unit_named(file: ProgressFile) -> Iterator[tuple[str]]:
    """The unit whose report it is, which stands in every other of its; two that name nobody may be of two."""
    if file.agency not in UNREAD:
        yield (file.agency,)
