"""parplan import results, whole: Excel, Word and text of offices."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from running import POINTS, run_in, snapshot

ASKED = ("--index", "CCHC", "--year", "2025", "--source", "Báo cáo tự chấm")
ROWS = (
    ("TT", "Tiêu chí", "Điểm tối đa", "Tự đánh giá"),
    ("1.1.1", "Ban hành kế hoạch trong quý I", 0.5, 0.5),
    ("7.1.10", "Tỷ lệ cán bộ có tài khoản định danh", 0.5, "0,48"),
    ("8.2.2", "Chỉ tiêu vượt kế hoạch", 1.5, "-"),
)
GOOD = "Chỉ số CCHC năm 2025, Giả Định: đọc được 02 điểm theo tiêu chí."


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(POINTS / "data", tmp_path / "data")
    return tmp_path


def excel(path: Path, *more: tuple[object, ...]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bảng điểm"
    for row in (*ROWS, *more):
        sheet.append(row)
    book.save(path)


def word(path: Path) -> None:
    document = Document()
    document.add_paragraph("BẢNG ĐIỂM")
    table = document.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value).replace(".5", ",5") if isinstance(value, float) else str(value)
    document.save(str(path))


def text(path: Path) -> None:
    path.write_text("\n".join(";".join(map(str, row)) for row in ROWS), encoding="utf-8")


@pytest.mark.parametrize(("name", "make"), [("d.xlsx", excel), ("d.docx", word), ("d.csv", text)])
def test_a_table_goes_in_whatever_wrote_it_and_a_second_time_changes_nothing(
    name: str, make: object, copy: Path
) -> None:
    assert callable(make)
    make(copy / name)
    ran = run_in(copy, "import", "results", name, *ASKED)
    assert (ran.code, GOOD in ran.err) == (0, True)
    written = (copy / "data/results/2025.yaml").read_text(encoding="utf-8")
    assert written.count("kind: self") == 2
    assert "8.2.2" not in written  # nobody knows it
    assert run_in(copy, "validate").code == 0
    again = run_in(copy, "import", "results", name, *ASKED)
    assert (again.code, "Không có gì để thay đổi" in again.err) == (0, True)


def test_a_bad_cell_is_named_as_its_office_sees_it_and_nothing_is_written(copy: Path) -> None:
    excel(copy / "d.xlsx", ("1.1.2", "Mức độ hoàn thành kế hoạch", 1, 7))
    before = snapshot(copy)
    ran = run_in(copy, "import", "results", "d.xlsx", *ASKED)
    assert (ran.code, snapshot(copy)) == (1, before)
    assert "d.xlsx, trang “Bảng điểm”, ô D5: Số 7 lớn hơn điểm tối đa 1." in ran.err


def test_the_good_rows_alone_are_written_for_who_says_so(copy: Path) -> None:
    excel(copy / "d.xlsx", ("1.1.2", "Mức độ hoàn thành kế hoạch", 1, 7))
    ran = run_in(copy, "import", "results", "d.xlsx", *ASKED, "--partial")
    assert (ran.code, (copy / "data/results/2025.yaml").is_file()) == (1, True)
    assert "Đã ghi các dòng đúng; còn 01 chỗ phải sửa" in ran.err


def test_a_dry_run_shows_and_does_not_write(copy: Path) -> None:
    excel(copy / "d.xlsx")
    before = snapshot(copy)
    ran = run_in(copy, "import", "results", "d.xlsx", *ASKED, "--dry-run")
    assert (ran.code, snapshot(copy)) == (0, before)
    assert "+      - criterion: CCHC/bo-moi/7.1.10" in ran.out


def test_what_cannot_be_opened_is_named(copy: Path) -> None:
    (copy / "d.xlsx").write_bytes(b"PK not a workbook")
    ran = run_in(copy, "import", "results", "d.xlsx", *ASKED)
    assert ran.code == 2
    assert ran.err.startswith("Không mở được d.xlsx. ")
