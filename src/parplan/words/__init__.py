"""Every sentence a person reads, in two languages with the same keys; numbers and dates as each writes them.

Must not decide anything: which sentence fits is the caller's, what it says is the catalogue's.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from itertools import chain
from math import floor
from pathlib import Path
from typing import Any, Final, Literal, get_args

from parplan.calendar.period import Moment, Period
from parplan.reading.source import read_yaml
from parplan.reading.tree import Tree

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

_ROMAN: Final = ("", "I", "II", "III", "IV")


class _Filler(string.Formatter):
    """Fills holes: ``{n:count}`` as offices count ("07"), ``{x:score}`` to two decimals, ``{m:upper}`` in caps."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "count":
                return self.words.count(value)
            case "score":
                return self.words.number(value, 2)
            case "rate":
                return self.words.number(value, 1)
            case "":
                return self.words.show(value)
            case "upper":
                return self.words.show(value).upper()
        return str(super().format_field(value, format_spec))


class Words:
    """A catalogue: ``words("status.overdue.title", count=3)``."""

    def __init__(self, language: Language, sentences: Mapping[str, str]) -> None:
        self.language = language
        self.sentences = sentences

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of that key with its holes filled. Raises KeyError for an unknown key or hole."""
        return _Filler(self).vformat(self.sentences[key], (), values)

    def __contains__(self, key: str) -> bool:
        return key in self.sentences

    def show(self, value: object) -> str:
        """A value as this language writes its type; an error of the system by its cause."""
        match value:
            case date():
                return self.day(value)
            case Decimal():
                return self.number(value)
            case Period():
                return self.period(value)
            case OSError():
                from parplan.system.windows import cause_of  # only who was refused something needs it

                return self.sentences.get(f"cause.{cause_of(value)}") or value.strerror or str(value)
            case Moment():
                return self.day(value.day) if value.day else self.period(value.month)
        return str(value)

    def count(self, number: int) -> str:
        """A count of things: with a leading zero under ten where the language's offices write one."""
        if number < 10:
            return self.sentences["number.small-count"].format(n=number)
        return f"{number:,}".replace(",", self.sentences["number.thousands"])

    def number(self, number: Decimal | int, places: int | None = None) -> str:
        """A figure, with that many decimals, or as many as it was given with."""
        if places is None and isinstance(number, int):
            places = 0
        text = f"{number:,f}" if places is None else f"{rounded(number, places):,f}"
        swap = {",": self.sentences["number.thousands"], ".": self.sentences["number.decimal"]}
        return "".join(swap.get(character, character) for character in text).replace("-", "−")

    def day(self, day: date) -> str:
        """A day in figures."""
        return self._dated("date.day", day)

    def moment(self, moment: datetime) -> str:
        """A day and the time of it, to the minute."""
        return self.sentences["date.moment"].format(day=self.day(moment), time=f"{moment:%H:%M}")

    def long_day(self, day: date) -> str:
        """A day in words, as in the line of place and date."""
        return self._dated("date.long", day)

    def month_of_day(self, month: Period) -> str:
        """A month in words as it stands after a day, where the day is left to the hand."""
        return self._dated("date.month", month.first)

    def period(self, period: Period, form: str = "short") -> str:
        """A month, quarter, half or year: ``short``, ``long`` (in full), ``bare`` (no year) or for a ``file``."""
        halves = {1: "first-half", 2: "second-half"}
        key = {1: "month", 3: "quarter", 6: halves.get(period.number), 12: "year", 0: "final"}[period.months]
        values = {
            # the decree pads months 1 and 2 only, so that nobody can write a 1 before them
            "number": f"{period.number:02}" if period.months == 1 and period.number < 3 else period.number,
            "number2": f"{period.number:02}",
            "roman": _ROMAN[period.number] if period.months == 3 else "",
            "name": self.sentences[f"month.{period.number}"] if period.months == 1 else "",
            "year": f"{period.year:04}",
        }
        return self.sentences[f"period.{form}.{key}"].format(**values)

    def listed(self, items: Iterable[str]) -> str:
        """Names one after another, separated by the language's comma."""
        return self.sentences["list.comma"].join(items)

    def _dated(self, key: str, day: date) -> str:
        values = {
            "day": day.day,
            "day2": f"{day.day:02}",
            "month": day.month,
            # the decree pads months 1 and 2 only, so that nobody can write a 1 before them
            "month2": f"{day.month:02}" if day.month < 3 else day.month,
            "name": self.sentences[f"month.{day.month}"],
            "year": f"{day.year:04}",
        }
        return self.sentences[key].format(**values)


def rounded(number: Decimal | int, places: int) -> Decimal:
    """A figure with that many decimals, half up: 6,25 is 6,3, as offices and their spreadsheets have it.

    All that is printed is rounded here.
    """
    return Decimal(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def cut(number: Fraction, places: int) -> tuple[Decimal, bool]:
    """A figure without what lies beyond that many decimals, and whether anything did: 89,996 is not yet 90."""
    whole = floor(number * 10**places)
    return Decimal(whole).scaleb(-places), Fraction(whole) != number * 10**places


@cache
def words(language: Language) -> Words:
    """The catalogue of a language."""
    return Words(language, Sections(f"{language}.yaml"))


@cache
def explanations(language: Language) -> Mapping[str, str]:
    """What editors say of each record, field and choice, without holes; apart, for only the schema needs it."""
    return Sections(f"schema.{language}.yaml")


class Sections(Mapping[str, str]):
    """The sentences of a catalogue, each section of it read when the first of its sentences is asked for.

    A section is a mapping at the left edge: the parser is given its lines alone, for a command needs few of them.
    """

    def __init__(self, file: str) -> None:
        text = Path(__file__).with_name(file).read_bytes()
        # by the end of the line before it: to look for that takes a fifth of what looking for a beginning takes
        parts = re.split(rb"\n(?=[^\s#])", b"\n" + text)[1:]
        self._unread = {part.partition(b":")[0].decode(): part + b"\n" for part in parts}
        self._read: dict[str, dict[str, str]] = {name: {} for name in self._unread}
        self._file = file

    def __getitem__(self, key: str) -> str:
        return self._section(key.partition(".")[0])[key]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._section, self._read))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _section(self, name: str) -> dict[str, str]:
        part = self._unread.pop(name, None)
        if part is not None:
            reading = read_yaml(self._file, part)
            assert reading.source is not None, reading.findings
            self._read[name] = {}
            flatten("", reading.source.data, self._read[name])
        return self._read.get(name, {})


def flatten(prefix: str, tree: Tree, into: dict[str, str]) -> None:
    """Each text of a tree, by the keys that lead to it."""
    if isinstance(tree, str):
        into[prefix] = tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            flatten(f"{prefix}.{key}" if prefix else key, value, into)
