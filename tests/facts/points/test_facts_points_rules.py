"""Forty scorings worked by hand, and what a rule can and cannot give."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.points.rules import can_give, is_rounding_of, outcome
from parplan.model.index import Criterion
from parplan.model.result import Declared

TIERS = {"tiers": [{"at_least": n, "points": p} for n, p in (("90", "0.75"), ("100", "1"), ("80", "0.5"))]}
RATIO = {"ratio": {"floor": "50"}}
CAPPED = {"ratio": {"cap": "80"}}
COUNT = {"count": {"each": "0.25"}}
COUNT_MOST = {"count": {"each": "0.25", "most": "0.5"}}
DEDUCT = {"deduction": {"each": "0.25"}}
BONUS = {"bonus": {"each": "0.5", "most": "2"}}
PENALTY = {"penalty": {"each": "0.5", "most": "1"}}
YES_NO = {"way": "yes-no"}
FULL = {**YES_NO, "not_applicable": "full"}
SCALED = {**YES_NO, "not_applicable": "scaled"}


def criterion(rule: dict[str, Any] | None, most: str = "1") -> Criterion:
    of = {"id": "x", "name": "Tiêu chí", "max": most, "mark": "read"}
    return Criterion.model_validate(of | ({"scoring": rule} if rule else {}))


def declared(text: str) -> Declared | None:
    """``47/50``, ``12``, ``yes``, ``no``, ``none`` for what does not apply, or nothing."""
    done, _, of = text.partition("/")
    match text:
        case "":
            return None
        case "yes" | "no":
            return Declared.model_validate({"holds": "true" if text == "yes" else "false"})
        case "none":
            return Declared.model_validate({"applies": "false"})
    return Declared.model_validate({"done": done, "of": of} if of else {"value": done})


@pytest.mark.parametrize(
    ("rule", "most", "said", "step", "points"),
    [
        (YES_NO, "1", "yes", "holds", "1"),
        (YES_NO, "0.5", "no", "holds-not", "0"),
        (YES_NO, "1", "", "undeclared", None),
        (YES_NO, "1", "47/50", "undeclared", None),
        (TIERS, "1", "47/50", "tier", "0.75"),  # 94 %
        (TIERS, "1", "50/50", "tier", "1"),
        (TIERS, "1", "45/50", "tier", "0.75"),  # 90 % exactly
        (TIERS, "1", "4499/5000", "tier", "0.5"),  # 89,98 %
        (TIERS, "1", "39/50", "no-tier", "0"),
        (TIERS, "1", "0/50", "no-tier", "0"),
        (TIERS, "1", "95", "tier", "0.75"),  # a bare value is held against the tiers as it stands
        (TIERS, "1", "0/0", "undeclared", None),  # nothing of nothing is no share
        (RATIO, "1", "47/50", "ratio", "0.94"),
        (RATIO, "2", "1/3", "below-floor", "0"),
        (RATIO, "2", "2/3", "ratio", "4/3"),
        (RATIO, "2", "1/2", "ratio", "1"),  # the floor itself counts
        (RATIO, "2", "50/50", "capped", "2"),
        (RATIO, "2", "12/10", "capped", "2"),
        (RATIO, "1", "60", "ratio", "0.6"),
        (CAPPED, "1", "4/5", "capped", "1"),
        (CAPPED, "1", "2/5", "ratio", "0.5"),
        (CAPPED, "1", "0/5", "ratio", "0"),
        (COUNT, "1", "3", "count", "0.75"),
        (COUNT, "1", "4", "count", "1"),
        (COUNT, "1", "9", "count", "1"),
        (COUNT, "1", "0", "count", "0"),
        (COUNT_MOST, "1", "3", "count", "0.5"),
        (DEDUCT, "1", "0", "deduction", "1"),
        (DEDUCT, "1", "3", "deduction", "0.25"),
        (DEDUCT, "1", "4", "deduction", "0"),
        (DEDUCT, "1", "7", "deduction", "0"),
        (BONUS, "0", "0", "bonus", "0"),
        (BONUS, "0", "3", "bonus", "1.5"),
        (BONUS, "0", "5", "bonus", "2"),
        (PENALTY, "0", "1", "penalty", "-0.5"),
        (PENALTY, "0", "3", "penalty", "-1"),
        ({"way": "survey"}, "1", "yes", "survey", None),
        (FULL, "1", "none", "applies-not-full", "1"),
        (SCALED, "1", "none", "applies-not-scaled", None),
        (None, "1", "47/50", "no-rule", None),
    ],
)
def test_a_rule_gives_what_was_worked_by_hand(
    rule: dict[str, Any] | None, most: str, said: str, step: str, points: str | None
) -> None:
    made = outcome(criterion(rule, most), declared(said))
    assert (made.step, made.points) == (step, None if points is None else Fraction(points))


@pytest.mark.parametrize(
    ("rule", "can", "cannot"),
    [
        (YES_NO, ("0", "1", "1.00"), ("0.5",)),
        (TIERS, ("0", "0.5", "0.75", "1"), ("0.6", "0.25")),
        (RATIO, ("0", "0.33", "1"), ("-0.1",)),
        (COUNT, ("0", "0.25", "1"), ("0.3", "-0.25")),
        (COUNT_MOST, ("0.5",), ("0.75",)),
        (DEDUCT, ("1", "0.75", "0"), ("0.9", "-0.25")),
        (BONUS, ("0", "2"), ("2.5", "0.25")),
        (PENALTY, ("0", "-0.5", "-1"), ("0.5", "-1.5", "-0.25")),
        ({"way": "survey"}, ("0.123",), ()),
        (None, ("0.123",), ()),
    ],
)
def test_some_scores_no_figures_can_come_to(
    rule: dict[str, Any] | None, can: tuple[str, ...], cannot: tuple[str, ...]
) -> None:
    of = criterion(rule)
    assert [can_give(of, Decimal(score)) for score in (*can, *cannot)] == [True] * len(can) + [False] * len(cannot)


def test_where_figures_are_declared_only_what_they_come_to_is_right() -> None:
    assert can_give(criterion(TIERS), Decimal("0.75"), declared("47/50"))
    assert not can_give(criterion(TIERS), Decimal(1), declared("47/50"))
    assert can_give(criterion(SCALED), Decimal(0), declared("none"))


@pytest.mark.parametrize(
    ("score", "exact", "is_rounding"),
    [
        ("0.94", "47/50", True),
        ("1.33", "4/3", True),
        ("1.3333", "4/3", True),
        ("1.3", "4/3", False),
        ("1", "0.96", False),  # a whole number has two decimals all the same
        ("0.13", "0.125", True),
        ("0.12", "0.125", True),
        ("1.334", "4/3", False),
    ],
)
def test_a_written_score_is_a_rounding_to_two_decimals_or_more(score: str, exact: str, is_rounding: bool) -> None:
    assert is_rounding_of(Decimal(score), Fraction(exact)) is is_rounding


@given(st.integers(0, 200), st.integers(1, 200), st.sampled_from([TIERS, RATIO, CAPPED]))
def test_more_done_of_the_same_never_gives_less(done: int, of: int, rule: dict[str, Any]) -> None:
    less, more = (outcome(criterion(rule), declared(f"{n}/{of}")).points for n in (done, done + 1))
    assert less is not None
    assert more is not None
    assert 0 <= less <= more <= 1


@given(st.integers(0, 300), st.integers(1, 300), st.decimals("0.25", 20, places=2))
def test_a_ratio_is_exact_to_the_last_digit(done: int, of: int, most: Decimal) -> None:
    made = outcome(criterion({"ratio": {}}, str(most)), declared(f"{done}/{of}"))
    assert made.points == min(Fraction(done, of), Fraction(1)) * Fraction(most)
