"""Tests of parplan.views.letters.tables: what the lists of a reminder say in a cell."""

from __future__ import annotations

from datetime import date

from parplan.calendar.period import Period
from parplan.views.letters.tables import capitalised, months_named
from parplan.words import words

VI = words("vi")


def test_months_are_named_with_the_year_after_the_last_of_each() -> None:
    months = [Period(date(2022, month, 1)) for month in (11, 12)] + [Period(date(2023, 3, 1))]
    assert months_named(months, VI) == "tháng 11, tháng 12 năm 2022, tháng 3 năm 2023"


def test_a_cell_begins_with_a_capital() -> None:
    assert capitalised("đến hết tháng 9") == "Đến hết tháng 9"
