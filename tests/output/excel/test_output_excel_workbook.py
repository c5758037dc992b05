"""The list of assignments as .xlsx, read back by another library."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from golden import check_golden
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.output.excel.workbook import workbook
from parplan.output.files.seal import seal_of
from parplan.views.listing import Cell, Listing
from parplan.views.report.full_list import report_list
from parplan.words import words
from running import sample

HEADS = 4
"""Title, reference, the warning that it is a sample, column heads."""

ANOTHER_PROCESS = """
import sys
from test_output_excel_workbook import listed
from parplan.output.excel.workbook import workbook
sys.stdout.buffer.write(workbook(listed()))
"""


@cache
def listed() -> Listing:
    workspace = sample().workspace
    return report_list(report_facts(workspace, workspace.plans[2022], Period.parse("2022-10")), words("vi"))


def sheet(made: Listing) -> Any:
    book = load_workbook(BytesIO(workbook(made)))
    assert book.sheetnames == [made.tab]
    return book[made.tab]


def with_text(text: str) -> Listing:
    first = listed().rows[0]
    return replace(listed(), rows=((first[0], text, *first[2:]),))


def as_read(cell: Cell) -> object:
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)
    return cell if cell != "" else None


def shown(cell: object) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, datetime) else "" if cell is None else str(cell)


def test_what_is_read_back_is_what_was_to_be_written() -> None:
    rows = list(sheet(listed()).iter_rows(min_row=HEADS + 1, values_only=True))
    assert rows == [tuple(map(as_read, row)) for row in listed().rows]


def test_what_two_units_find_in_it() -> None:
    units = {"Sở Tài chính", "UBND huyện Tây Giang", "Đơn vị", None}
    rows = [row for row in sheet(listed()).iter_rows(values_only=True) if row[3] in units]
    lines = (" | ".join(map(shown, row)).rstrip(" |") for row in rows)
    check_golden("report-sample-10-list.txt", "\n".join(lines) + "\n")


def test_heads_stay_in_sight_and_every_column_can_be_filtered() -> None:
    made = sheet(listed())
    assert made.freeze_panes == f"C{HEADS + 1}"
    assert made.auto_filter.ref == f"A{HEADS}:T{HEADS + len(listed().rows)}"
    assert [cell.value for cell in made[HEADS]] == [column.title for column in listed().columns]


def test_it_prints_on_a4_across_with_its_heads_and_its_warning_on_every_page() -> None:
    made = sheet(listed())
    assert (made.page_setup.orientation, int(made.page_setup.paperSize)) == ("landscape", 9)
    assert (made.sheet_properties.pageSetUpPr.fitToPage, made.page_setup.fitToHeight) == (True, 0)
    assert made.print_title_rows == f"${HEADS}:${HEADS}"
    assert made.oddHeader.center.text.strip() == "&P"
    assert made.oddHeader.left.text.strip() == "SỐ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"
    assert made["A3"].value == "SỐ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"


def test_a_list_that_may_be_sent_carries_no_warning() -> None:
    made = sheet(replace(listed(), notices=(), watermark=""))
    assert made["A3"].value == listed().columns[0].title
    assert made.oddHeader.left.text is None


def test_everything_is_in_times_new_roman_12_and_not_in_the_font_of_the_theme() -> None:
    fonts = {(cell.font.name, cell.font.sz) for row in sheet(listed()).iter_rows() for cell in row}
    assert fonts == {("Times New Roman", 12.0)}
    with ZipFile(BytesIO(workbook(listed()))) as package:
        assert b"<scheme" not in package.read("xl/styles.xml")


def test_days_and_figures_are_no_texts() -> None:
    made = sheet(listed())
    kinds: dict[str, set[tuple[str, str]]] = {
        made.cell(HEADS, n).value: set() for n in range(1, made.max_column + 1)
    }
    for row in made.iter_rows(min_row=HEADS + 1):
        for head, cell in zip(kinds, row, strict=True):
            if cell.value is not None:
                kinds[head].add((cell.data_type, cell.number_format))
    for head in ("Ngày đến hạn", "Ngày có kết quả gần nhất", "Dự kiến hoàn thành"):
        assert kinds[head] == {("d", "dd/mm/yyyy")}
    assert kinds["Quá hạn (ngày)"] == kinds["Còn (ngày)"] == {("n", "General")}
    assert kinds["Nhiệm vụ"] == {("s", "General")}


@pytest.mark.parametrize("text", ["=1+1", "+84 235", "@SUM(A1)", "-1+2", "=HYPERLINK(A1)", '=cmd|"/c calc"!A1'])
def test_no_text_acts_as_a_formula_now_or_once_it_is_edited(text: str) -> None:
    cell = sheet(with_text(text)).cell(HEADS + 1, 2)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize(
    "text", ["http://a.vn", "0123", "1e5", "{=A1}", "& < > | {{ }} * _ # 1.", "_x0041_", "một\nhai"]
)
def test_a_text_is_left_as_it_is(text: str) -> None:
    made = sheet(with_text(text))
    cell = made.cell(HEADS + 1, 2)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert not cell.quotePrefix


def test_what_excel_can_not_hold_is_left_out_or_cut() -> None:
    assert sheet(with_text("a\x00\x08b")).cell(HEADS + 1, 2).value == "ab"
    long = sheet(with_text("dài " * 10_000)).cell(HEADS + 1, 2).value
    assert (len(long), long[-1]) == (32_767, "…")


def test_a_row_is_as_high_as_its_longest_text() -> None:
    heights = [
        sheet(with_text(text)).row_dimensions[HEADS + 1].height
        for text in ("một", "một hai ba " * 20, "một hai ba " * 40, "a\n" * 500)
    ]
    assert heights == sorted(set(heights))
    assert heights[-1] <= 409.5


def test_the_same_list_has_the_same_bytes_on_any_day_in_any_process() -> None:
    paths = os.pathsep.join(str(Path(__file__).parents[n] / name) for n, name in ((0, ""), (2, ""), (3, "src")))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh"}
    ran = subprocess.run([sys.executable, "-c", ANOTHER_PROCESS], check=True, env=environment, capture_output=True)
    assert ran.stdout == workbook(listed())


def test_the_file_says_what_the_list_says_of_it_and_is_sealed() -> None:
    content = workbook(listed())
    seal = seal_of(content)
    assert seal is not None
    assert seal.is_whole
    own = load_workbook(BytesIO(content)).properties
    assert (own.title, own.creator) == ("Danh mục lượt nhiệm vụ, Báo cáo tháng 10 năm 2022", "Sở Nội vụ")
    assert own.created == own.modified == datetime(2022, 10, 14)
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_list_without_rows_keeps_its_heads() -> None:
    made = sheet(replace(listed(), rows=()))
    assert made.max_row == HEADS
    assert made.auto_filter.ref == f"A{HEADS}:T{HEADS}"
