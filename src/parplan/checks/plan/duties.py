"""Every unit has something to do, and no task names a unit twice.

Must not look at progress, nor tell of a unit while the task that names it may be one with an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.checks.everywhere.identity import check_groups
from parplan.finding import Code, Finding
from parplan.model.agency import Agency
from parplan.model.plan import Plan, Task
from parplan.model.workspace import Workspace


def check_agencies(workspace: Workspace) -> Iterator[Finding]:
    """Each unit leads or takes part in a task, or was assigned one, unless it orders the work or hears of it."""
    if not workspace.plans or workspace.left_out or _may_hide_work(workspace) or any(check_groups(workspace)):
        return
    plans = [file.plan for file in workspace.plans.values()]
    named = {*_named(workspace), *(name for plan in plans for name in _offices(plan))}
    units = workspace.units
    if not units.are_clear(named):
        return
    busy = units.reached(named)
    kinds = {kind.id for kind in workspace.agencies.kinds}
    for agency in workspace.agencies.agencies:
        if agency.id not in busy and agency.kind in kinds and any(_is_there(agency, plan) for plan in plans):
            yield Finding(Code.AGENCY_WITHOUT_TASK, agency.at("id"), {"name": agency.name})


def _may_hide_work(workspace: Workspace) -> bool:
    """Whether a plan or a decision could not be read, or may lie in a folder that could not."""
    return any(
        file.startswith("data/plan-") or file.endswith(("/decisions.yaml", "/")) for file in workspace.unread
    )


def _named(workspace: Workspace) -> Iterator[str]:
    """Every unit and group that is given work."""
    for plan in workspace.plans.values():
        for task in plan.tasks:
            yield from task.lead
            yield from task.partners or ()
    for file in workspace.decisions:
        for decision in file.decisions:
            if decision.kind == "assign":
                yield from decision.agencies or ()


def _offices(plan: Plan) -> Iterator[str]:
    """Who orders a plan's work, and who gathers and hears what came of it."""
    yield from (plan.issuer, plan.coordinator, plan.reporting.from_)
    yield from plan.reporting.to


def _is_there(agency: Agency, plan: Plan) -> bool:
    """Whether a unit exists on some day of a plan."""
    return (agency.from_ is None or agency.from_ <= plan.ends) and (
        agency.until is None or agency.until >= plan.starts.earliest
    )


def check_leads(workspace: Workspace) -> Iterator[Finding]:
    """A task names each unit or group once, whether it leads or takes part."""
    for plan in workspace.plans.values():
        for task in plan.tasks:
            yield from _repeated(task)


def _repeated(task: Task) -> Iterator[Finding]:
    seen: set[str] = set()
    for key, names in (("lead", task.lead), ("with", task.partners or ())):
        for position, name in enumerate(names):
            if name in seen:
                yield Finding(Code.LEAD_REPEATED, task.at(key, position), {"id": name, "list": key})
            seen.add(name)
