"""A table of what units reported, from standard input: CSV or JSON, a row for each word of a unit on a task.

Must not read what stands in its cells: that is read as if it had been typed.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from parplan.finding import Stop
from parplan.options.record.said import Raw, is_said
from parplan.spelling import bare
from parplan.words import LANGUAGES, Words, words

COLUMNS: Final = (
    *("task", "agency", "period", "status", "date", "value", "result", "evidence", "difficulty", "reason"),
    *("proposal", "expected", "received", "document", "note"),
)
"""What a column may hold: the options of ``record`` by their names."""

SEVERAL: Final = ("value", "evidence")
JOINT: Final = ";"
"""Between several figures or papers in one cell."""


def read_rows(source: str, common: Raw, said: Words) -> Iterator[tuple[int, Raw]]:
    """The rows of standard input (``-``) or of a file, each with what was typed for all. Raises Stop.

    Each with its number: as Excel counts them, whose first row holds the columns' heads; of JSON, from 1.
    """
    text = _text(source)
    if not text.strip():
        raise Stop("rows-empty")
    rows = _json(text.strip(), said) if text.lstrip()[:1] in ("[", "{") else _csv(text, said)
    found = [(number, row) for number, row in rows if row]
    if not found:
        raise Stop("rows-empty")
    yield from ((number, {**common, **row}) for number, row in found)


def _text(source: str) -> str:
    """What was written, whichever way Excel encoded it."""
    try:
        if source != "-":
            raw = Path(source).read_bytes()
        elif (stream := getattr(sys.stdin, "buffer", None)) is not None:
            raw = stream.read()
        else:
            return sys.stdin.read().removeprefix("\ufeff")
        encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return raw.decode(encoding)
    except OSError as error:
        raise Stop("rows-unreadable", file=source, cause=error) from None
    except UnicodeDecodeError:
        raise Stop("rows-not-utf8") from None


def _json(text: str, said: Words) -> Iterator[tuple[int, Raw]]:
    try:
        read: Any = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise Stop("rows-not-json", line=line) from None
    rows = read if isinstance(read, list) else [read]
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise Stop("rows-no-row", n=number)
        yield number, _row({str(name): _texts(value) for name, value in row.items()}, said)


def _texts(value: Any) -> list[str]:
    every = [one for one in (value if isinstance(value, list) else [value]) if one is not None]
    if any(isinstance(one, (dict, list, bool)) for one in every):
        raise Stop("rows-cell-nested", text=str(value))
    return [str(one) for one in every]


def _csv(text: str, said: Words) -> Iterator[tuple[int, Raw]]:
    """With whatever parts its cells: Excel here writes a semicolon, others a comma or a tab."""
    lines = text.splitlines(keepends=True)
    if lines[0].lower().startswith("sep="):  # by which Excel is told what parts the cells
        lines = lines[1:]
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    head = lines[start] if lines else ""
    rows = csv.reader(lines[start:], delimiter=max("\t;,|", key=head.count))
    names = next(rows, [])
    for name in names:
        _column(name, said)
    for number, cells in enumerate(rows, start=start + 2):
        if len(cells) > len(names):
            raise Stop("rows-too-wide", n=number)
        yield number, _row({name: [cell] for name, cell in zip(names, cells, strict=False)}, said)


def _row(cells: Mapping[str, Sequence[str]], said: Words) -> dict[str, list[str]]:
    """A row by the names of options; empty cells say nothing, and what says so says nothing either."""
    row: dict[str, list[str]] = {}
    for head, texts in cells.items():
        name = _column(head, said)
        parts = [part for text in texts for part in (text.split(JOINT) if name in SEVERAL else [text])]
        filled = [part.strip() for part in parts if part.strip() and is_said(name, part)]
        if filled:
            row[name] = filled
    return row


def _column(head: str, said: Words) -> str:
    """The option that a column's head names: by its own name, or by what its field is called."""
    named = {bare(name): name for name in COLUMNS}
    for language in LANGUAGES:
        named |= {bare(words(language)(f"record.column.{name}")): name for name in COLUMNS}
    found = named.get(bare(head))
    if found is None:
        # some hold a comma of their own
        known = said.sentences["list.semicolon"].join(said(f"record.column.{name}") for name in COLUMNS)
        raise Stop("rows-column-unknown", text=head, known=known)
    return found
