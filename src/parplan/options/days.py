"""Days, months and longer periods as people type them, with or without their year; and what has come already.

Must not know what happened on a day, or which plan reports for a period.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from parplan.calendar.period import Period
from parplan.finding import Stop
from parplan.model.spoken.lookup import spoken
from parplan.spelling import fold

_WORD: Final = r"\s+[^\W\d]+\s+"
TYPED: Final = (
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{1,2}-\d{1,2}"
    rf"|\d{{1,2}}{_WORD}\d{{1,2}}(?:{_WORD}\d{{4}})?"
)
"""What a day looks like at the end of a text: ``12/9``, ``12.9.2022``, ``2022-09-12``, «12 tháng 9 năm 2022»."""

_ISO: Final = r"\d{4}-\d{1,2}-\d{1,2}"
_PARTS: Final = r"\D*(\d{1,2})\D+(\d{1,2})(?:\D+(\d{4}|\d{2}))?\D*"
_CENTURY: Final = 2000


class Days(NamedTuple):
    """How days are read: one without its year is the one nearest to ``near``; nothing has come after ``today``."""

    near: date
    today: date

    def read(self, text: str) -> date:
        """A day, past or to come. Raises Stop."""
        return parse_day(text, self.near)

    def past(self, text: str) -> date:
        """A day that has come. Raises Stop."""
        day = self.read(text)
        if day > self.today:
            raise Stop("day-ahead", day=day, today=self.today)
        return day


def parse_day(text: str, near: date | None = None) -> date:
    """A day as a person types it; without its year, the nearest to ``near``, which is today. Raises Stop."""
    near, typed = near or date.today(), text.strip()
    match = None if re.fullmatch(_ISO, typed) else re.fullmatch(_PARTS, typed)
    if match is None:
        found = [_iso(typed)]
    else:
        day, month, year = match.groups()
        short = year is not None and len(year) == 2
        years = [int(year) + _CENTURY * short] if year else [near.year + more for more in (-1, 0, 1)]
        found = [_day(one, int(month), int(day)) for one in years]
    days = [one for one in found if one is not None]
    if not days:
        raise Stop("date-invalid", text=text)
    return min(days, key=lambda one: abs((one - near).days))


def _iso(text: str) -> date | None:
    try:
        return date(*map(int, text.split("-"))) if re.fullmatch(_ISO, text) else date.fromisoformat(text)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Named(NamedTuple):
    """A period as it was named, perhaps without its year; without months, the whole time of a plan."""

    months: int
    number: int
    year: str | None

    def of(self, year: str | int) -> Period:
        return Period(date(int(year), (self.number - 1) * self.months + 1, 1), self.months)


_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NAMED: Final = (
    r"(?ia)(?:(?P<before>\d{4})[-/])?(?:(?P<word>[^\W\d_]+?)\.?\s*)??(?P<number>\d{1,2}|i{1,3}|iv)"
    r"(?:(?:\s*[-/.]\s*|\s+(?:[^\W\d_]+\s+)?)(?P<after>\d{4}))?"
)


def named_month(text: str) -> Named | None:
    """A month: 9, 2022-09, 9/2022, 9-2022, «tháng 9», «tháng 9 năm 2022»."""
    return _named(text, "month", 12)


def named_quarter(text: str) -> Named | None:
    """A quarter: 3, III, Q3, 2022-Q3, III/2022, «quý 3»."""
    return _named(text, "quarter", 4)


def named_half(text: str) -> Named | None:
    """A half of a year: 1, H1, 2022-H1."""
    return _named(text, "half", 2)


def _named(text: str, kind: str, most: int) -> Named | None:
    """One of so many stretches of a year, and its year, if that was typed."""
    match = re.fullmatch(_NAMED, fold(text))
    if match is None or (match["before"] and match["after"]):
        return None
    number = int(_ROMAN.get(match["number"], match["number"]))
    is_kind = match["word"] is None or spoken(match["word"], (kind,)) is not None
    is_roman = match["number"] in _ROMAN
    if not is_kind or not 1 <= number <= most or (is_roman and kind == "month"):
        return None
    return Named(12 // most, number, match["before"] or match["after"])
