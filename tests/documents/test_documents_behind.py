"""Tests of parplan.documents.behind: errors, formulas with or without a value, notes, the first day."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

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
    assert (plain.epoch, plain.has_notes) == (date(1899, 12, 30), False)
    book.epoch = datetime(1904, 1, 1)
    book.active["A1"].comment = Comment("xem lại", "A")
    found = behind(saved(book))
    assert (found.epoch, found.has_notes) == (date(1904, 1, 1), True)


def test_of_what_is_no_package_or_of_a_sheet_that_is_not_there_nothing_is_known() -> None:
    assert behind(b"\xd0\xcf\x11\xe0") == BehindAll()
    assert BehindAll().at(3) == Behind()
