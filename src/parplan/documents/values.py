"""What a cell holds, and how an office reads it: letters composed, days and numbers as people write them.

Must not decide what a value is about.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final
from unicodedata import normalize

Value = str | int | float | bool | date | datetime | time | timedelta

DIGITS: Final = ".12g"
"""All that a person typed, and none of those by which a computer misses it."""

TOO_MUCH: Final = 1e12

_NOT_THERE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]|[\x00-\x08\x0e-\x1f]")
_BLANK: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u3000\t]")
_SEVERAL: Final = re.compile(" {2,}")
_LINE: Final = re.compile("\r\n|[\r\n\x0b\x0c\u0085\u2028\u2029]")


def cleaned(text: str) -> str:
    """A text with its letters composed, without signs that nobody sees, or blanks and empty lines round it."""
    text = _BLANK.sub(" ", _NOT_THERE.sub("", normalize("NFC", text)))
    return "\n".join(_SEVERAL.sub(" ", line).strip() for line in _LINE.split(text)).strip()


def shown(value: Value) -> str:
    """A value as an office writes it: 30/9/2022, 05/9/2022, 1234,5."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, date):
        return f"{value.day:02}/{value.month}/{value.year}"
    return cleaned(str(value))


def _number(number: float) -> str:
    """With a comma before decimals, and no more of them than were meant."""
    if not abs(number) < TOO_MUCH:
        return str(number)
    text = f"{Decimal(format(number, DIGITS)):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
