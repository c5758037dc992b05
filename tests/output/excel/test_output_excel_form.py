"""A unit's form as .xlsx, read back by another library: what is open, what is locked, what is hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ooxml import package_faults
from parplan.calendar.period import Period
from parplan.facts.form import asked_of, known_on
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import end_of_month_report
from parplan.output.excel.form import form_workbook
from parplan.output.files.seal import seal_of
from parplan.views.forms.form import UnitForm, unit_form
from parplan.views.forms.marks import KEYS, form_mark
from parplan.words import words
from running import sample


@cache
def made(agency: str = "so-tai-chinh") -> UnitForm:
    workspace = sample().workspace
    plan = workspace.plans[2022]
    standings = Standings(workspace, plan, end_of_month_report(plan.plan, Period.parse("2022-10")))
    now = known_on(standings, date(2022, 10, 10))
    return unit_form(asked_of(standings, agency), now, agency, words("vi"))


def sheet(form: UnitForm) -> Any:
    return load_workbook(BytesIO(form_workbook(form)))["Biểu"]


@cache
def read() -> Any:
    return sheet(made())


def keys() -> tuple[int, list[str]]:
    """The hidden row that names the columns, and what it says."""
    row = next(cell.row for cell in read()["A"] if cell.value == KEYS)
    return row, [cell.value or "" for cell in read()[row]]


def test_by_what_it_is_known_stands_in_a_hidden_column_and_a_hidden_row() -> None:
    row, named = keys()
    assert form_mark(read()["A1"].value) is not None
    assert read().column_dimensions["A"].hidden
    assert read().row_dimensions[row].hidden
    assert named[6:] == [column.key for column in made().filled]
    assert [cell.value or "" for cell in read()["A"][row:]] == [row.mark for row in made().rows]


def test_only_what_a_unit_is_to_fill_is_open_and_each_open_cell_is_empty_text_with_a_hint() -> None:
    first, named = keys()
    hinted = {ref for rule in read().data_validations.dataValidation for ref in str(rule.sqref).split()}
    for row, cells in zip(made().rows, read().iter_rows(min_row=first + 1), strict=True):
        for name, cell in zip(named, cells, strict=True):
            is_open = name in row.open
            assert cell.protection.locked is not is_open
            assert (cell.coordinate in hinted) is is_open
            if is_open:
                assert (cell.value, cell.number_format) == (None, "@")
    assert read().protection.sheet
    assert read().protection.password is None


def test_a_state_is_chosen_from_a_list() -> None:
    lists = {rule.formula1 for rule in read().data_validations.dataValidation if rule.type == "list"}
    assert lists == {
        '"Đã hoàn thành,Đang thực hiện,Chưa triển khai"',
        '"Đã hoàn thành,Đang thực hiện,Chưa triển khai,Không phát sinh"',
        '"Không phát sinh"',
    }


def test_no_hint_is_longer_than_excel_shows() -> None:
    for column in made().filled:
        assert 0 < len(column.hint) <= 255, column.key


def test_it_prints_on_a4_across_with_its_heads_on_every_page() -> None:
    row, _ = keys()
    assert (read().page_setup.orientation, int(read().page_setup.paperSize)) == ("landscape", 9)
    assert (read().sheet_properties.pageSetUpPr.fitToPage, read().page_setup.fitToHeight) == (True, 0)
    assert read().print_title_rows == f"${row - 2}:${row - 1}"
    assert read().print_area == f"'Biểu'!$B$1:$R${row + len(made().rows)}"
    assert read().oddHeader.left.text.strip() == "SỐ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"
    assert read().oddFooter.left.text.strip() == "Sở Tài chính, tháng 10/2022"


def test_rows_still_grow_with_what_is_typed() -> None:
    with ZipFile(BytesIO(form_workbook(made()))) as package:
        drawn = package.read("xl/worksheets/sheet1.xml")
    assert b' ht="' in drawn
    assert b"customHeight" not in drawn


@pytest.mark.parametrize("text", ["=1+1", "+84 235", "@SUM(A1)"])
def test_no_text_acts_as_a_formula(text: str) -> None:
    first = made().rows[2]
    row = replace(first, known=("1", text, *first.known[2:]))
    cell = sheet(replace(made(), rows=(row,))).cell(keys()[0] + 1, 3)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_all_is_in_times_new_roman() -> None:
    fonts = {cell.font.name for row in read().iter_rows() for cell in row}
    assert fonts == {"Times New Roman"}


def test_there_is_a_sheet_that_says_how_it_is_filled_in() -> None:
    guide = load_workbook(BytesIO(form_workbook(made())))["Hướng dẫn"]
    assert [cell.value for cell in guide["A"]] == list(made().guide)
    assert "Sở Nội vụ" in made().guide[-1]


def test_the_same_form_has_the_same_bytes_and_is_sealed() -> None:
    content = form_workbook(made())
    assert form_workbook(made()) == content
    seal = seal_of(content)
    assert seal is not None
    assert seal.is_whole


@pytest.mark.parametrize("agency", ["so-tai-chinh", "bao-quang-nam"])
def test_microsofts_own_rules_find_nothing(agency: str, tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(form_workbook(made(agency)))
    assert package_faults(path) == []


def test_of_several_forms_each_has_a_sheet_by_its_units_name_and_no_two_are_alike() -> None:
    long = "Ban Quản lý các Khu kinh tế và Khu công nghiệp"
    forms = [replace(made(), unit=unit) for unit in ("Sở A/B", long, long, "Hướng dẫn", "sở ab")]
    book = load_workbook(BytesIO(form_workbook(*forms)))
    assert book.sheetnames == [
        *("Sở AB", "Ban Quản lý các Khu kinh tế và", "Ban Quản lý các Khu kinh tế (2)"),
        *("Hướng dẫn (1)", "sở ab (1)", "Hướng dẫn"),
    ]
    assert all(form_mark(book[name]["A1"].value) for name in book.sheetnames[:-1])
