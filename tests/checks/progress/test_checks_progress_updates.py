"""Tests of parplan.checks.progress.updates."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from parplan.where import Where
from workspaces import AGENCIES, PLAN, REPORT, Builder, asked_for

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], with: [so-noi-vu], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [cac-so], …}
- {id: D, kind: general, lead: [cac-huyen], …}
- {id: E, kind: once, lead: [so-tai-chinh], …}
- {id: F, kind: on-event, lead: [cac-so], …}
"""

EVIDENCE = "evidence: [{type: document, number: 1/BC}]"


@pytest.fixture
def p(w: Builder) -> Builder:
    return w.tasks(TASKS)


@pytest.mark.parametrize(
    ("code", "updates", "marked"),
    [
        (Code.UPDATE_NOT_OWED, "- {task: E, status: in-progress}\n", "E"),
        (
            Code.UPDATE_DUPLICATE,
            f"- {{task: A, status: in-progress}}\n- {{task: A, status: done, date: 2022-09-01, {EVIDENCE}}}\n",
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
        (Code.UPDATE_DATE_MISSING, f"- {{task: A, status: done, {EVIDENCE}}}\n", "done"),
        (Code.STATUS_UNFIT, "- {task: A, status: none}\n", "none"),
        (Code.VALUE_UNKNOWN, "- {task: A, status: postponed}\n", "postponed"),
    ],
)
def test_an_update_that_does_not_fit_is_told(p: Builder, code: Code, updates: str, marked: str) -> None:
    p.report("2022-09", "so-tu-phap", updates)
    p.refused(code, REPORT, marked)


def test_a_period_written_short_is_told_with_what_was_meant(p: Builder) -> None:
    p.report("2022-09", "so-tu-phap", "- {task: B, period: 2022-9, status: in-progress}\n")
    p.refused(Code.PERIOD_INVALID, REPORT, "period: «2022-9», status", meant="2022-09")


@pytest.mark.parametrize(
    "updates",
    [
        f"- {{task: A, status: done, date: 2022-09-01, {EVIDENCE}}}\n",
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


def test_a_unit_that_was_not_there_when_a_task_opened_does_not_owe_it(p: Builder) -> None:
    p.change(AGENCIES, "Sở Tài chính, kind: so", "Sở Tài chính, kind: so, from: 2022-09-01")
    p.report("2022-09", "so-tai-chinh", "- {task: E, status: in-progress}\n")
    p.refused(Code.UPDATE_NOT_OWED, "data/progress/2022-09/so-tai-chinh.yaml", "E")


def test_a_unit_that_came_later_owes_what_opens_from_then_on(p: Builder) -> None:
    p.change(AGENCIES, "Sở Tư pháp, kind: so", "Sở Tư pháp, kind: so, from: 2022-10-01")
    p.report("2022-10", "so-tu-phap", "- {task: B, period: 2022-10, status: in-progress}\n").silent()


def test_a_typing_error_in_who_leads_a_task_is_told_once(p: Builder) -> None:
    p.tasks("- {id: E, kind: once, lead: [so-tai-chin], …}\n")
    p.report("2022-09", "so-tai-chinh", "- {task: E, status: in-progress}\n")
    p.refused(Code.AGENCY_UNKNOWN, PLAN, "so-tai-chin", meant="so-tai-chinh")


DONE = f"status: done, {EVIDENCE}"


@pytest.mark.parametrize(
    ("code", "update", "marked"),
    [
        (Code.DATE_BEFORE_PLAN, f"{{task: A, date: 2022-07-31, {DONE}}}", "2022-07-31"),
        (Code.DATE_BEFORE_PLAN, "{task: C, date: 2021-09-10, status: in-progress}", "2021-09-10"),
        (Code.DATE_BEFORE_PLAN, f"{{task: B, period: 2022-10, date: 2022-07-31, {DONE}}}", "2022-07-31"),
        (Code.PERIOD_NOT_BEGUN, f"{{task: B, period: 2022-10, date: 2022-09-09, {DONE}}}", "2022-10"),
    ],
)
def test_a_day_that_cannot_be_is_told(p: Builder, code: Code, update: str, marked: str) -> None:
    p.report("2022-09", "so-tu-phap", f"- {update}\n").refused(code, REPORT, marked)


@pytest.mark.parametrize(
    "update",
    [
        f"{{task: A, date: 2022-08-01, {DONE}}}",
        f"{{task: B, period: 2022-09, date: 2022-09-01, {DONE}}}",
        f"{{task: B, period: 2022-09, date: 2022-09-14, {DONE}}}",
        "{task: B, period: 2022-10, date: 2022-09-09, status: in-progress}",  # work may begin early
    ],
)
def test_a_day_that_can_be_is_silent(p: Builder, update: str) -> None:
    p.report("2022-09", "so-tu-phap", f"- {update}\n").silent()


OCTOBER = "data/progress/2022-10/so-tu-phap.yaml"


def test_what_was_done_and_is_not_any_more_is_told_at_the_later_word(p: Builder) -> None:
    p.report("2022-10", "so-tu-phap", "- {task: A, status: in-progress}\n")
    p.report("2022-09", "so-tu-phap", f"- {{task: A, date: 2022-09-01, {DONE}}}\n")
    p.report("2022-11", "so-tu-phap", "- {task: A, status: in-progress}\n")  # said once is enough
    p.refused(Code.DONE_UNDONE, OCTOBER, "in-progress")
    (finding,) = asked_for(p.load())
    assert finding.values["first"] == Where(REPORT, ("updates", 0, "status"))


def test_a_period_is_undone_only_by_a_word_about_that_period(p: Builder) -> None:
    p.report("2022-09", "so-tu-phap", f"- {{task: B, period: 2022-09, date: 2022-09-10, {DONE}}}\n")
    p.report("2022-10", "so-tu-phap", "- {task: B, period: 2022-10, status: not-started}\n").silent()
    p.report("2022-11", "so-tu-phap", "- {task: B, period: 2022-09, status: not-started}\n")
    p.refused(Code.DONE_UNDONE, "data/progress/2022-11/so-tu-phap.yaml", "not-started")


def test_of_two_reports_that_do_not_say_whose_they_are_none_undoes_the_other(p: Builder) -> None:
    p.report("2022-09", "so-tu-phap", f"- {{task: A, date: 2022-09-01, {DONE}}}\n")
    p.report("2022-10", "so-noi-vu", "- {task: A, status: in-progress}\n")
    p.change(REPORT, "agency: so-tu-phap\n", "").change(
        "data/progress/2022-10/so-noi-vu.yaml", "agency: so-noi-vu\n", ""
    )
    assert set(p.codes()) == {"key-missing"}


@pytest.mark.parametrize(("task", "later"), [("C", "in-progress"), ("F", "none"), ("A", "done, date: 2022-09-02")])
def test_a_standing_duty_is_told_of_anew_each_month_and_done_may_be_said_twice(
    p: Builder, task: str, later: str
) -> None:
    p.report("2022-09", "so-tu-phap", f"- {{task: {task}, date: 2022-09-01, {DONE}}}\n")
    p.report("2022-10", "so-tu-phap", f"- {{task: {task}, status: {later}, {EVIDENCE}}}\n").silent()


PAPER = "document: {number: 1/QĐ, issuer: ubnd-tinh}"
ASSIGNED = f"- {{id: q1, kind: assign, task: A, agencies: [so-noi-vu], from: 2022-09-20, {PAPER}}}\n"
EXEMPTED = f"- {{id: q2, kind: exempt, task: A, agencies: [so-noi-vu], from: 2022-09-25, {PAPER}}}\n"
AT_WORK = "- {task: A, status: in-progress}\n"


@pytest.mark.parametrize(
    ("decisions", "agency", "owed"),
    [
        ("", "so-tu-phap", True),
        ("", "so-noi-vu", False),
        (ASSIGNED, "so-noi-vu", True),
        (ASSIGNED, "so-tu-phap", True),  # a unit more does not take the duty from the first
        (ASSIGNED, "so-tai-chinh", False),
        (ASSIGNED + EXEMPTED, "so-noi-vu", True),  # it owed the task for some days
        (EXEMPTED.replace("exempt", "drop").replace("agencies: [so-noi-vu], ", ""), "so-tu-phap", True),
        (EXEMPTED.replace("exempt", "drop").replace("agencies: [so-noi-vu], ", ""), "so-noi-vu", False),
    ],
)
def test_who_ever_owed_a_task_may_speak_of_it_whatever_was_decided(
    p: Builder, decisions: str, agency: str, owed: bool
) -> None:
    if decisions:
        p.decisions("2022-10", decisions)
    p.report("2022-09", agency, AT_WORK)
    assert (Code.UPDATE_NOT_OWED in {finding.code for finding in p.load().findings}) != owed


def test_while_a_decision_names_an_unknown_unit_nobody_is_said_not_to_owe_its_task(p: Builder) -> None:
    p.decisions("2022-10", ASSIGNED.replace("[so-noi-vu]", "[so-noi-vuu]")).report("2022-09", "so-noi-vu", AT_WORK)
    p.refused(Code.AGENCY_UNKNOWN, "data/progress/2022-10/decisions.yaml", "so-noi-vuu", meant="so-noi-vu")


def test_what_was_decided_under_another_plan_is_not_owed_under_this_one(p: Builder) -> None:
    later = ASSIGNED.replace("2022", "2023")
    p.next_plan().write("data/progress/2023-09/decisions.yaml", f"plan: 2023\nmonth: 2023-09\ndecisions:\n{later}")
    p.report("2022-09", "so-noi-vu", AT_WORK)
    assert Code.UPDATE_NOT_OWED in {finding.code for finding in p.load().findings}


def test_a_unit_that_nobody_knows_is_told_once(p: Builder) -> None:
    p.report("2022-09", "so-khong-co", "- {task: E, status: in-progress}\n")
    p.refused(Code.AGENCY_UNKNOWN, "data/progress/2022-09/so-khong-co.yaml", "agency: «so-khong-co»")


def test_what_is_not_owed_is_told_with_its_unit_and_title(p: Builder) -> None:
    p.report("2022-09", "so-tu-phap", "- {task: E, status: none}\n")
    values = {finding.code: finding.values for finding in asked_for(p.load())}
    assert values == {
        Code.UPDATE_NOT_OWED: {
            "agency": "so-tu-phap",
            "agency_name": "Sở Tư pháp",
            "task": "E",
            "title": "Việc",
        },
        Code.STATUS_UNFIT: {"status": "none", "kind": "once"},
    }


def test_an_update_said_twice_is_told_with_the_first_and_as_nothing_else(p: Builder) -> None:
    p.report(
        "2022-09", "so-tu-phap", f"- {{task: A, date: 2022-09-01, {DONE}}}\n- {{task: A, status: in-progress}}\n"
    )
    p.refused(Code.UPDATE_DUPLICATE, REPORT, "{task: «A», status: in-progress")
    (finding,) = asked_for(p.load())
    assert finding.values == {"task": "A", "first": Where(REPORT, ("updates", 0, "task"))}


@pytest.mark.parametrize("period", ["2023-10", "2022-Q4"])
def test_a_day_is_not_held_against_a_period_that_the_task_has_not(p: Builder, period: str) -> None:
    p.report("2022-09", "so-tu-phap", f"- {{task: B, period: {period}, date: 2022-09-01, {DONE}}}\n")
    p.refused(Code.PERIOD_UNKNOWN, REPORT, period)
