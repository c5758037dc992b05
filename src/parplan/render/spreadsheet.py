"""A table as CSV that Excel on a Vietnamese Windows opens by a double click, diacritics and columns in place.

Must not choose or word a cell; no cell may act as a formula, or turn into a day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Final

from parplan.views.table import Table

BOM: Final = "\ufeff"
"""Without it Excel reads UTF-8 as the code page of the machine."""

SEPARATOR: Final = ";"
"""Excel parts what it opens by a double click at the list separator of Windows. Under vi-VN that is a comma, as is
the decimal sign; where the two are the same, Excel takes the semicolon. A first line "sep=;" would suit every
setting, but makes Excel forget the BOM, and every other reader takes it for data."""

_FORMULA: Final = re.compile(r"(?![+-]?\d+(?:[.,]\d+)?\Z|-\Z)[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a formula begins (OWASP, "CSV injection"), but for a plain number and a dash that stands alone."""


_PART_OF_A_DATE: Final = re.compile(r"\d{1,4}[/-]\d{1,4}", re.ASCII)
"""What Excel takes for a day of the current year, or for a month: 1/2 typed for one of two."""


def csv_text(table: Table) -> str:
    """Heads, then every row and total, with CRLF and a BOM (RFC 4180); the note after an empty line.

    A pivot table wants every fact in every row: what continues the cell above is written out, and headings over
    all columns are left out. To be written without translating line ends.
    """
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=SEPARATOR)
    titles = (f"{column.group}: {column.title}" if column.group else column.title for column in table.columns)
    writer.writerow([_as_text(title) for title in titles])
    writer.writerows([_as_text(cell) for cell in cells] for cells in _whole(table))
    if table.note:
        writer.writerows([[], [_as_text(table.note)]])
    return BOM + target.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would be one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_text(cell: str) -> str:
    return f"'{cell}" if _PART_OF_A_DATE.fullmatch(cell.strip()) else harmless(cell)


def _whole(table: Table) -> Iterator[list[str]]:
    """Rows with a cell of their own in every column."""
    above = [""] * len(table.columns)
    for row in table.rows:
        if row.kind != "block":
            above = [old if cell is None else cell for cell, old in zip(row.cells, above, strict=True)]
            yield above
