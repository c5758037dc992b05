"""The heads of a table and the rows below them: columns are known by their heads, in any wording.

Must not hold a word itself, or look at what a cell says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from parplan.documents.document import Document, Place, Table
from parplan.documents.values import Value
from parplan.finding import Stop
from parplan.spelling import bare

DEEPEST: Final = 30
"""Rows of titles above the heads."""

MOST_ROWS: Final = 3
"""Of heads, one above the other."""

OTHER: Final = "other"
_COUNTED: Final = re.compile(r"\(?\s*(?:[0-9]{1,2}|[A-Z])\s*\)?(?:\s*=.*)?")


@cache
def vocabulary() -> dict[str, Any]:
    """The words by which tables are understood."""
    table: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_bytes())
    return table


@dataclass(frozen=True, slots=True)
class Headed:
    """A table with its heads: the rows ``first`` to ``last``, and the field that each column holds, or nothing."""

    table: Table
    first: int
    last: int
    fields: tuple[str, ...]

    def column(self, field: str) -> int | None:
        """The first column of a field."""
        return self.fields.index(field) if field in self.fields else None

    def value(self, row: int, field: str) -> Value:
        """What stands in a row under a head; empty where there is no such head."""
        column = self.column(field)
        if column is None:
            return ""
        at_row, at_column = self.table.origin(row, column)
        cells = self.table.rows[at_row]
        return cells[at_column] if at_column < len(cells) else ""

    def text(self, row: int, field: str) -> str:
        """The same as an office reads it."""
        column = self.column(field)
        return "" if column is None else " ".join(self.table.text(row, column).split())

    def place(self, row: int, field: str) -> Place:
        return self.table.place(row, self.column(field))

    def rows(self) -> Iterator[int]:
        """The rows below the heads that say anything, without heads said again and rows that count the columns."""
        heads = {_said(self.table, row) for row in range(self.first, self.last)}
        for row in range(self.last, len(self.table.rows)):
            said = _said(self.table, row)
            texts = [text for column in range(self.table.width) if (text := self.table.text(row, column))]
            is_counted = len(texts) > 2 and all(map(_COUNTED.fullmatch, texts))
            if texts and said not in heads and not is_counted:
                yield row


def find_table(document: Document, kind: str, asked: int | None = None) -> Headed | None:
    """The table of a kind that has the most of its columns, or the one that is asked for by its number."""
    tables = list(document.tables)
    if asked is not None and not 1 <= asked <= len(tables):
        raise Stop("table-no-such", number=asked, count=len(tables))
    looked_at = tables if asked is None else [tables[asked - 1]]
    found = [headed for headed in (headed_by(table, kind) for table in looked_at) if headed]
    return max(found, key=lambda one: (_count(one.fields), len(one.table.rows)), default=None)


def headed_by(table: Table, kind: str) -> Headed | None:
    """A table with its heads, where they are those of a kind; the fewest rows that name the most columns."""
    found = []
    for first in range(min(DEEPEST, len(table.rows))):
        for last in range(first + 1, min(first + MOST_ROWS, len(table.rows)) + 1):
            fields = tuple(_once([field_of(name, kind) for name in _names(table, first, last)]))
            if all({*fields} & {*one} for one in vocabulary()[kind]["needs"]):
                found.append(Headed(table, first, last, fields))
    return max(found, key=lambda one: (_count(one.fields), one.first - one.last, -one.first), default=None)


def field_of(head: str, kind: str) -> str:
    """The field of a head: the one whose longest phrase stands in it; empty where none does."""
    padded = f" {bare(head)} "
    found = [one for one in _phrases(kind) if one[0] in padded]
    return max(found, key=lambda one: len(one[0]), default=("", ""))[1]


@cache
def _phrases(kind: str) -> tuple[tuple[str, str], ...]:
    """The words of a kind's heads, as they stand among others, each with its field."""
    fields = vocabulary()[kind]["fields"].items()
    return tuple((f" {bare(phrase)} ", field) for field, phrases in fields for phrase in phrases)


def is_total(text: str) -> bool:
    """Whether a row adds the others up."""
    return bare(text) in {bare(word) for word in vocabulary()["total"]}


def _once(fields: list[str]) -> Iterator[str]:
    """Of several columns that seem alike, the first."""
    for position, field in enumerate(fields):
        yield OTHER if field and field in fields[:position] else field


def _count(fields: tuple[str, ...]) -> int:
    return len({*fields} - {"", OTHER})


def _names(table: Table, first: int, last: int) -> Iterator[str]:
    """The head of each column: what stands in it row by row, each text once."""
    for column in range(table.width):
        spots = dict.fromkeys(table.origin(row, column) for row in range(first, last))
        yield " ".join(table.text(*spot) for spot in spots)


def _said(table: Table, row: int) -> tuple[str, ...]:
    return tuple(bare(table.text(row, column)) for column in range(table.width))
