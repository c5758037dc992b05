"""A plan's text as paragraphs and sentences: what a page has torn is whole, each sentence stands alone.

Must not cut inside quotation marks or brackets, or lose a letter: the sentences of a paragraph are all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from parplan.cutting.vocabulary import listed
from parplan.facts.serving.passages import BULLET, NUMBER, is_heading

_OPEN, _CLOSE = '(“"[', ')”"]'
_END: Final = re.compile(r"[.!?…](?:[”\"')\]]*)(?=\s+[“\"(]?[^\W\d_a-z])")
TORN_AFTER: Final = (".", "!", "?", "…", ":", "/")


def mended(lines: Iterable[str]) -> Iterator[str]:
    """Paragraphs: a line that goes on in small letters belongs to the one before it."""
    left = ""
    for line in lines:
        if left and _goes_on(left, line):
            left = f"{left} {line}"
            continue
        if left:
            yield left
        left = line
    if left:
        yield left


def _goes_on(before: str, line: str) -> bool:
    if NUMBER.match(line) or BULLET.match(line) or not line[:1].islower():
        return False
    return not before.endswith(TORN_AFTER) and not (
        before.isupper() or (is_heading(before) and len(before) < len(line))
    )


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, to the letter."""
    found, start = [], 0
    for end in _END.finditer(paragraph):
        if _is_end(paragraph, start, end):
            found.append(paragraph[start : end.end()].strip())
            start = end.end()
    found.append(paragraph[start:].strip())
    return [one for one in found if one]


def _is_end(paragraph: str, start: int, end: re.Match[str]) -> bool:
    """Whether a sentence ends there: outside brackets, not behind a number or what is shortened."""
    before = paragraph[start : end.end()]
    if any(before.count(opening) > before.count(closing) for opening, closing in zip("(“[", ")”]", strict=True)):
        return False
    words = paragraph[start : end.start()].split()
    following = paragraph[end.end() :].lstrip(' “"(')
    last = words[-1].lstrip("(") if words else ""
    # «gồm: 1. …; 2. …»: numbers of a list end nothing
    counts = last.isdigit() and (len(words) < 2 or words[-2].endswith((":", ";", ",")))
    return following[:1].isupper() and not counts and last not in listed("shortened")
