"""A rule as one would say it, and a criterion's page."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.model.criteria.scoring import Scoring
from parplan.views.points.criterion import rule_in_words
from parplan.words import words


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"way": "yes-no"}, "đạt thì được điểm tối đa, không đạt thì 0 điểm"),
        ({"way": "survey"}, "điều tra xã hội học, không tự chấm"),
        (
            {"tiers": [{"at_least": "90", "points": "0.75"}, {"at_least": "100", "points": "1"}]},
            "từ 100 trở lên được 1 điểm; từ 90 trở lên được 0,75 điểm",
        ),
        (
            {"ratio": {"floor": "50", "cap": "80"}},
            "điểm tối đa nhân với tỷ lệ đạt được; dưới 50% được 0 điểm; từ 80% trở lên được điểm tối đa",
        ),
        ({"count": {"each": "0.25"}}, "mỗi nội dung được 0,25 điểm, không quá điểm tối đa"),
        ({"penalty": {"each": "0.5", "most": "2"}}, "điểm phạt: mỗi trường hợp trừ 0,5 điểm; không quá 2 điểm"),
        (
            {"deduction": {"each": "0.5"}, "not_applicable": "full"},
            "mỗi trường hợp trừ 0,5 điểm vào điểm tối đa; không thuộc đối tượng thì được điểm tối đa",
        ),
    ],
)
def test_a_rule_is_said_in_words(rule: Any, said: str) -> None:
    assert rule_in_words(Scoring.model_validate(rule), words("vi")) == said
