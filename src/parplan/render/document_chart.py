"""A chart as Word's own: a drawing in the text, the chart's part, and the workbook that "Edit data" opens.

Must not know how a chart looks.
"""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from io import BytesIO
from typing import Final

from parplan.render.chart_part import CHART, MAIN, chart_xml, height
from parplan.render.document_parts import paragraph, paragraph_height
from parplan.render.letterhead import Letterhead
from parplan.render.seal import repacked
from parplan.render.typography import printable
from parplan.views.chart import Chart

_EMU: Final = 635  # to a twip
_LONGEST: Final = 255  # Word's limit for a name
_NO_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def chart(look: Letterhead, view: Chart, number: int, room: int, tallest: int, *, keep: bool = False) -> str:
    """The caption and the chart as wide as ``room`` (twips). ``number`` is its own within the document, from 1.

    Both together are no higher than ``tallest``. ``keep`` holds them on the page of what follows.
    """
    tall = height(view, tallest - paragraph_height(look, "Table Caption", view.caption, room))
    related = look.attach_chart(number, chart_xml(view, room, tall).encode(), workbook(view))
    wide, high = room * _EMU, tall * _EMU
    name, words = (escape(printable(text)[:_LONGEST]) for text in (view.caption, view.description))
    drawing = (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{words}" title="{name}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{related}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    style, keeping = look.style("Table Center"), "<w:keepNext/>" if keep else ""
    body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keeping}</w:pPr><w:r>{drawing}</w:r></w:p>'
    return paragraph(look.style("Table Caption"), view.caption) + body


def workbook(view: Chart) -> bytes:
    """The figures as the sheet that the chart points to: categories in column A, a series in each next one."""
    from xlsxwriter import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": _NO_DAY})
    sheet = book.add_worksheet("Sheet1")
    text = book.add_format({"quote_prefix": True})  # no name becomes a formula when somebody edits the cell
    for column, series in enumerate(view.series, start=1):
        sheet.write_string(0, column, printable(series.name), text)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, float(value))
    for row, category in enumerate(view.categories, start=1):
        sheet.write_string(row, 0, printable(category), text)
    sheet.set_column(0, 0, 32)
    book.close()
    return repacked(target.getvalue())
