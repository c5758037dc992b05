"""The numbers of a criteria set as its table counts: 1.1, 1.10, I, A, a; and what Excel made of them.

Must not take a number that the counting does not lead to: it is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from typing import Final

from parplan.documents.values import Value, shown

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_NUMBER: Final = re.compile(r"(?:[0-9]{1,3}|(?:[IVX]+|[^\W\d_])\.[0-9]{1,3})(?:\.[0-9]{1,3})*")
_LETTER: Final = re.compile(r"[^\W\d_]")
_BEFORE: Final = re.compile(
    r"(?P<number>(?:[0-9]{1,3}\.)+(?:[0-9]{1,3})?|[IVX]+[.)]|[^\W\d_][.)])\s+(?P<name>\S.*)"
)


def is_number(text: str) -> bool:
    """1, 1.1, 1.10.3; and with the heading's sign before it, A.1."""
    return _NUMBER.fullmatch(text) is not None


def is_small(text: str) -> bool:
    """a, b, c: a part of the criterion numbered above it."""
    return _LETTER.fullmatch(text) is not None and text.islower()


def is_part(text: str, last: str) -> bool:
    """Whether a sign heads a part of the whole, A or B; C and I may be Roman too: it is as the one before says."""
    following = chr(ord(last) + 1) if last else "A"
    return _LETTER.fullmatch(text) is not None and text.isupper() and (text not in _ROMAN or text == following)


def roman(text: str) -> int | None:
    """The value of a Roman number; None for what is none."""
    return _ROMAN.index(text) + 1 if text in _ROMAN else None


def split(name: str) -> tuple[str, str]:
    """The number typed before a name, and the name without it."""
    found = _BEFORE.fullmatch(name)
    return (found["number"].rstrip(".)"), found["name"]) if found else ("", name)


def numbers_of(value: Value) -> tuple[str, ...]:
    """What the number in a cell may have been when it was typed: several only where Excel keeps it otherwise."""
    if isinstance(value, date):
        year = value.year % 100
        typed = [(value.day, value.month), (value.month, value.day), *permutations((value.day, value.month, year))]
        return tuple(dict.fromkeys(".".join(map(str, one)) for one in typed))
    text = shown(value).strip().rstrip(".)").strip()
    if isinstance(value, float) and "," in text:
        text = text.replace(",", ".")
        return text, f"{text}0"
    return (text,) if is_number(text) or _LETTER.fullmatch(text) or roman(text) else ()


def following(last: str) -> Iterator[str]:
    """The numbers that may stand after one: its first part, and the next at each level above."""
    if not last:
        yield "1"
        return
    yield f"{last}.1"
    steps = last.split(".")
    for depth in range(len(steps), 0, -1):
        if steps[depth - 1].isdigit():
            yield ".".join([*steps[: depth - 1], str(int(steps[depth - 1]) + 1)])
