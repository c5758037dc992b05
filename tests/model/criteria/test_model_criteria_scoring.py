"""Tests of parplan.model.criteria.scoring."""

from __future__ import annotations

from parplan.finding import Code
from parplan.model.index import Criterion
from workspaces import INDEXES, Builder

PLAIN = "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS"


def scored(w: Builder, rule: str) -> Builder:
    return w.change(INDEXES, PLAIN, PLAIN.replace("mark", f"max: 100, scoring: {rule}, mark"))


def criterion(w: Builder) -> Criterion:
    return w.workspace().indexes.indexes[0].sets[1].criteria[0]


def test_yes_or_no_and_a_survey_are_one_word(w: Builder) -> None:
    found = criterion(scored(w, "survey"))
    assert found.scoring is not None
    assert found.scoring.is_survey
    assert not found.is_beside_maximum


def test_a_bonus_stands_beside_the_maximum(w: Builder) -> None:
    assert criterion(scored(w, "{bonus: {each: 0.5, most: 2}}")).is_beside_maximum


def test_a_rule_is_one_rule(w: Builder) -> None:
    scored(w, "{count: {each: 1}, deduction: {each: 1}}")
    w.refused(Code.CHOICE_AMBIGUOUS, INDEXES, "{count: {each: 1}, deduction: {each: 1}}")


def test_an_unknown_way_is_told_with_what_was_meant(w: Builder) -> None:
    scored(w, "khảo-sát")
    assert w.codes() == ["value-unknown"]


def test_what_does_not_apply_is_taken_out_or_given_in_full(w: Builder) -> None:
    found = criterion(scored(w, "{way: yes-no, not_applicable: scaled}")).scoring
    assert found is not None
    assert found.not_applicable == "scaled"
