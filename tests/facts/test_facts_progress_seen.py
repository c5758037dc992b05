"""Tests of parplan.facts.progress_seen."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.progress_seen import reports
from parplan.facts.viewpoint import Viewpoint
from workspaces import Builder

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
    w.write("data/progress/2022-09/hoi-an.yaml", "plan: 2021\nmonth: 2022-09\nagency: hoi-an\n")
    workspace = w.load().workspace
    seen = reports(workspace, workspace.plans[2022], Viewpoint(date(2022, 12, 31)))
    assert seen.files == {}
