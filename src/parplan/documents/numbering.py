"""The numbers and bullets that Word counts by itself, as they stand on the page.

Must not change a text, or invent a number where the document has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from parplan.documents.xml import attribute, child, is_on, local, number

BULLET: Final = "-"
"""What stands for every bullet: the document's own is a letter of a font of signs."""

_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    legal: bool
    style: str | None


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted: paragraphs are to be asked in their order."""

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    nums: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, Element | None]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> Numbering:
        made = cls()
        links: dict[str, str] = {}
        for one in numbering if numbering is not None else ():
            key = attribute(one, "abstractNumId") or ""
            if local(one) == "abstractNum":
                made.lists[key] = {number(lvl, "ilvl") or 0: _level(lvl) for lvl in one if local(lvl) == "lvl"}
                if link := attribute(child(one, "numStyleLink"), "val"):
                    links[key] = link
            elif local(one) == "num":
                of = attribute(child(one, "abstractNumId"), "val") or ""
                made.nums[attribute(one, "numId") or ""] = (of, _restarts(one))
        for one in styles if styles is not None else ():
            if local(one) == "style":
                base = attribute(child(one, "basedOn"), "val")
                made.styles[attribute(one, "styleId") or ""] = (base, child(one, "pPr", "numPr"))
        for key, style in links.items():  # a list that is kept in a style of lists
            _, marked = made.styles.get(style, (None, None))
            of, _ = made.nums.get(attribute(child(marked, "numId"), "val") or "", ("", {}))
            made.lists[key] = made.lists.get(of) or made.lists[key]
        return made

    def label(self, paragraph: Element) -> str:
        """The number or bullet before a paragraph; empty where it has none."""
        num, level = self._place(child(paragraph, "pPr"))
        of, restarts = self.nums.get(num, ("", {}))
        levels = self.lists.get(of, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(of, {})
        if level in restarts and (num, level) not in self._begun:
            counts[level] = restarts[level]
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        self._begun.add((num, level))
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _written(levels, level, counts)

    def _place(self, marks: Element | None) -> tuple[str, int]:
        """The list and the level that a paragraph is of, by its own mark or its style's."""
        own = child(marks, "numPr")
        num, level = attribute(child(own, "numId"), "val"), number(child(own, "ilvl"))
        style = attribute(child(marks, "pStyle"), "val")
        named = style
        for _ in range(_DEEPEST):
            if num is not None or named is None:
                break
            named, marked = self.styles.get(named, (None, None))
            num = attribute(child(marked, "numId"), "val")
            level = number(child(marked, "ilvl")) if level is None else level
        if num is None:
            return "", 0
        levels = self.lists.get(self.nums.get(num, ("", {}))[0], {})
        linked = next((n for n, one in levels.items() if style is not None and one.style == style), 0)
        return num, linked if level is None else level


def _level(element: Element) -> _Level:
    start = number(child(element, "start"))
    return _Level(
        attribute(child(element, "numFmt"), "val") or "decimal",
        attribute(child(element, "lvlText"), "val") or "",
        1 if start is None else start,
        is_on(child(element, "isLgl")),
        attribute(child(element, "pStyle"), "val"),
    )


def _restarts(num: Element) -> dict[int, int]:
    """The levels at which a list begins anew, and with what."""
    found: dict[int, int] = {}
    for one in num:
        start = number(child(one, "startOverride"))
        if local(one) == "lvlOverride" and start is not None:
            found[number(one, "ilvl") or 0] = start
    return found


def _written(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    own = levels[level]
    if own.form == "bullet":
        return BULLET
    if own.form == "none":
        return ""

    def counted(hole: re.Match[str]) -> str:
        at = int(hole[1]) - 1
        form = levels[at].form if at in levels else "decimal"
        start = levels[at].start if at in levels else 1
        return _number(counts.get(at, start), "decimal" if own.legal else form)

    return re.sub(r"%([1-9])", counted, own.text).strip()


def _number(count: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        letters, left = "", max(count, 0) % 4000
        for value, sign in _ROMAN:
            letters += sign * (left // value)
            left %= value
        return letters if form == "upperRoman" else letters.lower()
    if form in ("upperLetter", "lowerLetter"):
        first = "A" if form == "upperLetter" else "a"
        return chr(ord(first) + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < 1000 else str(count)
    return f"{count:02}" if form == "decimalZero" else str(count)
