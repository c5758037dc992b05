"""One criterion whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parplan.facts.points.score import scores_of
from parplan.facts.serving.criterion import CriterionFacts
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import load
from running import POINTS

EXAMPLE = load(POINTS).workspace
STANDINGS = Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1)))
(INDEX,) = (index for index in EXAMPLE.indexes.indexes if index.id == "CCHC")
SETS = {known.id: known for known in INDEX.sets}


def criterion(ref: str) -> CriterionFacts:
    return CriterionFacts(STANDINGS, INDEX, SETS[ref.split("/")[1]], ref, "gia-dinh-thu")


def test_it_stands_in_its_place_in_the_tree() -> None:
    facts = criterion("CCHC/bo-moi/4.3")
    assert [one.code for one in facts.above] == ["4"]
    assert [one.code for one in facts.below] == ["4.3.1", "4.3.2", "4.3.3"]


def test_the_tasks_that_serve_it_stand_as_in_gap() -> None:
    assert [one.task.id for one in criterion("CCHC/bo-moi/1.2.1").tasks] == ["II.1c"]
    assert criterion("CCHC/bo-moi/4.3.2").tasks == ()


def test_each_year_is_told_by_the_set_it_was_measured_by() -> None:
    told = [(one.year, one.ref, sorted(one.rounds)) for one in criterion("CCHC/bo-moi/4.3.2").scores]
    assert told == [
        (2024, "CCHC/bo-moi/4.3.2", ["first", "self"]),
        (2023, "CCHC/bo-moi/4.3.2", ["appraised"]),
        (2022, "CCHC/bo-cu/4.3.2", ["appraised"]),
    ]


def test_a_survey_is_told_once_and_never_as_a_self_score() -> None:
    surveyed = [part.criterion for result in EXAMPLE.all_results for part in result.parts if part.kind == "survey"]
    ref = next(ref for ref in surveyed if ref.startswith("CCHC/bo-moi/"))
    assert {kind for one in criterion(ref).scores for kind in one.rounds} == {"survey"}


def test_every_score_is_that_of_the_result() -> None:
    facts = criterion("CCHC/bo-moi/4.3")
    (of_2023,) = (one for one in facts.scores if one.year == 2023)
    (result,) = (r for r in EXAMPLE.all_results if (r.index, r.year, r.place) == ("CCHC", 2023, "gia-dinh-thu"))
    scores = scores_of(INDEX, result)
    assert scores is not None
    assert of_2023.rounds["appraised"] == scores.of("CCHC/bo-moi/4.3")


def test_only_what_came_earlier_is_what_it_was_before() -> None:
    assert [one.of.id for one in criterion("CCHC/bo-moi/4.3.2").before] == ["bo-cu"]
    assert criterion("CCHC/bo-cu/4.3.2").before == ()


def test_a_maximum_is_that_of_the_tree() -> None:
    facts = criterion("CCHC/bo-moi/7.1")
    assert facts.tree.maximum(facts.ref) == Decimal("5.5")
