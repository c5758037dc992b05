"""A workbook that somebody sent: its sheets as cells, each with the address that it has in Excel.

Must not know what a form is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from parplan.finding import Stop
from parplan.output.files.package import LARGEST_FILE, unpacked
from parplan.system.folder import read

Cell = str | int | float | bool | date | datetime | time | timedelta

MOST_ROWS: Final = 2_000
"""No form has so many; of a sheet that was dragged down a million rows the rest is not looked at."""

_ZIP: Final = b"PK"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by the name that it has now; rows and columns are counted from 0, from the sheet's own corner."""

    tab: str
    rows: list[list[Cell]]


def open_sheets(path: Path) -> list[Sheet]:
    """Every sheet of an .xlsx, .xls or .ods, hidden ones too. Raises Stop for what is none, or is locked."""
    try:
        content = read(path, LARGEST_FILE)
    except OSError as error:
        raise Stop("form-unreadable", file=path.name, cause=error) from None
    try:
        if content.startswith(_ZIP):
            unpacked(content)  # refuses what unpacks to more than any form
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            return [_sheet(book.get_sheet_by_name(name)) for name in book.sheet_names]
    except PasswordError:
        raise Stop("form-password", file=path.name) from None
    except (CalamineError, BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise Stop("form-no-workbook", file=path.name) from None


def _sheet(sheet: CalamineSheet) -> Sheet:
    return Sheet(sheet.name, sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS))


def address(row: int, column: int) -> str:
    """What Excel calls a cell: row 6 of column 4 is E7."""
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
