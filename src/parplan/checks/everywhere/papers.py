"""Papers are cited as offices write them, and as the same paper is cited elsewhere.

Must not decide whether a paper proves anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from string import digits
from typing import Final

from parplan.finding import Code, Finding
from parplan.model.plan import Plan
from parplan.model.progress import Evidence, ProgressFile
from parplan.model.reminder import Reminder
from parplan.model.scalar import UNREAD
from parplan.model.shared import Citation, Paper
from parplan.model.workspace import Workspace
from parplan.spelling import LONGEST_NAME

Cited = Paper | Citation | Evidence | Plan | Reminder

_FIRST = r"[^\W\d_][\w&.]*"
_REST = rf"{_FIRST}(?:-[\w&.]+)*"
_SYMBOL: Final = re.compile(rf"[^\W\d_]?(?:(?:/[0-9]{{4}})?/{_REST}|-{_FIRST}/{_REST})")
"""Behind a number: perhaps the year, then type and body; the Party writes these the other way round: 16-NQ/TU."""

_DASHES: Final = re.compile(r"\s*[\u2010-\u2015\u2212-]\s*")


def check_paper_numbers(workspace: Workspace) -> Iterator[Finding]:
    """The number of an official paper is one: number/TYPE-OFFICE."""
    for paper in _numbered(workspace):
        if paper.number is not None and not is_number(paper.number):
            values = {"text": paper.number}
            yield Finding(Code.PAPER_NUMBER_INVALID, paper.at("number"), values, _tidy(paper.number))


def _numbered(workspace: Workspace) -> Iterator[Cited]:
    """Every record that may hold the number of a paper."""
    for plan in workspace.plans.values():
        yield plan.plan
        yield from plan.plan.legal_basis or ()
    for report in workspace.reports:
        yield from report.papers or ()
    for letters in workspace.reminders:
        yield from letters.reminders
    for decisions in workspace.decisions:
        yield from (decision.document for decision in decisions.decisions)
    for file in workspace.progress:
        yield from _cited(file)


def _cited(file: ProgressFile) -> list[Paper | Evidence]:
    """Every paper that a unit's report cites, its own letter first."""
    every = [evidence for update in file.updates for evidence in update.evidence or ()]
    own = [file.document] if file.document is not None else []
    return [*own, *(evidence for evidence in every if evidence.type == "document")]


def is_number(text: str) -> bool:
    """Whether a text is a paper's number: number/TYPE-OFFICE."""
    behind = text.lstrip(digits)
    return behind != text and _is_symbol(behind)


@lru_cache(maxsize=1024)  # of the thousands of papers of an office only the numbers differ
def _is_symbol(text: str) -> bool:
    """Whether that may stand behind the digits of a paper's number."""
    if not _SYMBOL.fullmatch(text):
        return False
    _, *parts = re.split("[/-]", text)
    return all(part[0].isupper() or part[0].isdigit() for part in parts)


def _tidy(text: str) -> str | None:
    """The number without what stands before it, blanks, and Word's dashes; None where that is none either."""
    if len(text) > LONGEST_NAME:
        return None
    bare = _DASHES.sub("-", re.sub(r"^\D+", "", text))
    bare = re.sub(r"\s*/\s*", "/", bare).strip()
    return next((known for known in (bare, bare.upper()) if is_number(known)), None)


def check_paper_dates(workspace: Workspace) -> Iterator[Finding]:
    """A paper has one date wherever it is cited. Its number names it within a year: offices then count anew."""
    first: dict[tuple[str, str, int], tuple[date, Paper | Evidence]] = {}
    for file in sorted(workspace.progress, key=lambda file: file.month):
        for whose, number, day, paper in _dated(file):
            known, other = first.setdefault((whose, number.casefold(), day.year), (day, paper))
            if known != day:
                values = {"number": number, "date": day, "first": other.at("date"), "other": known}
                yield Finding(Code.PAPER_DATES_DIFFER, paper.at("date"), values)


def papers_named(file: ProgressFile) -> Iterator[tuple[str, str]]:
    """Whose papers a report cites, and under which numbers: both stand in any other that cites one of them."""
    for whose, number, _, _ in _dated(file):
        yield whose, number


def _dated(file: ProgressFile) -> Iterator[tuple[str, str, date, Paper | Evidence]]:
    """Every paper that a report cites with its date, whose it is, and its number."""
    for paper in _cited(file):
        whose = paper.issuer or file.agency
        # two that name nobody may be of two
        if paper.number is not None and paper.date is not None and whose not in UNREAD:
            yield whose, paper.number, paper.date, paper


def check_paper_symbols(workspace: Workspace) -> Iterator[Finding]:
    """A paper that no issuer is named for bears its unit's symbol, not one that only another unit signs with."""
    agencies = {agency.id: agency for agency in workspace.agencies.agencies}
    signing = Counter(agency.symbol for agency in agencies.values())
    owners = {
        agency.symbol: agency for agency in agencies.values() if agency.symbol and signing[agency.symbol] == 1
    }
    for file in workspace.progress:
        agency = agencies.get(file.agency)
        for paper in _cited(file) if agency and agency.symbol else ():
            _, dash, symbol = (paper.number or "").rpartition("-")
            owner = owners.get(symbol) if dash and paper.issuer is None else None
            if owner is not None and agency is not None and owner is not agency:
                names = {"owner": owner.id, "owner_name": owner.name, "agency_name": agency.name}
                values = {"number": paper.number, **names}
                yield Finding(Code.PAPER_SYMBOL_OTHER, paper.at("number"), values)
