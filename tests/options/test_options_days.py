"""Tests of parplan.options.days: days as people type them lie where they mean, and none has come too early."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.finding import Stop
from parplan.options.days import Days

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
