"""A letter that is said to have gone out reminds of work that there is.

Must not ask whether the work was overdue by then: what a unit reports later changes that, and not the letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.checks.progress import periods_of, wrong_period
from parplan.finding import Finding
from parplan.model.workspace import Workspace


def check_reminders(workspace: Workspace) -> Iterator[Finding]:
    """A recurring task is reminded of for one of its periods, any other for none."""
    for file in workspace.reminders:
        plan = workspace.plans.get(file.plan)
        if plan is None:
            continue
        tasks = {task.id: task for task in plan.tasks}
        periods = periods_of(workspace, plan)
        for reminder in file.reminders:
            for reminded in reminder.tasks or ():
                if reminded.task in tasks:
                    yield from wrong_period(periods[reminded.task], tasks[reminded.task], reminded)
