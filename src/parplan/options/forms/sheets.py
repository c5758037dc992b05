"""A workbook that somebody sent: its sheets as cells, each with the address that it has in Excel.

Must not know what a form is, or let a damaged file end the program.
"""

from __future__ import annotations

import pickle
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from parplan.finding import Stop
from parplan.output.files.package import LARGEST_FILE, unpacked
from parplan.system.folder import read

Cell = str | int | float | bool | date | datetime | time | timedelta

Spot = tuple[int, int]
"""A cell by its row and its column, from 0."""

MOST_ROWS: Final = 2_000
"""No form has so many; of a sheet that was dragged down a million rows the rest is not looked at."""

MOST_CELLS: Final = 50_000_000
"""Between the first and the last cell of a sheet: the library makes room for each, empty or not."""

_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_ZIP: Final = b"PK"
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""How an .xls begins, and a workbook with a password."""

_DAMAGED: Final = (
    *(CalamineError, BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError),
    *(zlib.error, struct.error),
)
LOCKED: Final = "form-password"
_LONGEST_WAIT: Final = 60
_CHILD: Final = "from parplan.options.forms.sheets import answer; answer()"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by the name that it has now; rows and columns are counted from 0, from the sheet's own corner.

    A merged cell stands at its first corner; ``covered`` leads there from the rest of it.
    """

    tab: str
    rows: list[list[Cell]]
    covered: Mapping[Spot, Spot] = field(default_factory=dict)


def open_sheets(path: Path) -> list[Sheet]:
    """Every sheet of an .xlsx, .xls or .ods, hidden ones too. Raises Stop for what is none, or is locked."""
    try:
        content = read(path, LARGEST_FILE)
    except OSError as error:
        raise Stop("form-unreadable", file=path.name, cause=error) from None
    return _apart(content) if content.startswith(_OLD) else sheets_of(content)


def sheets_of(content: bytes) -> list[Sheet]:
    """The sheets of a workbook, by its bytes."""
    try:
        if content.startswith(_ZIP):
            _must_have_room(unpacked(content))
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            every = map(book.get_sheet_by_name, book.sheet_names)
            return [_sheet(sheet) for sheet in every]
    except PasswordError:
        raise Stop("form-password") from None
    except _DAMAGED:
        raise Stop("form-no-workbook") from None


def _sheet(sheet: CalamineSheet) -> Sheet:
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)
    covered: dict[Spot, Spot] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        # a merged cell that reaches to the last row of all is no larger than what is in the sheet
        spots = product(range(top, min(bottom + 1, len(rows))), range(left, min(right + 1, len(rows[0]))))
        covered |= {spot: (top, left) for spot in spots if spot != (top, left)}
    return Sheet(sheet.name, rows, covered)


def _must_have_room(parts: dict[str, bytes]) -> None:
    """Refuse a package with a sheet that is wider and longer than any form. Raises ValueError."""
    for name, part in parts.items():
        cells = _CELL.findall(part) if name.startswith("xl/worksheets/") else ()
        widest = max((column_of(letters.decode()) + 1 for letters in {letters for letters, _ in cells}), default=0)
        if widest * max((int(row) for _, row in cells), default=0) > MOST_CELLS:
            raise ValueError(name)


def _apart(content: bytes) -> list[Sheet]:
    """The sheets of an old workbook, read by another process: of a damaged one the library may take it down."""
    try:
        command = [sys.executable, "-P", "-c", _CHILD]  # nothing of the folder that one stands in
        ran = subprocess.run(command, input=content, capture_output=True, timeout=_LONGEST_WAIT, check=True)
        found: list[Sheet] | str = pickle.loads(ran.stdout)
    except (subprocess.SubprocessError, OSError, EOFError, pickle.UnpicklingError):
        raise Stop("form-no-workbook") from None
    if found == LOCKED:
        raise Stop("form-password")
    if isinstance(found, str):
        raise Stop("form-no-workbook")
    return found


def answer() -> None:
    """What the other process does: the bytes of a workbook in, its sheets out, or why there are none."""
    found: list[Sheet] | str
    try:
        found = sheets_of(sys.stdin.buffer.read())
    except Stop as stop:
        found = stop.reason
    sys.stdout.buffer.write(pickle.dumps(found))


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
