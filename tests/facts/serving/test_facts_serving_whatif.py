"""Tests of parplan.facts.serving.whatif."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.serving.gap import Gap, gaps
from parplan.facts.serving.whatif import Bounds, WhatIf, what_if
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import load
from running import POINTS
from tries import tries

EXAMPLE = load(POINTS).workspace
STANDINGS = Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1)))


def gap(year: int, place: str = "gia-dinh-thu") -> Gap:
    (found,) = gaps(STANDINGS, place, year)
    return found


GAP = gap(2023)
LEAVES = [ref for ref, _ in GAP.scores.tree.walk() if not GAP.scores.tree.children(ref)] if GAP.scores else []


def whole(ref: str) -> str:
    return f"CCHC/bo-moi/{ref}"


def assume(year: int = 2023, *tasks: str, **scores: str) -> WhatIf:
    """With criteria such as ``c1_2_1="0.5"``."""
    named = {whole(name[1:].replace("_", ".")): Decimal(score) for name, score in scores.items()}
    return what_if(EXAMPLE, gap(year), named, tasks)


def test_a_criterion_that_scores_otherwise_changes_the_whole_by_as_much() -> None:
    found = assume(c6_2_1="1", c6_3_1="1.5")
    assert (found.gained, found.score) == (Decimal("2.00"), Decimal("82.72"))
    assert found.now is not None
    assert found.then is not None
    assert (found.then.points, found.then.is_whole) == (Decimal("82.72"), True)


def test_an_area_that_is_assumed_counts_once() -> None:
    found = assume(c1="9.5", c1_1_2="1")
    assert [one.ref for one in found.assumed] == [whole("1")]
    assert found.score == Decimal("83.22")


def test_a_task_that_is_done_brings_what_it_serves_to_its_maximum() -> None:
    found = assume(2023, "II.6a", "II.7c")
    assert {(one.ref, one.after, one.task) for one in found.assumed} == {
        (whole("6.2.1"), 1, "II.6a"),
        (whole("7.4.1"), Decimal("0.5"), "II.7c"),
    }


def test_what_was_typed_stands_before_what_a_task_would_bring() -> None:
    found = assume(2023, "II.6a", c6_2_1="0.5")
    assert [(one.after, one.task) for one in found.assumed] == [(Decimal("0.5"), None)]


def test_where_the_whole_is_not_known_more_of_it_is() -> None:
    found = assume(2024, c7_1_1="0.5", c1_1_1="0")
    assert (found.score, found.unknowable) == (None, ())
    assert found.then is not None
    assert (found.then.points, found.then.known) == (Decimal("37.07"), Decimal("45.5"))


def test_the_group_is_that_of_the_score() -> None:
    assert [group.id for group in assume(c8_3_1="0").groups if group] == ["B", "C"]
    assert assume(2024, c7_1_1="0.5").groups == (None, None)


@pytest.mark.parametrize(
    ("scores", "bounds"),
    [
        ({}, Bounds(7, 9, 6)),  # the sixth is known to be better, the tenth to be worse
        ({"c1": "9.5", "c6": "10"}, Bounds(6, 6, 6)),  # 85,80: just above the sixth, and below the fifth
        ({"c8": "0"}, Bounds(12, 12, 6)),  # 59,85: below the last
    ],
)
def test_a_rank_is_told_as_far_as_it_follows(scores: dict[str, str], bounds: Bounds) -> None:
    assert assume(2023, **scores).bounds == bounds


def test_where_every_score_is_known_the_rank_follows() -> None:
    unit = gap(2024, "so-tu-phap")
    found = what_if(EXAMPLE, unit, {"NB/nb/A.1": Decimal(8)})
    assert found.score == Decimal("80.16")
    assert found.bounds == Bounds(28, 28, 37)


def test_the_cheapest_points_come_first_and_those_assumed_not_at_all() -> None:
    found = assume()
    per_task = [gain.per_task for gain in found.cheapest]
    assert per_task == sorted(per_task, reverse=True)
    assert found.cheapest[0].loss.ref == whole("6.2.1")
    assert whole("6.2.1") not in {gain.loss.ref for gain in assume(c6_2_1="1").cheapest}
    assert whole("2.3.1") not in {gain.loss.ref for gain in found.cheapest}  # its task is done


@given(st.sampled_from(LEAVES), st.fractions(0, 1), st.fractions(0, 1))
@tries(60)
def test_a_better_criterion_never_makes_a_worse_whole(ref: str, one: Fraction, other: Fraction) -> None:
    assert GAP.scores is not None
    most = GAP.scores.tree.maximum(ref) or Decimal()
    low, high = (most * Decimal(float(part)).quantize(Decimal("0.01")) for part in sorted((one, other)))
    worse, better = (what_if(EXAMPLE, GAP, {ref: score}) for score in (low, high))
    assert worse.score is not None
    assert better.score is not None
    assert worse.score <= better.score
    assert worse.bounds is not None
    assert better.bounds is not None
    assert better.bounds.best <= worse.bounds.best
    assert better.bounds.worst is not None
    assert worse.bounds.worst is not None
    assert better.bounds.worst <= worse.bounds.worst


@given(st.lists(st.sampled_from(LEAVES), max_size=6, unique=True))
@tries(40)
def test_assuming_what_is_changes_nothing(refs: list[str]) -> None:
    assert GAP.scores is not None
    now = {ref: score.points for ref in refs if (score := GAP.scores.of(ref))}
    found = what_if(EXAMPLE, GAP, now)
    assert (found.gained, found.score) == (Decimal(), GAP.score)
