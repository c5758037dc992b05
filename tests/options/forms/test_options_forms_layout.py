"""Tests of parplan.options.forms.layout: columns and rows by their marks, else by their heads and titles."""

from __future__ import annotations

from parplan.documents.values import Value
from parplan.options.forms.layout import Layout, end_of, layout_of, mark_of, marks_meant, outside, titles_of
from parplan.views.forms.marks import KEYS, FormMark

HEADS = {"tinh trang chon": "status", "ngay hoan thanh": "date"}
MARK = FormMark(2022, "2022-09", "so-tu-phap", "0123456789abcdef")
SHEET: list[list[Value]] = [
    ["", MARK.text()],
    ["", "", "Nội dung", "Tình trạng (chọn)", "Ngày hoàn\nthành"],
    [KEYS, "", "", "status", "date"],
    ["A||", "1", "Rà soát", "Xong", ""],
    ["", "", "", "", ""],
    ["", "", "Ký tên", "", ""],
]


def test_a_form_is_known_by_its_mark_wherever_it_stands() -> None:
    assert mark_of(SHEET) == MARK
    assert mark_of([["parplan-form 9 2022 2022-09 a 0123456789abcdef"], [1.5]]) is None


def test_columns_are_known_by_their_marks_else_by_their_heads_else_not() -> None:
    places = {"status": 3, "date": 4}
    assert layout_of(SHEET, HEADS) == Layout(2, places, 0)
    assert layout_of([row for n, row in enumerate(SHEET) if n != 2], HEADS) == Layout(1, places, 0)
    assert layout_of(SHEET[3:], HEADS) is None


def test_without_marks_of_rows_there_is_no_column_of_them() -> None:
    found = layout_of([row[1:] for row in SHEET], HEADS)
    assert found == Layout(2, {"status": 2, "date": 3}, None)


def test_the_table_ends_with_the_first_empty_row_below_all_marks() -> None:
    assert end_of(SHEET, Layout(2, {"status": 3}, 0)) == 4
    assert end_of(SHEET[:4], Layout(2, {"status": 3}, 0)) == 4
    assert end_of([*SHEET, ["B||", "2", "Việc", "", ""]], Layout(2, {"status": 3}, 0)) == 7
    assert end_of(SHEET, Layout(2, {"status": 3}, None)) == 4


def test_a_row_is_meant_by_the_title_in_it_but_not_by_what_was_filled_in() -> None:
    titles = titles_of(
        [("Rà soát\nSản phẩm: Báo cáo", "A||"), ("Rà soát", "A||"), ("Việc", "B||"), ("việc ", "C||")]
    )
    assert marks_meant(["", "RÀ SOÁT", "x"], (2,), titles) == ["A||"]
    assert marks_meant(["", "Rà soát\nsản phẩm: báo cáo", "x"], (2,), titles) == ["A||"]
    assert marks_meant(["", "3. Rà soát;", "x"], (2,), titles) == ["A||"]
    assert marks_meant(["", "Việc", "x"], (2,), titles) == ["B||", "C||"]
    assert marks_meant(["", "", "Rà soát"], (2,), titles) == []


def test_words_beside_the_table_and_below_it_are_found_by_their_cells() -> None:
    rows = [[*row, "", ""] for row in SHEET]
    rows[3][6], rows[1][5] = "ghi thêm", "Ghi chú"
    found = layout_of(rows, HEADS)
    assert found is not None
    assert list(outside(rows, found, 4, {"noi dung"})) == ["B1", "F2", "B4", "G4", "C6"]
