"""What a rule of scoring gives for what was declared, in exact figures, and which scores it can give at all.

Must not round: whoever prints does.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from parplan.model.criteria.scoring import Each, Scoring, Tier
from parplan.model.index import Criterion
from parplan.model.result import Declared

Step = Literal[
    "holds",
    "holds-not",
    "tier",
    "no-tier",
    "ratio",
    "capped",
    "below-floor",
    "count",
    "deduction",
    "bonus",
    "penalty",
    "survey",
    "applies-not-full",
    "applies-not-scaled",
    "undeclared",
    "no-rule",
]
"""How a score came about, or why there is none."""

PERCENT = Fraction(100)


class Outcome(NamedTuple):
    """``points`` by the rule, None where it gives none; ``figure`` is what was declared, ``tier`` the one met.

    ``is_bounded``: more cases would change nothing.
    """

    step: Step
    points: Fraction | None = None
    figure: Fraction | None = None
    tier: Tier | None = None
    is_bounded: bool = False


def outcome(criterion: Criterion, declared: Declared | None) -> Outcome:
    """What a criterion's rule gives for what was declared."""
    rule, most = criterion.scoring, Fraction(criterion.max or 0)
    if rule is None:
        return Outcome("no-rule")
    if rule.is_survey:
        return Outcome("survey")
    if declared is not None and declared.applies is False:
        is_full = rule.not_applicable == "full"
        return Outcome("applies-not-full", most) if is_full else Outcome("applies-not-scaled")
    figure = figure_of(declared, is_share=rule.ratio is not None)
    if declared is None or (figure is None and rule.way is None) or (rule.way and declared.holds is None):
        return Outcome("undeclared")
    if rule.way is not None:
        return Outcome("holds", most) if declared.holds else Outcome("holds-not", Fraction())
    return _by_figure(rule, figure or Fraction(), most)


def figure_of(declared: Declared | None, *, is_share: bool = False) -> Fraction | None:
    """A declared figure: in percent where it is a share of a total, else as it stands."""
    if declared is None:
        return None
    if declared.done is not None and declared.of is not None:  # nothing of nothing is no share
        return Fraction(declared.done) / Fraction(declared.of) * PERCENT if declared.of else None
    if declared.value is not None:
        return Fraction(declared.value)
    return None if declared.done is None or is_share else Fraction(declared.done)


def _by_figure(rule: Scoring, figure: Fraction, most: Fraction) -> Outcome:
    if rule.tiers is not None:
        met = [tier for tier in rule.tiers if figure >= Fraction(tier.at_least)]
        best = max(met, key=lambda tier: tier.at_least, default=None)
        return Outcome("tier" if best else "no-tier", Fraction(best.points if best else 0), figure, best)
    if rule.ratio is not None:
        if rule.ratio.floor is not None and figure < Fraction(rule.ratio.floor):
            return Outcome("below-floor", Fraction(), figure)
        cap = Fraction(rule.ratio.cap) if rule.ratio.cap is not None else PERCENT
        return Outcome("capped" if figure >= cap else "ratio", most * min(figure / cap, Fraction(1)), figure)
    if rule.deduction is not None:
        off, is_bounded = _cases(rule.deduction, figure, most)
        return Outcome("deduction", most - off, figure, is_bounded=is_bounded)
    if rule.penalty is not None:
        off, is_bounded = _cases(rule.penalty, figure, None)
        return Outcome("penalty", -off, figure, is_bounded=is_bounded)
    each = rule.count or rule.bonus
    assert each is not None
    points, is_bounded = _cases(each, figure, most if rule.count else None)
    return Outcome("count" if rule.count else "bonus", points, figure, is_bounded=is_bounded)


def _cases(each: Each, figure: Fraction, most: Fraction | None) -> tuple[Fraction, bool]:
    """So many cases at so many points each, within their bound."""
    points, bound = figure * Fraction(each.each), _bound(each, most)
    return (bound, True) if bound is not None and points >= bound else (points, False)


def _bound(each: Each, most: Fraction | None) -> Fraction | None:
    bounds = [bound for bound in (most, None if each.most is None else Fraction(each.most)) if bound is not None]
    return min(bounds, default=None)


def can_give(criterion: Criterion, score: Decimal, declared: Declared | None = None) -> bool:
    """Whether the rule can come to a score: to the declared one where figures are known, else to any such."""
    made = outcome(criterion, declared)
    if made.points is not None:
        return is_rounding_of(score, made.points)
    rule = criterion.scoring
    if rule is None or rule.is_survey or made.step == "applies-not-scaled":
        return True
    return _is_possible(rule, Fraction(score), Fraction(criterion.max or 0))


def _is_possible(rule: Scoring, score: Fraction, most: Fraction) -> bool:
    if rule.way is not None:
        return score in (0, most)
    if rule.tiers is not None:
        return score == 0 or any(score == Fraction(tier.points) for tier in rule.tiers)
    if rule.ratio is not None:
        return 0 <= score <= most
    if rule.deduction is not None:
        return _is_of_cases(rule.deduction, most - score, most)
    if rule.penalty is not None:
        return _is_of_cases(rule.penalty, -score, None)
    each = rule.count or rule.bonus
    assert each is not None
    return _is_of_cases(each, score, most if rule.count else None)


def _is_of_cases(each: Each, points: Fraction, most: Fraction | None) -> bool:
    bound = _bound(each, most)
    if points < 0 or (bound is not None and points > bound):
        return False
    return points == bound or (points / Fraction(each.each)).denominator == 1


def is_rounding_of(score: Decimal, exact: Fraction) -> bool:
    """Whether a written score is an exact one rounded to two decimals, or more where it has more."""
    exponent = score.as_tuple().exponent
    assert isinstance(exponent, int)
    return abs(Fraction(score) - exact) <= Fraction(1, 2 * 10 ** max(-exponent, 2))
