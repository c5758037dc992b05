"""The papers that a cell names: one or several, each perhaps with its day, and the cell for the day beside it.

Must not choose between two days, or drop a paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Final

from parplan.checks.progress.evidence import LINK
from parplan.finding import Stop
from parplan.options.days import TYPED

_NUMBER: Final = r"\d+/[^\s,;]*[^\W\d_][^\s,;]*"
_PAPER: Final = re.compile(rf"{_NUMBER}(?:,?\s+(?:[^\W\d_]+\s+)?(?:{TYPED})(?![\w/]))?")
"""A number with letters behind its stroke, as no day has, and its day, perhaps after the word for it."""

_DATED: Final = re.compile(rf"(?:^|\s)(?P<day>{TYPED})(?:[,;]?\s+[^\W\d_]+\s+\D+)?$")
_BARE: Final = re.compile(r"\d+")
_BETWEEN: Final = re.compile(r"\s*(?:,|(?:,\s*)?[^\W\d_]+)\s*")
"""What stands between two papers that are listed: a comma, or a word."""


def papers_of(text: str) -> list[str]:
    """The papers that a text lists. Raises Stop where nobody can tell where one ends."""
    if LINK.fullmatch(text):  # an address may hold any sign
        return [text]
    parts = [part.strip(" ,") for part in re.split("[;\n]", text)]
    return [paper for part in parts if part for paper in _listed(part)]


def _listed(text: str) -> list[str]:
    if _BARE.fullmatch(text):
        raise Stop("form-paper-bare", text=text)
    found = list(_PAPER.finditer(text))
    if len(found) < 2:
        return [text]
    gaps = [text[one.end() : other.start()] for one, other in pairwise(found)]
    if not all(map(_BETWEEN.fullmatch, gaps)) or text[found[-1].end() :].strip():
        raise Stop("form-papers-joined")
    return [found[0].string[: found[0].end()], *(one[0] for one in found[1:])]


def with_day(papers: list[str], day: str, read: Callable[[str], date]) -> list[str]:
    """The papers, the day beside them put behind the only one that has none. Raises Stop."""
    if not day:
        return papers
    if not papers:
        raise Stop("form-paper-missing")
    if len(papers) > 1:
        raise Stop("form-days-several")
    (paper,) = papers
    own = _DATED.search(paper)
    if own is None:
        return [f"{paper} {day}"]
    if read(own["day"]).isoformat() != day:
        raise Stop("form-days-differ", text=own["day"])
    return papers
