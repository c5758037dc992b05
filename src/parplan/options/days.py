"""Days as people type them, with or without their year; and which of them can have come already.

Must not know what happened on a day.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from parplan.finding import Stop
from parplan.options.shared import parse_day

_WORD: Final = r"\s+[^\W\d]+\s+"
TYPED: Final = (
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{1,2}-\d{1,2}"
    rf"|\d{{1,2}}{_WORD}\d{{1,2}}(?:{_WORD}\d{{4}})?"
)
"""What a day looks like at the end of a text: ``12/9``, ``12.9.2022``, ``2022-09-12``, «12 tháng 9 năm 2022»."""

_ISO: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_PARTS: Final = re.compile(r"\D*(\d{1,2})\D+(\d{1,2})(?:\D+(\d{4}|\d{2}))?\D*")
_CENTURY: Final = 2000


class Days(NamedTuple):
    """How days are read: one without its year is the one nearest to ``near``; nothing has come after ``today``."""

    near: date
    today: date

    def read(self, text: str) -> date:
        """A day, past or to come. Raises Stop."""
        match = None if _ISO.fullmatch(text.strip()) else _PARTS.fullmatch(text.strip())
        if match is None:
            return parse_day(text.strip())
        day, month, year = match.groups()
        if year is not None:
            return parse_day(f"{day}/{month}/{year if len(year) == 4 else _CENTURY + int(year)}")
        found = [found for year in (-1, 0, 1) if (found := _day(self.near.year + year, int(month), int(day)))]
        if not found:
            raise Stop("date-invalid", text=text)
        return min(found, key=lambda one: abs((one - self.near).days))

    def past(self, text: str) -> date:
        """A day that has come. Raises Stop."""
        day = self.read(text)
        if day > self.today:
            raise Stop("day-ahead", day=day, today=self.today)
        return day


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
