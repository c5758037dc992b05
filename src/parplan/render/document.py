"""The report as a Word document: the blocks of its Markdown and the things they name, on the office's letterhead.

Must not hold a sentence (the template and the page do) or a look (the letterhead does).
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement

from parplan.render.document_parts import appendix_head, foot, head, paragraph, place
from parplan.render.document_table import table
from parplan.render.letterhead import Letterhead, text_width
from parplan.render.markdown import Directive, Heading, Paragraph, Place, Thing, named, read
from parplan.render.typography import printable
from parplan.views.page import Appendix, Foot, Head, Page, Properties
from parplan.views.table import Table


def compose(markdown: str, page: Page, letterhead: Path) -> Document:
    """The Markdown with everything it names, as a document that can be saved."""
    look = Letterhead(letterhead)
    sheet = _Sheet(look)
    for block in read(markdown):
        match block:
            case Heading(level, runs):
                sheet.add(paragraph(look.style(f"Heading {level}"), runs))
            case Paragraph(runs):
                sheet.add(paragraph(look.style("Body Text"), runs))
            case Directive():
                _draw(sheet, look, named(block, page))
    sheet.finish()
    look.stamp(printable(page.watermark), page.properties.language)
    _describe(look.document, page.properties)
    return look.document


class _Sheet:
    """The document's body as it grows, section by section."""

    def __init__(self, look: Letterhead) -> None:
        self._look = look
        self._body: BaseOxmlElement = look.document.element.body
        for child in list(self._body):
            self._body.remove(child)
        self._section: CT_SectPr = look.section(landscape=False)

    @property
    def room(self) -> int:
        """The width of the text in twips, in the section being written."""
        return text_width(self._section)

    def add(self, xml: str) -> None:
        """Adds what the WordprocessingML says."""
        elements = parse_xml(f"<w:body {nsdecls('w')}>{printable(xml)}</w:body>")
        for element in list(elements):
            self._body.append(element)

    def hold_last(self) -> None:
        """Keeps the last paragraph, or the last row of a table, on the page of what comes next."""
        if not len(self._body):
            return
        last = self._body[-1]
        rows = last.findall(qn("w:tr"))
        for held in rows[-1].iter(qn("w:p")) if rows else [last]:
            held.get_or_add_pPr().keepNext_val = True

    def turn(self, *, landscape: bool) -> None:
        """Begins a new section, which is a new page and counts its pages anew."""
        if len(self._body):
            self._end_in_paragraph()
            self._body[-1].get_or_add_pPr().append(self._section)
        self._section = self._look.section(landscape=landscape)

    def finish(self) -> None:
        """Closes the last section. Nothing can be added afterwards."""
        self._end_in_paragraph()
        self._body.append(self._section)

    def _end_in_paragraph(self) -> None:
        """Word wants a paragraph after a table; one of a point's height takes no page of its own."""
        if not len(self._body) or self._body[-1].tag != qn("w:p"):
            self.add(paragraph(self._look.style("Section End"), ()))


def _draw(sheet: _Sheet, look: Letterhead, thing: Thing) -> None:
    match thing:
        case Head():
            sheet.add(head(look, thing, sheet.room))
        case Foot():
            sheet.hold_last()
            sheet.add(foot(look, thing, sheet.room))
        case Table():
            sheet.add(table(look, thing, sheet.room))
        case Appendix():
            sheet.turn(landscape=thing.landscape)
            sheet.add(appendix_head(look, thing.label, thing.title, thing.reference, sheet.room))
            sheet.add(table(look, thing.table, sheet.room, thing.title))
            if thing.ending:
                sheet.add(paragraph(look.style("Appendix Ending"), thing.ending))
        case Place(words):
            sheet.add(place(look, words))


def _describe(document: Document, properties: Properties) -> None:
    """Every property that a clock, a user's name or the letterhead would otherwise fill."""
    own = document.core_properties
    own.title, own.author = printable(properties.title)[:255], printable(properties.author)[:255]
    own.last_modified_by = own.author
    own.created = own.modified = datetime.combine(properties.day, time(), UTC)
    own.language = properties.language
    own.revision = 1
