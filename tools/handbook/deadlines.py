"""What the handbook tells of deadlines: every way to write one, and the days it comes to in the shipped plan.

Must not compute a day itself.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Final

from handbook.drawing import REPOSITORY
from parplan.calendar.deadline_rules import EXAMPLES, parse
from parplan.calendar.due_days import Every
from parplan.model.workspace import Workspace
from parplan.reading.load import load
from parplan.words import Words

YEAR: Final = 2022
"""Of the shipped plan, for which the days are worked out."""


def deadlines(said: Words) -> dict[str, Any]:
    """Every example of the grammar: the day of one that is once, the days of one that comes again."""
    once, periodic = [], []
    plan = _shipped().plans[YEAR].plan
    for text in EXAMPLES:
        days = due_days(text)
        if isinstance(parse(text, YEAR), Every):
            periodic.append({"text": text, "days": said.listed(map(said.day, days))})
        else:
            late = date.fromordinal(days[0].toordinal() + 1)
            once.append({"text": text, "last": said.day(days[0]), "from_day": said.day(late)})
    span = {"year": YEAR, "starts": said.day(plan.starts.earliest), "ends": said.day(plan.ends)}
    return {"once": once, "periodic": periodic, **span}


def same_day(said: Words, *texts: str) -> str:
    """Ways to write one deadline, and the last days in time, as two cells; refused where they differ."""
    days = {tuple(due_days(text)) for text in texts}
    if len(days) != 1:
        raise ValueError(texts)
    return f"{'; '.join(texts)} | {said.listed(map(said.day, days.pop()))}"


def due_days(text: str) -> list[date]:
    """The last day in time of each occurrence in the shipped plan."""
    rule, plan, calendar = parse(text, YEAR), _shipped().plans[YEAR].plan, _shipped().working_calendar
    if isinstance(rule, Every):
        return [rule.due_within(one, plan.ends, calendar).last for one in rule.periods(plan.starts, plan.ends)]
    return [rule.settled(calendar).due.last]


@cache
def _shipped() -> Workspace:
    return load(REPOSITORY).workspace
