"""Tests of parplan.facts.points.score."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.points.score import Scores, round_of, scores_of, set_of_result, settled
from parplan.model.result import Part, Result
from point_sets import criteria_set, index, result

KNOWN = index(criteria_set("a", "1 40", "1.1 10 1", "1.2 30 1", "2 60", "2.1 20 2", "2.2 40 2"))
FULL = {"1.1": "9", "1.2": "27.5", "2.1": "15", "2.2": "31.25"}


def made(found: Result) -> Scores:
    scores = scores_of(KNOWN, found)
    assert scores is not None
    return scores


def test_a_criterion_without_a_score_of_its_own_has_what_its_parts_come_to() -> None:
    scores = made(result("a", FULL))
    area, whole = scores.of("I/a/1"), scores.total
    assert area is not None
    assert whole is not None
    assert (area.points, area.known, area.is_whole) == (Decimal("36.5"), Decimal(40), True)
    assert (whole.points, whole.known, whole.lost) == (Decimal("82.75"), Decimal(100), Decimal("17.25"))
    assert whole.share == Fraction(331, 400)


def test_a_sum_with_unknown_parts_says_of_how_much_of_the_maximum_it_is() -> None:
    whole = made(result("a", {"1.1": "9", "2": "50"})).total
    assert whole is not None
    assert (whole.points, whole.known, whole.is_whole) == (Decimal(59), Decimal(70), False)


def test_an_unknown_score_enters_no_sum_and_is_not_nought() -> None:
    scores = made(result("a", {"1.1": "0"}))
    assert scores.of("I/a/1.2") is None
    nought = scores.of("I/a/1.1")
    assert nought is not None
    assert nought.points == 0
    assert made(result("a", {})).total is None


def test_a_published_score_stands_above_what_its_parts_come_to() -> None:
    scores = made(result("a", {"1": "36", "1.1": "9", "1.2": "27.5"}))
    own, computed = scores.of("I/a/1"), scores.computed("I/a/1")
    assert own is not None
    assert computed is not None
    assert (own.points, computed.points) == (Decimal(36), Decimal("36.5"))


def test_the_last_round_counts_and_a_survey_in_every_round() -> None:
    parts = [
        Part.model_validate({"criterion": f"I/a/{code}", "kind": kind, "score": score})
        for code, kind, score in (
            *(("1.1", "self", "10"), ("1.1", "first", "8"), ("1.1", "second", "9")),
            *(("2.1", "survey", "5"), ("1.2", "self", "30")),
        )
    ]
    assert round_of(parts) == "second"
    assert {ref: part.score for ref, part in settled(parts).items()} == {
        "I/a/1.1": Decimal(9),
        "I/a/2.1": Decimal(5),
    }
    assert settled(parts, "self")["I/a/1.2"].score == Decimal(30)


def test_a_cause_without_a_score_makes_no_round() -> None:
    part = Part.model_validate({"criterion": "I/a/1", "kind": "appraised", "cause": "subjective"})
    own = Part.model_validate({"criterion": "I/a/1", "kind": "self", "score": "3"})
    assert round_of([part, own]) == "self"


@pytest.mark.parametrize(
    ("found", "of"),
    [
        (result("a", {}), "a"),
        (result("a", {"1.1": "1"}, set=None), "a"),  # by its criteria
        (result("a", {}, set=None), None),  # no year is written
        (result("z", {}), None),
    ],
)
def test_the_set_of_a_result_is_named_or_follows_from_its_criteria(found: Result, of: str | None) -> None:
    known = set_of_result(KNOWN, found)
    assert (known.id if known else None) == of


def test_the_one_set_of_a_year_is_taken_where_none_is_named() -> None:
    sets = [criteria_set("a", "1 100") | {"first": "2020", "last": "2023"}]
    sets.append(criteria_set("b", "1 100") | {"first": "2024"})
    known = set_of_result(index(*sets), result("x", {}, set=None))
    assert known is not None
    assert known.id == "b"


def test_the_deepest_known_and_the_unknown_are_told_once() -> None:
    scores = made(result("a", {"1": "36", "2.1": "15"}))
    assert scores.deepest() == ["I/a/1", "I/a/2.1", "I/a/2.2"]


score = st.decimals(0, 10, places=2)


@given(st.tuples(score, score, score, score))
def test_by_whatever_level_one_adds_up_the_total_is_the_same(points: tuple[Decimal, ...]) -> None:
    given_ = dict(zip(FULL, map(str, points), strict=True))
    by_leaf = made(result("a", given_)).total
    areas = {"1": str(points[0] + points[1]), "2": str(points[2] + points[3])}
    by_area = made(result("a", areas)).total
    assert by_leaf is not None
    assert by_area is not None
    assert by_leaf.points == by_area.points == sum(points)  # the second route: no tree at all


@given(st.permutations(list(FULL.items())))
def test_the_order_of_scores_changes_nothing(items: list[tuple[str, str]]) -> None:
    assert made(result("a", dict(items))).total == made(result("a", FULL)).total
