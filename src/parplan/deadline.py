"""The closed list of deadline rules, as offices write them, and the days they come to; and the working calendar.

Its Vietnamese grammar is input language, the one exception to "no Vietnamese in code".
Must not search a quote for time words, and must not move a due day: one that falls on a day off stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from parplan.period import Period, add_months

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """``last`` is the last day still in time; lateness is counted in calendar days from ``named``.

    The two differ only for "trước ngày D": D - 1 is the last day, D is the one that is written.
    """

    last: date
    named: date

    @classmethod
    def on(cls, day: date) -> Due:
        return cls(day, day)

    @classmethod
    def before(cls, day: date) -> Due:
        return cls(day - ONE_DAY, day)

    def days_late(self, day: date) -> int:
        """Calendar days late on ``day``; 0 while in time."""
        return (day - self.named).days if day > self.last else 0


@dataclass(frozen=True, slots=True)
class Once:
    """A rule that names one day or one stretch of the calendar."""

    due: Due
    start: date | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """A rule that recurs every ``months``: due at the period's end, or by a day of its last or the next month."""

    months: int
    day: int | None = None
    before: bool = False
    next_month: bool = False

    def due(self, period: Period) -> Due:
        if self.day is None:
            return Due.on(period.last)
        month = Period(add_months(period.last, 1 if self.next_month else 0))
        if self.day > month.last.day:  # a short month has no such day: its own last day is still in time
            return Due.on(month.last)
        named = month.first.replace(day=self.day)
        return Due.before(named) if self.before else Due.on(named)


Rule = Once | Every


def fold(text: str) -> str:
    """Lower case, without diacritics, one space between words: how rules and names are compared."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(letters.lower().split())


_YEAR = r"(?:19|2\d)\d{2}"
_DAY = rf"(?:ngay )?(?P<day>\d{{1,2}}/\d{{1,2}}/{_YEAR}|{_YEAR}-\d{{2}}-\d{{2}})"
_QUARTER = r"(?P<{0}>iv|i{{1,3}})"
_GRAMMAR: list[tuple[str, Callable[[re.Match[str]], Rule]]] = []


def _rule(pattern: str) -> Callable[[Callable[[re.Match[str]], Rule]], Callable[[re.Match[str]], Rule]]:
    """Add one way of writing a rule. The pattern is matched whole, against folded text."""

    def add(build: Callable[[re.Match[str]], Rule]) -> Callable[[re.Match[str]], Rule]:
        _GRAMMAR.append((pattern, build))
        return build

    return add


def parse(text: str) -> Rule:
    """Read a rule of the closed list. Raises ValueError, also for a day that no calendar holds."""
    folded = fold(text)
    for pattern, build in _GRAMMAR:
        if match := re.fullmatch(pattern, folded, re.ASCII):
            return build(match)
    raise ValueError(text)


def _day(text: str) -> date:
    if "-" in text:
        return date.fromisoformat(text)
    day, month, year = (int(part) for part in text.split("/"))
    return date(year, month, day)


def _stretch(first: Period, last: Period | None = None) -> Once:
    end = (last or first).last
    if end < first.first:
        raise ValueError("the stretch ends before it starts")
    return Once(Due.on(end), first.first)


@_rule(rf"(?:den(?: het)? |cham nhat(?: la)? |hoan thanh |truoc \d{{1,2}} gio )?{_DAY}")
def _by_day(match: re.Match[str]) -> Rule:
    return Once(Due.on(_day(match["day"])))


@_rule(rf"(?:xong )?truoc {_DAY}")
def _before_day(match: re.Match[str]) -> Rule:
    return Once(Due.before(_day(match["day"])))


@_rule(rf"(?:trong |het |cuoi )?thang (?P<month>\d{{1,2}})/(?P<year>{_YEAR})")
def _in_month(match: re.Match[str]) -> Rule:
    return _stretch(Period(date(int(match["year"]), int(match["month"]), 1)))


@_rule(rf"(?:tu )?thang (?P<from>\d{{1,2}})(?: ?- ?| den )(?:thang )?(?P<to>\d{{1,2}})/(?P<year>{_YEAR})")
def _in_months(match: re.Match[str]) -> Rule:
    first, last = (Period(date(int(match["year"]), int(match[side]), 1)) for side in ("from", "to"))
    return _stretch(first, last)


@_rule(rf"(?:trong |het )?quy {_QUARTER.format('quarter')}/(?P<year>{_YEAR})")
def _in_quarter(match: re.Match[str]) -> Rule:
    return _stretch(_quarter(match["quarter"], match["year"]))


@_rule(rf"quy {_QUARTER.format('from')}(?:, ?| ?- ?| va )(?:quy )?{_QUARTER.format('to')}/(?P<year>{_YEAR})")
def _in_quarters(match: re.Match[str]) -> Rule:
    return _stretch(_quarter(match["from"], match["year"]), _quarter(match["to"], match["year"]))


def _quarter(roman: str, year: str) -> Period:
    return Period(date(int(year), ROMAN[roman] * 3 - 2, 1), 3)


@_rule(rf"6 thang (?P<half>dau|cuoi) nam (?P<year>{_YEAR})")
def _in_half(match: re.Match[str]) -> Rule:
    return _stretch(Period(date(int(match["year"]), 1 if match["half"] == "dau" else 7, 1), 6))


@_rule(rf"(?:trong |den het )?nam (?P<year>{_YEAR})")
def _in_year(match: re.Match[str]) -> Rule:
    return _stretch(Period(date(int(match["year"]), 1, 1), 12))


@_rule(
    r"(?:dinh ky )?hang (?P<every>thang|quy|6 thang|nam)"
    r"(?:,? (?P<how>truoc|cham nhat|den) ngay (?P<day>\d{1,2})(?P<next> thang sau)?)?"
)
def _every(match: re.Match[str]) -> Rule:
    months = {"thang": 1, "quy": 3, "6 thang": 6, "nam": 12}[match["every"]]
    if match["day"] is None:
        return Every(months)
    day = int(match["day"])
    if not 1 <= day <= 31:
        raise ValueError(match["day"])
    return Every(months, day, match["how"] == "truoc", match["next"] is not None)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days nobody works: Saturdays, Sundays and the listed days off, but for the swapped working days."""

    off: frozenset[date] = field(default_factory=frozenset)
    working: frozenset[date] = field(default_factory=frozenset)

    @classmethod
    def of(cls, off: Iterable[date], working: Iterable[date]) -> WorkingCalendar:
        return cls(frozenset(off), frozenset(working))

    def is_off(self, day: date) -> bool:
        return day not in self.working and (day in self.off or day.weekday() >= 5)

    def last_working_day(self, day: date) -> date:
        """``day`` itself, or the last working day before it: when to remind of a due day on a day off."""
        while self.is_off(day):
            day -= ONE_DAY
        return day
