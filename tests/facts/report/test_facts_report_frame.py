"""Tests of parplan.facts.report.frame."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint, report_months
from parplan.reading.load import load
from workspaces import HEAD, PLAN, REPOSITORY, Builder

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
    m.report("2022-09", "so-tu-phap")
    assert [str(month) for month in drawn(m, "2022-10").unrecorded] == []
    assert [str(month) for month in drawn(m, "2022-12").unrecorded] == ["2022-10", "2022-11"]
    assert not [s for s in drawn(m, "2022-12").overdue if s.assignment.task.id == "R"]


def test_a_month_for_which_nobody_reported_is_a_draft_though_others_were_heard_of_before(m: Builder) -> None:
    m.report("2022-09", "so-tu-phap")
    states = [(drawn(m, month).is_heard, drawn(m, month).is_draft) for month in ("2022-09", "2022-10")]
    assert states == [(True, False), (False, True)]


def test_what_the_office_wrote_for_a_section_is_its_own_and_nothing_where_it_wrote_nothing(m: Builder) -> None:
    assert drawn(m, "2022-09").own_words("results") is None
    m.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nnumber: 1/BC-SNV\n")
    assert drawn(m, "2022-09").own_words("results") is None
    m.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nsections: {results: Tốt}\n")
    assert (drawn(m, "2022-09").own_words("results"), drawn(m, "2022-09").own_words("causes")) == ("Tốt", None)


def test_what_was_written_for_the_same_month_of_another_plan_is_not_this_one_s(m: Builder) -> None:
    other = "plan: 2021\nperiod: 2022-09\nnumber: 1/BC-SNV\ndate: 2022-09-20\nsections: {results: Tốt}\n"
    workspace = m.report("2022-09", "so-tu-phap").write("data/reports/2022-09.yaml", other).load().workspace
    found = report_facts(workspace, workspace.plans[2022], Period.parse("2022-09"))
    assert found.own_words("results") is None
    later = report_facts(workspace, workspace.plans[2022], Period.parse("2022-10"))
    assert [str(month) for month in later.unrecorded] == ["2022-09"]


def test_a_report_whose_day_or_number_alone_was_written_down_is_unrecorded(m: Builder) -> None:
    for written in ("number: 1/BC-SNV", "date: 2022-09-20"):
        m.write("data/reports/2022-09.yaml", f"plan: 2022\nperiod: 2022-09\n{written}\n")
        made = [str(s.assignment.period) for s in drawn(m, "2022-10").standings.counted if s.state.is_done]
        told = [str(month) for month in drawn(m, "2022-10").unrecorded]
        assert ("2022-09" in made, told) == (True, ["2022-09"])


def test_the_office_s_own_report_is_the_duty_that_reports_fulfil(m: Builder) -> None:
    found = drawn(m, "2022-09")
    own = {s.assignment.task.id for s in found.standings.counted if found.is_own_report(s)}
    assert own == {"R"}


@pytest.mark.parametrize(
    ("period", "is_last", "sent", "first", "last"),
    [
        ("2022-09", False, "2022-09", "2022-09-15", "2022-10-31"),
        ("2022-11", False, "2022-11", "2022-11-15", "2022-12-31"),
        ("2022-12", True, "2022-12", "2022-12-15", "2022-12-31"),
        ("2022-Q3", False, "2022-09", "2022-09-15", "2022-12-31"),
        ("2022-Q4", True, "2022-12", "2022-12-15", "2022-12-31"),
        ("2022-final", True, "2023-01", "2023-01-01", "2022-12-31"),
    ],
)
def test_each_report_is_sent_in_its_last_month_and_looks_ahead_to_the_next_period_s_end(
    m: Builder, period: str, is_last: bool, sent: str, first: str, last: str
) -> None:
    workspace, whole = m.workspace(), period == "2022-final"
    asked = Period.whole_plan(2022) if whole else Period.parse(period)
    found = report_facts(workspace, workspace.plans[2022], asked)
    assert (found.is_last, str(found.sent_in)) == (is_last, sent)
    assert found.coming == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_day_that_was_moved_past_the_plan_s_end_still_lies_ahead_of_the_last_report(m: Builder) -> None:
    paper = "document: {number: 1/QĐ, issuer: ubnd-tinh}"
    m.decisions("2022-10", f"- {{id: q, kind: extend, task: A, to: 2023-02-15, from: 2022-10-01, {paper}}}\n")
    assert drawn(m, "2022-12").coming[1] == date(2023, 2, 15)
    assert [s.assignment.task.id for s in drawn(m, "2022-12").due_next if s.assignment.task.id == "A"] == ["A"]


def test_one_month_s_file_of_a_long_period_is_enough_to_be_heard(m: Builder) -> None:
    m.report("2022-09", "so-tu-phap").report("2022-10", "so-tu-phap")
    assert (drawn(m, "2022-Q4").is_heard, drawn(m, "2022-Q4").is_draft) == (True, False)
    workspace = m.workspace()
    early = report_facts(workspace, workspace.plans[2022], Period.parse("2022-Q4"), date(2022, 11, 1))
    assert (early.is_heard, early.is_draft) == (True, True)


def test_a_month_s_own_papers_are_told_once(m: Builder) -> None:
    paper = "{number: 1/BC-SNV, date: 2022-09-01, title: x}"
    m.write("data/reports/2022-09.yaml", f"plan: 2022\nperiod: 2022-09\npapers: [{paper}, {paper}]\n")
    assert len(drawn(m, "2022-09").papers) == 1


def test_a_long_report_is_sent_when_its_last_month_s_is(m: Builder) -> None:
    m.change(PLAN, "archive: VT", "archive: VT\n    closes: last\n    units_send: 3\n    office_sends: 5")
    assert [str(drawn(m, period).sent_in) for period in ("2022-09", "2022-Q3", "2022-Q4")] == [
        "2022-10",
        "2022-10",
        "2023-01",
    ]
