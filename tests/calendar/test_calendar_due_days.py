"""Tests of parplan.calendar.due_days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.calendar.due_days import Due, Every, WorkingCalendar
from parplan.calendar.period import Moment, Period


def test_days_late_count_from_the_day_that_is_written() -> None:
    due = Due.before(date(2022, 9, 25))
    assert [due.days_late(date(2022, 9, day)) for day in (24, 25, 26)] == [0, 0, 1]
    assert due.last == date(2022, 9, 24)


def test_days_late_are_calendar_days_over_a_year_end() -> None:
    assert Due.on(date(2022, 12, 31)).days_late(date(2023, 1, 2)) == 2


@given(
    st.sampled_from([1, 3, 6, 12]),
    st.integers(1, 31),
    st.booleans(),
    st.booleans(),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_a_recurring_due_day_lies_in_the_month_it_names(
    months: int, day: int, before: bool, next_month: bool, around: date
) -> None:
    period = Period.around(around, months)
    due = Every(months, day, before, next_month).due(period, WorkingCalendar())
    month = Period.around(period.last).next(1 if next_month else 0)
    assert due.named in month
    assert due.named.day == min(day, month.last.day)


def test_weekends_and_listed_days_are_off_but_for_swapped_ones() -> None:
    calendar = WorkingCalendar.of([date(2022, 9, 1), date(2022, 9, 2)], [date(2022, 9, 10)])
    off = [day for day in range(1, 13) if calendar.is_off(date(2022, 9, day))]
    assert off == [1, 2, 3, 4, 11]
    assert calendar.last_working_day(date(2022, 9, 4)) == date(2022, 8, 31)
    assert calendar.last_working_day(date(2022, 9, 5)) == date(2022, 9, 5)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60), st.lists(st.integers(1, 90)))
def test_working_days_are_counted_one_by_one(start: date, count: int, off: list[int]) -> None:
    days = [date.fromordinal(start.toordinal() + number) for number in off]
    calendar = WorkingCalendar.of(off=days[::2], working=days[1::2])
    end = calendar.after(start, count)
    between = (date.fromordinal(number) for number in range(start.toordinal() + 1, end.toordinal() + 1))
    assert sum(not calendar.is_off(day) for day in between) == count
    assert not calendar.is_off(end)


def test_the_last_working_day_of_a_month_goes_by_the_calendar() -> None:
    rule = Every(1, working=True)
    december, september = Period.parse("2022-12"), Period.parse("2022-09")
    assert rule.due(december, WorkingCalendar()) == Due.on(date(2022, 12, 30))  # the 31st is a Saturday
    swapped = WorkingCalendar.of(off=[date(2022, 9, 30)], working=[date(2022, 12, 31)])
    assert rule.due(december, swapped) == Due.on(date(2022, 12, 31))
    assert rule.due(september, swapped) == Due.on(date(2022, 9, 29))


def test_working_days_end_with_the_calendar() -> None:
    assert WorkingCalendar.of((), ()).after(date.max, 10) == date.max


def test_where_the_plan_s_end_cuts_a_period_short_a_day_before_that_end_stays() -> None:
    december, ends = Period.parse("2022-12"), date(2022, 12, 20)
    assert Every(1, 15).due_within(december, ends, WorkingCalendar()) == Due.on(date(2022, 12, 15))
    assert Every(1, 25).due_within(december, ends, WorkingCalendar()) == Due.on(ends)
    # due before the day after the end: still told with the day that the rule names
    assert Every(1, 21, before=True).due_within(december, ends, WorkingCalendar()) == Due.before(
        date(2022, 12, 21)
    )
    assert Every(1).due_within(Period.parse("2022-11"), ends, WorkingCalendar()) == Due.on(date(2022, 11, 30))


def test_a_period_that_the_plan_holds_whole_is_due_on_its_day_even_after_the_plan() -> None:
    december, january = Period.parse("2022-12"), Due.on(date(2023, 1, 5))
    assert Every(1, 5, next_month=True).due_within(december, date(2022, 12, 31), WorkingCalendar()) == january


@pytest.mark.parametrize(
    ("starts", "ends", "years"),
    [
        (date(2022, 3, 15), date(2024, 3, 15), [2022, 2023, 2024]),
        (date(2022, 3, 16), date(2024, 3, 14), [2023]),
    ],
)
def test_a_day_of_every_year_is_owed_from_the_plan_s_first_day_to_its_last(
    starts: date, ends: date, years: list[int]
) -> None:
    rule = Every(12, 15, month=3)
    owed = list(rule.periods(Moment(Period.around(starts), starts), ends))
    assert owed == [Period(date(year, 1, 1), 12) for year in years]
