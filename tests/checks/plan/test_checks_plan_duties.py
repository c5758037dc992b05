"""Tests of parplan.checks.plan.duties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parplan.checks.plan.duties import check_agencies
from parplan.finding import Code
from workspaces import AGENCIES, PLAN, Builder

WITHOUT = Code.AGENCY_WITHOUT_TASK
SOME = "- {id: A, kind: once, lead: [so-tu-phap], with: [cac-huyen], …}\n"
"""Everybody has something to do but Sở Tài chính: Sở Nội vụ gathers the reports, UBND tỉnh reads them."""


def test_a_unit_that_no_task_names_is_told_at_its_id(w: Builder) -> None:
    w.tasks(SOME).refused(WITHOUT, AGENCIES, "{id: «so-tai-chinh»")


def test_a_unit_that_came_with_the_second_plan_has_something_to_do_in_it(w: Builder) -> None:
    w.tasks(SOME).next_plan().change(
        AGENCIES, "Sở Tài chính, kind: so", "Sở Tài chính, kind: so, from: 2023-01-01"
    )
    w.refused(WITHOUT, AGENCIES, "{id: «so-tai-chinh»")


def test_who_hears_what_came_of_the_work_has_no_need_of_a_task(w: Builder) -> None:
    w.tasks(SOME).change(PLAN, "to: [ubnd-tinh]", "to: [ubnd-tinh, so-tai-chinh]").silent(WITHOUT)


@pytest.mark.parametrize(
    "more",
    [
        "- {id: B, kind: general, lead: [so-tai-chinh], …}\n",
        "- {id: B, kind: once, lead: [so-tu-phap], with: [so-tai-chinh], …}\n",
        "- {id: B, kind: once, lead: [tat-ca], …}\n",  # a group in a group
        "- {id: B, kind: once, lead: [cac-so], …}\n",
    ],
)
def test_a_unit_that_leads_or_takes_part_is_silent(w: Builder, more: str) -> None:
    w.tasks(SOME + more).silent(WITHOUT)


def test_a_unit_that_was_assigned_a_task_later_is_silent(w: Builder) -> None:
    paper = "document: {number: 1/QĐ, issuer: ubnd-tinh}"
    decision = f"{{id: q, kind: assign, task: A, agencies: [so-tai-chinh], from: 2022-09-01, {paper}}}"
    w.tasks(SOME).decisions("2022-09", f"- {decision}\n").silent(WITHOUT)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("until: 2022-07-31", False),
        ("until: 2022-08-01", True),
        ("from: 2022-12-31", True),
        ("from: 2023-01-01", False),
    ],
)
def test_a_unit_that_was_not_there_during_the_plan_is_silent(w: Builder, days: str, told: bool) -> None:
    w.tasks(SOME).change(AGENCIES, "Sở Tài chính, kind: so", f"Sở Tài chính, kind: so, {days}")
    if told:
        w.refused(WITHOUT, AGENCIES, "{id: «so-tai-chinh»")
    else:
        w.silent(WITHOUT)


@pytest.mark.parametrize(
    ("task", "code", "marked", "meant"),
    [
        ("{id: B, kind: once, lead: [so-tai-chin], …}", Code.AGENCY_UNKNOWN, "«so-tai-chin»]", "so-tai-chinh"),
        ("{id: B, kind: onec, lead: [so-tai-chinh], …}", Code.VALUE_UNKNOWN, "onec", "once"),
    ],
)
def test_a_unit_whose_task_may_be_the_one_in_error_is_not_told_too(
    w: Builder, task: str, code: Code, marked: str, meant: str
) -> None:
    w.tasks(f"{SOME}- {task}\n")
    assert [finding.code for finding in w.load().findings if finding.code is not Code.GROUP_UNUSED] == [code]
    w.refused(code, PLAN, marked, meant=meant)


def test_a_unit_of_an_unknown_kind_may_be_in_any_group(w: Builder) -> None:
    w.tasks(SOME + "- {id: B, kind: once, lead: [cac-so], …}\n")
    w.change(AGENCIES, "Sở Tài chính, kind: so", "Sở Tài chính, kind: soo")
    assert WITHOUT not in {finding.code for finding in w.load().findings}


def test_a_group_that_holds_itself_leaves_nobody_without_a_task(w: Builder) -> None:
    w.tasks(SOME + "- {id: B, kind: once, lead: [cac-so], …}\n")
    w.change(AGENCIES, "name: các Sở, kinds: [so]}", "name: các Sở, members: [cac-so]}")
    assert WITHOUT not in {finding.code for finding in w.load().findings}


def test_without_a_plan_that_can_be_read_nobody_is_told(w: Builder) -> None:
    w.remove(PLAN).silent(WITHOUT)
    w.write(PLAN, "").refused(Code.FILE_EMPTY, PLAN, "")
    assert WITHOUT not in {finding.code for finding in w.load().findings}


@pytest.mark.parametrize(
    ("names", "marked", "key"),
    [
        ("lead: [so-tu-phap, hoi-an, so-tu-phap]", "hoi-an, «so-tu-phap»", "lead"),
        ("lead: [so-tu-phap], with: [hoi-an, hoi-an]", "hoi-an, «hoi-an»", "with"),
        ("lead: [so-tu-phap], with: [hoi-an, so-tu-phap]", "hoi-an, «so-tu-phap»", "with"),
        ("lead: [cac-so], with: [cac-so]", "with: [«cac-so»]", "with"),
    ],
)
def test_a_name_that_a_task_lists_twice_is_told_the_second_time(
    w: Builder, names: str, marked: str, key: str
) -> None:
    w.tasks(f"- {{id: A, kind: ongoing, {names}, …}}\n").refused(Code.LEAD_REPEATED, PLAN, marked)
    told = {finding.values["list"] for finding in w.load().findings if finding.code is Code.LEAD_REPEATED}
    assert told == {key}


@pytest.mark.parametrize(
    "names", ["lead: [so-tu-phap, hoi-an], with: [dien-ban]", "lead: [cac-so], with: [so-tu-phap]"]
)
def test_a_group_and_a_unit_in_it_are_two_names(w: Builder, names: str) -> None:
    w.tasks(f"- {{id: A, kind: ongoing, {names}, …}}\n").silent()


@pytest.mark.parametrize(
    ("unread", "told"),
    [
        ("data/plan-2023.yaml", False),
        ("data/progress/2022-09/decisions.yaml", False),
        ("data/progress/2022-09/", False),  # nobody knows what lies in a folder that cannot be read
        ("data/progress/2022-09/so-tu-phap.yaml", True),
        ("data/results/2022.yaml", True),
    ],
)
def test_while_a_file_that_may_give_work_is_unread_nobody_is_without_it(
    w: Builder, unread: str, told: bool
) -> None:
    found = check_agencies(replace(w.tasks(SOME).workspace(), unread=frozenset({unread})))
    assert [finding.values["name"] for finding in found] == (["Sở Tài chính"] if told else [])


def test_while_a_record_has_an_error_nobody_is_without_work(w: Builder) -> None:
    assert [*check_agencies(replace(w.tasks(SOME).workspace(), left_out=frozenset({"B"})))] == []


def test_an_exemption_gives_no_work(w: Builder) -> None:
    more = "- {id: B, kind: once, lead: [hoi-an], …}\n"
    paper = "document: {number: 1/QĐ, issuer: ubnd-tinh}"
    w.tasks(SOME + more).decisions(
        "2022-09",
        f"- {{id: q, kind: exempt, task: B, agencies: [hoi-an, so-tai-chinh], from: 2022-09-01, {paper}}}\n",
    )
    assert Code.AGENCY_WITHOUT_TASK in {finding.code for finding in w.load().findings}
