"""Tests of parplan.options.forms.cells: a cell is what somebody typed, or refused where Excel has changed it."""

from __future__ import annotations

from datetime import date, datetime
from unicodedata import normalize

import pytest

from parplan.documents.values import Value
from parplan.finding import Stop
from parplan.options.forms.cells import day_text, figure_text, text_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("", ""),
        (" \u00a0\n\t ", ""),
        ("\ufeffXong\u200b", "Xong"),
        (normalize("NFD", "Đã hoàn thành"), "Đã hoàn thành"),
        ("Đã\u00a0hoàn thành ", "Đã hoàn thành"),
        ("Một\r\n  hai", "Một\nhai"),
        (47.0, "47"),
        (47, "47"),
        (1234.5, "1234,5"),
        (0.1 + 0.2, "0,3"),
        (True, "x"),
        (False, ""),
        (datetime(2022, 9, 5, 8, 30), "05/9/2022"),
        (date(2022, 9, 12), "12/9/2022"),
    ],
)
def test_a_cell_is_read_as_the_text_that_somebody_would_have_typed(cell: Value, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize("cell", [44816, 44816.0, 44816.4, date(2022, 9, 12), datetime(2022, 9, 12), "2022-09-12"])
def test_a_day_may_be_a_day_of_excel_or_its_number(cell: Value) -> None:
    assert day_text(cell) == "2022-09-12"


def test_no_other_number_is_a_day() -> None:
    assert day_text(12.0) == "12"
    assert day_text(2022) == "2022"


@pytest.mark.parametrize(
    ("cell", "text"), [(47.0, "47"), ("97,6%", "97,6%"), ("47/50", "47/50"), (1.5, "1,5"), (0, "0")]
)
def test_a_figure_may_be_a_number_or_a_text(cell: Value, text: str) -> None:
    assert figure_text(cell, is_percent=True) == text


@pytest.mark.parametrize(("cell", "percent"), [(1, "100"), (0.976, "97,6")])
def test_a_share_that_may_be_one_percent_or_all_of_it_is_asked_for(cell: Value, percent: str) -> None:
    with pytest.raises(Stop) as told:
        figure_text(cell, is_percent=True)
    assert (told.value.reason, told.value.values["percent"]) == ("form-figure-share", percent)
    assert figure_text(cell, is_percent=False)


@pytest.mark.parametrize("text", ["1", "0,98"])
def test_a_share_that_was_typed_is_asked_for_as_well_but_not_with_its_sign(text: str) -> None:
    with pytest.raises(Stop):
        figure_text(text, is_percent=True)
    assert figure_text(f"{text}%", is_percent=True) == f"{text}%"


@pytest.mark.parametrize(("cell", "text"), [(1.047, "1.047"), (97.625, "97.625"), (1.0475, "1,0475")])
def test_a_number_with_three_decimals_may_be_a_thousand_that_was_typed(cell: float, text: str) -> None:
    assert figure_text(cell, is_percent=False) == text


def test_a_month_of_another_year_shows_what_was_typed() -> None:
    with pytest.raises(Stop) as told:
        figure_text(datetime(1950, 12, 1), is_percent=False)
    assert told.value.values == {"day": date(1950, 12, 1), "text": "12/50"}


def test_days_are_counted_from_where_the_workbook_counts_them_and_the_hour_is_left() -> None:
    assert day_text(43354.0, date(1904, 1, 1)) == "2022-09-12"
    assert day_text("12/9/2022 08:30") == "12/9/2022"


def test_a_fraction_that_became_a_day_is_told() -> None:
    with pytest.raises(Stop) as told:
        figure_text(datetime(2022, 3, 12), is_percent=False)
    assert (told.value.reason, told.value.values["text"]) == ("form-figure-day", "12/3")


def test_a_tick_is_no_figure() -> None:
    with pytest.raises(Stop) as told:
        figure_text(True, is_percent=False)
    assert told.value.reason == "number-invalid"


@pytest.mark.parametrize("cell", [1e300, float("inf"), float("nan")])
def test_a_number_beyond_all_bounds_is_still_a_text(cell: float) -> None:
    assert text_of(cell) == day_text(cell) == figure_text(cell, is_percent=True) == str(cell)
