"""parplan whatif, whole: it never writes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from golden import check_golden
from running import POINTS, run_in, snapshot

DAY = ("--as-of", "2024-10-01")
ASKED = ("whatif", "2023", *DAY, "--set", "CCHC/6.3.1=1,5", "--done", "II.6a", "--target", "A")


@pytest.mark.parametrize("columns", [60, 100])
def test_the_example_is_told_as_it_was(columns: int) -> None:
    ran = run_in(POINTS, *ASKED, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    check_golden(f"whatif-2023-{columns}.txt", ran.out)


def test_it_writes_nothing_to_the_data(tmp_path: Path) -> None:
    shutil.copytree(POINTS / "data", tmp_path / "data")
    before = snapshot(tmp_path)
    assert run_in(tmp_path, *ASKED).code == 0
    assert snapshot(tmp_path) == before


def test_a_scenario_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("set: {CCHC/6.3.1: 1.5}\ndone: [II.6a]\n", encoding="utf-8")
    asked = ("whatif", "2023", *DAY, "--root", str(POINTS), "--format", "json")
    from_file = run_in(tmp_path, *asked, "--from", "x.yaml")
    typed = run_in(tmp_path, *asked, "--set", "CCHC/6.3.1=1,5", "--done", "II.6a")
    assert from_file.out == typed.out
    assert json.loads(typed.out)["indexes"][0]["after"]["score"] == "82.72"


@pytest.mark.parametrize(
    ("target", "name", "score"),
    [
        ("rank:5", "Hạng 5", "86.90"),
        ("Tỉnh Hai", "Tỉnh Hai", "91.33"),
        ("88", "88", "88"),
        ("a", "nhóm A", "90"),
        ("rank:4", "Hạng 4", None),
    ],
)
def test_a_target_is_a_score_a_group_a_place_or_a_rank(target: str, name: str, score: str | None) -> None:
    ran = run_in(POINTS, "whatif", "2023", *DAY, "--target", target, "--format", "json")
    (found,) = json.loads(ran.out)["indexes"][0]["targets"]
    assert (found["name"], found["score"]) == (name, score)


@pytest.mark.parametrize(
    "wrong",
    [("--set", "9.9=1"), ("--set", "1.1.1=7"), ("--done", "X"), ("--target", "Xứ Lạ"), ("--target", "100,5")],
)
def test_what_there_is_not_is_refused(wrong: tuple[str, str]) -> None:
    ran = run_in(POINTS, "whatif", "2023", *wrong)
    assert (ran.code, ran.out) == (2, "")


def test_the_scenario_of_the_example_is_one() -> None:
    ran = run_in(POINTS, "whatif", "2023", *DAY, "--from", "gia-dinh.yaml", "--target", "A")
    assert (ran.code, ran.err) == (0, "")
    assert "80,72 → 84,56 điểm (tăng 3,84)." in ran.out


def test_a_group_is_known_with_its_word_and_without_and_told_where_none_is_meant() -> None:
    for target in ("nhóm A", "NHOM a", "a"):
        assert run_in(POINTS, "whatif", "2023", *DAY, "--target", target).code == 0
    ran = run_in(POINTS, "whatif", "2023", *DAY, "--target", "nhóm Z")
    assert (ran.code, "một nhóm (A, B" in ran.err, "Không có địa phương" in ran.err) == (2, True, False)
