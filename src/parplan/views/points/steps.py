"""How a score came about, in one line: "47/50 = 94% ≥ 90% → 0,75/1".

Must not compute: a share is written out, and cut, never rounded up to a tier that it did not reach.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from parplan.facts.points.assessment import Assessed
from parplan.facts.serving.reported import Reported
from parplan.model.criteria.scoring import Each, Scoring
from parplan.views.points.change_words import plain
from parplan.words import Words, cut, rounded

PLACES: Final = 2
PERCENT: Final = Decimal(100)


class StepWords:
    """Says it for whoever shows it."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def points(self, points: Fraction | None) -> str:
        """Points, to two decimals and without noughts at their end."""
        return self.words("unknown") if points is None else self.words.number(plain(_decimal(points)))

    def step(self, line: Assessed) -> str:
        """What was declared, what the rule made of it, and what that gives."""
        made, rule = line.outcome, line.criterion.scoring
        values: dict[str, object] = {
            "points": self.points(made.points),
            "max": plain(line.maximum) if line.maximum is not None else "",
            "figure": self.figure(line),
        }
        if rule is not None:
            values |= self._bounds(line, rule)
        name = made.step
        is_capped = rule is not None and rule.ratio is not None and (rule.ratio.cap or PERCENT) != PERCENT
        key = "scoring.step.ratio-cap" if name == "ratio" and is_capped else f"scoring.step.{name}"
        text = self.words(key, **values)
        return self.words("scoring.bounded", step=text) if made.is_bounded else text

    def told(self, line: Assessed, heard: Reported | None) -> str:
        """The same, or what the units' figures give where nothing was declared."""
        if heard is None:
            return self.step(line)
        units = {"units": len(heard.reached.units), "asked": heard.reached.asked}
        return self.words("scoring.by-reports", step=self.step(heard.line), **units)

    def figure(self, line: Assessed) -> str:
        """What was declared, with the share that it comes to."""
        declared, figure = line.part.declared if line.part else None, line.outcome.figure
        if declared is None or figure is None:
            return ""
        if declared.done is not None and declared.of is not None:
            share = self.percent(figure)
            return self.words("scoring.share", done=plain(declared.done), of=plain(declared.of), share=share)
        is_share = line.criterion.scoring is not None and line.criterion.scoring.ratio is not None
        return self.percent(figure) if is_share else self.words.number(plain(_decimal(figure)))

    def percent(self, figure: Fraction) -> str:
        """A percentage to two decimals, cut off and marked so where it has more."""
        shown, has_more = cut(figure, PLACES)
        more = "…" if has_more else ""
        return self.words("compare.percent", n=self.words.number(plain(shown)) + more)

    def _bounds(self, line: Assessed, rule: Scoring) -> dict[str, object]:
        values: dict[str, object] = {}
        declared = line.part.declared if line.part else None
        unit = "%" if declared is not None and declared.of is not None else ""
        if rule.tiers is not None:
            least = min(tier.at_least for tier in rule.tiers)
            met = line.outcome.tier.at_least if line.outcome.tier else least
            values["at_least"] = self.words.number(plain(met)) + unit
        if rule.ratio is not None:
            values["floor"] = self.words("compare.percent", n=plain(rule.ratio.floor or Decimal()))
            values["cap"] = self.words("compare.percent", n=plain(rule.ratio.cap or PERCENT))
        each: Each | None = rule.count or rule.deduction or rule.bonus or rule.penalty
        if each is not None:
            values["each"] = plain(each.each)
        return values


def _decimal(points: Fraction) -> Decimal:
    return rounded(Decimal(points.numerator) / Decimal(points.denominator), 2)
