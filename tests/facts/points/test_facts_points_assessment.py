"""Tests of parplan.facts.points.assessment."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.points.assessment import Assessment, as_written, assessments, years_assessed
from parplan.facts.points.rules import is_rounding_of
from parplan.reading.load import load
from running import POINTS
from workspaces import INDEXES, RESULTS, Builder

EXAMPLE = load(POINTS).workspace
(WHOLE,) = assessments(EXAMPLE, "gia-dinh-thu", 2024)


def test_every_rule_of_the_example_gives_what_was_written() -> None:
    assert WHOLE.differing == ()
    assert len(WHOLE.lines) == 93
    written = [line.written for line in WHOLE.lines if line.written is not None]
    assert WHOLE.points == sum(written) == Decimal("61.45")  # the second route: no rule at all


def test_the_maximum_is_shared_out_without_a_rest() -> None:
    assert WHOLE.assessed + WHOLE.surveyed + WHOLE.taken_out + WHOLE.open == WHOLE.index.scale
    assert (WHOLE.assessed, WHOLE.surveyed, WHOLE.taken_out) == (Decimal("70.5"), Decimal(29), Decimal("0.5"))


def test_what_does_not_apply_is_taken_out_and_the_rest_scaled() -> None:
    assert WHOLE.scaled == Fraction("61.45") * 100 / Fraction("99.5")


def test_criteria_without_their_papers_are_to_be_explained() -> None:
    assert [line.criterion.code for line in WHOLE.to_explain] == ["1.4.2", "2.3.2", "7.1.9"]


def test_rounds_are_told_in_their_order() -> None:
    assert [scores.round for scores in WHOLE.rounds] == ["self", "first"]


def test_only_years_with_self_scores_are_assessed() -> None:
    assert years_assessed(EXAMPLE, "gia-dinh-thu") == (2024,)
    assert assessments(EXAMPLE, "gia-dinh-thu", 2023) == ()


OLD = "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS"


def one(w: Builder, rule: str, part: str) -> Assessment:
    """One criterion of 100 with a rule and a self-score."""
    w.change(INDEXES, OLD, OLD.replace("mark", f"max: 100, {rule}mark"))
    head = "results:\n  - index: PAR\n    year: 2022\n    place: quang-nam\n    mark: read\n    source: nguồn\n"
    w.write(RESULTS, head + f"    parts: [{{criterion: PAR/876/cong-bo, kind: self, {part}}}]\n")
    (found,) = assessments(w.workspace(), "quang-nam", 2022)
    return found


@pytest.mark.parametrize(
    ("rule", "part", "points", "differs"),
    [
        ("scoring: yes-no, ", "score: 100, declared: {holds: true}", 100, False),
        ("scoring: yes-no, ", "score: 100, declared: {holds: false}", 0, True),
        ("scoring: yes-no, ", "score: 100", 100, False),  # nothing declared: as written
        ("scoring: survey, ", "score: 100", None, False),
        ("", "score: 37.5", 37.5, False),
        ("scoring: {ratio: {}}, ", "declared: {done: 1, of: 3}", Decimal("33.33"), False),
    ],
)
def test_a_score_is_by_the_rule_else_as_written(
    w: Builder, rule: str, part: str, points: Any, differs: bool
) -> None:
    found = one(w, rule, part)
    (line,) = found.lines
    assert (line.given, line.differs) == (points, differs)


@given(st.fractions(0, 10, max_denominator=997))
def test_what_is_written_is_the_nearest_hundredth_half_up(points: Fraction) -> None:
    written = as_written(points)
    assert is_rounding_of(written, points)
    assert Fraction(written) - points <= Fraction(1, 200)
    assert points - Fraction(written) < Fraction(1, 200)
