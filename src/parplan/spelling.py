"""How written names are compared: without case, diacritics or stray spaces; and which known one was meant.

Must not know what a name stands for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse
from typing import Any, Final

LONGEST_NAME: Final = 200
"""Longer than any name, in characters: comparing megabytes would take seconds."""

_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng: the order of dictionaries, after no mark at all."""

_SHAPES: Final = "\u0306\u0302\u031b"
"""Breve, circumflex and horn make letters of their own: a ă â, o ô ơ, u ư."""

NEAR: Final = 0.7
"""How like a name must be to be offered instead of what was written; 1 is the same."""


FOREIGN_LETTERS: Final = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
"""Letters of Icelandic and Ewe that look like ours: old converters and fonts put them in the place of Đ and đ."""

_OURS: Final = str.maketrans(FOREIGN_LETTERS)


def respelt(text: str) -> str:
    """The text with our own letters, each in the place of one that only looks like it."""
    return text.translate(_OURS)


def fold(text: str) -> str:
    """Lower case, without diacritics, one space between words."""
    plain = unicodedata.normalize("NFD", respelt(text).replace("đ", "d").replace("Đ", "D"))
    letters = "".join(filterfalse(unicodedata.combining, plain))
    return " ".join(letters.lower().split())


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Letters and figures alone, folded: how names are compared that people type with or without their signs.

    The same few are asked for again and again, in each row of a table.
    """
    return " ".join(re.findall(r"\w+", fold(text)))


@lru_cache(maxsize=32768)  # several checks ask for the quote of each task, of which a plan has thousands
def one_line(text: str) -> str:
    """A text with its line and page breaks mended: one space between words, composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def clipped(text: str, most: int) -> str:
    """A text, or its first words where it is longer than so many characters."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + "…"


def collation(text: str) -> tuple[Any, ...]:
    """The key by which Vietnamese sorts: đ after d, ă and â after a; where letters are alike, by their tones."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFD", text.lower()):
        if character in _TONES and letters:
            tones[-1] = _TONES.index(character) + 1
        elif character in _SHAPES and letters:
            base, _ = letters[-1]
            letters[-1] = (base, _SHAPES.index(character) + 1)
        elif character == "đ":
            letters.append((ord("d"), 1))
            tones.append(0)
        else:
            letters.append((ord(character), 0))
            tones.append(0)
    return (letters, tones, text)


class Folded:
    """Known names, folded once, among which one that was meant is looked for again and again."""

    def __init__(self, known: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        for name in known:
            self._names.setdefault(fold(name), name)

    def closest(self, text: str) -> str | None:
        """The name that was probably meant, if any is near; the first of those that differ by folding alone."""
        if len(text) > LONGEST_NAME:
            return None
        from difflib import get_close_matches  # most runs find no mistake

        found = get_close_matches(fold(text), self._names, 1, cutoff=NEAR)
        return self._names[found[0]] if found else None


def closest(text: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant, where it is looked for once."""
    return Folded(known).closest(text) if len(text) <= LONGEST_NAME else None
