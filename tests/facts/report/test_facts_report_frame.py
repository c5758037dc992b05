"""Tests of parplan.facts.report.frame."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint, report_months
from parplan.reading.load import load
from workspaces import HEAD, REPOSITORY, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: R, kind: periodic, lead: [so-noi-vu], deadline: {rule: hằng tháng}, …}
"""


@pytest.fixture
def m(w: Builder) -> Builder:
    return w.tasks(TASKS, HEAD.replace("archive: VT", "archive: VT\n    task: R"))


def drawn(m: Builder, period: str) -> ReportFacts:
    workspace = m.workspace()
    return report_facts(workspace, workspace.plans[2022], Period.parse(period))


def test_every_due_day_after_the_first_close_stands_in_a_list_ahead_of_it() -> None:
    workspace = load(REPOSITORY / "examples" / "quang-nam-2022").workspace
    plan = workspace.plans[2022]
    spans = [report_facts(workspace, plan, month).coming for month in report_months(plan.plan)]
    first = spans[0][0]
    days = {
        s.assignment.due.named for s in Standings(workspace, plan, Viewpoint(first)).counted if s.assignment.due
    }
    assert days
    assert [day for day in days if day >= first and not any(a <= day <= b for a, b in spans)] == []
    assert spans[1] == (date(2022, 9, 15), date(2022, 10, 31))


def test_before_its_close_a_report_tells_of_what_is_known_and_is_a_draft(m: Builder) -> None:
    m.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n")
    workspace = m.workspace()
    plan, december = workspace.plans[2022], Period.parse("2022-12")
    early = report_facts(workspace, plan, december, date(2022, 9, 20))
    assert (early.is_ahead, early.is_draft, early.closes) == (True, True, date(2022, 9, 20))
    assert (early.register.silent, early.overdue) == ((), ())
    later = [report_facts(workspace, plan, december, date(2022, 12, day)) for day in (15, 31)]
    assert [one.counts for one in later] == [report_facts(workspace, plan, december).counts] * 2
    assert not any(one.is_ahead for one in later)


def test_a_long_period_gathers_the_papers_of_its_months(m: Builder) -> None:
    paper = "papers: [{number: 1/BC-SNV, date: 2022-09-0%d, title: x}]\n"
    m.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\n" + paper % 1)
    m.write("data/reports/2022-Q3.yaml", "plan: 2022\nperiod: 2022-Q3\n" + paper % 2)
    assert [paper.date for paper in drawn(m, "2022-Q3").papers] == [date(2022, 9, 1), date(2022, 9, 2)]
    assert [paper.date for paper in drawn(m, "2022-09").papers] == [date(2022, 9, 1)]
    m.write("data/reports/2022-final.yaml", "plan: 2022\nperiod: 2022-final\nsections: {results: Xong}\n")
    workspace = m.workspace()
    closing = report_facts(workspace, workspace.plans[2022], Period.whole_plan(2022))
    assert closing.own_words("results") == "Xong"
    assert len(closing.papers) == 1


def test_a_report_that_counts_as_made_asks_for_its_number_until_both_are_written_down(m: Builder) -> None:
    m.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nnumber: 1/BC-SNV\ndate: 2022-09-20\n")
    m.write("data/reports/2022-10.yaml", "plan: 2022\nperiod: 2022-10\nsections: {results: Tốt}\n")
    assert [str(month) for month in drawn(m, "2022-10").unrecorded] == []
    assert [str(month) for month in drawn(m, "2022-12").unrecorded] == ["2022-10", "2022-11"]
    assert not [s for s in drawn(m, "2022-12").overdue if s.assignment.task.id == "R"]


def test_a_month_for_which_nobody_reported_is_a_draft_though_others_were_heard_of_before(m: Builder) -> None:
    m.report("2022-09", "so-tu-phap")
    states = [(drawn(m, month).is_heard, drawn(m, month).is_draft) for month in ("2022-09", "2022-10")]
    assert states == [(True, False), (False, True)]
