"""The styles of a letterhead by name, whatever program saved it; one that it lacks comes from the shipped one.

Must not change a style that the letterhead has: what the office changed shows.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import CharacterStyle

from parplan.documents.package import LARGEST_FILE
from parplan.output.templates.shipped import template_bytes, template_path

_OF_ITS_OLD_NEIGHBOURS: Final = ("w:basedOn", "w:next", "w:link", "w:rsid")
_FALLBACK: Final = 10
"""Points of a text whose size is said nowhere, as Word has it."""


class Styles:
    """A document's styles by name. LibreOffice gives one of ours the name of one of its own, and keeps the id."""

    def __init__(self, document: DocumentObject) -> None:
        self._document = document
        every = list(document.styles)
        self._named = {style.name: style for style in every}
        self._by_id = {style.style_id: style for style in every}

    def id(self, name: str) -> str:
        """The id of the style: Word may give a style another id than its name, and keeps only the name."""
        return str(self._style(name).style_id)

    def size(self, name: str) -> float:
        """The style's font size in points."""
        style: CharacterStyle | None = self._style(name)
        seen = set[str | None]()
        while style is not None and style.style_id not in seen:
            if style.font.size is not None:
                return float(style.font.size.pt)
            seen.add(style.style_id)  # a damaged file may have styles that rest on each other
            style = style.base_style
        common = self._document.styles.element.xpath("string(w:docDefaults/w:rPrDefault//w:sz/@w:val)")
        return int(common) / 2 if common.isdecimal() else _FALLBACK

    def _style(self, name: str) -> CharacterStyle:
        style: CharacterStyle | None = self._named.get(name)
        if style is None:
            shipped = shipped_letterhead().styles[name]
            same = self._by_id.get(shipped.style_id)
            style = same if same is not None and same.type == shipped.type else self._taken(shipped)
            self._named[name] = style
        return style

    def _taken(self, shipped: CharacterStyle) -> CharacterStyle:
        """A shipped style put into this document, by itself: what it rested on may look another way here."""
        element: BaseOxmlElement = deepcopy(shipped.element)
        for tag in _OF_ITS_OLD_NEIGHBOURS:
            for old in element.findall(qn(tag)):
                element.remove(old)
        while element.styleId in self._by_id:
            element.styleId += "2"
        if shipped.type is WD_STYLE_TYPE.TABLE:
            if (common := self._document.styles.default(WD_STYLE_TYPE.TABLE)) is not None:
                element.basedOn_val = common.style_id
        elif shipped.type is WD_STYLE_TYPE.PARAGRAPH:
            (font,) = shipped_letterhead().styles.element.xpath("w:docDefaults/w:rPrDefault//w:rFonts")
            properties = element.get_or_add_rPr()
            if properties.find(qn("w:rFonts")) is None:
                properties.insert(0, deepcopy(font))
        self._document.styles.element.append(element)
        taken: CharacterStyle = next(style for style in self._document.styles if style.element is element)
        self._by_id[taken.style_id] = taken
        return taken


@cache
def shipped_letterhead() -> DocumentObject:
    """The letterhead that we ship. Nobody may change it."""
    return Document(BytesIO(template_bytes(template_path("letterhead.docx", None), LARGEST_FILE)))
