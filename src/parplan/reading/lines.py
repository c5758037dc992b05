"""Offsets into a text as lines and columns.

Must not know YAML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from parplan.where import Span

LINE_END: Final = re.compile(r"\r\n|\n|\r")


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    return [0, *(match.end() for match in LINE_END.finditer(text))]


def line_at(text: str, starts: list[int], number: int) -> str:
    """A line without its end; empty where there is none of that number."""
    if not 0 < number <= len(starts):
        return ""
    end = starts[number] if number < len(starts) else len(text)
    return text[starts[number - 1] : end].rstrip("\r\n")


def span_of(starts: list[int], start: int, end: int) -> Span:
    """Two offsets as lines and columns."""
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


def span_at(text: str, start: int, end: int | None = None) -> Span:
    """Two offsets of a text as lines and columns; without an end, one point."""
    return span_of(line_starts(text), start, start if end is None else end)


def offset_of(starts: list[int], line: int, column: int) -> int:
    """The offset of a line and column: what ``span_of`` counts from."""
    return starts[line - 1] + column - 1
