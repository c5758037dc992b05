"""How a workbook of Excel shows what its cells hold: months without a day, percents, and rows that are hidden.

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
_OWN: Final = {b"17": b"mmm-yy", b"9": b"0%", b"10": b"0.00%"}
"""Excel's own ways of writing a month and a percent, which no workbook spells out."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Of a sheet: the cells that show a day's month alone, or a number as a percent; the rows that nobody sees."""

    months: frozenset[Spot] = frozenset()
    hidden: frozenset[int] = frozenset()
    percents: frozenset[Spot] = frozenset()


def looks(parts: Mapping[str, bytes]) -> list[Looks]:
    """Of each sheet of an .xlsx, in their order."""
    codes = _codes(parts.get("xl/styles.xml", b""))
    months = frozenset(
        style for style, code in codes.items() if b"m" in code and b"y" in code and b"d" not in code
    )
    percents = frozenset(style for style, code in codes.items() if b"%" in code)
    return [_looks(parts.get(name, b""), months, percents) for name in sheet_parts(parts)]


def _looks(part: bytes, months: frozenset[bytes], percents: frozenset[bytes]) -> Looks:
    styled = [
        ((int(row) - 1, column_of(column.decode())), style)
        for column, row, style in (_STYLED.findall(part) if months or percents else ())
        if style in months or style in percents
    ]
    hidden = frozenset(int(row) - 1 for row in _HIDDEN.findall(part))
    shown = (frozenset(spot for spot, style in styled if style in wanted) for wanted in (months, percents))
    return Looks(next(shown), hidden, next(shown))


def _codes(part: bytes) -> dict[bytes, bytes]:
    """How the styles show a number, by their own numbers, without what is put beside it as a text."""
    formats = _OWN | {number: _LITERAL.sub(b"", code).lower() for number, code in _FORMAT.findall(part)}
    found = _STYLES.search(part)
    numbers = _STYLE.findall(found[0]) if found else []
    return {str(n).encode(): formats[number] for n, number in enumerate(numbers) if number in formats}
