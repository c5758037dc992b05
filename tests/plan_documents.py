"""Plans as offices write them, made with python-docx: what each row says is the test's to say.

Must not assert anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION

HEADS = (
    "TT",
    "Nội dung, nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian hoàn thành",
    "Sản phẩm",
    "Ghi chú",
)


def plan_document(
    place_date: str = "Quảng Nam, ngày 10 tháng 01 năm 2023", number: str = "Số: 121/KH-UBND"
) -> Any:
    """The first page of a plan."""
    made = Document()
    head = made.add_table(2, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NAM"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text, head.cell(1, 1).text = number, place_date
    for line in (
        "KẾ HOẠCH",
        "Cải cách hành chính tỉnh Quảng Nam năm 2023",
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "- Nâng cao trách nhiệm của các cấp, các ngành.",
        "II. NỘI DUNG THỰC HIỆN",
        "(Chi tiết tại Phụ lục đính kèm)",
    ):
        made.add_paragraph(line)
    return made


def add_appendix(made: Any, title: str = "PHỤ LỤC") -> None:
    """A landscape section, as appendices have it."""
    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    made.add_paragraph(title)
    made.add_paragraph("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023")


def add_table(made: Any, rows: Sequence[Sequence[str]], heads: Sequence[str] = HEADS) -> Any:
    """A table of tasks: a row of one text is a heading across all columns."""
    table = made.add_table(1, len(heads))
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
        else:
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    return table


def saved(made: Any) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def save(made: Any, path: Path) -> Path:
    made.save(path)
    return path
