"""The grammar of deadlines: each way in which offices write a rule, and the rule that it comes to.

Its Vietnamese is input language, the one exception to "no Vietnamese in code".
Must not refuse in words, or know what a text is that is no rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from parplan.calendar.deadline_words import (
    A_DAY,
    AND,
    BY,
    BY_DAY,
    BY_WHEN,
    DAY,
    DONE,
    EVERY,
    FROM_YEAR,
    HOUR,
    LATEST,
    LENGTH,
    LENGTHS,
    LISTING,
    OF_QUARTER,
    OF_YEAR,
    QUARTER,
    TO,
    UP_TO,
    YEAR,
    YEARLY,
)
from parplan.calendar.due_days import Due, Every, Once, Rule, Within
from parplan.calendar.period import Period

Build = Callable[[re.Match[str], int], Rule]
GRAMMAR: Final[list[tuple[str, Build]]] = []
"""Every way of writing a rule, and what makes a rule of it; the commonest first."""

ANY_YEAR: Final = 2001
"""For who asks only whether a rule is understood."""

_LEAP: Final = 2000  # holds every day that any year holds; the first of the century that 30/9/22 is of


def read(folded: str, year: int) -> Rule:
    """The rule that a folded text is; raises ValueError for any other, and for a day in no calendar."""
    for pattern, build in GRAMMAR:
        if match := re.fullmatch(pattern, folded, re.ASCII):
            return build(match, year)
    raise ValueError(folded)


def _rule(pattern: str) -> Callable[[Build], Build]:
    """Add one way of writing a rule. The pattern is matched whole, against folded text."""

    def add(build: Build) -> Build:
        GRAMMAR.append((pattern, build))
        return build

    return add


def day_of(text: str, year: int) -> date:
    """A day as it is written; one without a year is of ``year``. Raises ValueError for one in no calendar."""
    if re.match(YEAR, text, re.ASCII):
        return date.fromisoformat(text)
    day, month, *written = (int(number) for number in re.findall(r"\d+", text))
    if not written:
        date(ANY_YEAR, month, day)  # 29/2 is asked for with its year
        return date(year, month, day)
    return date(written[0] if written[0] > 99 else _LEAP + written[0], month, day)


def _year(match: re.Match[str], year: int) -> int:
    return int(match["year"] or year)


def _first_year(match: re.Match[str], year: int) -> int:
    """The year in which a stretch begins: its own, or that of its end."""
    return int(match["first"] or match["year"] or year)


def _stretch(first: Period, last: Period | None = None) -> Once:
    end = (last or first).last
    if end < first.first:
        raise ValueError("the stretch ends before it starts")
    return Once(Due.on(end), first.first)


# the commonest rules first: a pattern is compiled when it is first tried
@_rule(rf"(?={EVERY} |dinh ky |0?6 )(?:dinh ky )?(?:{EVERY} )?{LENGTH}(?:,? {BY})?")
@_rule(rf"(?:dinh ky )?{BY},? (?:dinh ky )?{EVERY} {LENGTH}")
def _every(match: re.Match[str], _: int) -> Rule:
    months = LENGTHS[match["every"].lstrip("0")]
    if match["day"] is None:
        return Every(months)
    working = not match["day"].isdigit()
    day = None if working else int(match["day"])
    if day is not None and not 1 <= day <= 31:
        raise ValueError(match["day"])
    following = _is_of_next_month(months, match["place"], working)
    return Every(months, day, (match["how"] or "").endswith("truoc"), following, working)


@_rule(rf"{BY_WHEN} (?P<place>thang (?:cuoi|dau) (?:{EVERY} )?quy(?: sau)?)")
def _every_quarter(match: re.Match[str], _: int) -> Rule:
    """A day of each quarter's last month, or of the one after it: its rhythm is said by the place alone."""
    day = int(match["day"]) if match["day"].isdigit() else None
    if day is not None and not 1 <= day <= 31:
        raise ValueError(match["day"])
    following = _is_of_next_month(3, re.sub(rf"\b{EVERY} ", "", match["place"]), day is None)
    return Every(3, day, (match["how"] or "").endswith("truoc"), following, day is None)


@_rule(rf"(?:dinh ky )?hang nam,? {YEARLY}")
@_rule(rf"{YEARLY},? (?:dinh ky )?hang nam")
def _every_year(match: re.Match[str], _: int) -> Rule:
    day, month = int(match["day"]), int(match["month"])
    date(_LEAP, month, day)  # 29/2 falls on the 28th of other years
    return Every(12, day, match["how"] == "truoc", month=month)


def _is_of_next_month(months: int, place: str | None, working: bool) -> bool:
    """Which month a day is of: the period's last, or the one after it. Raises ValueError for any other."""
    own = {1: "thang", 3: "quy", 6: "ky", 12: "nam"}[months]
    names = (own, "ky")
    if place in ("thang sau", "thang tiep theo", *(f"thang dau {name} sau" for name in names)):
        return True
    if place == "thang cuoi" and months > 1:
        return False
    if place in (None, *(f"thang cuoi {name}" for name in names)) or (place == own and (working or months == 1)):
        return False
    raise ValueError(place)


