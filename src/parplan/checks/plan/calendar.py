"""Days and years stand in order, and the calendar lists what differs from an ordinary week, once.

Must not move a due day, or know tasks.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.calendar.due_days import WorkingCalendar
from parplan.finding import Code, Finding
from parplan.model.calendar import SpecialDay
from parplan.model.workspace import CALENDAR, Workspace

SATURDAY = 5


def check_calendar(workspace: Workspace) -> Iterator[Finding]:
    """A day is listed once, and only where the week alone would say otherwise."""
    first: dict[object, SpecialDay] = {}
    for day in workspace.calendar.days if workspace.calendar else ():
        same = first.setdefault(day.date, day)
        weekend = day.date.weekday() >= SATURDAY
        if same is not day:
            values = {"date": day.date, "first": same.at("date")}
            yield Finding(Code.CALENDAR_DUPLICATE, day.at("date"), values)
        elif weekend == (day.kind == "off"):
            yield Finding(Code.CALENDAR_NEEDLESS, day.at("date"), {"date": day.date, "day_kind": day.kind})


def check_spans(workspace: Workspace) -> Iterator[Finding]:
    """A unit's time, and the years of a criteria set, end after they begin."""
    for agency in workspace.agencies.agencies:
        if agency.from_ and agency.until and agency.until < agency.from_:
            values = {"first": agency.from_, "last": agency.until}
            yield Finding(Code.DATES_REVERSED, agency.at("until"), values)
    for index in workspace.indexes.indexes:
        for known in index.sets:
            if known.first is not None and known.last is not None and known.last < known.first:
                years = {"first": known.first, "last": known.last}
                yield Finding(Code.DATES_REVERSED, known.at("last"), years)


def working_calendar(workspace: Workspace) -> WorkingCalendar | None:
    """Which days nobody works; None where the calendar is there but could not be read."""
    return None if workspace.is_unread(CALENDAR) else workspace.working_calendar
