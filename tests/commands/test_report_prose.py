"""What a director strikes out, searched for in every report of the workspaces that are shipped.

Must not know a figure of any of them: only kinds of sentences that none may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from running import run_in
from workspaces import REPOSITORY

ROOTS = (REPOSITORY, *sorted(path for path in (REPOSITORY / "examples").iterdir() if (path / "data").is_dir()))
PERIODS = (
    *(("--month", str(month)) for month in range(1, 13)),
    *(("--quarter", str(quarter)) for quarter in range(1, 5)),
    *(("--half", str(half)) for half in (1, 2)),
    ("--year-end",),
    ("--final",),
)
EVERY = [(root, period) for root in ROOTS for period in PERIODS]
each_report = pytest.mark.parametrize(
    ("root", "period"), EVERY, ids=[f"{root.name}-{'-'.join(period)}" for root, period in EVERY]
)
NAMES = re.compile(r"(?:(?:Sở|UBND|Ban|Văn phòng|Thanh tra) [^,;():.]+(?:, (?:Thể thao|Ban)[^,;():.]*)?, ){2,}")


@cache
def report(root: Path, period: tuple[str, ...]) -> str:
    """The whole report; none for a period of which the plan has no report."""
    return run_in(root, "report", *period, "--format", "md", "-o", "-").out


def paragraphs(root: Path, period: tuple[str, ...]) -> list[str]:
    """The running text, without tables, marked places and what stands above and below it."""
    whole = report(root, period)
    if "Nơi nhận" not in whole:
        return []
    parts = whole[whole.index("# I.") : whole.index("***Nơi nhận")].split("\n\n")
    return [part.strip() for part in parts if part.strip() and not part.startswith(("|", "**["))]


def tables(root: Path, period: tuple[str, ...]) -> Iterator[list[list[str]]]:
    """Every table as its rows of cells, without the line of dashes."""
    for part in report(root, period).split("\n\n"):
        if part.startswith("|"):
            lines = [line.strip("|").split("|") for line in part.splitlines()]
            yield [[cell.strip(" *") for cell in line] for line in (lines[0], *lines[2:])]


def test_there_are_reports_to_search() -> None:
    assert sum(1 for root, period in EVERY if paragraphs(root, period)) >= 10


FORBIDDEN = {
    "zero is a word": r"(?<![\d.,/])00? (?:lượt|đơn vị|nhiệm vụ|ngày|chỉ tiêu|tháng)",
    "no part as large as the whole": r"(\d+) lượt[^.;]{0,60}, trong đó \1 lượt",
    "one bracket, not two": r"\([^()]*\)\s*\(",
    "no address in running text": r"https?://|www\.",
    "no full stop twice": r"\.\.|[;,]\.|:\.",
    "no hole in a sentence": r"  \w|\( *\)| [,;.](?!\.)|None|\{\{|undefined",
    "none of two is the main one": r"có 0[1-3] nhiệm vụ đến hạn[^.]*trọng tâm",
    "what was denied is not counted next": r"chưa có lượt nào đến hạn\.\s*Ngoài ra",
    "months 1 and 2 have a zero": r"\b[Tt]háng [12](?:/| năm|[,.;)\s])",
    "no requirement of a peer": r"Sở Nội vụ yêu cầu",
}


@each_report
@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_sentence_is_of_a_kind_that_is_struck_out(kind: str, root: Path, period: tuple[str, ...]) -> None:
    found = [part for part in paragraphs(root, period) if re.search(FORBIDDEN[kind], part)]
    assert found == []


@each_report
def test_neighbouring_paragraphs_do_not_name_the_same_units(root: Path, period: tuple[str, ...]) -> None:
    lists = [set(NAMES.findall(part)) for part in paragraphs(root, period)]
    assert [both for first, second in pairwise(lists) if (both := first & second)] == []


@each_report
def test_no_sentence_names_more_units_than_one_reads(root: Path, period: tuple[str, ...]) -> None:
    longest = [part for part in paragraphs(root, period) if len(re.findall(r"(?:UBND|Sở) ", part)) > 24]
    assert longest == []


@each_report
def test_months_are_told_in_a_table_not_in_paragraphs(root: Path, period: tuple[str, ...]) -> None:
    told = [part for part in paragraphs(root, period) if re.search(r"gửi báo cáo tháng \d", part)]
    assert len(told) <= 1


@each_report
def test_no_table_has_a_column_that_says_nothing(root: Path, period: tuple[str, ...]) -> None:
    for head, *rows in tables(root, period):
        said = [
            [cell for cell in column if cell and not re.match(r"\(\d+\)", cell)]
            for column in zip(*rows, strict=True)
        ]
        assert [name for name, cells in zip(head, said, strict=True) if not cells] == []


@each_report
def test_cells_of_a_column_begin_alike(root: Path, period: tuple[str, ...]) -> None:
    for head, *rows in tables(root, period):
        for name, column in zip(head, zip(*rows, strict=True), strict=True):
            letters = [cell[0] for cell in column if cell and cell[0].isalpha()]
            assert len({letter.isupper() for letter in letters}) <= 1, name


@each_report
def test_a_rate_is_worded_in_one_way(root: Path, period: tuple[str, ...]) -> None:
    assert len(set(re.findall(r"Tỷ lệ hoàn thành = [^.]*\.", report(root, period)))) <= 1


@each_report
def test_a_row_of_what_is_overdue_names_its_duty(root: Path, period: tuple[str, ...]) -> None:
    for head, *rows in tables(root, period):
        if any("quá hạn" in name and "ngày" in name for name in head):
            assert all(row[1] for row in rows)


@each_report
def test_every_duty_has_a_result_and_a_state(root: Path, period: tuple[str, ...]) -> None:
    listed = [rows for rows in tables(root, period) if "Đánh giá" in rows[0] and "Nội dung nhiệm vụ" in rows[0]]
    for heads, _, *rows in listed:
        columns = [heads.index("Đánh giá"), heads.index("Đánh giá") - 1]
        assert all(row[column] for row in rows for column in columns)
