"""Tests of parplan.options.days: days as people type them lie where they mean, and none has come too early."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.finding import Stop
from parplan.options.days import Days, named_half, named_month, named_quarter

TODAY = date(2022, 9, 16)
DAYS = Days(TODAY, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *("12/9/2022", "2022-09-12", "12/9", "ngày 12/9/2022", " 12-9-2022 ", "12.9.2022", "12/9/22"),
        *("ngày 12 tháng 9 năm 2022", "12 tháng 9"),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert DAYS.read(text) == date(2022, 9, 12)


@pytest.mark.parametrize(
    ("near", "text", "day"),
    [
        (date(2023, 1, 5), "28/12", date(2022, 12, 28)),
        (date(2023, 1, 31), "10/11", date(2022, 11, 10)),
        (date(2022, 11, 15), "5/1", date(2023, 1, 5)),
        (date(2023, 3, 1), "29/2", date(2024, 2, 29)),
    ],
)
def test_a_day_without_its_year_is_the_nearest(near: date, text: str, day: date) -> None:
    assert Days(near, near).read(text) == day


@pytest.mark.parametrize("text", ["30/2", "31/9/2022", "32/9", "hôm qua", "", "."])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(Stop, match="date-invalid"):
        DAYS.read(text)


def test_nothing_has_come_after_today() -> None:
    assert DAYS.past("16/9") == TODAY
    with pytest.raises(Stop, match="day-ahead") as told:
        DAYS.past("17/9")
    assert told.value.values == {"day": date(2022, 9, 17), "today": TODAY}


@pytest.mark.parametrize(
    ("text", "month", "quarter", "half"),
    [
        ("tháng 10", (1, 10, None), None, None),
        ("10-2022", (1, 10, "2022"), None, None),
        ("tháng 10 năm 2022", (1, 10, "2022"), None, None),
        ("quý III/2022", None, (3, 3, "2022"), None),
        ("H1", None, None, (6, 1, None)),
        ("2", (1, 2, None), (3, 2, None), (6, 2, None)),
        ("5", (1, 5, None), None, None),
        ("13", None, None, None),
        ("ngày 3", None, None, None),
    ],
)
def test_a_period_is_read_as_people_call_it_and_as_no_other(
    text: str, month: object, quarter: object, half: object
) -> None:
    assert (named_month(text), named_quarter(text), named_half(text)) == (month, quarter, half)
