"""Tests of parplan.output.word.listing."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document

from parplan.output.word.listing import listing_document
from parplan.views.page import Properties
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Column, Row, Table

TABLE = Table((Column("Cột"),), (Row(("ô",)),), caption="Bảng một")
PROPERTIES = Properties("Tên", "Nơi lập", date(2024, 12, 31))


def made(sheet: Sheet, root: Path) -> bytes:
    return listing_document(sheet, PROPERTIES, root)


def test_a_sheet_is_its_title_its_warnings_and_its_blocks(tmp_path: Path) -> None:
    blocks = (Block("Khối", TABLE, ("# không phải đề mục",)), Block("", Table((Column("Trống"),), ())))
    sheet = Sheet("Tên", ("Số liệu minh họa.",), ("Tên", "Dòng đầu"), blocks)
    document = Document(BytesIO(made(sheet, tmp_path)))
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert texts == ["Tên", "Số liệu minh họa.", "Dòng đầu", "Khối", "Bảng một", "# không phải đề mục"]
    assert [table.cell(1, 0).text for table in document.tables] == ["ô"]
    assert document.core_properties.author == "Nơi lập"


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    sheet = Sheet("Tên", (), ("Tên",), (Block("", TABLE),))
    assert made(sheet, tmp_path) == made(sheet, tmp_path)
