"""How wide columns are, and where a text may break: a day, a figure or the symbol of a paper never breaks inside.

Must not draw, or change a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rich.cells import cell_len, chop_cells

from parplan.output.text.visible import visible
from parplan.views.table import Table

NARROWEST_COLUMN: Final = 4
GAP: Final = 2
SHORT_HEAD: Final = 8
LONGEST_HEAD_WORD: Final = 12
SHORT_WORD: Final = 8
"""No word of Vietnamese is longer."""
LONGEST_WHOLE: Final = 24
"""A word with a figure in it stays whole up to this width; what is longer is an address or a path."""

_FIGURE: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\s*\S+\s*")
_PIECE: Final = re.compile(r"(?:[^/\-_.]|(?<=\d)[/\-_.](?=\d))+[/\-_.]*|[/\-_.]+")


def fit(view: Table, width: int) -> list[int] | None:
    """How wide each column is: what it needs if that is little, and of the rest its share; never too narrow for
    what must stay whole in it. None where so many columns find no room: then no table can be drawn."""
    room = width - GAP * (len(view.columns) - 1)
    needs = [_need(view, position) for position in range(len(view.columns))]
    least = [min(needs[position], _least(view, position)) for position in range(len(needs))]
    if sum(least) > room:
        return None
    widths = [0] * len(needs)
    open_columns = set(range(len(needs)))
    while open_columns:
        shares = sum(view.columns[position].share for position in open_columns)
        left = room - sum(widths)
        parts = {position: left * view.columns[position].share / shares for position in open_columns}
        settled = {
            p: least[p] for p in open_columns if least[p] > parts[p]
        }  # first: the others share what is left
        settled = settled or {p: needs[p] for p in open_columns if needs[p] <= parts[p]}
        settled = settled or {p: int(parts[p]) for p in open_columns}
        for position, wide in settled.items():
            widths[position] = wide
        open_columns -= settled.keys()
    return widths


def title_of(view: Table, position: int) -> str:
    """A column's head, with the group that it stands in."""
    column = view.columns[position]
    return f"{column.group}: {column.title}" if column.group else column.title


def wrapped(text: str, width: int) -> Iterator[tuple[str, int]]:
    """The text in lines, and how many cells each takes: a word that finds no room begins the next line."""
    for whole in text.expandtabs().split("\n"):
        line, cells = "", 0
        for word in _WORD.findall(whole):
            bare = cell_len(word.rstrip())
            if cells + bare > width:
                if line:
                    yield _without_end(line, cells)
                *full, word = chop_cells(word, width) if bare > width else [word]
                yield from (_without_end(piece, cell_len(piece)) for piece in full)
                line, cells = "", 0
            line += word
            cells += cell_len(word)
        yield _without_end(line, cells)


def _without_end(line: str, cells: int) -> tuple[str, int]:
    """A line without the blanks at its end."""
    text = line.rstrip()
    return text, cells - cell_len(line[len(text) :])


def breakable(text: str, width: int) -> str:
    """The text with a line end in each word that is wider than a line, behind a sign if there is one."""
    words = text.split()
    if 2 * max(map(len, words), default=0) <= width:  # a letter takes two at most
        return text
    if all(cell_len(word) <= width for word in words):
        return text
    return re.sub(r"\S+", lambda word: "\n".join(_pieces(word[0], width)), text)


def _pieces(word: str, width: int) -> Iterator[str]:
    line = ""
    for whole in _PIECE.findall(word) if cell_len(word) > width else [word]:
        for piece in chop_cells(whole, width):
            if line and cell_len(line + piece) > width:
                yield line
                line = ""
            line += piece
    yield line


def _need(view: Table, position: int) -> int:
    """The width at which nothing in a column wraps, but for its head, of which no word does."""
    title = title_of(view, position)
    head = cell_len(title) if cell_len(title) <= SHORT_HEAD else max(cell_len(word) for word in title.split())
    lines = (line for cell in _cells(view, position) for line in cell.split("\n"))
    return max(head, max(map(cell_len, lines), default=0))


def _least(view: Table, position: int) -> int:
    """The width below which something breaks that must stay whole."""
    title = title_of(view, position)
    heads = (min(cell_len(word), LONGEST_HEAD_WORD) for word in title.split() if not _FIGURE.search(word))
    words = {word for text in (title, *_cells(view, position)) for word in text.split()}
    return max(NARROWEST_COLUMN, *heads, _whole(words))


def _cells(view: Table, position: int) -> Iterable[str]:
    """What stands in a column, each text once: many rows say the same."""
    return {visible(row.cells[position] or "") for row in view.rows if row.kind != "block"}


def _whole(words: Iterable[str]) -> int:
    """The width of the widest word that must not break."""
    wide = [(cell_len(word), LONGEST_WHOLE if _FIGURE.search(word) else SHORT_WORD) for word in words]
    return max((width for width, longest in wide if width <= longest), default=0)
