"""A chart as Word's own: a drawing in the text, the chart's part, and the workbook that "Edit data" opens.

Must not know how a chart looks.
"""

from __future__ import annotations

from html import escape
from typing import Final

from parplan.output.excel.chart_data import workbook
from parplan.output.text.typography import printable
from parplan.output.word.chart_drawing import CHART, MAIN, chart_xml, height
from parplan.output.word.letterhead import Letterhead
from parplan.output.word.paragraphs import paragraph, paragraph_height
from parplan.views.chart import Chart

_EMU: Final = 635  # to a twip
_LONGEST: Final = 255  # Word's limit for a name
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
