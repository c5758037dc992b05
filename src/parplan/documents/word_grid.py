"""Where the cells of a table of Word lie: merged down and across, on borders that a hand may have moved a little.

Must not read what stands in a cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Final
from xml.etree.ElementTree import Element

from parplan.documents.document import Spot
from parplan.documents.word_text import GONE, inside
from parplan.documents.xml import attribute, child, is_on, local, number

HAIR: Final = 170
"""Twentieths of a point, 3 mm: two borders as near as that, of which no row has both, were meant to be one."""

WIDEST: Final = 1_000
"""Columns; Word itself takes 63."""


@dataclass
class Laid:
    """The cells of a table by their first corners; what each covers besides."""

    width: int
    height: int
    heads: int
    cells: list[tuple[Spot, Element]] = field(default_factory=list)
    covered: dict[Spot, Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Cell:
    element: Element
    start: int
    end: int
    goes_on: bool
    """Whether it belongs to the cell above it."""


def grid(table: Element) -> Laid:
    """The cells of a table. Raises ValueError for one wider than any."""
    elements = [row for row in inside(table, frozenset({"tr"})) if not _went(row)]
    rows = [_cells(row) for row in elements]
    columns = _columns(rows, table)
    laid = Laid(max(columns.values(), default=0), len(rows), _heads(elements))
    above: dict[int, Spot] = {}
    for at, cells in enumerate(rows):
        here: dict[int, Spot] = {}
        for cell in cells:
            first, last = columns[cell.start], max(columns[cell.end], columns[cell.start] + 1)
            spot = above.get(first, (at, first)) if cell.goes_on else (at, first)
            if spot == (at, first):
                laid.cells.append((spot, cell.element))
            laid.covered |= {(at, column): spot for column in range(first, last) if (at, column) != spot}
            here[first] = spot
        above = here
    return laid


def _went(row: Element) -> bool:
    return any(child(row, "trPr", name) is not None for name in GONE)


def _heads(rows: list[Element]) -> int:
    """How many first rows are repeated on each page."""
    return next((n for n, row in enumerate(rows) if not is_on(child(row, "trPr", "tblHeader"))), len(rows))


def _cells(row: Element) -> list[_Cell]:
    """A row's cells by the lines of the grid that they lie between."""
    at = max(number(child(row, "trPr", "gridBefore")) or 0, 0)
    cells: list[_Cell] = []
    for element in inside(row, frozenset({"tc"})):
        marks = child(element, "tcPr")
        end = at + max(number(child(marks, "gridSpan")) or 1, 1)
        if end > WIDEST:
            raise ValueError(end)
        if cells and _goes_on(child(marks, "hMerge")):
            cells[-1] = replace(cells[-1], end=end)
        else:
            cells.append(_Cell(element, at, end, _goes_on(child(marks, "vMerge"))))
        at = end
    return cells


def _goes_on(merged: Element | None) -> bool:
    return merged is not None and attribute(merged, "val") in (None, "continue")


def _columns(rows: list[list[_Cell]], table: Element) -> dict[int, int]:
    """Each line of the grid by the number of the column that begins at it.

    Lines at which no cell begins are none, nor is one a hair from another, where no row has both.
    """
    edges = sorted({edge for cells in rows for cell in cells for edge in (cell.start, cell.end)})
    lines = child(table, "tblGrid")
    widths = [number(one, "w") or 0 for one in lines if local(one) == "gridCol"] if lines is not None else []
    places = list(accumulate(widths, initial=0)) if all(widths) else []
    spans = {(cell.start, cell.end) for cells in rows for cell in cells}
    found: dict[int, int] = {}
    column = 0
    for before, edge in pairwise([edges[0] if edges else 0, *edges]):
        is_near = before != edge and edge < len(places) and places[edge] - places[before] <= HAIR
        if before != edge and not (is_near and not _meet(spans, before, edge)):
            column += 1
        found[edge] = column
    return found


def _meet(cells: set[tuple[int, int]], one: int, other: int) -> bool:
    """Whether some cell lies between two lines: then they are two."""
    return any(one <= start and end <= other for start, end in cells)
