"""Tests of parplan.model.calendar, as it is read from files."""

from __future__ import annotations

from datetime import date

from parplan.finding import Code
from workspaces import Builder

CALENDAR = "data/calendar.yaml"


def test_days_are_off_or_working(w: Builder) -> None:
    w.write(CALENDAR, "days:\n  - {date: 2022-09-02, kind: 'off', name: Lễ, mark: read, source: x}\n").silent()
    calendar = w.workspace().calendar
    assert calendar is not None
    assert [(day.date, day.kind) for day in calendar.days] == [(date(2022, 9, 2), "off")]
    w.change(CALENDAR, "'off'", "half").refused(Code.VALUE_UNKNOWN, CALENDAR, "half")
