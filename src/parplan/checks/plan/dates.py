"""What a plan says of itself holds together: its dates and its deadlines.

Must not look at progress, or at the document: quotes have a module of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from parplan.calendar import deadline_rules as deadline
from parplan.calendar.due_days import Every, Once, Rule, Within
from parplan.calendar.period import Period
from parplan.checks.plan.calendar import working_calendar
from parplan.facts.assignments import COUNTED
from parplan.facts.serving.passages import rows_of
from parplan.finding import Code, Finding
from parplan.model.plan import Plan, PlanFile, Task
from parplan.model.scalar import UNREAD
from parplan.model.workspace import CALENDAR, Workspace
from parplan.spelling import one_line

MOST_YEARS: Final = 20
"""A longer plan is a slip in a year; month by month it would be counted for minutes, and none could read it."""


def check_plan_dates(workspace: Workspace) -> Iterator[Finding]:
    """A plan ends after it starts, and within a time that people plan for."""
    for file in workspace.plans.values():
        plan = file.plan
        if plan.ends < plan.starts.earliest:
            values = {"starts": plan.starts, "ends": plan.ends}
            yield Finding(Code.PLAN_DATES_REVERSED, plan.at("ends"), values)
        elif plan.ends.year - plan.starts.earliest.year >= MOST_YEARS:
            values = {"starts": plan.starts, "ends": plan.ends, "most": MOST_YEARS}
            yield Finding(Code.PLAN_TOO_LONG, plan.at("ends"), values)


def check_first_month(workspace: Workspace) -> Iterator[Finding]:
    """A plan that starts within a month owes nothing for that month's occurrences: told, for it may be meant."""
    units = workspace.units
    for file in workspace.plans.values():
        plan = file.plan
        first = plan.starts.month.first
        if plan.starts.day in (None, first) or plan.ends < plan.starts.earliest:
            continue
        lost = [task for task in file.tasks for _ in _lost(plan, task)]
        if not lost or not units.are_clear({name for task in lost for name in task.lead}):
            continue
        values = {
            "starts": plan.starts,
            "count": sum(len(units.members(task.lead, plan.starts.earliest)) for task in lost),
            "month": plan.starts.month,
            "first": first.isoformat(),
        }
        yield Finding(Code.STARTS_MID_MONTH, plan.at("starts"), values)


def _lost(plan: Plan, task: Task) -> set[Period]:
    """The periods that a task is owed for only if the plan starts on the first of its month."""
    text = task.deadline.rule if task.deadline else None
    rule = deadline.parse(text, plan.year) if text and task.kind == "periodic" else None
    if not isinstance(rule, Every):
        return set()
    whole = replace(plan.starts, day=plan.starts.month.first)
    return set(rule.periods(whole, plan.ends)) - set(rule.periods(plan.starts, plan.ends))


def check_deadlines(workspace: Workspace) -> Iterator[Finding]:
    """Each kind of task has the deadline it needs, inside the plan, in words that the document uses."""
    for file in workspace.plans.values():
        sound: set[tuple[str, str | None]] = set()  # thousands of tasks are due by a handful of rules
        for task in file.tasks:
            deadline = task.deadline
            if deadline is not None and deadline.words is not None:
                yield from _words(workspace, file, task, deadline.words)
            ruled = (task.kind, deadline.rule if deadline is not None else None)
            if ruled not in sound:
                wrong = list(_rule(workspace, file.plan, task))
                yield from wrong
                if not wrong:
                    sound.add(ruled)


def _words(workspace: Workspace, file: PlanFile, task: Task, words: str) -> Iterator[Finding]:
    rule = task.deadline.rule if task.deadline else None
    if rule is not None and _contradict(words, rule, file.plan.year):
        values = {"words": words, "rule": rule}
        yield Finding(Code.RULE_CONTRADICTS_WORDS, task.at("deadline", "rule"), values)
    if task.source.quote in UNREAD or words in one_line(task.source.quote):
        return
    # a table has a column for it: then it stands in the quote's row
    if not any(words in row for row in rows_of(task.source.quote, workspace.document(file) or "")):
        yield Finding(Code.WORDS_NOT_IN_QUOTE, task.at("deadline", "words"), {"words": words})


def _contradict(words: str, rule: str, year: int) -> bool:
    """Whether the document's words, which mostly name no year, come to another day or rhythm than a rule."""
    ruled = deadline.parse(rule, year)
    years = {year, ruled.due.named.year} if isinstance(ruled, Once) else {year}
    said = []
    for one in years:
        try:
            said.append(deadline.parse(words, one))
        except deadline.Refusal:
            return False  # they say more than a day, or none
    bare = deadline.names_day(words)
    return all(_differ(one, ruled, bare=bare) for one in said)


def _differ(said: Rule, ruled: Rule, *, bare: bool) -> bool:
    if isinstance(said, Once) and isinstance(ruled, Once):
        same_name = bare and said.due.named == ruled.due.named
        return said.due.last != ruled.due.last and not same_name
    return isinstance(said, Every) and isinstance(ruled, Every) and said.months != ruled.months


def check_working_days(workspace: Workspace) -> Iterator[Finding]:
    """Where a rule counts working days, somebody has written down the days off of its years."""
    if CALENDAR in workspace.unread:
        return
    known = {day.date.year for day in (workspace.calendar.days if workspace.calendar else ()) if day.kind == "off"}
    for file in workspace.plans.values():
        told: set[int] = set()
        for task in file.tasks:
            text = task.deadline.rule if task.deadline else None
            for year in _years_worked(workspace, file.plan, text) if text else ():
                if year not in known | told:
                    told.add(year)
                    values = {"rule": text, "year": str(year)}
                    yield Finding(Code.CALENDAR_YEAR_MISSING, task.at("deadline", "rule"), values)


def _years_worked(workspace: Workspace, plan: Plan, text: str) -> Iterable[int]:
    """The years in which a rule counts working days."""
    rule = deadline.parse(text, plan.year)
    if isinstance(rule, Once) or not rule.working:
        return ()
    if isinstance(rule, Within):
        return range(rule.start.year, rule.settled(workspace.working_calendar).due.last.year + 1)
    return range(plan.starts.earliest.year, plan.ends.year + 1)


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
