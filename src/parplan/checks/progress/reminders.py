"""A letter that is said to have gone out reminds of work that there is, on a day when it could.

Must not ask whether the work was overdue by then: what a unit reports later changes that, and not the letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parplan.checks.progress.updates import periods_of, wrong_period
from parplan.facts.assignments import occurrences
from parplan.facts.viewpoint import send_day
from parplan.finding import Code, Finding
from parplan.model.plan import PlanFile
from parplan.model.reminder import Reminder
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
                    wrong = wrong_period(periods[reminded.task], tasks[reminded.task], reminded)
                    if wrong is not None:
                        yield wrong


def check_reminder_days(workspace: Workspace) -> Iterator[Finding]:
    """A letter went out after what it asks for should have been there."""
    for file in workspace.reminders:
        plan = workspace.plans.get(file.plan)
        if plan is not None:
            for reminder in file.reminders:
                yield from _early(workspace, plan, reminder)


def _early(workspace: Workspace, plan: PlanFile, reminder: Reminder) -> Iterator[Finding]:
    """What a letter asks for that was still in time on its day, as the plan itself sets the time."""
    tasks = {task.id: task for task in plan.tasks}
    for reminded in reminder.tasks or ():
        if reminded.task not in tasks:
            continue
        for owed in occurrences(plan.plan, tasks[reminded.task], workspace.working_calendar):
            if owed.period == reminded.period and owed.due is not None and reminder.date <= owed.due.last:
                values = {"number": reminder.number, "day": reminder.date, "last": owed.due.last}
                yield Finding(Code.REMINDER_TOO_EARLY, reminder.at("date"), values)
    for report in reminder.reports or ():
        if reminder.date <= (last := send_day(plan.plan, report.month)):
            values = {"number": reminder.number, "day": reminder.date, "last": last}
            yield Finding(Code.REMINDER_TOO_EARLY, reminder.at("date"), values)


def letters_to_come(workspace: Workspace, today: date) -> Iterator[Finding]:
    """No letter has gone out on a day that is still to come. Asked by who knows what day it is."""
    for file in workspace.reminders:
        for reminder in file.reminders:
            if reminder.date > today:
                values = {"number": reminder.number, "day": reminder.date}
                yield Finding(Code.REMINDER_AHEAD, reminder.at("date"), values)
