"""What a cell of a form holds, as the text that somebody would have typed for it.

Must not decide what a figure or a day is about, or mend a cell of which Excel has made something else.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from parplan.documents.values import Value, cleaned, shown
from parplan.finding import Stop
from parplan.model.scalar import number_meant
from parplan.words import rounded

EPOCH: Final = date(1899, 12, 30)
"""From which Excel counts days; what is read as a day at once was counted by the file's own epoch."""

SERIALS: Final = range(36_526, 73_415)
"""Numbers that are days of this century: no other number stands where a day is asked for."""

TOO_MUCH: Final = 1e12
"""From here on a number is none of the data's; infinity and what is no number are none either."""

MOST_DECIMALS: Final = 6
"""Of a number: as many as the data hold."""

LAST_DAY: Final = 31
"""Of a month: a larger number behind the stroke is a year to Excel."""

_CENTURY: Final = 100
_THREE_DECIMALS: Final = re.compile("[1-9][0-9]{0,2},[0-9]{3}")
_HOUR: Final = re.compile(r"[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")


def text_of(cell: Value) -> str:
    """A cell as a text: letters composed, without blanks round it or signs that nobody sees."""
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float) and abs(cell) < TOO_MUCH:
        return number_text(cell)
    if isinstance(cell, date):
        return shown(cell)
    return cleaned(str(cell))


def number_text(number: float) -> str:
    """A number with the comma that people here write before decimals, and no more of them than were meant."""
    return f"{rounded(Decimal(str(number)), MOST_DECIMALS):f}".rstrip("0").rstrip(".").replace(".", ",")


def day_text(cell: Value, epoch: date = EPOCH) -> str:
    """A day: one of Excel's own, the number that it counts days by, or a text, perhaps with the hour."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and SERIALS.start <= cell < SERIALS.stop:
        return (epoch + timedelta(days=int(cell))).isoformat()
    if isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    return _HOUR.sub("", text_of(cell))


def figure_text(cell: Value, *, is_percent: bool) -> str:
    """A figure. Raises Stop for a day, and for a share of 1 that may be one percent or all of it."""
    if isinstance(cell, (date, datetime)):
        day = cell.date() if isinstance(cell, datetime) else cell
        raise Stop("form-figure-day", day=day, text=_fraction(day))
    if isinstance(cell, bool) or not isinstance(cell, (int, float, str)):
        raise Stop("number-invalid", text=text_of(cell))
    text = text_of(float(cell) if isinstance(cell, int) else cell)
    if not isinstance(cell, str) and _THREE_DECIMALS.fullmatch(text):
        text = text.replace(",", ".")  # as it was typed: it may be a thousand
    share = number_meant(text) if is_percent and "%" not in text else None
    if share is not None and 0 < Decimal(share) <= 1:
        raise Stop("form-figure-share", text=text, percent=number_text(float(share) * 100))
    return text


def percent_text(cell: Value) -> Value:
    """A number that is shown as a percent, as it is seen; anything else as it is."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)) or not abs(cell) < TOO_MUCH:
        return cell
    return f"{number_text(float(Decimal(str(cell)) * 100))}%"


def _fraction(day: date) -> str:
    """What somebody may have typed to get a day: Excel makes 12/50 the first of December 1950."""
    is_month = day.day == 1 and day.year % _CENTURY > LAST_DAY
    return f"{day.month}/{day.year % _CENTURY}" if is_month else f"{day.day}/{day.month}"
