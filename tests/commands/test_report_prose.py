"""What a director strikes out, searched for in every report of the workspaces that are shipped.

Must not know a figure of any of them: only kinds of sentences that none may hold.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from prose import Paper, names, of_markdown, of_word, struck_out
from running import SAMPLE, run_in
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
NAMES = [f"{root.name}-{'-'.join(period)}" for root, period in EVERY]


@cache
def report(root: Path, period: tuple[str, ...]) -> Paper:
    """The whole report; one without blocks for a period of which the plan has no report."""
    return of_markdown(run_in(root, "report", *period, "--format", "md", "-o", "-").out, names(root))


def every_report() -> dict[str, Paper]:
    return {name: report(*one) for name, one in zip(NAMES, EVERY, strict=True)}


def test_there_are_reports_to_search() -> None:
    assert sum(1 for paper in every_report().values() if paper.blocks) >= 20


@pytest.mark.parametrize(("root", "period"), EVERY, ids=NAMES)
def test_a_report_holds_nothing_that_is_struck_out(root: Path, period: tuple[str, ...]) -> None:
    assert struck_out(report(root, period)) == {}


def test_word_holds_the_report_that_was_searched(tmp_path: Path) -> None:
    made = tmp_path / "bao-cao.docx"
    assert run_in(SAMPLE, "report", "--month", "10", "-o", str(made)).code == 0
    assert struck_out(of_word(made, names(SAMPLE))) == {}


def test_months_are_told_in_a_table_not_in_paragraphs() -> None:
    told = {
        name: [part for part in paper.paragraphs if re.search(r"gửi báo cáo tháng \d", part)]
        for name, paper in every_report().items()
    }
    assert {name: parts for name, parts in told.items() if len(parts) > 1} == {}


def test_a_row_of_what_is_overdue_names_its_duty() -> None:
    nameless = {
        name: rows
        for name, paper in every_report().items()
        for head, *rows in paper.tables
        if any("quá hạn" in column and "ngày" in column for column in head) and not all(row[1] for row in rows)
    }
    assert nameless == {}


def test_every_duty_has_a_result_and_a_state() -> None:
    for name, paper in every_report().items():
        for heads, _, *rows in (
            table for table in paper.tables if {"Đánh giá", "Nội dung nhiệm vụ"} <= {*table[0]}
        ):
            columns = [heads.index("Đánh giá"), heads.index("Đánh giá") - 1]
            assert all(row[column] for row in rows for column in columns), name


OTHER = SAMPLE.parent / "minh-hoa-2023"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            "--month 2024-01",
            "số lượt quá hạn tăng 01 lượt (phát sinh mới 02 lượt, được điều chỉnh thời hạn 01 lượt).",
        ),
        ("--month 2024-01", "gồm: UBND xã Ba (02 lượt); UBND phường Hai (01 lượt); chi tiết"),
        ("--month 2024-01", "đã đạt mục tiêu, tính theo số liệu của 02/04 đơn vị (chi tiết tại Bảng 2)."),
        ("--quarter 1 --year 2024", "đã đạt mục tiêu, tính theo số liệu của 02/04 đơn vị (chi tiết tại Bảng 3)."),
        ("--final", "đã đạt mục tiêu, tính theo số liệu của 02/04 đơn vị (chi tiết tại Bảng 3)."),
        ("--final", "lượt hết hạn đúng ngày kết thúc Kế hoạch), chiếm"),
        ("--final", "“0”: hết hạn đúng ngày kết thúc Kế hoạch (30/6/2024)."),
        ("--month 2024-01 --lang en", "overdue: up 1 (2 new, 1 given more time)."),
        ("--month 2024-01 --lang en", "1 has been reached (by the figures of 2/4 agencies) (see Table 2)."),
        ("--month 2024-01 --lang en", "2 agencies have overdue tasks: UBND xã Ba (2); UBND phường Hai (1); see"),
    ],
)
def test_a_sentence_carries_what_its_figures_rest_on(asked: str, sentence: str) -> None:
    assert sentence in run_in(OTHER, "report", *asked.split(), "--format", "md", "-o", "-").out
