"""What the handbook tells of deadlines: every way to write one, and the days it comes to in the shipped plan.

Must not compute a day itself.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from handbook.drawing import REPOSITORY
from parplan.calendar.deadline_rules import EXAMPLES, parse
from parplan.calendar.due_days import Due, Every
from parplan.reading.load import load
from parplan.words import Words

YEAR: Final = 2022
"""Of the shipped plan, for which the days are worked out."""


def deadlines(said: Words) -> dict[str, Any]:
    once, periodic = [], []
    workspace = load(REPOSITORY).workspace
    plan, calendar = workspace.plans[YEAR].plan, workspace.working_calendar
    for text in EXAMPLES:
        rule = parse(text, YEAR)
        if isinstance(rule, Every):
            within = (
                rule.due_within(period, plan.ends, calendar) for period in rule.periods(plan.starts, plan.ends)
            )
            periodic.append({"text": text, "days": said.listed(said.day(due.last) for due in within)})
        else:
            due = rule.settled(calendar).due
            once.append({"text": text, "last": said.day(due.last), "from_day": said.day(_late_from(due))})
    span = {"year": YEAR, "starts": said.day(plan.starts.earliest), "ends": said.day(plan.ends)}
    return {"once": once, "periodic": periodic, **span}


def _late_from(due: Due) -> date:
    return date.fromordinal(due.last.toordinal() + 1)
