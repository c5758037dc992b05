"""parplan show, whole: a task's story in the shipped plan and in the sample."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golden import check_golden
from running import POINTS, SAMPLE, run_in
from workspaces import REPOSITORY

TASKS = ("III.1.5d", "III.5.1a", "III.1.2")
FOLDERS = {"shipped": REPOSITORY, "sample": SAMPLE}


def show(folder: Path, task: str, columns: int = 100) -> str:
    ran = run_in(folder, "show", task, "--as-of", "2022-10-05", columns=columns)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("name", FOLDERS)
def test_a_task_is_told_as_it_was(name: str, task: str, columns: int) -> None:
    check_golden(f"show-{name}-{task}-{columns}.txt", show(FOLDERS[name], task, columns))


def test_a_task_is_told_with_the_figures_that_came_later() -> None:
    ran = run_in(SAMPLE, "show", "III.5.1a", "--as-of", "2022-10-20", columns=80)
    assert (ran.code, ran.err) == (0, "")
    check_golden("show-sample-III.5.1a-2022-10-20-80.txt", ran.out)


def test_before_anybody_reported_no_unit_is_listed() -> None:
    text = show(REPOSITORY, "III.1.5d")
    assert "Chưa có kết quả nào được ghi nhận." in text
    assert "UBND huyện" not in text


def test_an_exhortation_is_said_not_to_be_counted() -> None:
    assert "Yêu cầu chung, không thống kê." in show(SAMPLE, "III.1.2")


def test_a_task_is_found_in_any_case() -> None:
    assert show(SAMPLE, "iii.1.5D") == show(SAMPLE, "III.1.5d")


@pytest.mark.parametrize("columns", [40, 80, 120, 200])
def test_lines_fit_and_end_without_blanks(columns: int) -> None:
    for task in TASKS:
        for line in show(SAMPLE, task, columns).split("\n"):
            assert len(line) <= columns
            assert line == line.rstrip()


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize(("name", "ref"), [("4.3.2", "CCHC/4.3.2"), ("1.2", "1.2"), ("8.1", "CCHC/8.1")])
def test_a_criterion_is_told_as_it_was(name: str, ref: str, columns: int) -> None:
    ran = run_in(POINTS, "show", ref, "--as-of", "2024-10-01", columns=columns)
    assert (ran.code, ran.err) == (0, "")
    check_golden(f"show-criterion-{name}-{columns}.txt", ran.out)


def test_of_a_criterion_nothing_is_told_that_is_not_known() -> None:
    told = show(REPOSITORY, "PAR/1149/cong-bo-tthc")
    assert "chưa có số liệu" in told
    assert "Chưa có điểm năm nào." in told


def test_several_criteria_of_one_name_are_listed() -> None:
    ran = run_in(POINTS, "show", "phân cấp")
    assert ran.code == 2
    assert "CCHC/bo-moi/4.3.1  Ban hành quy định phân cấp" in ran.err


def test_a_criterion_that_there_is_not_is_not_taken_for_a_task() -> None:
    assert run_in(POINTS, "show", "CCHC/9.9").err == "Không có tiêu chí “CCHC/9.9”.\n"


def test_a_task_comes_first_and_criteria_of_the_same_words_are_told() -> None:
    ran = run_in(POINTS, "show", "ISO 9001", "--as-of", "2024-10-01")
    assert "II.7c" in ran.out
    assert "tiêu chí cũng mang tên như “ISO 9001”" in ran.err


def test_a_criterion_for_machines_holds_its_rule_and_its_scores() -> None:
    made = json.loads(run_in(POINTS, "show", "CCHC/4.3.2", "--format", "json", "--as-of", "2024-10-01").out)
    assert (made["criterion"], made["max"], made["place"]) == ("CCHC/bo-moi/4.3.2", "1", "gia-dinh-thu")
    assert made["scoring"]["tiers"][1] == {"at_least": "90", "points": "0.75"}
    assert made["scores"][0]["rounds"]["self"] == {"score": "0.75", "known": "1", "whole": True}
    assert (made["above"], made["tasks"]) == (["CCHC/bo-moi/4", "CCHC/bo-moi/4.3"], [])


def test_a_criterion_is_shown_with_the_scores_of_another_place_or_a_unit() -> None:
    said = run_in(POINTS, "show", "NB/B.2", "--place", "Sở Tư pháp").out
    assert "Điểm của Sở Tư pháp" in said
    assert "11,82/12" in said
    made = json.loads(run_in(POINTS, "show", "B.2", "--place", "so-noi-vu", "--format", "json").out)
    assert {year["rounds"]["appraised"]["score"] for year in made["scores"]} == {"11.28"}


def test_a_place_has_scores_of_criteria_alone() -> None:
    ran = run_in(POINTS, "show", "II.6a", "--place", "so-tu-phap")
    assert (ran.code, ran.err) == (2, "Không có tiêu chí “II.6a”.\n")


def test_a_task_for_machines_holds_who_owes_it_and_what_was_reported() -> None:
    made = json.loads(run_in(SAMPLE, "show", "III.5.1a", "--format", "json", "--as-of", "2022-11-05").out)
    assert (made["task"], made["kind"], made["lead"]) == ("III.5.1a", "once", ["so-tai-chinh"])
    assert [one["agency"] for one in made["assignments"]] == ["so-tai-chinh"]
    assert all(one["agency"] == "so-tai-chinh" for one in made["updates"])
