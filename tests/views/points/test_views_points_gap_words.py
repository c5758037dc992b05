"""Tests of parplan.views.points.gap_words."""

from __future__ import annotations

import pytest

from parplan.facts.serving.gap import Serving
from parplan.facts.tally import Tally
from parplan.reading.load import load
from parplan.views.points.gap_words import GapWords
from parplan.words import words
from running import POINTS

TASK = load(POINTS).workspace.plans[2024].tasks[0]
SAID = GapWords(words("vi"), heard=True)


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (None, "một lần"),
        (Tally(), "chưa giao đơn vị nào"),
        (Tally(total=1, done_late=1), "đã hoàn thành"),
        (Tally(total=1, open=1), "trong hạn"),
        (Tally(total=1, overdue_unreported=1), "quá hạn"),
        (Tally(total=38, done_on_time=12, open=26), "12/38 lượt đã hoàn thành"),
        (Tally(total=38, done_on_time=12, open=6, overdue=20), "12/38 lượt đã hoàn thành, 20 lượt quá hạn"),
    ],
)
def test_how_a_task_stands_is_said_in_a_few_words(tally: Tally | None, said: str) -> None:
    assert SAID.state(Serving(TASK, tally)).lower() == said


def test_before_anybody_reported_nobody_is_late() -> None:
    unheard = GapWords(words("vi"), heard=False)
    assert unheard.state(Serving(TASK, Tally(total=1, overdue=1))) == "chưa có báo cáo nào"


def test_a_cause_is_named_where_there_is_one() -> None:
    assert [SAID.cause(cause) for cause in ("subjective", "objective", None)] == ["chủ quan", "khách quan", ""]
