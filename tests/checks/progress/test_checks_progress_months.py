"""Tests of parplan.checks.progress.months."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import AGENCIES, HEAD, REPORT, TASKS, Builder

PAPER = "document: {number: 1/BC-STP, date: 2022-09-20}"


@pytest.mark.parametrize("month", ["2022-07", "2023-02", "2021-09"])
def test_a_month_that_no_report_of_the_plan_tells_of_is_told(w: Builder, month: str) -> None:
    w.report(month, "so-tu-phap").refused(
        Code.MONTH_OUTSIDE_PLAN, f"data/progress/{month}/so-tu-phap.yaml", f"month: «{month}»"
    )


def test_decisions_are_of_a_month_of_the_plan_too(w: Builder) -> None:
    w.decisions("2023-02", " []\n").refused(
        Code.MONTH_OUTSIDE_PLAN, "data/progress/2023-02/decisions.yaml", "month: «2023-02»"
    )


@pytest.mark.parametrize("month", ["2022-08", "2022-12", "2023-01"])
def test_the_plan_s_last_days_are_reported_in_the_month_after(w: Builder, month: str) -> None:
    w.report(month, "so-tu-phap").decisions(month, " []\n").silent()


def test_the_month_after_the_plan_still_tells_of_it_and_no_later_one(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [tat-ca], …}\n", HEAD.replace("2022-12-31", "2022-12-14"))
    w.report("2023-01", "so-tu-phap")
    w.silent()
    w.report("2023-02", "so-tu-phap")
    w.refused(Code.MONTH_OUTSIDE_PLAN, "data/progress/2023-02/so-tu-phap.yaml", "month: «2023-02»")


def test_a_month_that_contradicts_its_folder_is_told_once(w: Builder) -> None:
    w.write(REPORT, "plan: 2022\nmonth: 2023-09\nagency: so-tu-phap\nreceived: 2022-09-16\n")
    w.refused(Code.FILE_CONTRADICTS_HEAD, REPORT, "2023-09")


@pytest.mark.parametrize(
    ("days", "there"),
    [
        ("until: 2022-08-14", False),
        ("until: 2022-08-15", True),  # September's report tells of the second half of August
        ("from: 2022-09-30", True),
        ("from: 2022-10-01", False),
    ],
)
def test_a_unit_that_was_not_there_does_not_report(w: Builder, days: str, there: bool) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [so-tai-chinh], …}\n")
    w.change(AGENCIES, "Sở Tư pháp, kind: so", f"Sở Tư pháp, kind: so, {days}").report("2022-09", "so-tu-phap")
    if there:
        w.silent()
    else:
        w.refused(Code.AGENCY_NOT_THERE, REPORT, "agency: «so-tu-phap»")


@pytest.mark.parametrize(
    ("code", "received"),
    [
        (Code.RECEIVED_BEFORE_MONTH, "2022-08-14"),
        (None, "2022-08-15"),
        (None, "2022-09-17"),
        (Code.REPORT_LATE, "2022-09-18"),
        (Code.REPORT_LATE, "2022-11-02"),
    ],
)
def test_a_report_comes_in_between_its_month_s_first_day_and_the_last_to_send(
    w: Builder, code: Code | None, received: str
) -> None:
    w.report("2022-09", "so-tu-phap", received=received)
    if code is None:
        w.silent()
    else:
        w.refused(code, REPORT, received)


def test_a_late_report_says_how_late(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", received="2022-09-20")
    (finding,) = (f for f in w.load().findings if f.code is Code.REPORT_LATE)
    assert finding.values["n"] == 3


@pytest.mark.parametrize(
    ("updates", "more", "marked"),
    [
        ("- {task: A, status: in-progress, date: 2022-09-17}\n", "", "2022-09-17"),
        ("", PAPER, "2022-09-20"),
        (
            "- {task: C, status: done, evidence: [{type: system, title: x, date: 2022-12-09}]}\n",
            "",
            "2022-12-09",
        ),
    ],
)
def test_what_a_report_tells_had_happened_when_it_came_in(
    w: Builder, updates: str, more: str, marked: str
) -> None:
    w.report("2022-09", "so-tu-phap", updates, received="2022-09-16", more=more)
    w.refused(Code.DATE_AFTER_RECEIVED, REPORT, marked)


@pytest.mark.parametrize("received", ["2022-09-16", ""])
def test_what_happened_after_the_closing_day_is_told_to_count_later(w: Builder, received: str) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress, date: 2022-09-15}\n", received=received)
    w.refused(Code.DATE_AFTER_CLOSING, REPORT, "2022-09-15")


def test_a_report_of_the_closing_day_sent_and_signed_after_it_is_silent(w: Builder) -> None:
    updates = "- {task: A, status: in-progress, date: 2022-09-14, expected: 2022-10-30}\n"
    w.report("2022-09", "so-tu-phap", updates, received="2022-09-16", more=PAPER.replace("09-20", "09-16"))
    w.silent()


def test_a_day_of_receipt_that_cannot_be_makes_no_other_day_wrong(w: Builder) -> None:
    updates = "- {task: A, status: in-progress, date: 2022-09-14}\n"
    w.report("2022-09", "so-tu-phap", updates, received="2022-06-16")
    w.refused(Code.RECEIVED_BEFORE_MONTH, REPORT, "2022-06-16")


def test_a_plan_that_ends_before_it_starts_has_no_months(w: Builder) -> None:
    w.tasks(TASKS, HEAD.replace("2022-12-31", "2021-12-31")).report("2022-09", "so-tu-phap")
    assert Code.MONTH_OUTSIDE_PLAN not in {finding.code for finding in w.load().findings}


def test_a_month_is_held_against_its_own_plan_only(w: Builder) -> None:
    w.next_plan().report("2022-09", "so-tu-phap")
    w.write("data/progress/2023-09/so-noi-vu.yaml", "plan: 2023\nmonth: 2023-09\nagency: so-noi-vu\nupdates: []\n")
    w.silent()


def test_no_day_is_held_against_a_month_that_contradicts_its_folder(w: Builder) -> None:
    w.write(
        REPORT,
        "plan: 2022\nmonth: 2022-08\nagency: so-tu-phap\nupdates:\n"
        "  - {task: A, status: in-progress, date: 2022-09-10}\n",
    )
    w.refused(Code.FILE_CONTRADICTS_HEAD, REPORT, "month: «2022-08»")


@pytest.mark.parametrize("received", ["2022-08-15", "2022-08-20"])
def test_from_its_month_s_first_day_on_a_report_tells_of_nothing_later_than_itself(
    w: Builder, received: str
) -> None:
    update = "- {task: A, status: in-progress, date: 2022-09-01}\n"
    w.report("2022-09", "so-tu-phap", update, received=received).refused(
        Code.DATE_AFTER_RECEIVED, REPORT, "2022-09-01"
    )


def test_a_letter_without_a_day_came_whenever_it_came(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", received="2022-09-16", more="document: {number: 1/BC-STP}").silent()


def test_what_happened_on_the_very_day_of_receipt_may_count_later(w: Builder) -> None:
    update = "- {task: A, status: in-progress, date: 2022-09-16}\n"
    w.report("2022-09", "so-tu-phap", update, received="2022-09-16")
    w.refused(Code.DATE_AFTER_CLOSING, REPORT, "date: «2022-09-16»")
