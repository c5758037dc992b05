"""Tests of parplan.documents.behind: errors, formulas with or without a value, notes, the first day."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from parplan.documents.behind import Behind, BehindAll, behind
from spoiling import bare_package, cell_put, repacked


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_formulas_are_told_apart_by_whether_anybody_saw_their_value() -> None:
    book = Workbook()
    for cell in ("A1", "B2", "C3", "D4"):
        book.active[cell] = "=1+1"
    book.active["E5"] = "#REF!"
    content = repacked(saved(book), cell_put("B2", "<f>1+1</f><v>2</v>"))
    content = repacked(content, cell_put("C3", "<f>B2</f><v></v>", ' t="str"'))
    content = repacked(content, cell_put("D4", "<f>C3</f><v/>"))
    (found,) = behind(content).sheets
    assert found == Behind(frozenset({(4, 4)}), frozenset({(0, 0), (3, 3)}), frozenset({(1, 1), (2, 2)}))


def test_sheets_are_told_in_their_order_wherever_their_parts_are() -> None:
    book = Workbook()
    book.create_sheet("Trước", 0)["A2"] = "=1"
    assert [sheet.uncomputed for sheet in behind(saved(book)).sheets] == [{(1, 0)}, set()]
    assert [sheet.uncomputed for sheet in behind(repacked(saved(book), bare_package)).sheets] == [{(1, 0)}, set()]


def test_the_first_of_all_days_and_notes_are_known() -> None:
    book = Workbook()
    plain = behind(saved(book))
    assert plain.epoch == date(1899, 12, 30)
    assert plain.at(0).notes == set()
    book.epoch = datetime(1904, 1, 1)
    book.active["C5"].comment = Comment("xem lại", "A")
    found = behind(saved(book))
    assert found.epoch == date(1904, 1, 1)
    assert found.at(0).notes == {(4, 2)}


@pytest.mark.parametrize("shown", ["0%", "0.00%", "0.0%", "#,##0.0%;-0%"])
def test_numbers_that_are_shown_as_percents_are_told(shown: str) -> None:
    book = Workbook()
    book.active["B2"], book.active["B3"], book.active["B4"] = 0.976, 0.976, 97.6
    book.active["B2"].number_format = shown
    book.active["B4"].number_format = '0.0"%"'
    assert behind(saved(book)).at(0).percents == {(1, 1)}


def ods(rows: str, more: str = "") -> bytes:
    names = "".join(f' xmlns:{name}="urn:x:{name}"' for name in ("office", "table", "calcext"))
    table = f"<table:table>{rows}</table:table>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document{names}>{table}{more}</office:document>",
    }
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def test_in_libreoffices_own_form_what_is_alike_stands_once_with_how_often() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"/>'
        '<table:table-cell table:formula="of:=1+1" office:value-type="float"/>'
        '<table:table-cell table:formula="of:=1+1"/></table:table-row>'
        '<table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"/>'
        "<table:covered-table-cell/></table:table-row>"
        '<table:table-row><table:table-cell office:value-type="percentage"><office:annotation/></table:table-cell>'
        "</table:table-row>"
    )
    (found,) = behind(ods(rows)).sheets
    assert [*found.errors, *found.computed, *found.uncomputed] == [(3, 2), (3, 3), (3, 4)]
    assert found.covered == {(4, 1): (4, 0), (5, 0): (4, 0), (5, 1): (4, 0)}
    assert found.percents == found.notes == {(5, 0)}
    assert behind(ods("<table:table-row")) == BehindAll()


def test_of_what_is_no_package_or_of_a_sheet_that_is_not_there_nothing_is_known() -> None:
    assert behind(b"\xd0\xcf\x11\xe0") == BehindAll()
    assert BehindAll().at(3) == Behind()
