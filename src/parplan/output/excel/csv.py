"""A table as CSV that Excel on a Vietnamese Windows opens by a double click, diacritics and columns in place.

Must not choose or word a cell; no cell may act as a formula, or turn into a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from parplan.views.table import Table

BOM: Final = "\ufeff"
"""Without it Excel reads UTF-8 as the code page of the machine."""

SEPARATOR: Final = ";"
"""Excel parts what it opens by a double click at the list separator of Windows. Under vi-VN that is a comma, as is
the decimal sign; where the two are the same, Excel takes the semicolon. A first line "sep=;" would suit every
setting, but makes Excel forget the BOM, and every other reader takes it for data."""

_PLAIN = r"(?![+-]?[0-9]+(?:[.,][0-9]+)?\Z|-\Z)"
_FORMULA: Final = re.compile(rf"{_PLAIN}(?:[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|\s+[=+\-@](?=\S))")
"""How a formula begins (OWASP, "CSV injection"), but for a plain number and a dash that stands alone."""

_BEHIND_SEPARATOR: Final = re.compile(
    r"(?<=[,;\t\r\n|])(\s*)(?![+-]?[0-9]+(?:[.,][0-9]+)?(?:[,;\s|]|\Z))(?=[=+\-@]\S)"
)
"""The same within a cell: a program that parts cells at another sign than ours would find a formula behind it."""

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")

_QUOTED: Final = re.compile(r'[",;\t\r\n|]|^\s|\s$')
"""What no reader may part a cell at, or take off it."""

_PART_OF_A_DATE: Final = re.compile(r"\d{1,4}[/-]\d{1,4}", re.ASCII)
"""What Excel takes for a day of the current year, or for a month: 1/2 typed for one of two."""


def csv_text(table: Table) -> str:
    """Heads, then every row and total, with CRLF and a BOM (RFC 4180); the note after an empty line.

    A pivot table wants every fact in every row: what continues the cell above is written out, and headings over
    all columns are left out. To be written without translating line ends.
    """
    titles = [f"{column.group}: {column.title}" if column.group else column.title for column in table.columns]
    lines = [titles, *_whole(table), *([[], [table.note]] if table.note else [])]
    return BOM + "".join(f"{_line(line)}\r\n" for line in lines)


def _line(cells: list[str]) -> str:
    """Cells on a line; one empty cell is written, for an empty line holds none."""
    return '""' if cells == [""] else SEPARATOR.join(map(_cell, cells))


def _cell(text: str) -> str:
    """A cell as it is written: in quotation marks, if any reader could part it or trim it; a number stays bare."""
    safe = as_text(text)
    is_bare = _NUMBER.fullmatch(safe) or not _QUOTED.search(safe)
    return safe if is_bare else '"' + safe.replace('"', '""') + '"'


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would be one."""
    said = cell.lstrip()
    safe = cell[: len(cell) - len(said)] + _BEHIND_SEPARATOR.sub(r"\1'", said)
    return f"'{safe}" if _FORMULA.match(cell) else safe


def as_text(cell: str) -> str:
    """A cell that stays a text: neither a formula nor a day."""
    return f"'{cell}" if _PART_OF_A_DATE.fullmatch(cell.strip()) else harmless(cell)


def _whole(table: Table) -> Iterator[list[str]]:
    """Rows with a cell of their own in every column."""
    above = [""] * len(table.columns)
    for row in table.rows:
        if row.kind != "block":
            above = [old if cell is None else cell for cell, old in zip(row.cells, above, strict=True)]
            yield above
