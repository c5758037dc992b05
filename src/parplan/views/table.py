"""A table as a person reads it: columns with heads, rows of finished strings.

Must not know whether it will be drawn in a terminal, in Markdown or in Word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]
Tone = Literal["plain", "bad", "warn", "good", "dim"]


@dataclass(frozen=True, slots=True)
class Column:
    """``group`` is a head over neighbouring columns of the same group; ``formula`` stands in the row of numbers,
    such as "(9) = (5)/(3)"; ``share`` is the column's part of the width, relative to the other columns."""

    title: str
    group: str = ""
    formula: str = ""
    align: Align = "left"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """``cells``: one per column; None continues the cell above. A ``block`` row has one cell over all columns."""

    cells: tuple[str | None, ...]
    kind: Literal["row", "total", "block"] = "row"
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """``caption`` stands above, ``note`` below; ``empty`` is the sentence that stands for a table without rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    note: str = ""
    empty: str = ""
    numbered: bool = False
