"""How a score comes about, in one line."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.facts.points.assessment import Assessed
from parplan.facts.points.rules import outcome
from parplan.model.index import Criterion
from parplan.model.result import Part
from parplan.views.points.steps import StepWords
from parplan.words import words

SAID = StepWords(words("vi"))
TIERS = {"tiers": [{"at_least": "90", "points": "0.75"}, {"at_least": "100", "points": "1"}]}

SCALED = {"way": "yes-no", "not_applicable": "scaled"}


def line(rule: Any, most: str, declared: dict[str, str] | None) -> Assessed:
    of = {"id": "x", "name": "X", "max": most, "mark": "read"} | ({"scoring": rule} if rule else {})
    criterion = Criterion.model_validate(of)
    said = {"declared": declared} if declared else {}
    part = Part.model_validate({"criterion": "I/a/x", "kind": "self", "score": "0"} | said)
    return Assessed("I/a/x", criterion, criterion.max, part, outcome(criterion, part.declared))


@pytest.mark.parametrize(
    ("rule", "most", "declared", "said"),
    [
        (TIERS, "1", {"done": "47", "of": "50"}, "47/50 = 94% ≥ 90% → 0,75/1"),
        (TIERS, "1", {"done": "8999", "of": "10000"}, "8.999/10.000 = 89,99% < 90% → 0/1"),
        (TIERS, "1", {"done": "89999", "of": "100000"}, "89.999/100.000 = 89,99…% < 90% → 0/1"),
        (TIERS, "1", {"value": "95"}, "95 ≥ 90 → 0,75/1"),
        ({"ratio": {"floor": "50"}}, "2", {"done": "2", "of": "3"}, "2/3 = 66,66…% × 2 → 1,33/2"),
        ({"ratio": {"cap": "80"}}, "1", {"done": "2", "of": "5"}, "2/5 = 40% : 80% × 1 → 0,5/1"),
        ({"ratio": {"cap": "80"}}, "1", {"value": "85"}, "85% ≥ 80% → 1/1"),
        ({"ratio": {"floor": "50"}}, "1", {"done": "1", "of": "4"}, "1/4 = 25% < 50% → 0/1"),
        ({"count": {"each": "0.25"}}, "1", {"value": "3"}, "3 × 0,25 → 0,75/1"),
        ({"count": {"each": "0.25"}}, "1", {"value": "9"}, "9 × 0,25 → 1/1 (hết mức)"),
        ({"deduction": {"each": "0.25"}}, "1", {"value": "1"}, "1 − 1 × 0,25 → 0,75/1"),
        ({"penalty": {"each": "0.5"}}, "0", {"value": "2"}, "2 × 0,5 → −1"),
        ({"way": "yes-no"}, "1", {"holds": "true"}, "đạt → 1/1"),
        ({"way": "yes-no"}, "1", None, "chưa khai số liệu"),
        ({"way": "survey"}, "1", None, "điều tra xã hội học"),
        (SCALED, "0.5", {"applies": "false"}, "không thuộc đối tượng → bỏ 0,5 điểm tối đa"),
        (None, "1", None, "chưa có cách tính"),
    ],
)
def test_a_step_says_what_was_declared_and_what_it_gives(
    rule: Any, most: str, declared: dict[str, str] | None, said: str
) -> None:
    assert SAID.step(line(rule, most, declared)) == said
