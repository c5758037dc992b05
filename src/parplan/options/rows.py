"""A table of what units reported, from standard input: CSV or JSON, a row for each word of a unit on a task.

Must not read what stands in its cells: that is read as if it had been typed.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from parplan.finding import Stop
from parplan.options.said import Raw
from parplan.spelling import bare, closest
from parplan.words import LANGUAGES, words

COLUMNS: Final = (
    *("task", "agency", "period", "status", "date", "value", "result", "evidence", "difficulty", "reason"),
    *("proposal", "expected", "received", "document", "note"),
)
"""What a column may hold: the options of ``record`` by their names."""

SEVERAL: Final = ("value", "evidence")
JOINT: Final = ";"
"""Between several figures or papers in one cell."""


def read_rows(source: str, common: Raw) -> Iterator[Raw]:
    """The rows of standard input, each with what was typed for all of them. Raises Stop."""
    if source != "-":
        raise Stop("rows-from-where", text=source)
    text = sys.stdin.read().removeprefix("\ufeff")
    if not text.strip():
        raise Stop("rows-empty")
    rows = _json(text) if text.lstrip()[:1] in "[{" else _csv(text)
    for row in rows:
        if row:
            yield {**common, **row}


def _json(text: str) -> Iterator[Raw]:
    try:
        read: Any = json.loads(text)
    except ValueError as error:
        raise Stop("rows-not-json", cause=str(error)) from None
    rows = read if isinstance(read, list) else [read]
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise Stop("rows-not-json", cause=f"[{number}]")
        yield _row({str(name): _texts(value) for name, value in row.items()})


def _texts(value: Any) -> list[str]:
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one is not None]


def _csv(text: str) -> Iterator[Raw]:
    """With whatever parts its cells: Excel here writes a semicolon, others a comma or a tab."""
    head = text.splitlines()[0]
    sign = max("\t;,", key=head.count)
    for cells in csv.DictReader(text.splitlines(), delimiter=sign):
        named = {name: cell for name, cell in cells.items() if isinstance(name, str) and isinstance(cell, str)}
        if None in cells:
            raise Stop("rows-too-wide", text=sign.join(named.values()))
        yield _row({name: [cell] for name, cell in named.items()})


def _row(cells: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """A row by the names of options; empty cells say nothing."""
    row: dict[str, list[str]] = {}
    for head, texts in cells.items():
        name = _column(head)
        parts = [part for text in texts for part in (text.split(JOINT) if name in SEVERAL else [text])]
        said = [part.strip() for part in parts if part.strip()]
        if said:
            row[name] = said
    return row


def _column(head: str) -> str:
    """The option that a column's head names: by its own name, or by what its field is called."""
    named = {bare(name): name for name in COLUMNS}
    for language in LANGUAGES:
        said = words(language)
        named |= {bare(said(f"record.column.{name}")): name for name in COLUMNS}
    found = named.get(bare(head))
    if found is None:
        raise Stop("rows-column-unknown", text=head, known=", ".join(COLUMNS), near=closest(head, COLUMNS))
    return found
