"""A table as a person reads it: columns with heads, rows of finished strings.

Must not know whether it will be drawn in a terminal, in Markdown or in Word.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Final, Literal, NamedTuple

Align = Literal["left", "center", "right"]
Tone = Literal["plain", "bad", "warn", "good", "dim"]


class Column(NamedTuple):
    """``group`` is a head over neighbouring columns of the same group. ``share`` is the column's part of the
    screen's width, relative to the other columns; on paper a column is as wide as what stands in it wants.

    ``formula`` says in the row of numbers how the column is computed from others, each named by its ``key``, as in
    "{done}/{due}": their numbers are not known before columns are left out.
    """

    title: str
    group: str = ""
    formula: str = ""
    align: Align = "left"
    share: float = 1.0
    key: str = ""


class Row(NamedTuple):
    """``cells``: one per column; None continues the cell above. A ``block`` row has one cell over all columns."""

    cells: tuple[str | None, ...]
    kind: Literal["row", "total", "block"] = "row"
    tone: Tone = "plain"


class Table(NamedTuple):
    """``caption`` stands above, ``note`` below; ``empty`` is the sentence that stands for a table without rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    note: str = ""
    empty: str = ""
    numbered: bool = False


_HOLE: Final = re.compile(r"\{([^}]+)\}")


def printed(table: Table) -> Table:
    """The table as a paper has it: no column that is empty in every row, and no column in two ways of writing.

    A list on a screen keeps its columns, so that one finds them where they were.
    """
    return _alike(without_empty_columns(table))


def unless_all(rows: Sequence[Row], sign: str) -> tuple[Row, ...]:
    """The rows without a sign that fills a column from top to bottom: a paper leaves that column out."""
    said = [row.cells for row in rows if row.kind != "block"]
    filled = {n for n, column in enumerate(zip(*said, strict=True)) if set(column) == {sign}}
    return tuple(
        row
        if row.kind == "block"
        else row._replace(cells=tuple("" if n in filled else cell for n, cell in enumerate(row.cells)))
        for row in rows
    )


def numbers(columns: Sequence[Column]) -> list[str]:
    """The row under the heads: each column's number, and of what it is computed: "(4)=(2)/(3)"."""
    number = {column.key: f"({n})" for n, column in enumerate(columns, start=1)}
    return [
        f"({n})={_HOLE.sub(lambda hole: number[hole[1]], column.formula)}" if column.formula else f"({n})"
        for n, column in enumerate(columns, start=1)
    ]


def without_empty_columns(table: Table) -> Table:
    """The table without its empty columns; one without rows keeps them all."""
    filled = list(map(any, _columns(table)))
    if all(filled) or not any(filled):
        return table
    return table._replace(
        columns=tuple(compress(table.columns, filled)),
        rows=tuple(
            row if row.kind == "block" else row._replace(cells=tuple(compress(row.cells, filled)))
            for row in table.rows
        ),
    )


def _alike(table: Table) -> Table:
    """The table with a capital in front of every cell of a column where some cells have one and some don't."""
    mixed = {n for n, cells in enumerate(_columns(table)) if _is_mixed(cells)}
    if not mixed:
        return table
    return table._replace(
        rows=tuple(
            row
            if row.kind == "block"
            else row._replace(cells=tuple(_capital(c) if n in mixed else c for n, c in enumerate(row.cells)))
            for row in table.rows
        ),
    )


def _is_mixed(cells: Iterable[str | None]) -> bool:
    first = {cell[0] for cell in cells if cell}
    return any(map(str.isupper, first)) and any(map(str.islower, first))


def _columns(table: Table) -> list[tuple[str | None, ...]]:
    """What stands in each column, from top to bottom; nothing of a table without rows."""
    return list(zip(*(row.cells for row in table.rows if row.kind != "block"), strict=True))


def _capital(cell: str | None) -> str | None:
    return cell[:1].upper() + cell[1:] if cell and not cell.startswith(("http://", "https://")) else cell
