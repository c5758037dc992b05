"""Tests of parplan.documents.looks: a cell says what it shows, and a hidden row is known to be hidden."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from openpyxl import Workbook

from parplan.documents.document import Table
from parplan.documents.looks import Looks, looks
from parplan.documents.reader import document_of


def book(form: str, day: int = 1) -> Table:
    made, out = Workbook(), io.BytesIO()
    sheet = made.active
    sheet["A1"], sheet["B2"] = "Thời hạn", datetime(2023, 12, day)
    sheet["B2"].number_format = form
    sheet.row_dimensions[2].hidden = True
    made.save(out)
    (found,) = document_of(out.getvalue()).tables
    return found


@pytest.mark.parametrize("form", ["mm/yyyy", "m/yyyy", "mmm-yy", '"tháng "mm"/"yyyy', "[$-42A]mm/yyyy;@"])
def test_a_month_is_a_month_however_it_is_shown(form: str) -> None:
    assert book(form).text(1, 1) == "12/2023"


@pytest.mark.parametrize(("form", "day", "text"), [("dd/mm/yyyy", 1, "01/12/2023"), ("mm/yyyy", 15, "15/12/2023")])
def test_a_day_stays_a_day(form: str, day: int, text: str) -> None:
    assert book(form, day).text(1, 1) == text


def test_a_row_that_is_hidden_is_known() -> None:
    assert book("mm/yyyy").hidden == {1}


def test_of_what_is_no_workbook_nothing_is_known() -> None:
    assert looks({}) == []
    assert looks({"xl/workbook.xml": b'<sheet r:id="a"/>'}) == [Looks()]
