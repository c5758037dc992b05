"""A unit's form as a Word document, for units that insist: the table of the workbook, what is known in one column.

Must not choose or word a cell. Marks stand in the narrow first column, small and grey: hidden text is lost by
programs that save the file anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from html import escape
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from parplan.documents.package import LARGEST_FILE
from parplan.output.templates.shipped import template_bytes, template_path
from parplan.output.text.typography import printable
from parplan.views.forms.form import FormRow, UnitForm

_FONT: Final = "Times New Roman"
_TALL, _WIDE, _MARGIN = 21.0, 29.7, 0.8
_TWIPS: Final = 567
"""In a centimetre."""

_CODE: Final = 1.0
_WIDTHS: Final = {
    "task": 5.6,
    "status": 2.1,
    "date": 1.8,
    "done": 1.4,
    "of": 1.1,
    "result": 2.8,
    "difficulty": 2.0,
    "reason": 1.7,
    "proposal": 1.7,
    "expected": 1.8,
    "number": 2.1,
    "dated": 1.8,
    "link": 1.2,
}
"""Centimetres that columns take of one another: of what there is each gets its part."""

_SIZE, _SMALL, _TINY = 9, 8, 4
_HEAD, _OPEN, _SHUT = "E7E6E6", "FFFBE6", ""
_QUIET: Final = "595959"
_NO_BREAK: Final = "\u00a0"
_ROW: Final = "<w:trPr><w:cantSplit/></w:trPr>"
_HEADS: Final = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def form_document(made: UnitForm) -> Document:
    """The form, ready to be saved."""
    document = docx.Document(BytesIO(template_bytes(template_path("letterhead.docx", None), LARGEST_FILE)))
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    _lay_out(document)
    parts = (*_head(made), _Table(made).xml(), _paragraph("", 11), *_guide(made))
    last = body[-1]
    for xml in parts:
        last.addprevious(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    own = document.core_properties
    own.title, own.author = printable(made.properties.title), printable(made.properties.author)
    own.comments, own.language = "", "vi-VN"
    own.created = own.modified = datetime.combine(made.properties.day, time())
    return document


def _lay_out(document: Document) -> None:
    """A4 across, in the font of official documents."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(_WIDE), Cm(_TALL)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(12)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), _FONT)
    normal.paragraph_format.space_after = Pt(0)


def _head(made: UnitForm) -> Iterator[str]:
    yield _paragraph(made.title, 14, bold=True)
    for number, line in enumerate(made.lines):
        yield _paragraph(line, 12, bold=number < 2)
    yield _paragraph("", 6)


def _guide(made: UnitForm) -> Iterator[str]:
    yield from (_paragraph(line, 11, bold=not number) for number, line in enumerate(made.guide))


class _Table:
    """The table: a column of marks, one of all that is known, then those to be filled."""

    def __init__(self, made: UnitForm) -> None:
        self.made = made
        keys = ("task", *(column.key for column in made.filled))
        room = _WIDE - 2 * _MARGIN - _CODE
        part = room / sum(_WIDTHS[key] for key in keys)
        self.widths = [_CODE, *(_WIDTHS[key] * part for key in keys)]

    def xml(self) -> str:
        made = self.made
        lines = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in self.widths)
        heads = [column.title for column in (made.known[1], *made.filled)]
        first = [self._cell(0, _paragraph(made.mark, _TINY, colour=_QUIET), _HEAD)]
        titles = (_paragraph(text, _SIZE, bold=True, centred=True) for text in heads)
        first += [self._cell(n, title, _HEAD) for n, title in enumerate(titles, start=1)]
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        cells = "".join(f'<w:{side} w:w="40" w:type="dxa"/>' for side in ("left", "right"))
        title = escape(printable(made.properties.title))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(_twips, self.widths))}" w:type="dxa"/>'
            f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{cells}</w:tblCellMar>"
            f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{title}"/></w:tblPr>'
            f"<w:tblGrid>{lines}</w:tblGrid><w:tr>{_HEADS}{''.join(first)}</w:tr>"
            f"{''.join(map(self._row, made.rows))}</w:tbl>"
        )

    def _row(self, row: FormRow) -> str:
        if not row.mark:
            text = _paragraph(" ".join(filter(None, row.known)), _SIZE, bold=True)
            return f"<w:tr>{_ROW}{self._cell(0, text, _SHUT, span=len(self.widths))}</w:tr>"
        cells = [self._cell(0, _paragraph(row.mark, _TINY, colour=_QUIET), _SHUT)]
        cells.append(self._cell(1, "".join(self._known(row)), _SHUT))
        for number, column in enumerate(self.made.filled, start=2):
            is_open = column.key in row.open
            inside = _choice(row.choices, column.title) if is_open and column.key == "status" else ""
            cells.append(self._cell(number, inside or _paragraph("", _SIZE), _OPEN if is_open else _HEAD))
        return f"<w:tr>{_ROW}{''.join(cells)}</w:tr>"

    def _known(self, row: FormRow) -> Iterator[str]:
        """The title with what belongs to it; below it what the workbook has in columns of their own."""
        _, task, *others = row.known
        yield from (_paragraph(line, _SIZE, bold=not n) for n, line in enumerate(task.split("\n")))
        for column, text in zip(self.made.known[2:], others, strict=True):
            if text:
                yield _paragraph(f"{column.title}: {' '.join(text.split())}", _SMALL, colour=_QUIET)

    def _cell(self, number: int, inside: str, colour: str, span: int = 1) -> str:
        width = sum(map(_twips, self.widths[number : number + span]))
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shade}</w:tcPr>{inside}</w:tc>'


def _choice(choices: Iterable[str], title: str) -> str:
    """A list to choose from, as Word has it; whoever types a word of his own is read too."""
    items = "".join(f'<w:listItem w:displayText="{escape(c)}" w:value="{escape(c)}"/>' for c in choices)
    name = f'<w:alias w:val="{escape(title)}"/>'
    content = f"<w:sdtContent>{_run(_NO_BREAK, _SIZE)}</w:sdtContent>"
    return f"<w:p><w:sdt><w:sdtPr>{name}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>{content}</w:sdt></w:p>"


def _paragraph(text: str, size: float, *, bold: bool = False, centred: bool = False, colour: str = "") -> str:
    aligned = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else ""
    return f"<w:p>{aligned}{_run(text, size, bold=bold, colour=colour)}</w:p>"


def _run(text: str, size: float, *, bold: bool = False, colour: str = "") -> str:
    look = ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
    look += f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'


def _twips(centimetres: float) -> int:
    return round(centimetres * _TWIPS)
