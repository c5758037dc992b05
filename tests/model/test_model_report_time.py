"""Tests of parplan.model.report_time."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from parplan.calendar.period import Period
from parplan.model.report_time import LAST_DAY, ClosingDay, ReportPeriod


def test_a_month_closes_on_a_day_that_every_month_has_or_on_its_last() -> None:
    read = TypeAdapter(ClosingDay).validate_python
    assert (read("1"), read("28"), read("last")) == (1, 28, LAST_DAY)
    for wrong in ("0", "29", "31", "Last", "-1"):
        with pytest.raises(ValidationError):
            read(wrong)


def test_a_report_is_of_a_period_or_of_the_whole_plan() -> None:
    read = TypeAdapter(ReportPeriod).validate_python
    assert read("2022-Q3") == Period.parse("2022-Q3")
    assert read("2022-final") == Period.whole_plan(2022)
    assert str(read("2022-final")) == "2022-final"
    for wrong in ("final", "2022-09-final", "22-final", "2022-Final"):
        with pytest.raises(ValidationError):
            read(wrong)
