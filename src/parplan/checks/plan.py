"""What a plan says of itself holds together: its dates and its deadlines.

Must not look at progress, or at the document: quotes have a module of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parplan import deadline
from parplan.checks.calendar import working_calendar
from parplan.due import Every, Once, Within
from parplan.facts.assignments import COUNTED
from parplan.finding import Code, Finding
from parplan.model.plan import Plan, Task
from parplan.model.workspace import Workspace
from parplan.period import Period
from parplan.spelling import one_line


def check_plan_dates(workspace: Workspace) -> Iterator[Finding]:
    """A plan ends after it starts."""
    for file in workspace.plans.values():
        plan = file.plan
        if plan.ends < plan.starts.earliest:
            values = {"starts": plan.starts, "ends": plan.ends}
            yield Finding(Code.PLAN_DATES_REVERSED, plan.at("ends"), values)


def check_deadlines(workspace: Workspace) -> Iterator[Finding]:
    """Each kind of task has the deadline it needs, inside the plan, in words that the document uses."""
    for file in workspace.plans.values():
        for task in file.tasks:
            yield from _words(task)
            yield from _rule(workspace, file.plan, task)


def _words(task: Task) -> Iterator[Finding]:
    words = task.deadline.words if task.deadline else None
    if words is not None and words not in one_line(task.source.quote):
        yield Finding(Code.WORDS_NOT_IN_QUOTE, task.at("deadline", "words"), {"words": words})


def _rule(workspace: Workspace, plan: Plan, task: Task) -> Iterator[Finding]:
    text = task.deadline.rule if task.deadline else None
    rule = deadline.parse(text, plan.year) if text else None
    if task.kind == "periodic" and not isinstance(rule, Every):
        where = task.at("deadline", "rule") if text else task.at("kind")
        yield Finding(Code.DEADLINE_NEEDED, where, {"task": task.id})
    elif rule is not None and (task.kind not in COUNTED or (task.kind == "once" and isinstance(rule, Every))):
        yield Finding(Code.DEADLINE_NEEDLESS, task.at("deadline", "rule"), {"kind": task.kind, "rule": text})
    elif plan.ends < plan.starts.earliest:  # told of the plan, not of each deadline
        return
    elif isinstance(rule, Every):
        if not any(rule.periods(plan.starts, plan.ends)):
            last = Period(date(rule.until or rule.since or plan.year, 1, 1), 12)
            yield _outside(plan, task, rule.due(last, workspace.working_calendar).last)
    elif rule is not None:
        yield from _day(workspace, plan, task, rule)


def _day(workspace: Workspace, plan: Plan, task: Task, rule: Once | Within) -> Iterator[Finding]:
    """The last day in time lies in the plan; where a rule names one day, it is better one that is worked."""
    calendar = working_calendar(workspace)
    once = rule.settled(workspace.working_calendar)
    last = once.due.last
    if not plan.starts.earliest <= last <= plan.ends:
        yield _outside(plan, task, last)
    elif once.start is None and calendar is not None and calendar.is_off(last):
        text = task.deadline.rule if task.deadline else None
        days = {"rule": text, "due": last, "remind": calendar.last_working_day(last)}
        yield Finding(Code.DEADLINE_DAY_OFF, task.at("deadline", "rule"), days)


def _outside(plan: Plan, task: Task, last: date) -> Finding:
    text = task.deadline.rule if task.deadline else None
    values = {"rule": text, "due": last, "starts": plan.starts, "ends": plan.ends}
    return Finding(Code.DEADLINE_OUTSIDE_PLAN, task.at("deadline", "rule"), values)
