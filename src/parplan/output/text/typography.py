"""What typesetting asks of a string: characters Word can hold, words kept together, lists, printed width.

Must not know Markdown or WordprocessingML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Final

APART: Final = "\0"
"""What stands between texts that are changed at once: none that is printable holds one."""

_CONTROLS: Final = bytes({*range(32)} - {*b"\t\n\r"})
# Each begins with the sign itself, for which a search looks fastest, and only then at what stands before it.
_HYPHEN_OF_SYMBOL = re.compile(r"-(?<=\w-)(?=[A-ZĐ]{2})")
_NUMBER_OR_LETTER = re.compile(r" (?=\d|[IVXLC]+\b|[a-eghik-nđ](?![\w)]))(?<=[^\W\d_] )")
_STRETCH = re.compile(r"[^ \t\n]+")

_HORN = chr(0x31B)
"""What makes ơ and ư of o and u: where Times is not installed, what stands in for it gives it room of its own."""

# Advance widths of Times New Roman Bold in thousandths of the size. Other accents don't widen a letter.
_WIDTHS = {
    250: " \u00a0.,",
    111: _HORN,
    278: "il/'",
    333: "fjt-\u2011:;()",
    389: "Is",
    444: "cerz",
    500: "Jagovxy0123456789–“”?",
    556: "Sbdhknpquđ",
    570: "+=<>",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "m",
    944: "M",
    1000: "W%…",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL_WIDTH = 556


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 forbids: Word calls a file that holds one corrupt."""
    return text if text.isprintable() else printable_bytes(text).decode()


def printable_bytes(text: str) -> bytes:
    """The same in UTF-8, to which halves of characters never come."""
    content = text.encode(errors="ignore").translate(None, _CONTROLS)
    return content.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")  # U+FFFE and U+FFFF


def at_once(change: Callable[[str], str], texts: Collection[str]) -> list[str]:
    """What becomes of each text: to begin a change of a short one takes longer than the change itself.

    They must be ``printable``.
    """
    return change(APART.join(texts)).split(APART) if texts else []


def figures_alike(text: str) -> str:
    """The text with noughts for figures: all are equally wide, and words that differ in them are measured once."""
    for figure in "123456789":
        text = text.replace(figure, "0")
    return text


def unbroken(text: str) -> str:
    """The text with a no-break space between a word and the number or letter that belongs to it.

    Where no line may end: before a number ("ngày 30"), a Roman numeral ("mục III"), a single letter ("điểm a"),
    and at a hyphen in the number of a paper ("16-NQ/TU"), which becomes U+2011.
    """
    return whole_papers(_NUMBER_OR_LETTER.sub("\u00a0", text))


def whole_papers(text: str) -> str:
    """The text with each number of a paper whole, and nothing else kept together."""
    return _HYPHEN_OF_SYMBOL.sub("\u2011", text)


def unbroken_within(texts: Collection[str], size: float, room: float) -> list[str]:
    """The same of each, as far as it fits in ``room`` points: what is wider may break where it could before.

    They must be ``printable``.
    """
    every = at_once(unbroken, texts)
    wide = {word for word in _stretches(" ".join(every)) if width(word, size) > room}
    if not wide:
        return every
    return [
        whole if wide.isdisjoint(_stretches(whole)) else _broken(text, whole, size, room)
        for text, whole in zip(texts, every, strict=True)
    ]


def _stretches(text: str) -> set[str]:
    """What a line may not break within, each once."""
    return {*figures_alike(text).replace("\n", " ").replace("\t", " ").split(" ")}


def _broken(text: str, whole: str, size: float, room: float) -> str:
    """The text, of which each stretch that is kept together finds room; ``whole`` has all kept together."""
    for stretch in reversed(list(_STRETCH.finditer(whole))):
        if width(stretch[0], size) > room:
            first, last = stretch.span()
            whole = whole[:first] + _loosened(text[first:last], size, room) + whole[last:]
    return whole


def _loosened(text: str, size: float, room: float) -> str:
    """Words that belong together and find no room: each number of a paper is still whole where that fits."""
    words = ((word, whole_papers(word)) for word in text.split(" "))
    return " ".join(whole if width(whole, size) <= room else word for word, whole in words)


def listed(names: Sequence[str]) -> list[str]:
    """The names as the decree lists them: a dash before each, ";" after it, "." after the last."""
    bare = [name.strip().removeprefix("-").lstrip().rstrip(";.") for name in names]
    return [f"- {name}{'.' if number == len(bare) else ';'}" for number, name in enumerate(bare, start=1)]


def evenly(parts: Sequence[str], size: float, room: float) -> list[str]:
    """The parts of a text in as few lines of ``room`` points as hold them, none much longer than another.

    A part stays whole unless it is wider than a line.
    """
    fitting = [each for part in parts for each in ([part] if width(part, size) <= room else part.split())]
    lines = filled(fitting, size, room)
    while (narrower := filled(fitting, size, max(width(line, size) for line in lines) - 0.01)) != lines:
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def filled(parts: Sequence[str], size: float, room: float) -> list[str]:
    """The parts of a text in lines of ``room`` points, each as full as it gets."""
    lines: list[str] = []
    for part in parts:
        if lines and width(f"{lines[-1]} {part}", size) <= room:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return lines or [""]


class _Letters(dict[str, int]):
    """How wide a letter is with its marks, in thousandths of the size: reckoned when it is first asked for."""

    def __missing__(self, letter: str) -> int:
        parts = unicodedata.normalize("NFD", letter)
        base = (part for part in parts if part == _HORN or not unicodedata.combining(part))
        self[letter] = wide = sum(_WIDTH_OF.get(part, _USUAL_WIDTH) for part in base)
        return wide


_LETTERS: Final = _Letters()


@lru_cache(maxsize=4096)  # a table asks five times how wide each of its cells is
def width(text: str, size: float) -> float:
    """How many points the text takes in Times New Roman Bold of that size, to within a few percent."""
    return sum(map(_LETTERS.__getitem__, text)) * size / 1000
