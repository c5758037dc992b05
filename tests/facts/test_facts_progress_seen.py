"""Tests of parplan.facts.progress_seen."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.progress_seen import own_reports, reports
from parplan.facts.viewpoint import Viewpoint, end_of_month_report
from workspaces import HEAD, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: M, kind: periodic, lead: [so-noi-vu], deadline: {rule: hằng tháng}, …}
"""
SEPTEMBER, OCTOBER = Period.parse("2022-09"), Period.parse("2022-10")


@pytest.fixture
def s(w: Builder) -> Builder:
    return w.tasks(TASKS)


def test_reports_are_seen_by_folder_for_a_month_and_by_receipt_today(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", received="2022-09-20")
    assert s.standings(month="2022-09").reports.sent("so-tu-phap", SEPTEMBER)
    assert not s.standings("2022-09-19").reports.sent("so-tu-phap", SEPTEMBER)
    assert s.standings("2022-09-20").reports.sent("so-tu-phap", SEPTEMBER)


def test_a_unit_is_heard_since_every_month_up_to_its_newest_report(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", received="2022-09-16").report("2022-10", "so-noi-vu", received="2022-10-16")
    reports = s.standings("2022-11-01").reports
    assert reports.heard_since(Period.parse("2022-08")) == {"so-tu-phap", "so-noi-vu"}
    assert reports.heard_since(SEPTEMBER) == {"so-tu-phap", "so-noi-vu"}
    assert reports.heard_since(OCTOBER) == {"so-noi-vu"}


def test_of_what_was_said_of_one_thing_the_latest_folder_comes_last(s: Builder) -> None:
    s.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-09-12}\n", received="2022-10-16")
    s.report(
        "2022-09", "so-tu-phap", "- {task: A, status: in-progress, date: 2022-09-14}\n", received="2022-09-16"
    )
    said = s.standings("2022-11-01").words["A", "so-tu-phap", None]
    assert [word.update.status for word in said] == ["in-progress", "done"]
    assert s.standings(month="2022-09").words["A", "so-tu-phap", None] == said[:1]


def test_what_was_sent_for_another_plan_is_not_seen(w: Builder) -> None:
    w.write(
        "data/progress/2022-09/hoi-an.yaml", "plan: 2021\nmonth: 2022-09\nagency: hoi-an\nreceived: 2022-09-16\n"
    )
    workspace = w.load().workspace
    seen = reports(workspace, workspace.plans[2022], Viewpoint(date(2022, 12, 31)))
    assert seen.files == {}


OWN = HEAD.replace("archive: VT", "archive: VT\n    task: M")


def made(w: Builder, **view: str) -> dict[str, str]:
    """The days on which the office's own reports count as made, by month."""
    return {str(month): str(day) for (_, _, month), day in w.standings(**view).own_reports.items()}


def test_where_no_duty_is_fulfilled_by_reports_none_is_made(s: Builder) -> None:
    assert made(s.report("2022-09", "so-tu-phap"), day="2022-11-01") == {}


def test_a_report_counts_as_made_at_its_month_s_close_once_any_unit_has_reported(w: Builder) -> None:
    w.tasks(TASKS, OWN)
    assert made(w, day="2022-10-20") == {}
    assert made(w, month="2022-09") == {"2022-09": "2022-09-14"}
    w.report("2022-09", "so-tu-phap", received="2022-09-16")
    assert made(w, day="2022-10-13") == {"2022-09": "2022-09-14"}
    assert made(w, day="2022-10-14") == {"2022-09": "2022-09-14", "2022-10": "2022-10-14"}


def test_nothing_is_claimed_of_months_before_the_first_of_which_any_report_is_recorded(w: Builder) -> None:
    w.tasks(TASKS, OWN).report("2022-11", "so-tu-phap", received="2022-11-16")
    for view in ({"day": "2022-11-29"}, {"month": "2022-11"}):
        assert made(w, **view) == {"2022-11": "2022-11-14"}
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nnumber: 1/BC-SNV\n")
    assert made(w, day="2022-11-29") == {"2022-09": "2022-09-14", "2022-11": "2022-11-14"}


def test_the_report_that_is_being_made_counts_by_the_day_it_looks_from(w: Builder) -> None:
    workspace = w.tasks(TASKS, OWN).workspace()
    plan, month = workspace.plans[2022], Period.parse("2022-09")
    view = end_of_month_report(plan.plan, month)._replace(day=date(2022, 9, 10))
    found = own_reports(workspace, plan, view, reports(workspace, plan, view))
    assert {str(of): str(day) for (_, _, of), day in found.items()} == {"2022-09": "2022-09-10"}


def test_a_report_whose_day_was_written_down_is_made_on_it_and_not_by_another_plan_s(w: Builder) -> None:
    w.tasks(TASKS, OWN).write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\ndate: 2022-09-20\n")
    w.write("data/reports/2022-10.yaml", "plan: 2022\nperiod: 2022-10\nsections: {results: Tốt}\n")
    assert made(w, day="2022-09-19") == {}
    assert made(w, day="2022-09-20") == {"2022-09": "2022-09-20"}
    w.write("data/reports/2022-09.yaml", "plan: 2021\nperiod: 2022-09\ndate: 2022-09-20\n")
    workspace = w.load().workspace
    plan, view = workspace.plans[2022], Viewpoint(date(2022, 12, 1))
    assert own_reports(workspace, plan, view, reports(workspace, plan, view)) == {}


def test_an_empty_form_is_no_report(s: Builder) -> None:
    s.write("data/progress/2022-09/so-tu-phap.yaml", "plan: 2022\nmonth: 2022-09\nagency: so-tu-phap\n")
    assert s.standings(month="2022-09").reports.files == {}
