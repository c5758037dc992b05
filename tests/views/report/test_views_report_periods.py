"""Periods as the prose of a report names them."""

from __future__ import annotations

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.reading.load import load
from parplan.views.report.periods import in_report
from parplan.words import words
from running import SAMPLE


@pytest.mark.parametrize(
    ("report", "period", "named"),
    [
        ("2024-01", "2023-12", "tháng 12 năm 2023"),
        ("2024-02", "2024-01", "tháng 01"),
        ("2024-Q1", "2023-Q4", "quý IV năm 2023"),
        ("2024-Q2", "2024-Q1", "quý I"),
        ("2024-H1", "2023-H2", "6 tháng cuối năm 2023"),
        ("2023-12", "2024-01", "tháng 01 năm 2024"),
        ("2023-final", "2024-06", "tháng 6 năm 2024"),
        ("2023-12", "2023-final", "toàn bộ thời gian thực hiện"),
    ],
)
def test_a_period_has_its_year_where_the_report_is_of_another_or_of_several(
    report: str, period: str, named: str
) -> None:
    workspace = load(SAMPLE.parent / "minh-hoa-2023").workspace
    asked, told = (
        Period.whole_plan(2023) if text.endswith("final") else Period.parse(text) for text in (report, period)
    )
    facts = report_facts(workspace, workspace.plans[2023], asked)
    assert in_report(facts, told, words("vi")) == named
