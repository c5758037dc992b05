"""Tests of parplan.views.points.score_list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parplan.facts.points.assessment import assessments
from parplan.reading.load import load
from parplan.views.page import Properties
from parplan.views.points.score_list import score_data_of, score_list
from parplan.words import words
from running import POINTS

MADE = assessments(load(POINTS).workspace, "gia-dinh-thu", 2024)


def test_a_row_holds_the_step_and_every_round() -> None:
    made = score_list(MADE, {}, words("vi"), Properties("T", "N", date(2024, 12, 31)), sample=True)
    assert {len(row) for row in made.rows} == {len(made.columns)}
    rows = {row[1]: row for row in made.rows}
    assert rows["1.3.1"][5:9] == (Decimal("0.75"), Decimal("0.75"), Decimal("0.38"), "")
    assert rows["1.3.1"][-1] == "Thiếu kết luận kiểm tra của 02 đơn vị"


def test_for_machines_the_exact_score_stands_beside_the_rounded_one() -> None:
    (index,) = score_data_of(MADE, {}, "gia-dinh-thu", sample=True)["indexes"]
    lines = {line["code"]: line for line in index["criteria"]}
    assert (lines["5.6.1"]["by_rule"], lines["5.6.1"]["by_rule_exact"]) == ("0.97", "29/30")
    assert (index["score"], index["taken_out_max"], index["to_explain"][0][-5:]) == ("61.45", "0.5", "1.4.2")
    assert lines["8.1.1"]["by_rule"] is None
