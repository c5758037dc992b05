"""What a document holds, whatever program made it: paragraphs, tables, and where an office sees them.

Must not read a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from parplan.documents.values import Value, shown

Spot = tuple[int, int]
"""A row and a column, from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, as whoever opens the document counts: from 1, in a sheet or in a table of Word.

    ``tab`` is the sheet's name, ``table`` the number of the table or sheet; neither for a text in columns. Without
    a column it is the whole row.
    """

    row: int
    column: int = 0
    table: int = 0
    tab: str = ""

    @property
    def cell(self) -> str:
        """What Excel calls it."""
        return address(self.row - 1, self.column - 1) if self.column else str(self.row)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its number or bullet, typed or not; ``notes`` are its footnotes."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one length. A merged cell stands at its first corner; ``covered`` leads there from the rest of it.

    ``heads``: how many first rows Word repeats on each page; ``inner``: the tables inside its cells, whose texts
    are the cells' own too. ``hidden``: rows that nobody sees who opens it.
    """

    rows: list[list[Value]]
    tab: str = ""
    number: int = 0
    covered: Mapping[Spot, Spot] = field(default_factory=dict)
    heads: int = 0
    notes: Mapping[Spot, tuple[str, ...]] = field(default_factory=dict)
    inner: tuple[Table, ...] = ()
    hidden: frozenset[int] = frozenset()
    _shown: dict[Spot, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was read so far: of each cell, many a question is asked."""

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def origin(self, row: int, column: int) -> Spot:
        """The first corner of the cell that lies there."""
        return self.covered.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """What an office reads there: in a merged cell, what it holds wherever in it one looks."""
        spot = self.origin(row, column)
        if (text := self._shown.get(spot)) is None:
            at_row, at_column = spot
            cells = self.rows[at_row]
            text = self._shown[spot] = shown(cells[at_column]) if at_column < len(cells) else ""
        return text

    def place(self, row: int, column: int | None = None) -> Place:
        return Place(row + 1, 0 if column is None else column + 1, self.number, self.tab)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document in its order. ``changes``: so many changes that were tracked nobody has taken or refused yet."""

    blocks: tuple[Block, ...]
    changes: int = 0

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, those inside others too."""
        return tuple(block for block in self.walk() if isinstance(block, Table))

    def walk(self) -> Iterator[Block]:
        """Every block in its order, the tables inside others right after these."""
        for block in self.blocks:
            yield from _with_inner(block)


def _with_inner(block: Block) -> Iterator[Block]:
    yield block
    if isinstance(block, Table):
        for inner in block.inner:
            yield from _with_inner(inner)


def address(row: int, column: int) -> str:
    """What Excel calls a cell: row 6 of column 4 is E7."""
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def column_of(letters: str) -> int:
    """The number of a column by its letters, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
