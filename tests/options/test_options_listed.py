"""A list in each of its forms, read back by other libraries."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from running import POINTS, run_in

ASKED = ("compare", "2022", "2023", "--root", str(POINTS))


def test_without_a_form_it_is_a_page() -> None:
    assert run_in(POINTS, *ASKED).out.startswith("SỐ LIỆU MINH HỌA")


def test_csv_has_a_row_for_each_figure() -> None:
    text = run_in(POINTS, *ASKED, "--format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][:4] == ["Chỉ số", "Nơi được xếp hạng", "Mã", "Tiêu chí"]
    assert ["1", "Công tác chỉ đạo, điều hành", "9,5", "8,60", "7,00", "", "-16,8", ""] in [
        row[2:] for row in rows
    ]


def test_json_and_markdown_are_printed() -> None:
    assert json.loads(run_in(POINTS, *ASKED, "--format", "json").out)["years"] == [2022, 2023]
    text = run_in(POINTS, *ASKED, "--format", "md").out
    assert text.count("Kết quả các Chỉ số của Giả Định") == 1


def test_a_workbook_holds_figures(tmp_path: Path) -> None:
    ran = run_in(tmp_path, *ASKED, "-o", "so-sanh.xlsx")
    assert (ran.code, ran.err) == (0, "Đã ghi so-sanh.xlsx.\n")
    sheet = load_workbook(tmp_path / "so-sanh.xlsx").active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert next(row for row in cells if row[2] == "1")[4:9] == [9.5, 8.6, 7, None, -16.8]


def test_a_document_holds_every_table(tmp_path: Path) -> None:
    assert run_in(tmp_path, *ASKED, "-o", "so-sanh.docx").code == 0
    document = Document(str(tmp_path / "so-sanh.docx"))
    assert [len(table.rows) for table in document.tables] == [6, 9, 6, 6]
    assert document.tables[1].rows[1].cells[0].text == "1 Công tác chỉ đạo, điều hành"


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_what_no_screen_shows_goes_to_the_folder_of_the_workspace(tmp_path: Path, form: str) -> None:
    shutil.copytree(POINTS / "data", tmp_path / "data")
    ran = run_in(tmp_path, "compare", "2022", "2023", "--format", form)
    assert ran.err == f"Đã ghi bao-cao/so-sanh-chi-so-2022-2023.{form}.\n"
    assert (tmp_path / "bao-cao" / f"so-sanh-chi-so-2022-2023.{form}").is_file()


def test_standard_output_takes_no_workbook() -> None:
    ran = run_in(POINTS, *ASKED, "--format", "xlsx", "-o", "-")
    assert (ran.code, ran.out) == (2, "")
