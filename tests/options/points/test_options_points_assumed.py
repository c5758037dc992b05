"""Tests of parplan.options.points.assumed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from parplan.facts.gap import gaps
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Stop
from parplan.options.points.assumed import read_scenario, read_target, scores_by_index
from parplan.reading.load import load
from running import POINTS

EXAMPLE = load(POINTS).workspace
GAPS = gaps(Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1))), "gia-dinh-thu", 2023)


@pytest.mark.parametrize(
    "name", ["CCHC/bo-moi/7.1.10", "CCHC/7.1.10", "cchc/7.1.10", "7.1.10", "Tỷ lệ cán bộ có tài khoản định danh"]
)
def test_a_criterion_goes_by_any_of_its_names(name: str) -> None:
    assert scores_by_index(GAPS, {name: "0,25"}) == {"CCHC": {"CCHC/bo-moi/7.1.10": Decimal("0.25")}}


@pytest.mark.parametrize(
    ("name", "score", "reason"),
    [("9.9", "1", "assumed-unknown"), ("1.1.1", "7", "assumed-over"), ("1.1.1", "nhiều", "assumed-unread")],
)
def test_what_cannot_be_is_refused(name: str, score: str, reason: str) -> None:
    with pytest.raises(Stop) as stop:
        scores_by_index(GAPS, {name: score})
    assert stop.value.reason == reason


def test_what_is_typed_stands_over_what_a_file_says(tmp_path: Path) -> None:
    file = tmp_path / "gia-dinh.yaml"
    file.write_text("set: {1.1.1: 0.5, CCHC/1.1.2: 1}\ndone: [II.6a]\n", encoding="utf-8")
    found = read_scenario(["1.1.1=0,25"], ["II.7c"], file)
    assert found.scores == {"1.1.1": "0,25", "CCHC/1.1.2": "1"}
    assert found.tasks == ["II.6a", "II.7c"]


@pytest.mark.parametrize("text", ["1.1.1", "=1", "1.1.1="])
def test_an_assumption_is_a_criterion_and_a_score(text: str) -> None:
    with pytest.raises(Stop) as stop:
        read_scenario([text], (), None)
    assert stop.value.reason == "assumed-unread"


@pytest.mark.parametrize(
    "text", ["", "- 1\n", "other: 1\n", "set: [1]\n", "done: {a: b}\n", "set: {a: {b: c}}\n", "a: [\n"]
)
def test_a_file_of_another_shape_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Stop) as stop:
        read_scenario((), (), tmp_path / "x.yaml")
    assert stop.value.reason == "scenario-unfit"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        read_scenario((), (), tmp_path / "x.yaml")
    assert stop.value.reason == "scenario-unreadable"


@pytest.mark.parametrize(
    ("text", "target"), [("85", Decimal(85)), ("85,5", Decimal("85.5")), ("rank:5", 5), ("hạng 5", 5), ("A", "A")]
)
def test_a_target_is_a_score_a_rank_or_a_name(text: str, target: object) -> None:
    assert read_target(text) == target
