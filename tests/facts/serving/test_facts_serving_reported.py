"""What a criterion would score by what the units reported."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parplan.facts.points.assessment import assessments
from parplan.facts.serving.reported import Reported, by_reports, reported
from self_scored import REF, TARGET, TASK, write_reported
from workspaces import INDEXES, RESULTS, Builder


def heard(w: Builder, place: str = "quang-nam", **otherwise: str) -> dict[str, Reported]:
    write_reported(w, place=place, **otherwise)
    (made,) = assessments(w.workspace(), place, 2022)
    return reported(w.standings("2022-10-01"), made)


def test_the_sums_of_those_who_reported_are_scored_as_if_declared(w: Builder) -> None:
    one = heard(w)[REF]
    assert (one.reached.done, one.reached.of) == (Decimal(47), Decimal(50))
    assert (len(one.reached.units), one.reached.asked) == (2, 3)
    assert (one.line.outcome.figure, one.line.given) == (Fraction(94), Decimal(40))


def test_a_ratio_is_of_shares_too(w: Builder) -> None:
    assert heard(w, scoring="{ratio: {}}")[REF].line.given == Decimal(47)


@pytest.mark.parametrize("part", ["declared: {done: 1, of: 2}", "score: 40"])
def test_what_the_place_declared_or_wrote_stands_alone(w: Builder, part: str) -> None:
    assert heard(w, part=f"{{criterion: {REF}, kind: self, {part}}}") == {}


@pytest.mark.parametrize(
    "scoring", ["yes-no", "survey", "{count: {each: 1}}", "{tiers: [{at_least: 3, points: 9}]}"]
)
def test_a_rule_that_asks_for_no_share_is_given_none(w: Builder, scoring: str) -> None:
    assert heard(w, scoring=scoring) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit: '%'", "unit: hồ sơ"),
        (f"[{TARGET}]", f"[{TARGET}, {TARGET.replace('ty-le', 'hai')}]"),  # which of two is meant, nobody said
        ("by: officer}]", "by: officer}, {ref: PAR/876/khac, by: officer}]"),  # nor of which criterion it is
        ("kind: once", "kind: general"),
    ],
)
def test_nothing_is_guessed(w: Builder, old: str, new: str) -> None:
    assert old in TASK
    assert heard(w, tasks=TASK.replace(old, new)) == {}


def test_two_tasks_with_a_figure_each_are_ambiguous(w: Builder) -> None:
    second = TASK.replace("id: A", "id: B")
    assert heard(w, tasks=TASK + second) == {}


def test_an_index_that_the_place_never_touched_is_scored_from_reports(w: Builder) -> None:
    write_reported(w)
    w.remove(RESULTS)
    w.change(INDEXES, '      - id: "876"\n', '      - id: "876"\n        first: 2022\n')
    (one,) = by_reports(w.standings("2022-10-01"))
    assert (one.index.id, one.tree.of.id, one.is_own, one.points) == ("PAR", "876", False, Decimal())
    assert by_reports(w.standings("2022-10-01"), {"PAR"}) == ()
    assert by_reports(w.standings("2022-08-01")) == ()


def test_the_units_of_the_plan_report_for_its_place_alone(w: Builder) -> None:
    assert heard(w, place="so-tu-phap") == {}
