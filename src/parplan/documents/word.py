"""A Word document, opened: its paragraphs and tables in their order.

Must not know what they are about. What is typed and what Word counts by itself read alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile

from parplan.documents.document import Block, Document, Paragraph, Spot, Table
from parplan.documents.numbering import BULLET, Numbering
from parplan.documents.values import Value, cleaned
from parplan.documents.word_grid import grid
from parplan.documents.word_text import TRACKED, Said, inside, paragraph_went
from parplan.documents.xml import Parts, attribute, child, local
from parplan.finding import Stop

_BLOCKS: Final = frozenset({"p", "tbl"})
_NOTES: Final = ("footnotes", "endnotes")


def document(parts: Mapping[str, bytes]) -> Document:
    """A document by its parts. Raises Stop for what is none."""
    try:
        package = Parts(parts)
        body = child(package.root(), "body")
        if body is None:
            raise Stop("document-damaged")
        changes = sum(local(one) in TRACKED for one in body.iter())
        return Document(tuple(_Reader.of(package).blocks(body)), changes)
    except (ParseError, BadZipFile, zlib.error, KeyError, ValueError, RecursionError):
        raise Stop("document-damaged") from None


@dataclass
class _Reader:
    numbering: Numbering
    notes: Mapping[tuple[str, str], str]
    tables: int = 0

    @classmethod
    def of(cls, package: Parts) -> _Reader:
        numbering = Numbering.of(package.root("numbering"), package.root("styles"))
        notes = {(kind, key): text for kind in _NOTES for key, text in _notes(package.root(kind))}
        return cls(numbering, notes)

    def blocks(self, container: Element) -> Iterator[Block]:
        """What a body, a cell or a text box holds, but for empty paragraphs."""
        left = ""
        for one in inside(container, _BLOCKS):
            if local(one) == "tbl":
                yield self.table(one)
                continue
            said = Said().take(one)
            gone, text = paragraph_went(one), left + said.text
            left = text if gone else ""
            # a number stands on the page without a text too, as in a column of numbers
            label = "" if gone else self.numbering.label(one)
            text = cleaned(f"{label} {text}")
            if not gone and text not in ("", BULLET):
                yield Paragraph(text, tuple(filter(None, map(self._note, said.notes))))
            for box in said.boxes:
                yield from self.blocks(box)
        if left.strip():
            yield Paragraph(cleaned(left))

    def table(self, element: Element) -> Table:
        """A table with its cells where they lie; numbered as one counts when leafing through."""
        self.tables += 1
        number = self.tables
        laid = grid(element)
        rows: list[list[Value]] = [[""] * laid.width for _ in range(laid.height)]
        notes: dict[Spot, tuple[str, ...]] = {}
        inner: list[Table] = []
        for spot, cell in laid.cells:
            within = list(self.blocks(cell))
            inner += [block for block in within if isinstance(block, Table)]
            rows[spot[0]][spot[1]] = cleaned("\n".join(_lines(within)))
            if told := tuple(n for block in within if isinstance(block, Paragraph) for n in block.notes):
                notes[spot] = told
        return Table(rows, "", number, laid.covered, laid.heads, notes, tuple(inner))

    def _note(self, called: tuple[str, str]) -> str:
        return self.notes.get(called, "")


def _lines(blocks: list[Block]) -> Iterator[str]:
    """What a cell says, line by line; a table in it row by row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield " ".join(" ".join(str(cell).split()) for cell in row if cell)


def _notes(root: Element | None) -> Iterator[tuple[str, str]]:
    """The text of each footnote by its id; the lines that separate them from the page are none."""
    for one in root if root is not None else ():
        if attribute(one, "type") in (None, "normal"):
            paragraphs = inside(one, frozenset({"p"}))
            yield attribute(one, "id") or "", " ".join(cleaned(Said().take(p).text) for p in paragraphs).strip()
