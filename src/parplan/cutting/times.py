"""What stands in a column of time, as a kind and a rule: read by the closed list of rules.

Must not search a sentence for words of time, or make a day of words that give none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parplan.calendar.deadline_rules import Refusal, parse
from parplan.calendar.due_days import Every
from parplan.cutting.vocabulary import begins, is_one_of, listed, vocabulary
from parplan.model.spoken.lookup import spoken
from parplan.spelling import one_line

KINDS = ("ongoing", "on-event", "general", "once")
"""What a cell of time may call the kind itself; what recurs needs its rhythm."""


@dataclass(frozen=True, slots=True)
class Time:
    """A kind, the document's words and the rule they come to; ``doubt``: what is not understood of them."""

    kind: str
    words: str = ""
    rule: str = ""
    doubt: str = ""


def read_time(cell: str, year: int) -> Time:
    """What a cell comes to."""
    words = one_line(cell).rstrip(" .;,")
    if not re.search(r"\w", words):
        return Time("once", doubt="deadline-missing")
    if begins(words, listed("no_deadline")):
        # offices write so of what has no day at all; with one beside it, it is owed by that day
        is_all = is_one_of(words, listed("no_deadline"))
        return Time("ongoing", doubt="kind-proposed") if is_all else Time("once")
    if kind := _named_kind(words, year):
        return Time(kind, words)
    refused: Refusal | None = None
    for text in _ways(words):
        try:
            rule = parse(text, year)
        except Refusal as refusal:
            refused = refused or refusal
        else:
            return Time("periodic" if isinstance(rule, Every) else "once", words, text)
    if refused is not None and refused.kind is not None:
        return Time(refused.kind, words)
    return _several(words, year) if refused and refused.several else Time("once", words, doubt="deadline-unknown")


def _named_kind(words: str, year: int) -> str | None:
    """The kind that words call by its name."""
    said: dict[str, list[str]] = vocabulary()["kinds"]
    found = (kind for kind, ways in said.items() if is_one_of(words, [way.format(year=year) for way in ways]))
    return spoken(words, KINDS) or next(found, None)


def _ways(words: str) -> list[str]:
    """The words themselves; without what stands in brackets; and with the word that a head spared them."""
    plain = re.sub(r"\s*\([^()]*\)", "", words).strip()
    short = re.sub(rf"^(?:{'|'.join(listed('month'))})\.?\s*(?=\d)", "", plain)
    whole = [way.format(short) for way in listed("whole_time")] if re.fullmatch(r"[\dIVX/.\- ]+", short) else []
    return list(dict.fromkeys([words, plain, *whole]))


def _several(words: str, year: int) -> Time:
    """Several rhythms in one cell are several tasks: the first is proposed, and the rest asked."""
    joins = "|".join(rf"\s+{word}\s+" for word in listed("joins"))
    for part in re.split(rf"\s*[,;]\s*|{joins}", words):
        try:
            rule = parse(part, year)
        except Refusal:
            continue
        return Time("periodic" if isinstance(rule, Every) else "once", words, part, "deadline-several")
    return Time("once", words, doubt="deadline-several")


def leading_time(sentence: str, year: int) -> Time | None:
    """The time that a sentence begins with, as «Định kỳ hằng tháng tổng hợp …»; None where it begins otherwise."""
    parts = sentence.split()
    for count in range(min(6, len(parts)), 0, -1):
        words = " ".join(parts[:count])
        try:
            rule = parse(words, year)
        except Refusal as refused:
            if refused.kind is not None and words[-1:].isalpha():
                return Time(refused.kind, words)
        else:
            return Time("periodic" if isinstance(rule, Every) else "once", words, words)
    return None
