"""A workbook that somebody sent: each of its sheets as a table.

Must not know what a sheet is about, or let a damaged file end the program.
"""

from __future__ import annotations

import pickle
import re
import struct
import subprocess
import sys
import zlib
from datetime import date
from io import BytesIO
from itertools import product
from typing import Final
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from parplan.documents.document import Spot, Table, column_of
from parplan.documents.looks import Looks, looks
from parplan.documents.package import unpacked
from parplan.finding import Stop

MOST_ROWS: Final = 10_000
"""No table of an office has so many; of a sheet that was dragged down a million rows the rest is not looked at."""

MOST_CELLS: Final = 50_000_000
"""Between the first and the last cell of a sheet: the library makes room for each, empty or not."""

MOST_MERGED: Final = 1_000_000
"""Cells that lie under others: a sheet with more was made to fill the memory."""

_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_ZIP: Final = b"PK"
_DAMAGED: Final = (
    *(CalamineError, BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError),
    *(zlib.error, struct.error),
)
LOCKED: Final = "document-locked"
_LONGEST_WAIT: Final = 60
CHILD: Final = "from parplan.documents.workbook import answer; answer()"


def sheets(content: bytes) -> list[Table]:
    """Every sheet of an .xlsx or .ods, hidden ones too. Raises Stop for what is none, or is locked."""
    try:
        parts = unpacked(content) if content.startswith(_ZIP) else {}
        _must_have_room(parts)
        shown = looks(parts)
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            every = enumerate(map(book.get_sheet_by_name, book.sheet_names))
            return [_table(sheet, n + 1, shown[n] if n < len(shown) else Looks()) for n, sheet in every]
    except PasswordError:
        raise Stop("document-locked") from None
    except _DAMAGED:
        raise Stop("document-damaged") from None


def _table(sheet: CalamineSheet, number: int, look: Looks) -> Table:
    """A sheet from its own corner; its merged cells as one each."""
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)
    covered: dict[Spot, Spot] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        # a merged cell that reaches to the last row of all is no larger than what is in the sheet
        down, across = range(top, min(bottom + 1, len(rows))), range(left, min(right + 1, len(rows[0])))
        if len(covered) + len(down) * len(across) > MOST_MERGED:
            raise ValueError(sheet.name)
        covered |= {spot: (top, left) for spot in product(down, across) if spot != (top, left)}
    for row, column in look.months:
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        if isinstance(value, date) and value.day == 1:
            rows[row][column] = f"{value.month:02}/{value.year}"  # as the cell shows it
    return Table(rows, sheet.name, number, covered, hidden=look.hidden)


def _must_have_room(parts: dict[str, bytes]) -> None:
    """Refuse a package with a sheet that is wider and longer than any form. Raises ValueError."""
    for name, part in parts.items():
        cells = _CELL.findall(part) if name.startswith("xl/worksheets/") else ()
        widest = max((column_of(letters.decode()) + 1 for letters in {letters for letters, _ in cells}), default=0)
        if widest * max((int(row) for _, row in cells), default=0) > MOST_CELLS:
            raise ValueError(name)


def sheets_apart(content: bytes) -> list[Table]:
    """The sheets of an old workbook, read by another process: of a damaged one the library may take it down."""
    try:
        command = [sys.executable, "-P", "-c", CHILD]  # nothing of the folder that one stands in
        ran = subprocess.run(command, input=content, capture_output=True, timeout=_LONGEST_WAIT, check=True)
        found: list[Table] | str = pickle.loads(ran.stdout)
    except (subprocess.SubprocessError, OSError, EOFError, pickle.UnpicklingError):
        raise Stop("document-damaged") from None
    if found == LOCKED:
        raise Stop("document-locked")
    if isinstance(found, str):
        raise Stop("document-damaged")
    return found


def answer() -> None:
    """What the other process does: the bytes of a workbook in, its sheets out, or why there are none."""
    found: list[Table] | str
    try:
        found = sheets(sys.stdin.buffer.read())
    except Stop as stop:
        found = stop.reason
    sys.stdout.buffer.write(pickle.dumps(found))
