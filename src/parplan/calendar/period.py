"""Stretches of the calendar that plans speak of: months, quarters, half-years, years, and days known to the month.

Must not know deadlines, tasks or any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

FINAL = "final"
"""How the whole time of a plan is written: ``2022-final``."""

WRITTEN = re.compile(r"((?:19|2[0-9])[0-9]{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?")
"""Years 1900 to 2999: beyond them stand slips of the finger, and the calendar's own ends are near."""


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies ``months`` after the month of ``day``."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


class Period(NamedTuple):
    """Whole calendar months: 1, 3, 6 or 12 of them. Written ``2022-09``, ``2022-Q3``, ``2022-H2``, ``2022``.

    With no months it names the whole time of the plan of that year, whichever that is: ``2022-final``.
    """

    first: date
    months: int = 1

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the written form. Raises ValueError."""
        match = WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month, quarter, half = (int(part) if part else 0 for part in match.groups())
        if month:
            return cls(date(year, month, 1), 1)
        if quarter:
            return cls(date(year, quarter * 3 - 2, 1), 3)
        if half:
            return cls(date(year, half * 6 - 5, 1), 6)
        return cls(date(year, 1, 1), 12)

    @classmethod
    def whole_plan(cls, year: int) -> Period:
        """The whole time of the plan of a year."""
        return cls(date(year, 1, 1), 0)

    @property
    def is_final(self) -> bool:
        return not self.months

    @classmethod
    def around(cls, day: date, months: int = 1) -> Period:
        """The period of that length in which ``day`` lies."""
        return cls(date(day.year, (day.month - 1) // months * months + 1, 1), months)

    @property
    def last(self) -> date:
        return add_months(self.first, self.months) - timedelta(days=1)

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def number(self) -> int:
        """Which month, quarter or half of its year, from 1."""
        return (self.first.month - 1) // (self.months or 12) + 1

    def next(self, count: int = 1) -> Period:
        """The period that lies ``count`` periods later; negative counts go back."""
        return Period(add_months(self.first, self.months * count), self.months)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def __str__(self) -> str:
        match self.months:
            case 1:
                return f"{self.year:04}-{self.number:02}"
            case 3:
                return f"{self.year:04}-Q{self.number}"
            case 6:
                return f"{self.year:04}-H{self.number}"
            case 0:
                return f"{self.year:04}-{FINAL}"
        return f"{self.year:04}"


def full_periods(start: date, end: date, months: int) -> Iterator[Period]:
    """The periods a duty recurs in between two days: from the first full one on.

    Where none fits whole, the one in which the stretch ends: a yearly duty of a plan that began in August
    still falls due that December.
    """
    period = Period.around(start, months)
    if period.first < start:
        period = period.next()
    if period.last > end:
        yield Period.around(end, months)
        return
    while period.last <= end:
        yield period
        period = period.next()


class Moment(NamedTuple):
    """A day, or a month whose day the document leaves blank. Written ``2022-08-15`` or ``2022-08``."""

    month: Period
    day: date | None = None

    @property
    def earliest(self) -> date:
        return self.day or self.month.first

    @property
    def begins_whole_months_from(self) -> date:
        """The first day known to lie after it: the day itself, or the next month where the day is blank."""
        return self.day or self.month.next().first

    def __str__(self) -> str:
        return self.day.isoformat() if self.day else str(self.month)
