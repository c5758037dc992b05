"""Criteria sets as the tables that ministries send: Excel, Word and text, for the tests of their import.

Must not assert anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from parplan.facts.points.tree import Tree
from parplan.reading.load import load
from running import POINTS

HEADS = (
    "TT",
    "Lĩnh vực/Tiêu chí/Tiêu chí thành phần",
    "Điểm tối đa",
    "Cách chấm",
    "Tài liệu kiểm chứng",
    "Ghi chú",
)
Row = Sequence[object]


def set_rows(index: str, id_: str) -> list[Row]:
    """A set of the example as its table: decimals with commas, evidence line by line."""
    (of,) = (one for one in load(POINTS).workspace.indexes.indexes if one.id == index)
    tree = Tree(of, next(one for one in of.sets if one.id == id_))
    rows: list[Row] = []
    for ref, _ in tree.walk():
        one = tree.criteria[ref]
        rule = "Có/không" if one.scoring is not None and one.scoring.way == "yes-no" else ""
        most = "" if one.max is None else str(one.max).replace(".", ",")
        rows.append((one.code, one.name, most, rule, "\n".join(one.evidence or ()), ""))
    return rows


def excel(path: Path, rows: Sequence[Row], heads: Row = HEADS) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tiêu chí"
    for row in (("BỘ TIÊU CHÍ",), heads, *rows):
        sheet.append(list(row))
    book.save(path)


def word(path: Path, rows: Sequence[Row], heads: Row = HEADS) -> None:
    document = Document()
    document.add_paragraph("BỘ TIÊU CHÍ")
    table = document.add_table(rows=len(rows) + 1, cols=len(heads))
    cells = table._cells  # one by one it takes a second for each row
    for position, value in enumerate(value for row in (heads, *rows) for value in row):
        cells[position].text = str(value)
    document.save(str(path))


def text(path: Path, rows: Sequence[Row], heads: Row = HEADS) -> None:
    lines = (";".join('"' + str(value).replace('"', '""') + '"' for value in row) for row in (heads, *rows))
    path.write_text("\n".join(lines), encoding="utf-8")
