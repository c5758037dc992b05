"""The report as a Word document: the blocks of its Markdown and the things they name, on the office's letterhead.

Must not hold a sentence (the template and the page do) or a look (the letterhead does).
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from docx.document import Document

from parplan.output.text.markdown import Directive, Heading, Paragraph, Place, Thing, named, read
from parplan.output.text.typography import printable, printable_bytes
from parplan.output.word.letterhead import Letterhead
from parplan.output.word.packed import Composed
from parplan.output.word.paragraphs import (
    appendix_head,
    appendix_head_height,
    foot,
    head,
    paragraph,
    place,
    prose,
    section_end,
)
from parplan.output.word.table import table
from parplan.views.chart import Chart
from parplan.views.page import Appendix, Foot, Head, Page, Properties
from parplan.views.table import Table


def compose(markdown: str, page: Page, letterhead: Path) -> Composed:
    """The Markdown with everything it names, as a document that can be packed."""
    look = Letterhead(letterhead)
    look.stamp(printable(page.watermark), page.properties.language)
    sheet = _Sheet(look)
    blocks = read(markdown)
    under = ""
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        keep = isinstance(following, Directive) and isinstance(named(following, page), Foot)
        match block:
            case Heading(level, runs):
                under = "".join(run.text for run in runs)
                sheet.add(paragraph(look.style(f"Heading {level}"), runs))
            case Paragraph(runs):
                # what a colon announces stays with it
                announces = bool(runs) and runs[-1].text.endswith(":")
                sheet.add(prose(look, runs, page.blanks, keep=keep or announces))
            case Directive():
                _draw(sheet, look, named(block, page), under, keep=keep)
    composed = sheet.composed()
    _describe(composed.document, page.properties)
    return composed


class _Sheet:
    """The document's body as it grows, section by section, as text in UTF-8."""

    def __init__(self, look: Letterhead) -> None:
        self._look = look
        self._charts = 0
        self._parts: list[bytes] = []
        self._section = look.section(landscape=False)

    @property
    def room(self) -> int:
        """The width of the text in twips, in the section being written."""
        return self._section.room

    @property
    def tall(self) -> int:
        """The height of a page's text in twips, likewise."""
        return self._section.tall

    def add(self, xml: str | bytes) -> None:
        """Adds what the WordprocessingML says; a long table comes in UTF-8."""
        self._parts.append(xml if isinstance(xml, bytes) else printable_bytes(xml))

    def draw(self, view: Chart, *, keep: bool, tallest: int) -> None:
        """Adds a chart, numbered within the document, with its caption no higher than ``tallest`` (twips)."""
        from parplan.output.word.chart import chart

        self._charts += 1
        self.add(chart(self._look, view, self._charts, self.room, tallest, keep=keep))

    def turn(self, *, landscape: bool) -> None:
        """Begins a new section, which is a new page and counts its pages anew."""
        if self._parts:
            self.add(section_end(self._look, self._section.xml))
        self._section = self._look.section(landscape=landscape)

    def composed(self) -> Composed:
        """The letterhead with all that was added."""
        # Word wants a paragraph after a table at the end of the text, too.
        self.add(section_end(self._look, ""))
        self.add(self._section.xml)
        return self._look.written(b"".join(self._parts))


def _draw(sheet: _Sheet, look: Letterhead, thing: Thing, under: str, *, keep: bool) -> None:
    """Draws what a directive names; ``under`` is the heading that it stands under."""
    match thing:
        case Head():
            sheet.add(head(look, thing, sheet.room))
        case Foot():
            sheet.add(foot(look, thing, sheet.room))
        case Table():
            sheet.add(table(look, thing, sheet.room, sheet.tall, title=under, keep=keep))
        case Chart():
            sheet.draw(thing, keep=keep, tallest=sheet.tall)
        case Appendix():
            _append(sheet, look, thing)
        case Place(words):
            sheet.add(place(look, words))


def _append(sheet: _Sheet, look: Letterhead, appendix: Appendix) -> None:
    sheet.turn(landscape=appendix.landscape)
    sheet.add(appendix_head(look, appendix.label, appendix.title, appendix.reference, sheet.room))
    tallest = sheet.tall - appendix_head_height(look, appendix.title, appendix.reference, sheet.room)
    for part in appendix.parts:
        keep = part is appendix.parts[-1] and bool(appendix.ending)
        if isinstance(part, Chart):
            sheet.draw(part, keep=keep, tallest=tallest)
        else:
            ending = appendix.ending if keep else ""
            sheet.add(table(look, part, sheet.room, sheet.tall, title=appendix.title, ending=ending))
    if appendix.ending and not isinstance(appendix.parts[-1], Table):
        sheet.add(paragraph(look.style("Appendix Ending"), appendix.ending))


def _describe(document: Document, properties: Properties) -> None:
    """Every property that a clock, a user's name or the letterhead would otherwise fill."""
    own = document.core_properties
    own.title, own.author = printable(properties.title)[:255], printable(properties.author)[:255]
    own.last_modified_by = own.author
    own.created = own.modified = datetime.combine(properties.day, time(), UTC)
    own.language = properties.language
    own.revision = 1
