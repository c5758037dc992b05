"""How a table is laid out: how wide its columns are, and which of its rows stay on one page.

Must not know WordprocessingML. Widths and heights are in twips, the unit of Word's tables.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from itertools import accumulate, pairwise
from operator import add
from typing import Final, NamedTuple

from parplan.output.text.typography import figures_alike, printable, unbroken_within, whole_papers, width
from parplan.views.table import Row, Table, numbers

_FIGURES: Final = re.compile(r"[\d.,%/\s…-]*")
_TONED: Final = re.compile(r"[\u1ea0-\u1ef9]")
_CELL_MARGINS: Final = 200  # both sides of the table style, and a hair for Word's own widths
_CELL_HEIGHT: Final = 60  # above and below the text of a cell, with its line
_LINE: Final = 1.2  # of the size: what Word and LibreOffice give a single line
_TWIPS: Final = 20  # to a point
_WIDEST_WORD: Final = 0.3  # of the room
_SLANTED: Final = 1.1  # how much wider than in upright letters figures and brackets are printed, at most
_STOOD_IN: Final = 0.17  # of the size: by how much a toned letter is wider in what stands in for Times
_ROOMY: Final = 0.7  # of the room: where columns need no more than this, there is some to spare
_RAGGED: Final = 0.8  # of the size: what a line of words is short of its column, on average
_POWER: Final = 4  # with which cells count that are not the tallest of their row
_STEPS: Final = 100  # in which the room is given out
_LOOKED_AT: Final = 200  # rows of a long table

_FEWEST: Final = 2  # rows that stand together where a table is torn
_BLANK: Final = 0.25  # of a page: so much may stay empty so that rows stand together


class Layout:
    """A table as wide as ``room`` on pages as tall as ``tall``; ``size`` is that of its text in points."""

    def __init__(self, view: Table, size: float, room: int, tall: int) -> None:
        self.view = view
        self.size, self.room, self.tall = size, room, tall

    @cached_property
    def widths(self) -> list[int]:
        """A column's width goes by what stands in it, so that the table is as low as can be.

        None is narrower than its longest word, unless there is no room for all.
        """
        runs = list(self._runs_of_figures())
        texts = list(self._texts())
        needs = self._needs
        longest = [max([need, *map(_twips, cells)]) for need, *cells in zip(needs, *texts, strict=True)]
        for each in (needs, longest):
            for first, last in runs:
                each[first:last] = [max(each[first:last])] * (last - first)
        # where every row fits on one line, it gets it
        # neighbours that hold figures share what one of them gets: a head of theirs would cost the room of all
        figures = {n for first, last in runs for n in range(first, last)}
        heads = [0.0 if n in figures else self._width(c.title) for n, c in enumerate(self.view.columns)]
        least = longest if sum(longest) <= self.room else needs
        wide = lowest(least, [heads, *texts], self.room, self.size * _RAGGED)
        for first, last in runs:
            wide[first:last] = [sum(wide[first:last]) / (last - first)] * (last - first)
        edges = [round(edge) for edge in accumulate(wide, initial=0.0)]
        return [right - left for left, right in pairwise(edges)]

    @cached_property
    def kept(self) -> frozenset[int]:
        """The rows that stand on the page of the next one.

        A table that takes no more than the part of a page that may stay blank is not torn; of one that does, the
        first rows stand together, and so many of the last that no page holds but one or two of them.
        """
        blank, fitting, taken = self.tall * _BLANK, 0, 0.0
        for row in reversed(self.view.rows):
            taken += self._height(row)
            if taken > blank:
                break
            fitting += 1
        rows = len(self.view.rows)
        if fitting == rows and taken + self._heads <= blank:
            return frozenset(range(rows - 1))
        # its first rows and its last are not one and the same, or it could be torn nowhere
        first, apart = range(min(_FEWEST, rows) - 1), max(min(_FEWEST, rows - _FEWEST), 0)
        last = range(max(rows - max(fitting, _FEWEST), apart), rows - 1)
        return frozenset((*first, *last))

    def fitted(self, column: int) -> dict[str | None, str]:
        """The text of each cell, ``printable``: what belongs together is on one line where the column has room."""
        cells = self._cells[column]
        texts = [printable(cell or "") for cell in cells]
        texts = unbroken_within(texts, self.size, _points(self.widths[column]))
        return dict(zip(cells, texts, strict=True))

    @cached_property
    def _cells(self) -> list[list[str | None]]:
        """What stands in each column, each text once: most cells of a long table say what others say."""
        rows = (row.cells for row in self.view.rows if row.kind != "block")
        heads = (column.title for column in self.view.columns)
        return [[*dict.fromkeys(cells)] for _, *cells in zip(heads, *rows, strict=True)]

    def _texts(self) -> list[list[float]]:
        """How long each cell is, in points, on a line of its own; of a long table, of rows throughout it."""
        rows = [row.cells for row in self.view.rows if row.kind != "block"]
        return [
            [self._longest_line(cell or "") for cell in cells] for cells in rows[:: len(rows) // _LOOKED_AT + 1]
        ]

    def _longest_line(self, text: str) -> float:
        return max(map(self._width, text.splitlines() or [""]))

    @cached_property
    def numbers(self) -> list[str]:
        """The row of numbers: a formula on one line where there is room for it, else on two, and never torn."""
        whole = numbers(self.view.columns)
        needs = (max(need, self._formula(n)) for need, n in zip(self._words_need, whole, strict=True))
        return whole if sum(needs) <= self.room * _ROOMY else [number.replace("=", "=\n") for number in whole]

    @property
    def _needs(self) -> list[float]:
        """What each column needs so that no word of it is torn, and no formula."""
        if not self.view.numbered:
            return self._words_need
        lines = map(self._formula, self.numbers)
        return [max(need, line) for need, line in zip(self._words_need, lines, strict=True)]

    def _formula(self, number: str) -> float:
        return _twips(self._longest_line(number) * _SLANTED)

    @cached_property
    def _words_need(self) -> list[float]:
        """What each column needs for its longest word; for its longest number of a paper, where all find room."""
        heads = (column.title for column in self.view.columns)
        texts = [_each_once((head, *filter(None, cells))) for head, cells in zip(heads, self._cells, strict=True)]
        whole = [self._longest_word(whole_papers(text)) for text in texts]
        return whole if sum(whole) <= self.room * _ROOMY else list(map(self._longest_word, texts))

    def _longest_word(self, text: str) -> float:
        words = {*text.replace("-", "- ").split()} - {"-"}  # a line may end behind a hyphen
        # an address may be as long as it likes
        return min(_twips(max(map(self._word, words), default=0)), self.room * _WIDEST_WORD)

    def _word(self, word: str) -> float:
        """The room that a word needs to stay whole wherever it is printed."""
        toned = 0 if word.isascii() else len(_TONED.findall(word))
        return self._width(word) + toned * _STOOD_IN * self.size

    def _runs_of_figures(self) -> Iterator[tuple[int, int]]:
        """Neighbouring columns that hold nothing but figures: they are of one width."""
        first = 0
        for n in range(len(self.view.columns) + 1):
            if n == len(self.view.columns) or not self._holds_figures(n):
                if n - first > 1:
                    yield first, n
                first = n + 1

    def _holds_figures(self, column: int) -> bool:
        if self.view.columns[column].formula or column == 0:
            return False
        return all(map(_FIGURES.fullmatch, filter(None, self._cells[column])))

    def _height(self, row: Row) -> float:
        if row.kind == "block":
            return self._lines(row.cells[0] or "", self.room)
        return max(self._lines(cell or "", wide) for cell, wide in zip(row.cells, self.widths, strict=True))

    def _lines(self, text: str, wide: float) -> float:
        """How tall a cell is: to within a line, which is near enough to say what fits on a page."""
        room = max((wide - _CELL_MARGINS) / _TWIPS, self.size)
        lines = sum(math.ceil(self._width(line) / room) or 1 for line in text.splitlines() or [""])
        return lines * self.size * _LINE * _TWIPS + _CELL_HEIGHT

    @property
    def _heads(self) -> float:
        """How tall the heads are, by the tallest of them."""
        columns = zip(self.view.columns, self.widths, strict=True)
        return max(self._lines(column.title, wide) for column, wide in columns) * 2

    def _width(self, text: str) -> float:
        return width(text, self.size)


def _each_once(texts: Iterable[str]) -> str:
    """Every word of some texts: a column says most of its words again and again."""
    return " ".join({*figures_alike(" ".join(texts)).split()})


def _twips(points: float) -> float:
    """How wide a column is whose text takes so many points."""
    return points * _TWIPS + _CELL_MARGINS


def lowest(needs: Sequence[float], rows: Sequence[Sequence[float]], room: int, ragged: float = 0.0) -> list[float]:
    """The widths of columns that need so much, of ``room`` together, with which rows of texts so long are lowest.

    What is left is given out bit by bit, each to the column that makes the rows lower by most; once all stand on
    one line, to all alike. Of a text in several lines, each is ``ragged`` points short of its column.
    """
    wide = list(needs)
    step = (room - sum(needs)) / _STEPS
    numbered: dict[tuple[float, ...], int] = {}
    every = [numbered.setdefault(tuple(texts), len(numbered)) for texts in rows]  # many rows are as long
    rooms = [_room(w, ragged) for w in wide]
    gained = [_gains(texts, rooms) for texts in numbered]
    for _ in range(_STEPS if step > 0 and every else 0):
        gains = [reduce(add, column) for column in zip(*map(gained.__getitem__, every), strict=True)]
        best = max(range(len(gains)), key=gains.__getitem__)
        if not gains[best]:
            break
        before = rooms[best].whole
        wide[best] += step
        rooms[best] = _room(wide[best], ragged)
        for texts, number in numbered.items():
            if texts[best] > before:  # else it stood on one line already, and the row stays as it is
                gained[number] = _gains(texts, rooms)
    return [w * room / sum(wide) for w in wide]


class _Room(NamedTuple):
    """The points of a column, and of a line of a text in it that takes several."""

    whole: float
    line: float


def _gains(texts: Sequence[float], rooms: Sequence[_Room]) -> list[float]:
    """By how much a row gets lower with a point more for each column: not at all where a text takes one line.

    A row is as tall as its tallest cell. Were that alone to count, of two equally tall neither would ever gain
    anything: so the others count too, by a high power of their height.
    """
    lines = [_lines(text, room) for text, room in zip(texts, rooms, strict=True)]
    tallest = max(lines)
    if tallest == 1:
        return [0.0] * len(lines)
    weight = sum((each / tallest) ** _POWER for each in lines) ** (1 / _POWER - 1)
    return [
        weight * (each / tallest) ** (_POWER - 1) * text / room.line**2 if each > 1 else 0.0
        for text, each, room in zip(texts, lines, rooms, strict=True)
    ]


def _lines(text: float, room: _Room) -> float:
    """How many lines a text takes: a part of a line is a whole one, half of one more on average."""
    return 1.0 if text <= room.whole else max(text / room.line, 1.0) + 0.5


def _room(wide: float, ragged: float) -> _Room:
    points = _points(wide)
    return _Room(points, max(points - ragged, 1.0))


def _points(wide: float) -> float:
    """The room for text in a column so wide."""
    return (wide - _CELL_MARGINS) / _TWIPS or 1.0
