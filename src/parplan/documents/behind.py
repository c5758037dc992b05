"""What a workbook says of its cells that their values do not: formulas nobody computed, errors, notes, percents.

Must not read a value, or know what a cell is for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile

from parplan.documents.document import Spot, column_of
from parplan.documents.looks import looks
from parplan.documents.package import unpacked
from parplan.documents.sheet_parts import BOOK, related, sheet_parts
from parplan.documents.xml import attribute, local, number, parsed

MOST_SPANNED: Final = 10_000
"""Cells of which one was made: more are none of a form."""

_OPEN: Final = "content.xml"
_EPOCHS: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
"""From which a workbook counts days: Excel for Mac once began with 1904, and such files are still filled in."""

_OTHER_EPOCH: Final = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"')
_CELL: Final = re.compile(
    rb'<(?:\w+:)?c\b(?P<about>[^>]*\br="(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})"[^>]*)(?<!/)>'
    rb"(?P<held>.*?)</(?:\w+:)?c>",
    re.DOTALL,
)
_REMARK: Final = re.compile(
    rb'<(?:\w+:)?(?:comment|threadedComment)\b[^>]*\bref="(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})"'
)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f\b")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v>[^<]|<(?:\w+:)?t\b[^>]*>[^<]")
_WORTH_A_LOOK: Final = re.compile(rb'<(?:\w+:)?f\b|\bt="e"')


@dataclass(frozen=True, slots=True)
class Behind:
    """Of a sheet: the cells that hold an error, and formulas with and without a value that somebody saw.

    ``percents``: numbers that are shown as such; ``notes``: cells to which somebody has put a remark;
    ``covered`` leads from the rest of a merged cell to its first corner, where the values do not tell of it.
    """

    errors: frozenset[Spot] = frozenset()
    uncomputed: frozenset[Spot] = frozenset()
    computed: frozenset[Spot] = frozenset()
    covered: Mapping[Spot, Spot] = field(default_factory=dict)
    percents: frozenset[Spot] = frozenset()
    notes: frozenset[Spot] = frozenset()


@dataclass(frozen=True, slots=True)
class BehindAll:
    """Of a workbook, its sheets in their order, and from which day it counts days."""

    sheets: tuple[Behind, ...] = ()
    epoch: date = field(default=_EPOCHS[False])

    def at(self, number: int) -> Behind:
        """Of one sheet; nothing, where nothing is known."""
        return self.sheets[number] if number < len(self.sheets) else Behind()


def behind(content: bytes) -> BehindAll:
    """What stands behind the cells of an .xlsx or .ods; of any other nothing is known."""
    try:
        parts = unpacked(content)
        if b"opendocument.spreadsheet" in parts.get("mimetype", b""):
            tables = (one for one in parsed(parts[_OPEN]).iter() if local(one) == "table")
            return BehindAll(tuple(map(_behind_open, tables)))
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, KeyError, ParseError):
        return BehindAll()
    book = parts.get(BOOK, b"")
    names, shown = list(sheet_parts(parts)), looks(parts)
    sheets = (
        replace(_behind(parts.get(name, b"")), percents=look.percents, notes=_notes(name, parts))
        for name, look in zip(names, shown, strict=True)
    )
    return BehindAll(tuple(sheets), _EPOCHS[bool(_OTHER_EPOCH.search(book))])


def _notes(sheet: str, parts: Mapping[str, bytes]) -> frozenset[Spot]:
    """The cells of a sheet to which somebody has put a remark."""
    remarks = (part for part in related(sheet, parts).values() if "omments" in part)
    return frozenset(
        (int(cell["row"]) - 1, column_of(cell["column"].decode()))
        for part in remarks
        for cell in _REMARK.finditer(parts.get(part, b""))
    )


def _behind(part: bytes) -> Behind:
    if not _WORTH_A_LOOK.search(part):  # a sheet of a million rows is not walked through for nothing
        return Behind()
    errors, found = set[Spot](), {True: set[Spot](), False: set[Spot]()}
    for cell in _CELL.finditer(part):
        spot = int(cell["row"]) - 1, column_of(cell["column"].decode())
        if b't="e"' in cell["about"]:
            errors.add(spot)
        elif _FORMULA.search(cell["held"]):
            # a formula may come to an empty text: that it is a text is then said
            found[bool(_VALUE.search(cell["held"])) or b't="str"' in cell["about"]].add(spot)
    seen, unseen = frozenset(found[True]), frozenset(found[False])
    return Behind(frozenset(errors), unseen, seen)


def _behind_open(table: Element) -> Behind:
    """The same of a sheet of LibreOffice's own, where what is alike stands once, with how often."""
    errors, found, covered = set[Spot](), {True: set[Spot](), False: set[Spot]()}, dict[Spot, Spot]()
    percents, notes = set[Spot](), set[Spot]()
    top = 0
    for row in (one for one in table.iter() if local(one) == "table-row"):
        left = 0
        for cell in row:
            spot = top, left
            kinds = {value for key, value in cell.attrib.items() if key.endswith("}value-type")}
            if "error" in kinds:
                errors.add(spot)
            elif attribute(cell, "formula") is not None:
                found[bool(kinds)].add(spot)
            if "percentage" in kinds:
                percents.add(spot)
            if any(local(one) == "annotation" for one in cell):
                notes.add(spot)
            rows, columns = number(cell, "number-rows-spanned") or 1, number(cell, "number-columns-spanned") or 1
            if rows * columns <= MOST_SPANNED:
                spots = product(range(top, top + rows), range(left, left + columns))
                covered |= {other: spot for other in spots if other != spot}
            left += number(cell, "number-columns-repeated") or 1
        top += number(row, "number-rows-repeated") or 1
    seen, unseen = frozenset(found[True]), frozenset(found[False])
    return Behind(frozenset(errors), unseen, seen, covered, frozenset(percents), frozenset(notes))
