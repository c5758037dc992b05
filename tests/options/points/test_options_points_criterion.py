"""A criterion as it is typed."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.facts.serving.criterion import CriterionFacts
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Stop
from parplan.model.plan import Task
from parplan.options.points.criterion import find_criterion, fitting, task_or_criterion
from parplan.reading.load import load
from parplan.words import words
from running import POINTS

EXAMPLE = load(POINTS).workspace


@pytest.mark.parametrize(
    "typed",
    ["CCHC/bo-moi/4.3.2", "cchc/4.3.2", "4.3.2", "ty le noi dung phan cap duoc kiem tra", "nội dung phân cấp"],
)
def test_every_way_of_naming_it_finds_it_in_the_newest_set(typed: str) -> None:
    found = find_criterion(EXAMPLE, typed)
    assert found is not None
    assert found.ref == "CCHC/bo-moi/4.3.2"


def test_an_older_set_is_named_in_full() -> None:
    found = find_criterion(EXAMPLE, "CCHC/bo-cu/4.3.2")
    assert found is not None
    assert found.of.id == "bo-cu"


def test_words_of_several_are_ambiguous_and_all_are_told() -> None:
    with pytest.raises(Stop) as stop:
        find_criterion(EXAMPLE, "phân cấp")
    assert (stop.value.reason, stop.value.values["n"]) == ("criterion-ambiguous", 3)


def test_nothing_is_none_unless_only_a_criterion_can_be_meant() -> None:
    assert find_criterion(EXAMPLE, "không đâu có") is None
    assert fitting(EXAMPLE, "CCHC/99") == []
    with pytest.raises(Stop, match="criterion-unknown"):
        find_criterion(EXAMPLE, "CCHC/99")


def test_a_task_comes_first_unless_a_place_is_asked_for() -> None:
    standings = Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1)))
    task = task_or_criterion(standings, "ISO 9001", words("vi"), None)
    assert isinstance(task, Task)
    assert task.id == "II.7c"
    for place, meant in ((None, "gia-dinh-thu"), ("tinh-hai", "tinh-hai")):
        found = task_or_criterion(standings, "CCHC/7.4.1", words("vi"), place)
        assert isinstance(found, CriterionFacts)
        assert (found.ref, found.place) == ("CCHC/bo-moi/7.4.1", meant)


@pytest.mark.parametrize(("place", "reason"), [(None, "task-unknown"), ("tinh-hai", "criterion-unknown")])
def test_what_is_neither_is_told_as_what_was_asked_for(place: str | None, reason: str) -> None:
    standings = Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1)))
    with pytest.raises(Stop, match=reason):
        task_or_criterion(standings, "không đâu có", words("vi"), place)
