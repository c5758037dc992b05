"""Tests of parplan.checks.progress."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import AGENCIES, DECISIONS, REPORT, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], with: [so-noi-vu], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [cac-so], …}
- {id: D, kind: general, lead: [cac-huyen], …}
- {id: E, kind: once, lead: [so-tai-chinh], …}
- {id: F, kind: on-event, lead: [cac-so], …}
"""


@pytest.fixture
def p(w: Builder) -> Builder:
    return w.tasks(TASKS)


@pytest.mark.parametrize(
    ("code", "updates", "marked"),
    [
        (Code.UPDATE_NOT_OWED, "- {task: E, status: in-progress}\n", "E"),
        (
            Code.UPDATE_DUPLICATE,
            "- {task: A, status: in-progress}\n- {task: A, status: done, date: 2022-09-01}\n",
            "{task: «A», status: done",
        ),
        (
            Code.UPDATE_DUPLICATE,
            "- {task: B, period: 2022-09, status: in-progress}\n"
            "- {task: B, period: 2022-09, status: not-started}\n",
            "{task: «B», period: 2022-09, status: not-started",
        ),
        (Code.PERIOD_MISSING, "- {task: B, status: in-progress}\n", "B"),
        (Code.PERIOD_NEEDLESS, "- {task: A, period: 2022-10, status: in-progress}\n", "period"),
        (Code.PERIOD_NEEDLESS, "- {task: C, period: 2022-10, status: in-progress}\n", "period"),
        (Code.PERIOD_UNKNOWN, "- {task: B, period: 2022-08, status: in-progress}\n", "2022-08"),
        (Code.PERIOD_UNKNOWN, "- {task: B, period: 2022-Q3, status: in-progress}\n", "2022-Q3"),
        (Code.PERIOD_UNKNOWN, "- {task: B, period: 2023-01, status: in-progress}\n", "2023-01"),
        (Code.PERIOD_INVALID, "- {task: B, period: 2022-9, status: in-progress}\n", "period: «2022-9», status"),
        (Code.UPDATE_DATE_MISSING, "- {task: A, status: done}\n", "done"),
        (Code.STATUS_UNFIT, "- {task: A, status: none}\n", "none"),
        (Code.VALUE_UNKNOWN, "- {task: A, status: finished}\n", "finished"),
    ],
)
def test_an_update_that_does_not_fit_is_told(p: Builder, code: Code, updates: str, marked: str) -> None:
    p.report("2022-09", "so-tu-phap", updates)
    p.refused(code, REPORT, marked)


@pytest.mark.parametrize(
    "updates",
    [
        "- {task: A, status: done, date: 2022-09-01}\n",
        "- {task: A, status: in-progress}\n",
        "- {task: B, period: 2022-09, status: in-progress}\n- {task: B, period: 2022-10, status: in-progress}\n",
        "- {task: C, status: done}\n",
        "- {task: F, status: none}\n",
        "- {task: D, status: done}\n",  # an exhortation is owed by nobody: anyone may speak of it
    ],
)
def test_an_update_that_fits_is_silent(p: Builder, updates: str) -> None:
    p.report("2022-09", "so-tu-phap", updates).silent()


def test_a_unit_that_only_takes_part_owes_nothing(p: Builder) -> None:
    p.report("2022-09", "so-noi-vu", "- {task: A, status: in-progress}\n")
    p.refused(Code.UPDATE_NOT_OWED, "data/progress/2022-09/so-noi-vu.yaml", "A")


def test_a_unit_that_was_assigned_or_exempted_later_may_report(p: Builder) -> None:
    paper = "document: {number: 1/QĐ, issuer: ubnd-tinh}"
    p.decisions(
        "2022-10",
        f"- {{id: q1, kind: assign, task: A, agencies: [so-noi-vu], from: 2022-09-20, {paper}}}\n"
        f"- {{id: q2, kind: exempt, task: A, agencies: [so-tu-phap], from: 2022-09-20, {paper}}}\n",
    )
    for agency in ("so-noi-vu", "so-tu-phap"):
        p.report("2022-09", agency, "- {task: A, status: in-progress}\n")
    p.silent()


def test_a_report_under_a_plan_that_is_not_there_is_told_once(p: Builder) -> None:
    p.write(REPORT, "plan: 2023\nmonth: 2022-09\nagency: so-tu-phap\nupdates:\n  - {task: X, status: done}\n")
    p.refused(Code.PLAN_UNKNOWN, REPORT, "2023", meant="2022")


@pytest.mark.parametrize(
    ("code", "decision", "marked"),
    [
        (
            Code.EXTENSION_DATE_MISSING,
            "{id: q, kind: extend, task: A, from: 2022-09-01, document: {number: 1/QĐ, issuer: ubnd-tinh}}",
            "extend",
        ),
        (
            Code.EXTENSION_NOT_BY_ISSUER,
            "{id: q, kind: extend, task: A, to: 2022-10-30, from: 2022-09-01, "
            "document: {number: 1/QĐ, issuer: so-noi-vu}}",
            "so-noi-vu",
        ),
        (
            Code.EXTENSION_NOT_BY_ISSUER,
            "{id: q, kind: extend, task: A, to: 2022-10-30, from: 2022-09-01, document: {number: 1/QĐ}}",
            "{number: 1/QĐ}",
        ),
        (
            Code.PERIOD_UNKNOWN,
            "{id: q, kind: drop, task: B, period: 2022-08, from: 2022-09-01, document: {number: 1/QĐ}}",
            "2022-08",
        ),
        (
            Code.PERIOD_NEEDLESS,
            "{id: q, kind: drop, task: A, period: 2022-10, from: 2022-09-01, document: {number: 1/QĐ}}",
            "2022-10",
        ),
        (
            Code.TASK_UNKNOWN,
            "{id: q, kind: drop, task: XYZ, from: 2022-09-01, document: {number: 1/QĐ}}",
            "XYZ",
        ),
        (
            Code.KEY_MISSING,
            "{id: q, kind: drop, task: A, document: {number: 1/QĐ}}",
            "{id: q, kind: drop, task: A, document: {number: 1/QĐ}}",
        ),
    ],
)
def test_a_decision_that_does_not_hold_is_told(p: Builder, code: Code, decision: str, marked: str) -> None:
    p.decisions("2022-09", f"- {decision}\n").refused(code, DECISIONS, marked)


@pytest.mark.parametrize(
    "decision",
    [
        "{id: q, kind: extend, task: A, to: 2022-10-30, from: 2022-09-01, "
        "document: {number: 1/QĐ, issuer: ubnd-tinh}}",
        "{id: q, kind: drop, task: B, period: 2022-09, from: 2022-09-01, document: {number: 1/QĐ}}",
        "{id: q, kind: exempt, task: C, agencies: [cac-so], from: 2022-09-01, document: {number: 1}}",
    ],
)
def test_a_decision_that_holds_is_silent(p: Builder, decision: str) -> None:
    p.decisions("2022-09", f"- {decision}\n").silent()


def test_a_unit_that_no_longer_is_does_not_owe(p: Builder) -> None:
    p.change(AGENCIES, "Sở Tài chính, kind: so", "Sở Tài chính, kind: so, until: 2022-07-31")
    p.report("2022-09", "so-tai-chinh", "- {task: E, status: in-progress}\n")
    p.refused(Code.UPDATE_NOT_OWED, "data/progress/2022-09/so-tai-chinh.yaml", "E")
