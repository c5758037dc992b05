"""How a workbook of Excel shows what its cells hold: months without a day, and rows that are hidden.

Must not read a value. Of any other workbook nothing is known: then all is shown, and every date has its day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from parplan.documents.document import Spot, column_of
from parplan.documents.sheet_parts import sheet_parts

_FORMAT: Final = re.compile(rb'<(?:\w+:)?numFmt\b[^>]*\bnumFmtId="(\d+)"[^>]*\bformatCode="([^"]*)"')
_STYLES: Final = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE: Final = re.compile(rb'<(?:\w+:)?xf\b[^>]*?\bnumFmtId="(\d+)"')
_STYLED: Final = re.compile(rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*\bs="(\d+)"')
_HIDDEN: Final = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*\br="([0-9]{1,7})"')
_LITERAL: Final = re.compile(rb'"[^"]*"|&quot;.*?&quot;|\\.|\[[^\]]*\]')
_OWN: Final = {b"17": b"mmm-yy"}
"""Excel's own way of writing a month, which no workbook spells out."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Of a sheet: the cells that show of a day only its month, and the rows that nobody sees."""

    months: frozenset[Spot] = frozenset()
    hidden: frozenset[int] = frozenset()


def looks(parts: Mapping[str, bytes]) -> list[Looks]:
    """Of each sheet of an .xlsx, in their order."""
    styles = _month_styles(parts.get("xl/styles.xml", b""))
    return [_looks(parts.get(name, b""), styles) for name in sheet_parts(parts)]


def _looks(part: bytes, styles: frozenset[bytes]) -> Looks:
    months = (
        (int(row) - 1, column_of(column.decode()))
        for column, row, style in (_STYLED.findall(part) if styles else ())
        if style in styles
    )
    return Looks(frozenset(months), frozenset(int(row) - 1 for row in _HIDDEN.findall(part)))


def _month_styles(part: bytes) -> frozenset[bytes]:
    """The numbers of the styles that show month and year, and no day."""
    formats = _OWN | {number: _LITERAL.sub(b"", code).lower() for number, code in _FORMAT.findall(part)}
    months = {number for number, code in formats.items() if b"m" in code and b"y" in code and b"d" not in code}
    found = _STYLES.search(part)
    numbers = _STYLE.findall(found[0]) if found else []
    return frozenset(str(n).encode() for n, number in enumerate(numbers) if number in months)
