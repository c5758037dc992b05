"""Any province, any plan: the program carries no name of a place, a body or an index; each comes from the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

import pytest

import parplan
from golden import check_golden
from parplan.reading.load import load
from running import SAMPLE, run_in
from workspaces import REPOSITORY

OTHER = REPOSITORY / "examples" / "minh-hoa-2023"
PACKAGE = Path(parplan.__file__).parent

GENERAL = {
    "UBND",  # every people's committee signs so, and the word for one
    "Cả nước",  # the country
    "Ủy ban nhân dân",
}
"""Names in the data that are words of the language."""

FIXED = ("Quảng Nam", "Par Index", "PAR INDEX", "Sipas", "SIPAS", "Sở Nội vụ", "UBND tỉnh", "Ủy ban nhân dân tỉnh")
FIXED_SYMBOLS = ("SNV", "CCHC", "STP")


@cache
def names(root: Path) -> frozenset[str]:
    """What is called by a name of its own in a workspace."""
    workspace = load(root).workspace
    found: set[str | None] = set()
    for agency in workspace.agencies.agencies:
        found |= {agency.name, agency.short, agency.formal, agency.symbol, *(agency.aliases or ())}
    for place in workspace.indexes.places:
        found |= {place.name, place.formal}
    for index in workspace.indexes.indexes:
        found |= {index.name, index.short}
    return frozenset(name for name in found if name) - GENERAL


def named(text: str, wanted: Set[str]) -> set[str]:
    """Those that stand in a text as words of their own, in the case they are written in."""
    return set(_any_of(frozenset(wanted)).findall(text))


@cache
def _any_of(wanted: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(wanted, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def without(text: str, known: Set[str]) -> str:
    """The text with these names taken out, the longest first: one may begin as another does."""
    for name in sorted(known, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def spoken() -> Iterator[Path]:
    """All that the program can say of itself; the folders of mistakes hold small workspaces of their own."""
    yield from (REPOSITORY / "templates").glob("*.j2")
    yield from (PACKAGE / "words").glob("*.yaml")
    for path in PACKAGE.rglob("*.py"):
        if "errors" not in path.relative_to(PACKAGE).parts:
            yield path


def test_no_template_catalogue_or_module_holds_a_name() -> None:
    known = names(SAMPLE) | names(OTHER) | {*FIXED, *FIXED_SYMBOLS}
    held = {str(path.relative_to(REPOSITORY)): named(path.read_text(encoding="utf-8"), known) for path in spoken()}
    assert len(held) > 400
    assert {path: found for path, found in held.items() if found} == {}


DRAWN = {
    "report": ("report", "--month", "2024-01", "--format", "md", "-o", "-"),
    "report-12": ("report", "--month", "2023-12", "--format", "md", "-o", "-"),
    "quarter": ("report", "--quarter", "2024-Q1", "--format", "md", "-o", "-"),
    "own": ("report", "--month", "2024-01", "--agency", "phuong-mot", "--format", "md", "-o", "-"),
    "own-without-symbol": (
        "report",
        "--month",
        "2024-01",
        "--agency",
        "ban-cong-nghe",
        "--format",
        "md",
        "-o",
        "-",
    ),
    "remind": ("remind", "--month", "2024-01", "--format", "md", "-o", "-"),
    "message": ("remind", "--month", "2024-01", "--format", "text", "-o", "-"),
    "status": ("status", "--month", "2024-01"),
    "show": ("show", "II.1", "--month", "2024-01"),
    "compare": ("compare", "2022", "2023"),
    "english": ("report", "--month", "2024-01", "--format", "md", "-o", "-", "--lang", "en"),
}


@pytest.mark.parametrize("name", DRAWN)
def test_another_provinces_documents_bear_its_own_names_and_no_others(name: str) -> None:
    ran = run_in(OTHER, *DRAWN[name], columns=200)  # no name is broken over lines
    assert ran.code == 0, ran.err
    ours, theirs = names(OTHER), names(SAMPLE)
    said = without(ran.out + ran.err, ours)
    assert named(said, theirs - ours | {*FIXED, *FIXED_SYMBOLS}) == set()
    assert named(ran.out, ours) != set()
    check_golden(f"other-{name}.txt", ran.out)


def test_the_sample_bears_no_name_of_another_province() -> None:
    ran = run_in(SAMPLE, "report", "--month", "2022-10", "--format", "md", "-o", "-")
    ours, theirs = names(SAMPLE), names(OTHER)
    assert named(without(ran.out, ours), theirs - ours) == set()


def test_another_province_validates_without_a_finding() -> None:
    ran = run_in(OTHER, "validate")
    assert (ran.code, ran.out) == (0, ""), ran.out
