"""Tests of parplan.calendar.period."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.calendar.period import Moment, Period, add_months, full_periods

periods = st.builds(Period.around, st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from([1, 3, 6, 12]))


@given(periods)
def test_what_is_printed_is_read_back(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(st.text(max_size=12))
def test_reading_a_period_raises_nothing_but_value_error(text: str) -> None:
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-09", date(2022, 9, 1), date(2022, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-Q1", date(2022, 1, 1), date(2022, 3, 31)),
        ("2022-Q4", date(2022, 10, 1), date(2022, 12, 31)),
        ("2022-H2", date(2022, 7, 1), date(2022, 12, 31)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2999-12", date(2999, 12, 1), date(2999, 12, 31)),
    ],
)
def test_a_period_is_whole_months(text: str, first: date, last: date) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (first, last)
    assert first in period
    assert last in period
    assert add_months(last, 1) not in period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022-9",
        "2022-13",
        "2022-00",
        "2022-Q5",
        "2022-H3",
        "2022-q3",
        "22",
        "٢٠٢٢",
        " 2022",
        "2022-09-30",
        "0000",
        "0001-01",
        "9999-12",
        "1899",
    ],
)
def test_other_writings_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text.strip() or "^$"):
        Period.parse(text)


@given(periods, st.integers(-40, 40))
def test_next_goes_there_and_back(period: Period, count: int) -> None:
    if 1800 < period.first.year + count < 3200:
        assert period.next(count).next(-count) == period
    assert Period.around(period.last, period.months) == period
    assert period.next().first > period.last


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (1, ["2022-09", "2022-10", "2022-11", "2022-12"]),
        (3, ["2022-Q4"]),
        (6, ["2022-H2"]),
        (12, ["2022"]),
    ],
)
def test_a_plan_of_august_to_december_owes_full_periods_or_the_one_it_ends_in(
    months: int, expected: list[str]
) -> None:
    start = Moment(Period.parse("2022-08")).begins_whole_months_from
    assert [str(p) for p in full_periods(start, date(2022, 12, 31), months)] == expected


def test_a_plan_that_starts_on_the_first_owes_that_month_too() -> None:
    found = full_periods(date(2022, 8, 1), date(2022, 10, 31), 1)
    assert [str(p) for p in found] == ["2022-08", "2022-09", "2022-10"]


def test_a_plan_of_two_years_owes_each_year_once() -> None:
    found = full_periods(date(2022, 1, 1), date(2023, 12, 31), 12)
    assert [str(p) for p in found] == ["2022", "2023"]


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 1500), st.sampled_from([1, 3, 6, 12]))
def test_recurring_periods_follow_one_another_inside_the_plan(start: date, days: int, months: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    found = list(full_periods(start, end, months))
    assert all(after == before.next() for before, after in pairwise(found))
    if len(found) > 1:
        assert start <= found[0].first
        assert found[-1].last <= end


def test_a_month_without_its_day_lies_before_the_next_month() -> None:
    blank, known = Moment(Period.parse("2022-08")), Moment(Period.parse("2022-08"), date(2022, 8, 15))
    assert (str(blank), str(known)) == ("2022-08", "2022-08-15")
    assert (blank.earliest, blank.begins_whole_months_from) == (date(2022, 8, 1), date(2022, 9, 1))
    assert (known.earliest, known.begins_whole_months_from) == (date(2022, 8, 15), date(2022, 8, 15))


def test_periods_are_numbered_within_their_year() -> None:
    assert [Period.parse(text).number for text in ("2022-11", "2022-Q3", "2022-H2", "2022")] == [11, 3, 2, 1]
    assert Period.parse("2022-Q3").year == 2022


def test_the_whole_of_a_plan_is_a_period_of_its_own_that_no_month_or_year_is() -> None:
    whole = Period.whole_plan(2022)
    assert (str(whole), whole.is_final, whole.first, whole.number) == ("2022-final", True, date(2022, 1, 1), 1)
    assert not any(Period.parse(text).is_final for text in ("2022-09", "2022-Q3", "2022-H2", "2022"))