@_rule(rf"(?:{BY_DAY}|{DONE}truoc {HOUR} ){DAY}")
def _by_day(match: re.Match[str], year: int) -> Rule:
    return Once(Due.on(day_of(match["day"], year)))


@_rule(rf"{DONE}(?:den )?truoc {DAY}")
def _before_day(match: re.Match[str], year: int) -> Rule:
    return Once(Due.before(day_of(match["day"], year)))


@_rule(rf"{DONE}(?:tu )?(?:ngay )?(?P<from>{A_DAY}){TO}(?:ngay )?(?P<to>{A_DAY})")
def _in_days(match: re.Match[str], year: int) -> Rule:
    last = day_of(match["to"], year)
    first = day_of(match["from"], last.year)
    if last < first:
        raise ValueError("the stretch ends before it starts")
    return Once(Due.on(last), first)


@_rule(rf"{UP_TO}thang (?P<month>\d{{1,2}}){OF_YEAR}")
def _in_month(match: re.Match[str], year: int) -> Rule:
    return _stretch(_month(match["month"], _year(match, year)))


@_rule(
    rf"{DONE}(?:trong |tu )?thang (?P<from>\d{{1,2}}){FROM_YEAR}(?P<joint>{AND})(?:thang )?"
    rf"(?P<to>\d{{1,2}}){OF_YEAR}"
)
def _in_months(match: re.Match[str], year: int) -> Rule:
    first, last = _month(match["from"], _first_year(match, year)), _month(match["to"], _year(match, year))
    if match["joint"] in LISTING and first.next() != last:
        raise ValueError("two months apart are two deadlines")
    return _stretch(first, last)


@_rule(rf"{UP_TO}{OF_QUARTER}{QUARTER.format('quarter')}{OF_YEAR}")
def _in_quarter(match: re.Match[str], year: int) -> Rule:
    return _stretch(_quarter(match["quarter"], _year(match, year)))


@_rule(
    rf"{DONE}(?:trong |tu )?{OF_QUARTER}{QUARTER.format('from')}{FROM_YEAR}{AND}{OF_QUARTER}?"
    rf"{QUARTER.format('to')}{OF_YEAR}"
)
def _in_quarters(match: re.Match[str], year: int) -> Rule:
    return _stretch(_quarter(match["from"], _first_year(match, year)), _quarter(match["to"], _year(match, year)))


@_rule(
    rf"{DONE}(?:den )?truoc (?:thang (?P<month>\d{{1,2}})|{OF_QUARTER}{QUARTER.format('quarter')}){OF_YEAR}|"
    rf"{DONE}(?:den )?truoc nam (?P<before>{YEAR})"
)
def _before_stretch(match: re.Match[str], year: int) -> Rule:
    """The day before a stretch begins: its first day is the one that is named."""
    of = _year(match, year)
    if match["month"]:
        return Once(Due.before(_month(match["month"], of).first))
    if match["quarter"]:
        return Once(Due.before(_quarter(match["quarter"], of).first))
    return Once(Due.before(date(int(match["before"]), 1, 1)))


def _month(number: str, year: int) -> Period:
    return Period(date(year, int(number), 1))


def _quarter(number: str, year: int) -> Period:
    known = int(number) - 1 if number.isdigit() else ("i", "ii", "iii", "iv").index(number)
    return Period(date(year, known * 3 + 1, 1), 3)


@_rule(rf"{UP_TO}0?6 thang (?P<half>dau|cuoi) nam(?: (?P<year>{YEAR}))?")
def _in_half(match: re.Match[str], year: int) -> Rule:
    return _stretch(Period(date(_year(match, year), 1 if match["half"] == "dau" else 7, 1), 6))


@_rule(rf"(?:{UP_TO}nam (?P<year>{YEAR})|(?:trong|den het|het|den cuoi|cuoi|ca) nam)")
def _in_year(match: re.Match[str], year: int) -> Rule:
    return _stretch(Period(date(_year(match, year), 1, 1), 12))


@_rule(
    rf"(?:nam (?P<first>{YEAR}) va (?:cac )?nam tiep theo|"
    rf"giai doan (?P<since>{YEAR}){TO}(?P<until>{YEAR}))"
)
def _in_years(match: re.Match[str], _: int) -> Rule:
    since = int(match["first"] or match["since"])
    until = int(match["until"]) if match["until"] else None
    if until is not None and until < since:
        raise ValueError("the span ends before it starts")
    return Every(12, since=since, until=until)


@_rule(
    rf"{DONE}(?:trong(?: vong| thoi han)?(?: khong qua| toi da)?|sau|toi da|{LATEST}) "
    rf"(?P<days>\d{{1,3}}) ngay(?P<working> lam viec)?,? ke tu {DAY}"
)
def _within(match: re.Match[str], year: int) -> Rule:
    days = int(match["days"])
    if not days:
        raise ValueError("no days")
    return Within(day_of(match["day"], year), days, match["working"] is not None)
