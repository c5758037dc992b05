"""Tests of parplan.checks.results.scoring."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import INDEXES, RESULTS, Builder

PLAIN = "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS"

REST = "          - {id: con-lai, name: Còn lại, max: 99, mark: read}\n"


def scored(w: Builder, rule: str, part: str = "", most: str = "max: 1, ") -> Builder:
    """A criterion with a rule, and a score of it."""
    w.change(INDEXES, PLAIN, REST + PLAIN.replace("mark", f"{most}scoring: {rule}, mark"))
    head = "results:\n  - index: PAR\n    year: 2022\n    place: quang-nam\n    mark: read\n    source: nguồn\n"
    return w.write(RESULTS, head + f"    parts: [{{criterion: PAR/876/cong-bo, {part}}}]\n") if part else w


def test_a_tier_over_the_maximum_is_told_at_its_points(w: Builder) -> None:
    scored(w, "{tiers: [{at_least: 90, points: 1}, {at_least: 80, points: 7.5}]}")
    w.refused(Code.RULE_OVER_MAX, INDEXES, "points: «7.5»")


def test_of_a_maximum_that_is_not_known_no_tier_is_over_it(w: Builder) -> None:
    scored(w, "{tiers: [{at_least: 90, points: 7.5}]}", most="").silent()


def test_nobody_scores_himself_what_a_survey_scores(w: Builder) -> None:
    scored(w, "survey", "kind: self, score: 1")
    w.refused(Code.SURVEY_SELF_SCORED, RESULTS, "kind: «self»")


@pytest.mark.parametrize("kind", ["survey", "appraised", "first"])
def test_whoever_else_scores_is_not_judged(w: Builder, kind: str) -> None:
    scored(w, "survey" if kind == "survey" else "yes-no", f"kind: {kind}, score: 0.4").silent()


@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ("score: 1", []),
        ("score: 0.4", ["score-breaks-rule"]),
        ("score: 1, declared: {holds: false}", ["score-breaks-rule"]),
        ("declared: {holds: true}", []),  # a score that is not known breaks nothing
        ("score: 2", ["part-over-max"]),  # told as such, once
    ],
)
def test_a_self_score_is_one_that_the_rule_gives(w: Builder, part: str, codes: list[str]) -> None:
    assert scored(w, "yes-no", f"kind: self, {part}").codes() == codes


PROOF = ", evidence: [{type: document, number: 1/BC-STP, date: 2022-12-01}]"


@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ("kind: self, score: 1", ["score-unproven"]),
        (f"kind: self, score: 1{PROOF}", []),
        ("kind: self, score: 0", []),  # nothing to prove
        ("kind: self, declared: {holds: true}", []),
        ("kind: self, score: 1, declared: {applies: false}", []),
        ("kind: appraised, score: 1", []),
    ],
)
def test_points_are_proven_where_papers_are_asked_for(w: Builder, part: str, codes: list[str]) -> None:
    rule = "{way: yes-no, not_applicable: full}"
    assert scored(w, f"{rule}, evidence: [Báo cáo]", part).codes() == codes
