"""parplan gap, whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golden import check_golden
from running import POINTS, run_in
from workspaces import REPOSITORY, Builder

DAY = ("--as-of", "2024-10-01")


@pytest.mark.parametrize("columns", [60, 100])
def test_the_example_is_told_as_it_was(columns: int) -> None:
    ran = run_in(POINTS, "gap", "2023", *DAY, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    check_golden(f"gap-2023-{columns}.txt", ran.out)


def test_the_newest_year_with_points_is_taken() -> None:
    assert json.loads(run_in(POINTS, "gap", *DAY, "--format", "json").out)["year"] == 2024


def test_a_unit_of_the_province_is_a_place_like_any_other() -> None:
    found = json.loads(run_in(POINTS, "gap", "--place", "Sở Tư pháp", *DAY, "--format", "json").out)
    assert (found["place"], found["indexes"][0]["index"]) == ("so-tu-phap", "NB")


@pytest.mark.parametrize(
    ("asked", "code", "sentence"),
    [
        ("1998", 1, "Các năm có điểm: 2020, 2021, 2022."),
        ("98", 2, "98"),
    ],
)
def test_a_year_of_which_nothing_is_known_is_refused(asked: str, code: int, sentence: str) -> None:
    ran = run_in(REPOSITORY, "gap", asked)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err


def test_where_no_points_are_known_at_all_it_says_so(w: Builder) -> None:
    ran = run_in(w.root, "gap")
    assert (ran.code, ran.out) == (1, "")
    assert "Chưa có điểm Chỉ số năm nào của Quảng Nam." in ran.err


def test_it_writes_what_a_screen_does_not_show(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "gap", "2023", *DAY, "--root", str(POINTS), "-o", "mat.docx")
    assert (ran.code, ran.err) == (0, "Đã ghi mat.docx.\n")
