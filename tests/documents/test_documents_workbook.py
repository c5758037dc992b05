"""Tests of parplan.documents.workbook: a workbook is opened, or refused with a reason."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from parplan.documents.document import Table
from parplan.documents.reader import open_document
from parplan.documents.workbook import MOST_ROWS, answer
from parplan.finding import Stop


def test_sheets_are_read_from_their_corner_hidden_ones_too(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Một"
    book["Một"]["C2"] = "Xong"
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book.save(tmp_path / "f.xlsx")
    first, second = open_document(tmp_path / "f.xlsx").tables
    assert (first.tab, first.rows) == ("Một", [["", "", ""], ["", "", "Xong"]])
    assert second.tab == "Ẩn"


def test_no_more_rows_are_read_than_a_form_can_have(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["A50000"] = "đầu", "cuối"
    book.save(tmp_path / "f.xlsx")
    (sheet,) = open_document(tmp_path / "f.xlsx").tables
    assert len(sheet.rows) == MOST_ROWS


@pytest.mark.parametrize(
    "content", [b"", b"TT;Noi dung\r\n", b"PK\x03\x04 no package", b"\xd0\xcf\x11\xe0" + b"x" * 600]
)
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "f.xlsx").write_bytes(content)
    with pytest.raises(Stop) as told:
        open_document(tmp_path / "f.xlsx")
    assert told.value.reason == "document-damaged"


def test_a_merged_cell_stands_where_it_begins_and_is_led_to_from_the_rest(tmp_path: Path) -> None:
    book = Workbook()
    book.active["B2"], book.active["C3"] = "Xong", "hết"
    book.active.merge_cells("B2:B3")
    book.save(tmp_path / "short.xlsx")
    with ZipFile(tmp_path / "short.xlsx") as short, ZipFile(tmp_path / "f.xlsx", "w") as long:
        for name in short.namelist():
            long.writestr(name, short.read(name).replace(b'"B2:B3"', b'"B2:B1048576"'))
    (sheet,) = open_document(tmp_path / "f.xlsx").tables
    assert sheet.covered == {(2, 1): (1, 1)}


def test_what_is_not_there_is_refused_with_the_cause(tmp_path: Path) -> None:
    with pytest.raises(Stop) as told:
        open_document(tmp_path / "f.xlsx")
    assert told.value.reason == "document-unreadable"


def test_a_sheet_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1048576"], book.active["XFD1"] = "cuối", "xa"
    book.save(tmp_path / "f.xlsx")
    with pytest.raises(Stop) as told:
        open_document(tmp_path / "f.xlsx")
    assert told.value.reason == "document-damaged"


def answered(content: bytes, monkeypatch: pytest.MonkeyPatch) -> object:
    """What the other process would say of a workbook."""
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out, write_through=True))
    answer()
    return pickle.loads(out.getvalue())


def test_another_process_answers_with_the_sheets_or_with_why_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    book.active.title = "Một"
    book["Một"]["A1"] = "Xong"
    book.save(tmp_path / "f.xlsx")
    assert answered((tmp_path / "f.xlsx").read_bytes(), monkeypatch) == [Table([["Xong"]], "Một", 1)]
    assert answered(b"khong phai", monkeypatch) == "document-damaged"
