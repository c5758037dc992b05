"""The text of a paragraph of Word with all changes taken: what was put in is there, what was deleted is not.

Must not follow what is no text: comments, the codes of fields, hidden runs and pictures say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from parplan.documents.xml import attribute, child, is_on, local

GONE: Final = frozenset({"del", "moveFrom"})
"""What somebody deleted, or moved elsewhere, while changes were tracked."""

TRACKED: Final = GONE | {"ins", "moveTo"}
"""Changes that somebody has still to take or to refuse."""

_SILENT: Final = GONE | {
    *("delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "commentReference"),
    *("annotationRef", "footnoteRef", "endnoteRef", "proofErr", "softHyphen", "ruby"),
}
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass
class Said:
    """What a paragraph says: its text, the footnotes that it calls, the boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def take(self, element: Element) -> Said:
        """All that an element holds, in its order."""
        for one in element:
            name = local(one)
            if name in _SILENT or (name == "r" and is_on(child(one, "rPr", "vanish"))):
                continue
            if name == "t":
                self.pieces.append(one.text or "")
            elif name in _SIGNS:
                self.pieces.append(_SIGNS[name])
            elif name in _NOTES:
                self.notes.append((_NOTES[name], attribute(one, "id") or ""))
            elif name == "txbxContent":
                self.boxes.append(one)
            else:
                self.take(chosen(one) if name == "AlternateContent" else one)
        return self


def chosen(alternatives: Element) -> Element:
    """Of what is there twice, for new programs and old, the one for new; else the other."""
    choice = child(alternatives, "Choice")
    found = choice if choice is not None else child(alternatives, "Fallback")
    return alternatives if found is None else found


def inside(container: Element, names: frozenset[str]) -> Iterator[Element]:
    """The elements of those names, through whatever is wrapped round them; what went is passed over."""
    for one in container:
        name = local(one)
        if name in names:
            yield one
        elif name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"):
            yield from inside(chosen(one) if name == "AlternateContent" else one, names)


def paragraph_went(paragraph: Element) -> bool:
    """Whether a paragraph's end was deleted: what is left of it runs on into the next."""
    return any(child(paragraph, "pPr", "rPr", name) is not None for name in GONE)
