"""How high a row must be for its texts: Excel would measure that itself, but LibreOffice and telephones do not.

Must not know what the texts say.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import ceil
from typing import Final

from parplan.output.text.typography import width

POINTS: Final = 6
"""What a letter of a column's width takes, 8 pixels."""

_HIGHEST: Final = 409
"""Points that Excel gives a row."""

_LEADING: Final = 1.3125
"""From one line to the next, by the size of the letters."""


def height(
    cells: Iterable[tuple[str, float]], size: float = 12, measured: float = 0, pitch: float = _LEADING
) -> float:
    """Points for the tallest of some texts, each in a column of so many letters.

    ``measured``: the size of bold letters that take as much room, where the texts are not bold. ``pitch``: from
    one line to the next, where lines are counted so cautiously that most of them need less than Excel gives one.
    """
    most = max((_lines(text, letters * POINTS, measured or size) for text, letters in cells), default=1)
    return min(max(most * size * pitch, size * _LEADING), _HIGHEST)


@cache
def _lines(text: str, room: float, size: float) -> int:
    """How many lines the text takes in so many points, broken between words."""
    lines = 0
    for paragraph in text.splitlines():
        left = 0.0
        for word in paragraph.split(" "):
            taken = width(f"{word} ", size)
            if taken > left:
                lines += max(1, ceil(taken / room))
                left = max(room, taken)
            left -= taken
    return lines
