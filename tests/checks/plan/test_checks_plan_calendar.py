"""Tests of parplan.checks.plan.calendar."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.checks.plan.calendar import working_calendar
from parplan.finding import Code
from workspaces import AGENCIES, INDEXES, Builder

CALENDAR = "data/calendar.yaml"
REST = "name: Ngày, mark: read, source: x"


def days(*listed: str) -> str:
    return "days:\n" + "".join(f"  - {{{day}, {REST}}}\n" for day in listed)


def test_a_day_listed_twice_is_told_where_it_is_listed_again(w: Builder) -> None:
    w.write(CALENDAR, days("date: 2022-09-02, kind: off", "date: 2022-09-02, kind: working"))
    w.refused(Code.CALENDAR_DUPLICATE, CALENDAR, "«2022-09-02», kind: working")


@pytest.mark.parametrize(
    ("day", "marked"),
    [
        ("date: 2022-09-03, kind: off", "2022-09-03"),  # a Saturday
        ("date: 2022-09-04, kind: off", "2022-09-04"),  # a Sunday
        ("date: 2022-09-05, kind: working", "2022-09-05"),  # a Monday
    ],
)
def test_a_day_that_is_so_anyway_is_told(w: Builder, day: str, marked: str) -> None:
    w.write(CALENDAR, days(day)).refused(Code.CALENDAR_NEEDLESS, CALENDAR, marked)


def test_days_off_in_the_week_and_working_weekends_are_silent(w: Builder) -> None:
    w.write(CALENDAR, days("date: 2022-09-01, kind: off", "date: 2022-09-02, kind: off"))
    w.silent()
    w.write(CALENDAR, days("date: 2022-09-03, kind: working", "date: 2022-09-04, kind: working")).silent()


def test_a_unit_that_ends_before_it_begins_is_told_at_its_end(w: Builder) -> None:
    w.change(AGENCIES, "Sở Tài chính, kind: so", "Sở Tài chính, kind: so, from: 2022-09-01, until: 2022-08-31")
    w.refused(Code.DATES_REVERSED, AGENCIES, "2022-08-31")


@pytest.mark.parametrize("span", ["from: 2022-09-01, until: 2022-09-01", "from: 2022-09-01", "until: 2022-09-01"])
def test_a_unit_may_be_there_for_a_day_or_have_one_end_open(w: Builder, span: str) -> None:
    w.change(AGENCIES, "Sở Tài chính, kind: so", f"Sở Tài chính, kind: so, {span}").silent()


def test_a_criteria_set_that_ends_before_it_begins_is_told_at_its_last_year(w: Builder) -> None:
    w.change(INDEXES, 'id: "876"\n', 'id: "876"\n        first: 2022\n        last: 2012\n')
    w.refused(Code.DATES_REVERSED, INDEXES, "2012")


@pytest.mark.parametrize("years", [("first", 2022), ("last", 2022)])
def test_a_criteria_set_may_be_of_one_year(w: Builder, years: tuple[str, int]) -> None:
    key, year = years
    other = "last" if key == "first" else "first"
    w.change(INDEXES, 'id: "876"\n', f'id: "876"\n        {key}: {year}\n        {other}: {year}\n').silent()


@pytest.mark.parametrize("key", ["first", "last"])
def test_a_criteria_set_may_have_one_end_open(w: Builder, key: str) -> None:
    w.change(INDEXES, 'id: "876"\n', f'id: "876"\n        {key}: 2022\n').silent()


def test_the_working_calendar_knows_the_listed_days(w: Builder) -> None:
    w.write(CALENDAR, days("date: 2022-09-02, kind: off", "date: 2022-09-03, kind: working"))
    calendar = working_calendar(w.workspace())
    assert calendar is not None
    assert [calendar.is_off(date(2022, 9, day)) for day in (1, 2, 3, 4)] == [False, True, False, True]


def test_without_a_file_only_weekends_are_off(w: Builder) -> None:
    calendar = working_calendar(w.workspace())
    assert calendar is not None
    assert calendar.is_off(date(2022, 9, 3))
    assert not calendar.is_off(date(2022, 9, 2))
