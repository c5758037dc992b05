"""Tests of parplan.model.report, as it is read from files."""

from __future__ import annotations

from parplan.finding import Code
from workspaces import Builder

OFFICE = "data/reports/2022-09.yaml"


def test_a_month_s_report_holds_prose_by_section(w: Builder) -> None:
    w.write(OFFICE, "plan: 2022\nperiod: 2022-09\nsections: {causes: Do mưa, papers: x}\n")
    w.refused(Code.KEY_UNKNOWN, OFFICE, "papers")
    w.change(OFFICE, ", papers: x", "").silent()
