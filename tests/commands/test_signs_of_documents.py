"""Every document of both samples: a sign or short word in a table is explained below it, and nothing else is.

The tables are read from the Markdown that the documents are made from, as a reader has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest

from running import SAMPLE, run_in

OTHER = SAMPLE.parent / "minh-hoa-2023"
QUANG_NAM = (
    "--month 8",
    "--month 9",
    "--month 10",
    "--month 12",
    "--quarter 3",
    "--half 2",
    "--year-end",
    "--final",
)
MINH_HOA = (
    *("--month 2023-10", "--month 2023-11", "--month 2023-12", "--month 2024-01", "--month 2024-06"),
    *("--quarter 1 --year 2024", "--half 1 --year 2024", "--year-end --year 2023", "--final"),
)
UNITS = {SAMPLE: ("so-y-te", "ubnd-huyen-tay-giang"), OTHER: ("phuong-mot", "phuong-hai")}
REPORTS = [(folder, f"report {asked}") for folder, of in ((SAMPLE, QUANG_NAM), (OTHER, MINH_HOA)) for asked in of]
OWN = [(folder, f"{asked} --agency {unit}") for folder, asked in REPORTS for unit in UNITS[folder]]
LETTERS = [
    *(
        (SAMPLE, f"remind --as-of {day} --anyway")
        for day in ("2022-10-01", "2022-10-14", "2022-12-15", "2023-01-05")
    ),
    *(
        (OTHER, f"remind --as-of {day} --anyway")
        for day in ("2023-12-15", "2024-01-10", "2024-02-10", "2024-07-10")
    ),
]

SHORT = {"HT": "HT: ", "TX": "TX: ", "KPS": "KPS: ", "BC": "BC: ", "Ongoing": "Ongoing: "}
SIGNS = {"-": "“-”: ", "…": "(…): "}


@dataclass(frozen=True)
class Drawn:
    """A table as it was written, and the line below it; ``days`` are the cells that count days of lateness."""

    cells: tuple[str, ...]
    days: tuple[str, ...]
    note: str


def drawn(text: str) -> Iterator[Drawn]:
    lines = [*text.split("\n"), ""]
    at = 0
    while at < len(lines):
        if not lines[at].startswith("|"):
            at += 1
            continue
        rows = []
        while lines[at].startswith("|"):
            rows.append([cell.strip(" *") for cell in lines[at].strip("|").split("|")])
            at += 1
        below = next((line for line in lines[at:] if line), "")
        late = [n for n, head in enumerate(rows[0]) if head in ("Số ngày quá hạn", "Days overdue")]
        days = tuple(row[n] for row in rows[2:] for n in late)
        if below.startswith("*"):  # what a chart is drawn from, with the words that stand for it
            continue
        yield Drawn(tuple(cell for row in rows[2:] for cell in row), days, below)


def unexplained(table: Drawn) -> Iterator[str]:
    """A sign without its meaning, or a meaning without its sign."""
    for sign, meaning in SIGNS.items():
        if (sign in table.cells) is not (meaning in table.note):
            yield sign
    for word, meaning in SHORT.items():
        stands = any(re.search(rf"(?<![\w/-]){word}(?![\w/.-])", cell) for cell in table.cells)
        if stands is not (meaning in table.note):
            yield word
    if ("0" in table.days) is not ("“0”: " in table.note):
        yield "0"


@pytest.mark.parametrize(
    ("document", "language"),
    [*product(REPORTS, ("vi", "en")), *product([*OWN, *LETTERS], ("vi",))],
    ids=lambda one: f"{one[0].name[:2]} {one[1]}" if isinstance(one, tuple) else one,
)
def test_whatever_sign_stands_in_a_table_is_explained_below_it(
    document: tuple[object, str], language: str
) -> None:
    folder, asked = document
    more = ("--lang", language) if language == "en" else ()
    ran = run_in(folder, *asked.split(), *more, "--format", "md", "-o", "-")  # type: ignore[arg-type]
    assert ran.code == 0, ran.err
    tables = list(drawn(ran.out))
    assert [
        (list(unexplained(table)), table.cells[:6], table.note) for table in tables if any(unexplained(table))
    ] == []
