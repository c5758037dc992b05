"""Nghị định 30/2020/NĐ-CP, Phụ lục I, as a check of a Word file that the program wrote.

Must not know the file's content: it goes by the named styles, and by what Word will draw for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from parplan.output.text.typography import width

FONT = "Times New Roman"


@dataclass(frozen=True)
class Order:
    """What the decree orders for an element: sizes from–to in points, weight, alignment."""

    smallest: float
    largest: float
    bold: bool = False
    italic: bool = False
    align: ALIGN = ALIGN.CENTER
    times: tuple[int, int] = (1, 1)


ANY = (0, 10**6)
ORDERS = {
    "Nation": Order(12, 13, bold=True),
    "Motto": Order(13, 14, bold=True),
    "Superior Body": Order(12, 13, times=(0, 1)),
    "Issuing Body": Order(12, 13, bold=True),
    "Document Number": Order(13, 13),
    "Place and Date": Order(13, 14, italic=True),
    "Document Kind": Order(13, 14, bold=True, times=(0, 1)),
    "Subject": Order(13, 14, bold=True, times=(0, 1)),
    "Letter Subject": Order(12, 13, times=(0, 1)),
    "Addressee": Order(13, 14, times=(0, 1)),
    "Addressees": Order(13, 14, align=ALIGN.LEFT, times=(0, 1)),
    "Addressee Item": Order(13, 14, align=ALIGN.LEFT, times=ANY),
    "Body Text": Order(13, 14, align=ALIGN.JUSTIFY, times=ANY),
    "Heading 1": Order(13, 14, bold=True, align=ALIGN.JUSTIFY, times=ANY),
    "Heading 2": Order(13, 14, bold=True, align=ALIGN.JUSTIFY, times=ANY),
    "Heading 3": Order(13, 14, align=ALIGN.JUSTIFY, times=ANY),
    "Recipients Heading": Order(12, 12, bold=True, italic=True, align=ALIGN.LEFT),
    "Recipient": Order(11, 11, align=ALIGN.LEFT, times=(1, 100)),
    "Signer Office": Order(13, 14, bold=True, times=(1, 9)),
    "Signer Name": Order(13, 14, bold=True),
    "Appendix Label": Order(14, 14, bold=True, times=ANY),
    "Appendix Title": Order(13, 14, bold=True, times=ANY),
    "Appendix Reference": Order(13, 14, italic=True, times=ANY),
    "Table Head": Order(12, 12, bold=True, times=ANY),
    "Wide Table Head": Order(11, 11, bold=True, times=ANY),
    "Table Left": Order(12, 12, align=ALIGN.LEFT, times=ANY),
    "Table Center": Order(12, 12, times=ANY),
    "Table Right": Order(12, 12, align=ALIGN.RIGHT, times=ANY),
    "Wide Table Left": Order(11, 11, align=ALIGN.LEFT, times=ANY),
    "Wide Table Center": Order(11, 11, times=ANY),
    "Wide Table Right": Order(11, 11, align=ALIGN.RIGHT, times=ANY),
}
CAPITALS = {
    "Nation",
    "Superior Body",
    "Issuing Body",
    "Document Kind",
    "Signer Office",
    "Appendix Title",
    "Heading 1",
}
# The rule under each, as parts of its line; under an appendix's reference it is only to be short.
RULES = {
    "Motto": (0.95, 1.05),
    "Issuing Body": (0.33, 0.5),
    "Subject": (0.33, 0.5),
    "Appendix Reference": (0.1, 0.5),
}
DAY = re.compile(r"ngày\s+(?:0[1-9]|[12]\d|3[01])?\s*tháng\s+(?:0[12]|[3-9]|1[0-2])?\s*năm\s+\d{4}$")


def decree_faults(path: Path) -> list[str]:
    """What the file does otherwise than the decree orders; an empty list if nothing."""
    document = Document(str(path))
    return [fault for check in CHECKS for fault in check(document)]


def _pages(document: Any) -> Iterator[str]:
    for number, section in enumerate(document.sections, start=1):
        sides = sorted((section.page_width.mm, section.page_height.mm))
        if [round(side) for side in sides] != [210, 297]:
            yield f"section {number}: the page is not A4 but {sides}"
        limits = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
        for side, (least, most) in limits.items():
            margin = getattr(section, f"{side}_margin").mm
            if not least - 0.1 <= margin <= most + 0.1:
                yield f"section {number}: the {side} margin is {margin:.1f} mm"
        if (section.orientation == 1) != (section.page_width > section.page_height):
            yield f"section {number}: said to lie otherwise than it does"


def _page_numbers(document: Any) -> Iterator[str]:
    for number, section in enumerate(document.sections, start=1):
        start = section._sectPr.find(qn("w:pgNumType"))
        if start is None or start.get(qn("w:start")) != "1":
            yield f"section {number}: its pages are not counted from 1"
        if not section.different_first_page_header_footer or _has_number(section.first_page_header):
            yield f"section {number}: its first page shows a number"
        if not _has_number(section.header):
            yield f"section {number}: its pages have no number in the top margin"
            continue
        style = section.header.paragraphs[0].style
        if _inherited(style, "paragraph_format", "alignment") != ALIGN.CENTER:
            yield f"section {number}: the page number is not centred"
        if not 13 <= _size(style) <= 14:
            yield f"section {number}: the page number has size {_size(style)}"
        if section.header_distance + section.header.paragraphs[0].style.font.size > section.top_margin:
            yield f"section {number}: the page number does not fit into the top margin"


def _elements(document: Any) -> Iterator[str]:
    found: dict[str, int] = {}
    for paragraph in _paragraphs(document):
        found[paragraph.named] = found.get(paragraph.named, 0) + 1
    for name, order in ORDERS.items():
        count, (least, most) = found.get(name, 0), order.times
        if not least <= count <= most:
            yield f"{name}: stands {count} times"
        if count:
            yield from _style(document.styles[name], order)


def _style(style: Any, order: Order) -> Iterator[str]:
    if not order.smallest <= _size(style) <= order.largest:
        yield f"{style.name}: size {_size(style)}"
    if bool(_inherited(style, "font", "bold")) != order.bold:
        yield f"{style.name}: {'not ' if order.bold else ''}bold"
    if bool(_inherited(style, "font", "italic")) != order.italic:
        yield f"{style.name}: {'not ' if order.italic else ''}italic"
    if _inherited(style, "paragraph_format", "alignment") != order.align:
        yield f"{style.name}: aligned otherwise than {order.align}"


def _letters(document: Any) -> Iterator[str]:
    fonts = document.styles.element.xpath("//w:rFonts/@w:ascii") + document.element.xpath("//w:rFonts/@w:ascii")
    for font in sorted(set(fonts) - {FONT}):
        yield f"the font {font}"
    for tag in ("w:sz", "w:color", "w:u", "w:highlight"):
        if document.element.xpath(f"//{tag}"):
            yield f"{tag} beside the named styles"
    if any(color != "auto" for color in document.styles.element.xpath("//w:rPr/w:color/@w:val")):
        yield "a colour other than black"
    for paragraph in _paragraphs(document):
        if paragraph.named in CAPITALS and paragraph.text != paragraph.text.upper():
            yield f"{paragraph.named}: not in capitals: {paragraph.text}"


def _body(document: Any) -> Iterator[str]:
    for name in ("Body Text", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        shape = style.paragraph_format
        first, line = shape.first_line_indent, shape.line_spacing
        if not 0.99 <= (first.cm if first else 0) <= 1.28:
            yield f"{name}: the first line is not in by 1 to 1,27 cm"
        if (shape.space_before or 0) + (shape.space_after or 0) < 6 * 12700:
            yield f"{name}: less than 6 points between paragraphs"
        if not isinstance(line, float) or not 1 <= line <= 1.5:
            yield f"{name}: line spacing {line}"
    if document.element.xpath("//w:spacing[@w:lineRule='exact']") + document.styles.element.xpath(
        "//w:spacing[@w:lineRule='exact']"
    ):
        yield "line spacing set to exactly so much: Word and LibreOffice break pages differently"


IN_HEAD = ("Nation", "Place and Date", "Subject", "Addressee")


def _head(document: Any) -> Iterator[str]:
    head = document.tables[0]
    right = head.columns[1].width
    for paragraph in (p for p in _paragraphs(document) if p.named in IN_HEAD):
        name, text = paragraph.named, paragraph.text
        if name == "Nation" and width(text, _size(paragraph.style)) > right.pt:
            yield "Nation: does not fit on one line"
        if name == "Place and Date" and not DAY.search(text):
            yield f"Place and Date: {text}"
        if name == "Subject" and len(text.split("\n")[-1].split()) < 2:
            yield "Subject: a single word on the last line"
        if name == "Addressee" and text.endswith("."):
            yield "Addressee: a full stop after the only one"
    rows = [[_names(cell) for cell in row.cells] for row in head.rows]
    if "Document Number" not in rows[1][0] or "Place and Date" not in rows[1][1]:
        yield "number and date do not stand on one line"


def _title(document: Any) -> Iterator[str]:
    """A paper has a kind and a subject, an official letter («công văn») neither: "V/v" under its number."""
    names = {paragraph.named for paragraph in _paragraphs(document)}
    if "Letter Subject" not in names:
        if "Document Kind" not in names or "Subject" not in names:
            yield "neither a kind with its subject nor the subject of a letter"
        return
    if "Document Kind" in names or "Subject" in names:
        yield "Letter Subject: in a paper that has a kind"
    cell = document.tables[0].rows[1].cells[0].paragraphs
    if [paragraph.style.name for paragraph in cell[:2]] != ["Document Number", "Letter Subject"]:
        yield "Letter Subject: not under the number"
    if not cell[-1].text.startswith("V/v "):
        yield f"Letter Subject: {cell[-1].text}"
    if (document.styles["Letter Subject"].paragraph_format.space_before or 0) != 6 * 12700:
        yield "Letter Subject: not 6 points below the number"


def _addressees(document: Any) -> Iterator[str]:
    """Several addressees: a line each, a dash before it that stands under the colon, ";" after it, "." at last."""
    heads = [p for p in _paragraphs(document) if p.named == "Addressees"]
    items = [p for p in _paragraphs(document) if p.named == "Addressee Item"]
    if not heads:
        return
    texts = [item.text for item in items]
    if len(texts) < 2 or not all(text.startswith("- ") for text in texts):
        yield "Addressees: not each on a line with a dash"
    if not all(text.endswith(";") for text in texts[:-1]) or not texts[-1].endswith("."):
        yield "Addressees: not a semicolon after each and a full stop after the last"
    before, item = heads[0].style.paragraph_format, document.styles["Addressee Item"].paragraph_format
    colon = before.left_indent.pt + width(heads[0].text.rstrip(":"), _size(heads[0].style))
    dash = item.left_indent.pt + item.first_line_indent.pt
    if abs(colon - dash) > 6:
        yield f"Addressees: the dashes stand {dash - colon:.0f} points off the colon"


def _rules(document: Any) -> Iterator[str]:
    for paragraph in _paragraphs(document):
        limits = RULES.get(paragraph.named)
        if limits is None:
            continue
        rule = paragraph._p.getnext()
        drawn = document.styles["Rule"].element.xpath("./w:pPr/w:pBdr/w:top[@w:val='single']")
        if not drawn or rule is None or not rule.xpath("./w:pPr/w:pStyle[@w:val='Rule']"):
            yield f"{paragraph.named}: no drawn rule under it"
            continue
        around = int(rule.pPr.ind_left) + int(rule.pPr.ind_right)
        room = _room(document, paragraph)
        line = max(width(line, _size(paragraph.style)) for line in paragraph.text.split("\n"))
        part = (room - around) / 12700 / min(line, room / 12700)
        if not limits[0] <= part <= limits[1]:
            yield f"{paragraph.named}: the rule is {part:.2f} of the line"


def _foot(document: Any) -> Iterator[str]:
    feet = [table for table in document.tables if "Signer Name" in _names(table.rows[0].cells[-1])]
    if len(feet) != 1:
        yield f"{len(feet)} signature blocks"
        return
    foot = feet[0]
    if not foot._tbl.xpath("./w:tr/w:trPr/w:cantSplit") or len(foot.rows) != 1:
        yield "the signature block can be torn"
    before = foot._tbl.getprevious()
    if before is None or not before.xpath("./w:pPr/w:keepNext"):
        yield "the signature can stand alone on a page"
    elif not Paragraph(before, document._body).text.endswith("./."):
        yield "the text does not end with ./."
    name = document.styles["Signer Name"].paragraph_format
    if (name.space_before or 0) < 5 * 14 * 12700:
        yield "less than five lines for signature and stamp"
    recipients = [p.text for p in foot.rows[0].cells[0].paragraphs[1:]]
    if not all(text.startswith("- ") and text.endswith(";") for text in recipients[:-1]):
        yield "Recipients: not each with a dash and a semicolon"
    if not recipients or not recipients[-1].endswith("."):
        yield "Recipients: no full stop after the last"


def _tables(document: Any) -> Iterator[str]:
    for number, table in enumerate(document.tables, start=1):
        rows = table._tbl.findall(qn("w:tr"))
        if table.style.name != "Report Table":
            continue
        columns = len(table._tbl.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        head = {p.named for p in _row_paragraphs(document, rows[0])}
        if head != {"Wide Table Head" if columns >= 9 else "Table Head"}:
            yield f"table {number}: {columns} columns and a head in {head}"
        if not rows[0].xpath("./w:trPr/w:tblHeader"):
            yield f"table {number}: its head is not repeated"
        if not all(row.xpath("./w:trPr/w:cantSplit") for row in rows):
            yield f"table {number}: a row can be torn"
        if any(row.xpath("./w:trPr/w:trHeight") for row in rows):
            yield f"table {number}: a row of fixed height"
        if table._tbl.xpath(".//w:tcPr/w:shd"):
            yield f"table {number}: a coloured cell"


CHECKS = (_pages, _page_numbers, _elements, _letters, _body, _head, _title, _addressees, _rules, _foot, _tables)


class _Read(Paragraph):
    """A paragraph that knows its style: a report of 1,500 rows has 17,000 of them, in twenty styles."""

    @cached_property
    def style(self) -> Any:
        return _style_of(self.part, self._p.style)

    @cached_property
    def named(self) -> str:
        """The name of its style."""
        return _name_of(self.part, self._p.style)


@lru_cache(maxsize=256)
def _style_of(part: Any, style: str | None) -> Any:
    return part.get_style(style, WD_STYLE_TYPE.PARAGRAPH)


@lru_cache(maxsize=256)
def _name_of(part: Any, style: str | None) -> str:
    return str(_style_of(part, style).name)


def _paragraphs(document: Any) -> list[Any]:
    return _of_part(document.part)


@lru_cache(maxsize=1)
def _of_part(part: Any) -> list[Any]:
    return _row_paragraphs(part.document, part.element.body)


def _row_paragraphs(document: Any, element: Any) -> list[Any]:
    return [_Read(p, document._body) for p in element.iter(qn("w:p"))]


def _names(cell: Any) -> list[str]:
    return [paragraph.style.name for paragraph in cell.paragraphs]


def _room(document: Any, paragraph: Any) -> int:
    """The width of the column, or of the section's text, in which the paragraph stands (EMU)."""
    parent = paragraph._p.getparent()
    if parent.tag == qn("w:tc"):
        return int(parent.width)
    ends = document.element.xpath(".//w:sectPr")
    later = [end for end in ends if paragraph._p in end.xpath("preceding::w:p | ancestor::w:p")]
    section = document.sections[ends.index(later[0])]
    return int(section.page_width - section.left_margin - section.right_margin)


def _has_number(header: Any) -> bool:
    return "PAGE" in "".join(header._element.xpath(".//w:fldSimple/@w:instr | .//w:instrText/text()"))


def _size(style: Any) -> float:
    size = _inherited(style, "font", "size")
    return float(size.pt) if size else 14.0


def _inherited(style: Any, part: str, name: str) -> Any:
    while style is not None:
        value = getattr(getattr(style, part), name)
        if value is not None:
            return value
        style = style.base_style
    return None
