"""parplan gap, whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golden import check_golden
from running import POINTS, run_in
from workspaces import INDEXES, REPOSITORY, Builder

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


def test_an_index_of_eighty_points_goes_in_and_comes_out(w: Builder) -> None:
    """Eight parts of ten, as PAPI has them."""
    papi = "  - {id: PAPI, name: PAPI, scale: 80, unit: điểm, sets: [%s]}\n"
    of_set = "{id: p, first: 2022, mark: read, criteria: [%s]}"
    names = [f"Nội dung {letter}" for letter in "ABCDEFGH"]
    rows = [
        f"{{id: c{n}, code: '{n}', name: {name}, max: 10, mark: read}}" for n, name in enumerate(names, start=1)
    ]
    w.write(INDEXES, w.text(INDEXES) + papi % (of_set % ", ".join(rows)))
    scores = ("4,89", "5,35", "4,37", "6,89", "7,12", "8,01", "3,59", "5,16")
    table = "\n".join(f"{n};{name};{score}" for n, (name, score) in enumerate(zip(names, scores, strict=True), 1))
    w.write("papi.csv", f"TT;Tiêu chí;Điểm\n{table}\nTổng;;45,38\n")
    asked = ("--index", "PAPI", "--year", "2022", "--place", "quang-nam", "--source", "Báo cáo PAPI")
    ran = run_in(w.root, "import", "results", "papi.csv", *asked)
    assert ran.code == 0, ran.err
    (found,) = json.loads(run_in(w.root, "gap", "2022", "--format", "json").out)["indexes"]
    assert (found["scale"], found["score"], found["lost"]) == ("80", "45.38", "34.62")
    assert found["lost_by_criterion"] == "34.62"
    assert "Đạt 45,38/80 điểm, còn mất 34,62 điểm." in run_in(w.root, "gap", "2022").out
    assert "45,38" in run_in(w.root, "compare", "2021", "2022").out
