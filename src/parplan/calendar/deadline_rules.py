"""The closed list of deadline rules, as offices write them.

Its Vietnamese grammar is input language, the one exception to "no Vietnamese in code".
Must not search a quote for time words, or know a plan: a rule without a year is read with the year it is given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from importlib.resources import files
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
    KINDS,
    LATEST,
    LENGTH,
    LENGTHS,
    LISTING,
    OF_QUARTER,
    OF_YEAR,
    QUARTER,
    RHYTHM,
    TO,
    UP_TO,
    YEAR,
    YEARLY,
)
from parplan.calendar.due_days import Due, Every, Once, Rule, Within
from parplan.calendar.period import Period
from parplan.spelling import fold

ANY_YEAR: Final = 2001
"""For who asks only whether a rule is understood."""

_LEAP: Final = 2000  # holds every day that any year holds; the first of the century that 30/9/22 is of


class Refusal(ValueError):  # noqa: N818 - what a person wrote is refused, nothing went wrong
    """A text is no rule. ``kind``: it names that kind of task instead; ``several``: so many rules stand in it.

    ``impossible``: the day in it that no calendar holds.
    """

    def __init__(
        self, text: str, kind: str | None = None, several: int = 0, *, impossible: str | None = None
    ) -> None:
        super().__init__(text)
        self.impossible = impossible
        self.kind = kind
        self.several = several


LONGEST: Final = 200
"""Nobody writes a rule of more characters."""


@lru_cache(maxsize=4096)  # a plan's few rules are asked for again with every question about its tasks
def parse(text: str, year: int) -> Rule:
    """Read a rule of the closed list; one without a year speaks of ``year``, the plan's.

    Raises Refusal, also for a day that no calendar holds; whether it does never hangs on the year.
    """
    if len(text) > LONGEST:
        raise Refusal(text)
    folded = re.sub("[–—]", "-", fold(text)).rstrip(" .;,")
    try:
        return _read(folded, year)
    except ValueError:
        impossible = _impossible_day(folded, year)
        raise Refusal(text, _kind(folded), _several(folded, year), impossible=impossible) from None


def _impossible_day(folded: str, year: int) -> str | None:
    """A day in a text that is written as one, with a month there is or is not, and stands in no calendar."""
    for found in re.finditer(rf"(?<![\d/]){A_DAY}(?![\d/])", folded, re.ASCII):
        try:
            _day(found[0], year)
        except ValueError:
            return found[0]
    return None


def names_day(text: str) -> bool:
    """Whether a text is a day alone, without what a document says before it: "before" may be left out."""
    return re.fullmatch(DAY, fold(text), re.ASCII) is not None


def _read(folded: str, year: int) -> Rule:
    for pattern, build in _GRAMMAR:
        if match := re.fullmatch(pattern, folded, re.ASCII):
            return build(match, year)
    raise ValueError(folded)


def _kind(folded: str) -> str | None:
    """The kind that a text names, whole or in all of its parts; the one that is reported month by month first."""
    for parts in ([folded], re.split(r" ?[,;] ?| va ", folded)):
        named = [next((k for k, words in KINDS.items() if re.fullmatch(words, part)), None) for part in parts]
        if None not in named:
            return next(kind for kind in KINDS if kind in named)
    return None


def _several(folded: str, year: int) -> int:
    """How many rules of one sort stand side by side in a text; 0 where it is anything else."""
    parts = re.split(r" ?[,;] ?| va ", folded)
    try:
        sorts = {Every if re.fullmatch(RHYTHM, part) else type(_read(part, year)) for part in parts}
    except ValueError:
        return 0
    return len(parts) if len(parts) > 1 and len(sorts) == 1 else 0


Build = Callable[[re.Match[str], int], Rule]
_GRAMMAR: list[tuple[str, Build]] = []


def _rule(pattern: str) -> Callable[[Build], Build]:
    """Add one way of writing a rule. The pattern is matched whole, against folded text."""

    def add(build: Build) -> Build:
        _GRAMMAR.append((pattern, build))
        return build

    return add


def _day(text: str, year: int) -> date:
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


@_rule(rf"{BY_WHEN} (?P<place>thang (?:cuoi|dau) (?:{EVERY} )?quy(?: sau)?)(?:,? (?:dinh ky )?{EVERY} quy)?")
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
    return Once(Due.on(_day(match["day"], year)))


@_rule(rf"{DONE}(?:den )?truoc {DAY}")
def _before_day(match: re.Match[str], year: int) -> Rule:
    return Once(Due.before(_day(match["day"], year)))


@_rule(rf"{DONE}(?:tu )?(?:ngay )?(?P<from>{A_DAY}){TO}(?:ngay )?(?P<to>{A_DAY})")
def _in_days(match: re.Match[str], year: int) -> Rule:
    written = re.search(YEAR, match["to"])
    last = _day(match["to"], year)
    first = _day(match["from"], last.year if written else year)
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
    return Within(_day(match["day"], year), days, match["working"] is not None)


EXAMPLES: Final[tuple[str, ...]] = tuple(json.loads((files(__package__) / "deadline_rules.json").read_bytes()))
"""The closed list as a person may choose from it; each way of writing a rule is in it."""
