"""What a reader who can't see needs of a Word file, as a check: names, words for pictures, heads, a language.

Must not know the file's content. The rules are those of Word's own accessibility checker and of PDF/UA that can be
read off the text: what is drawn has alternative text, what holds data has a head, the text says its language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

DATA = "Report Table"
"""The style of a table of data; those without lines only place the head and the foot."""

_SHAPE = "{urn:schemas-microsoft-com:vml}shape"


def access_faults(path: Path, language: str) -> list[str]:
    """Everything that a reader by ear or a spell checker would miss; ``language`` is the one it is written in."""
    document = Document(str(path))
    headers = [
        header._element for section in document.sections for header in (section.header, section.first_page_header)
    ]
    tables = [table._tbl for table in document.tables if table.style and table.style.name == DATA]
    return [
        *_file(document, language),
        *(fault for table in tables for fault in _table(table)),
        *(fault for part in (document.element, *headers) for fault in _drawn(part)),
        *_headings(document),
    ]


def _file(document: Any, language: str) -> Iterator[str]:
    if not document.core_properties.title:
        yield "the file has no title"
    said = set(document.styles.element.xpath("//w:docDefaults//w:lang/@w:val"))
    if said != {language} or document.core_properties.language != language:
        yield f"the language is {said}, not {language}"


def _table(table: Any) -> Iterator[str]:
    name = table.xpath("string(w:tblPr/w:tblCaption/@w:val)")
    if not name:
        yield "a table has no name"
    if not table.xpath("string(w:tblPr/w:tblDescription/@w:val)"):
        yield f"{name}: nothing says what its columns are"
    heads = [bool(row.xpath("w:trPr/w:tblHeader")) for row in table.xpath("w:tr")]
    if not heads[0] or heads != sorted(heads, reverse=True):
        yield f"{name}: no head stands over its rows"
    if all(heads):
        yield f"{name}: has no rows"


def _drawn(part: Any) -> Iterator[str]:
    if not all(one.get("descr") for one in part.iter(qn("wp:docPr"))):
        yield "a drawing has no alternative text"
    if not all(one.get("alt") for one in part.iter(_SHAPE)):
        yield "a shape has no alternative text"


def _headings(document: Any) -> Iterator[str]:
    """Headings that skip a level lose whoever moves by them."""
    level = 0
    for paragraph in document.paragraphs:
        name = paragraph.style.name
        if name.startswith("Heading "):
            below, level = level, int(name.removeprefix("Heading "))
            if level > below + 1:
                yield f"{paragraph.text}: of level {level} under level {below}"
