"""The heads of a table, and which tables are the tasks': columns are known by their heads, in any wording.

Must not look at what stands below the heads, but to see that it is no head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parplan.cutting.vocabulary import holds, is_one_of, vocabulary
from parplan.documents.document import Document, Table
from parplan.spelling import bare, one_line

DEEPEST: Final = 30
"""Rows of titles above the heads of a sheet."""

MOST_ROWS: Final = 3
"""Of heads, one above the other."""

LONGEST_HEAD: Final = 90
_COUNTED: Final = re.compile(r"\(?\s*(?:\d{1,2}|[A-Z])\s*\)?(?:\s*=.*)?")
BESIDE: Final = ("lead", "partners", "deadline", "product")
"""What a table of tasks tells of each, one of them at least."""

SAID_BELOW: Final = ("lead", "partners", "start", "deadline")
"""Columns that stand together under one head, as «Chủ trì» and «Phối hợp» under «Cơ quan thực hiện»."""

OTHER: Final = "other"
KEPT: Final = ("target", "note", "start", OTHER)
"""Columns for which a task has no field: their cells go to its note."""

SHOWN: Final = ("content", *BESIDE, "criteria", "target", "note", "number")


@dataclass(frozen=True, slots=True)
class Headed:
    """A table with its heads: the rows they take, and what each column holds."""

    table: Table
    first: int
    last: int
    columns: tuple[str, ...]
    names: tuple[str, ...]

    def of(self, field: str) -> list[int]:
        """The columns of a field."""
        return [column for column, held in enumerate(self.columns) if held == field]

    @property
    def score(self) -> tuple[int, int]:
        """How much it looks like the tasks' table: what it tells of each, and of how many."""
        return len(set(self.columns) & set(SHOWN)) + 9 * ("id" in self.columns), len(self.table.rows)

    @property
    def same(self) -> tuple[str, ...]:
        """What tables with the same heads have in common."""
        return tuple(bare(name) for name in self.names)

    def is_head(self, row: int) -> bool:
        """Whether a row below says the heads again, as on each page, or counts the columns."""
        texts = _texts(self.table, row)
        said = [bare(text) for text in texts]
        heads = [[bare(text) for text in _texts(self.table, head)] for head in range(self.first, self.last)]
        if any(said) and any(said == head for head in heads):
            return True
        shown = [one_line(text) for text in texts if text]
        is_counted = all(_COUNTED.fullmatch(text) for text in shown)
        return is_counted and len(set(shown)) > 2 and bool(texts[self.of("content")[-1]])


def task_tables(document: Document, asked: Sequence[int] = ()) -> tuple[list[Headed], list[Headed]]:
    """The tasks' tables in their order, those torn over pages too; and those that look alike and are not theirs.

    ``asked``: the numbers of the tables that somebody says are the tasks'.
    """
    found = [headed for headed in map(headed_by, document.tables) if headed]
    if not found:
        return [], []
    best = max(found, key=lambda one: one.score)
    taken = [one for one in found if (one.table.number in asked if asked else one.same == best.same)]
    every = list(_with_torn(document, taken))
    tables = {id(one.table) for one in every}
    return every, [one for one in found if id(one.table) not in tables]


def _with_torn(document: Document, taken: Sequence[Headed]) -> Iterator[Headed]:
    """Each table, and those that go on right below it without heads of their own."""
    by_table = {id(one.table): one for one in taken}
    last: Headed | None = None
    for block in document.walk():
        if not isinstance(block, Table):
            last = None
        elif id(block) in by_table:
            last = by_table[id(block)]
            yield last
        elif last is not None and block.width == last.table.width and headed_by(block) is None:
            yield Headed(block, 0, 0, last.columns, last.names)
        else:
            last = None


def headed_by(table: Table) -> Headed | None:
    """A table with its heads, where they are those of tasks."""
    for first in range(min(DEEPEST, len(table.rows))):
        fields = _fields(_texts(table, first))
        if "content" not in fields or len({*fields} - {""}) < 2:  # a title may speak of tasks too
            continue
        for count in range(min(MOST_ROWS, len(table.rows) - first), 0, -1):
            last = first + count
            names = tuple(_names(table, first, last))
            columns = tuple(_columns(table, last - 1, names))
            if _are_heads(table, first, last) and "content" in columns and set(columns) & set(BESIDE):
                return Headed(table, first, last, tuple(_settled(columns, names)), names)
    return None


def _texts(table: Table, row: int) -> list[str]:
    return [table.text(row, column) for column in range(table.width)]


def _names(table: Table, first: int, last: int) -> Iterator[str]:
    """The head of each column: what stands in it row by row, each text once."""
    for column in range(table.width):
        spots = dict.fromkeys(table.origin(row, column) for row in range(first, last))
        yield one_line(" ".join(text for spot in spots if (text := table.text(*spot))))


def _are_heads(table: Table, first: int, last: int) -> bool:
    """Whether the rows from the second on are heads too: each is joined to the one above, and is short."""
    for row in range(first + 1, last):
        joined = any(first <= table.origin(row, column)[0] < row for column in range(table.width))
        across = any(table.origin(row - 1, column)[1] != column for column in range(table.width))
        own = [
            table.text(row, column)
            for column in range(table.width)
            if table.origin(row, column) == (row, column) and table.text(row, column)
        ]
        below = sum(bool(_field(text)) for text in own)
        is_bare = not joined and not across and len(own) < table.width and below == len(own) > 0
        if not own or not (joined or across or is_bare) or any(len(text) > LONGEST_HEAD for text in own):
            return False
        if any(_COUNTED.fullmatch(text) for text in own):
            return False
    return True


def _columns(table: Table, last: int, names: Sequence[str]) -> Iterator[str]:
    """What each column holds: by its own words in the last row of heads, where these say enough, else by all."""
    for column, name in enumerate(names):
        own = _field(table.text(last, column)) if table.origin(last, column) == (last, column) else ""
        yield own if own in SAID_BELOW else _field(name)


def _fields(names: Sequence[str]) -> list[str]:
    return [_field(name) for name in names]


def _field(name: str) -> str:
    """What a column of that head holds; empty for what no task has."""
    if not name or len(name) > LONGEST_HEAD:
        return ""
    whole: dict[str, list[str]] = vocabulary()["whole_heads"]
    exact = next((field for field, words in whole.items() if is_one_of(name, words)), None)
    heads: dict[str, list[str]] = vocabulary()["heads"]
    if exact is None and all(holds(name, words) for words in vocabulary()["both"].values()):
        return "lead"  # one column for both: each cell says itself who is who
    # a word that means a column only where it is the whole head: «Mục», and not «Mục tiêu»
    alone = ("id", "number", "section", "period")
    found = (f for f, words in heads.items() if (is_one_of(name, words) if f in alone else holds(name, words)))
    return exact or next(found, "")


def _settled(columns: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Where a table tells what was reached, «Kết quả» is that, and its remarks are about it.

    Elsewhere a column whose head says nothing known is kept under that head.
    """
    is_report = "reported" in columns
    for held, name in zip(columns, names, strict=True):
        if is_report:
            yield "" if held in ("product", "note", "reported") else held
        else:
            yield held or (OTHER if name else "")
