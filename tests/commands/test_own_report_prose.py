"""What a director strikes out, searched for in units' own reports of the workspaces that are shipped.

Must not know a figure of any of them: only kinds of sentences that none may hold.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from prose import Paper, names, of_markdown, of_word, struck_out
from running import OTHER, SAMPLE, run_in

UNITS = {
    SAMPLE: ("so-tai-chinh", "so-y-te", "ubnd-huyen-thang-binh", "bao-quang-nam"),
    OTHER: ("ban-dich-vu-cong", "phuong-mot", "trung-tam-thu"),
}
PERIODS = {
    SAMPLE: (
        *(("--month", month) for month in ("8", "10", "12")),
        ("--quarter", "4"),
        ("--half", "2"),
        ("--year-end",),
        ("--final",),
    ),
    OTHER: (
        *(("--month", month) for month in ("2023-10", "2023-12", "2024-01", "2024-06")),
        ("--quarter", "2024-Q1"),
        ("--year-end",),
        ("--final",),
    ),
}
EVERY = [(root, unit, period) for root in UNITS for unit in UNITS[root] for period in PERIODS[root]]
each_report = pytest.mark.parametrize(
    ("root", "unit", "period"),
    EVERY,
    ids=["-".join((unit, *period)).replace("--", "") for _, unit, period in EVERY],
)


@cache
def report(root: Path, unit: str, period: tuple[str, ...]) -> Paper:
    ran = run_in(root, "report", "--agency", unit, *period, "--format", "md", "-o", "-")
    assert ran.code == 0, ran.err
    return of_markdown(ran.out, names(root, unit))


def test_there_is_something_to_search_in_every_report() -> None:
    assert [one for one in EVERY if not report(*one).blocks] == []


@each_report
def test_a_unit_s_report_holds_nothing_that_is_struck_out(root: Path, unit: str, period: tuple[str, ...]) -> None:
    assert struck_out(report(root, unit, period)) == {}


@pytest.mark.parametrize(
    "one",
    [(SAMPLE, "ubnd-huyen-thang-binh", ("--quarter", "4")), (OTHER, "phuong-mot", ("--month", "2024-01"))],
    ids=str,
)
def test_word_holds_the_report_that_was_searched(one: tuple[Path, str, tuple[str, ...]], tmp_path: Path) -> None:
    root, unit, period = one
    made = tmp_path / "bao-cao.docx"
    assert run_in(root, "report", "--agency", unit, *period, "-o", str(made)).code == 0
    assert of_word(made).paragraphs == report(*one).paragraphs
    assert struck_out(of_word(made, names(root, unit))) == {}
