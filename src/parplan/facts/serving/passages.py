"""Which passages of a plan's document some task quotes.

Must not know what a passage means: a heading is known by its number, its capitals or its colon.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from parplan.model.plan import PlanSource
from parplan.spelling import one_line

LONGEST_HEADING: Final = 120
SHORTEST: Final = 10
"""In characters. What is shorter stands in a document by chance."""

NUMBER: Final = re.compile(r"(?:\d+(?:\.\d+)*[.)-]|\d+(?:\.\d+)+|[IVXLC]+[.)-]|[^\W\d_][.)])(?:\s|$)")
BULLET: Final = re.compile(r"[-+*•–—](?:\s|$)")
SENTENCE_ENDS: Final = (".", ";", ":", "!", "?", "…")
CELLS: Final = " | "
"""What stands between the cells of a table's row, which is a line of the document's text."""

FREE: Final = re.compile(rb"\0+")


class Document:
    """A text on one line, where its paragraphs lie in it, and which of its characters are quoted."""

    def __init__(self, text: str) -> None:
        lines = [one_line(line) for line in text.splitlines()]
        self.text = " ".join(line for line in lines if line)
        self.paragraphs = list(_paragraphs(lines))
        self.taken = bytearray(len(self.text))
        self.has_tables = CELLS in self.text

    def take(self, quotes: Sequence[str], start: int = 0) -> list[str]:
        """Mark where each quote stands, the longest first: others may lie inside it. Return what is nowhere.

        What stands before ``start`` too, as in a summary, is quoted from there on.
        """
        places, not_there = [], []
        after = start
        for quote in quotes:  # in the plan's order, which is mostly the document's: so each is found at once
            place = self.text.find(quote, after)
            place = self.text.find(quote) if place < 0 else place
            after = place + len(quote) if place >= 0 else after
            if place < 0:
                not_there.append(quote)
            else:
                places.append((place, quote))
        for place, quote in sorted(places, key=lambda found: -len(found[1])):
            free = place if self._is_free(place, quote) else self._first_free(quote)
            self._mark(free, free + len(quote))
            self._mark_row(free, free + len(quote))
        return not_there

    def take_all(self, text: str) -> None:
        """Mark a text wherever it stands."""
        place = self.text.find(text)
        while place >= 0:
            self._mark(place, place + len(text))
            place = self.text.find(text, place + len(text))

    def take_like(self, quote: str) -> None:
        """Mark the paragraphs of a quote that is not to the letter: that is told of the quote, not of them."""
        backwards, etouq = self.text[::-1], quote[::-1]
        front, back = agreeing(quote, self.text), agreeing(etouq, backwards)
        place = self.text.find(quote[:front])
        if back > front:
            place = len(self.text) - backwards.find(etouq[:back]) - len(quote)
        if max(front, back) >= SHORTEST:
            for first, last in self.paragraphs:
                if first < place + len(quote) and place < last:
                    self._mark(first, last)

    def left(self, start: int, end: int) -> Iterator[str]:
        """What is not quoted between two places, paragraph by paragraph; headings and bullets apart."""
        for passages in self.asked(start, end):
            yield from passages

    def asked(self, start: int, end: int) -> Iterator[list[str]]:
        """For each paragraph between two places that is no heading: what of it is not quoted."""
        for first, last in self.paragraphs:
            if last <= start or first >= end:
                continue
            if self.taken.find(0, max(first, start), min(last, end)) < 0:  # as nearly all of a plan that is whole
                yield []
                continue
            paragraph = self.text[first:last]
            if self._is_free(first, paragraph) and is_heading(paragraph):
                continue
            runs = FREE.finditer(self.taken, max(first, start), min(last, end))
            passages = (self.text[run.start() : run.end()].strip() for run in runs)
            yield [passage for passage in passages if _says_something(passage)]

    def _mark(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * (end - start)

    def _mark_row(self, start: int, end: int) -> None:
        """What stands beside a quote in a row of a table: its task has it in other fields, or in none."""
        if not self.has_tables:
            return
        at = bisect_right(self.paragraphs, (start, len(self.text))) - 1
        first, last = self.paragraphs[at]
        if CELLS in self.text[first:last]:
            cell = self.text.rfind(CELLS, first, start)
            after = self.text.find(CELLS, end, last)
            self._mark(first, cell if cell >= 0 else first)
            self._mark(after if after >= 0 else last, last)

    def _is_free(self, place: int, quote: str) -> bool:
        return self.taken.find(1, place, place + len(quote)) < 0

    def _first_free(self, quote: str) -> int:
        """Where a quote stands that nobody has quoted yet; its first place if there is none."""
        place = first = self.text.find(quote)
        while place >= 0 and not self._is_free(place, quote):
            place = self.text.find(quote, place + 1)
        return first if place < 0 else place


def _paragraphs(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, once all lines are joined by one space.

    One ends at an empty line, after a line that ends a sentence, and before a number or a bullet; a heading also
    before a capital.
    """
    start = at = 0
    before = ""
    for line in lines:
        if _begins(line, before):
            if at > start:
                yield start, at - 1
            start = at
        at += len(line) + 1 if line else 0
        before = line
    if at > start:
        yield start, at - 1


def _begins(line: str, before: str) -> bool:
    if not before or before.endswith(SENTENCE_ENDS) or NUMBER.match(line) or BULLET.match(line):
        return True
    return line[:1].isupper() and is_heading(before)


def _says_something(passage: str) -> bool:
    return any(letter.isalpha() for letter in NUMBER.sub("", passage, count=1))


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph only says what stands below it."""
    if len(paragraph) > LONGEST_HEADING:
        return False
    numbered = NUMBER.match(paragraph) is not None and not paragraph.endswith((".", ";", ","))
    return numbered or paragraph.endswith(":") or paragraph.isupper()


def agreeing(quote: str, document: str) -> int:
    """How many of a quote's first characters stand together in a document."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in document else (low, middle - 1)
    return low


def rows_of(quote: str, document: str) -> Iterator[str]:
    """The rows of tables of which a quote is a cell, or a part of one."""
    wanted = one_line(quote)
    return (row for row in _rows(document) if wanted in row and any(wanted in cell for cell in row.split(CELLS)))


@lru_cache(maxsize=8)  # each task of a plan asks for those of one document
def _rows(document: str) -> tuple[str, ...]:
    return tuple(one_line(line) for line in document.splitlines() if CELLS in line)


def stretch(source: PlanSource, document: str) -> tuple[int, int]:
    """Where in a document the passages lie that tasks are to quote; below zero for an end that is not there."""
    first, last = one_line(source.begins or ""), one_line(source.ends or "")
    start = document.find(first)
    end = document.find(last, start + len(first)) if last else len(document)
    return (start + len(first) if start >= 0 else start), end
