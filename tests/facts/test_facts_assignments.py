"""Tests of parplan.facts.assignments."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.assignments import (
    Assignment,
    assignments,
    decisions_in_sight,
    occurrences,
    standing_assignments,
)
from parplan.facts.viewpoint import Viewpoint, end_of_month_report
from workspaces import AGENCIES, HEAD, Builder

PAPER = "document: {number: 1/QĐ, issuer: ubnd-tinh}"


def owed(w: Builder, day: str = "2022-12-31", month: str = "") -> list[Assignment]:
    workspace = w.workspace()
    plan = workspace.plans[2022]
    view = end_of_month_report(plan.plan, Period.parse(month)) if month else Viewpoint(date.fromisoformat(day))
    return list(assignments(workspace, plan, view))


def keys(found: list[Assignment]) -> list[str]:
    return [" ".join(str(part) for part in a.key if part is not None) for a in found]


@pytest.mark.parametrize(
    ("task", "periods", "dues"),
    [
        ("kind: once, deadline: {rule: ngày 30/9/2022}", ["None"], ["2022-09-30"]),
        ("kind: once, deadline: {rule: trước ngày 30/9/2022}", ["None"], ["2022-09-29"]),
        ("kind: once", ["None"], ["2022-12-31"]),
        (
            "kind: periodic, deadline: {rule: hằng tháng}",
            ["2022-09", "2022-10", "2022-11", "2022-12"],
            ["2022-09-30", "2022-10-31", "2022-11-30", "2022-12-31"],
        ),
        ("kind: periodic, deadline: {rule: hằng quý}", ["2022-Q4"], ["2022-12-31"]),
        ("kind: periodic, deadline: {rule: 'hằng 6 tháng'}", ["2022-H2"], ["2022-12-31"]),
        ("kind: periodic, deadline: {rule: hằng năm}", ["2022"], ["2022-12-31"]),
        ("kind: periodic, deadline: {rule: năm 2022 và các năm tiếp theo}", ["2022"], ["2022-12-31"]),
        ("kind: periodic, deadline: {rule: giai đoạn 2022-2025}", ["2022"], ["2022-12-31"]),
        ("kind: once, deadline: {rule: cuối tháng 9}", ["None"], ["2022-09-30"]),
        ("kind: once, deadline: {rule: trước 30/9}", ["None"], ["2022-09-29"]),
        ("kind: ongoing", ["None"], ["None"]),
        ("kind: on-event", ["None"], ["None"]),
        ("kind: general", [], []),
    ],
)
def test_a_task_is_owed_as_its_kind_and_rule_say(
    w: Builder, task: str, periods: list[str], dues: list[str]
) -> None:
    plan = w.tasks(f"- {{id: A, lead: [so-tu-phap], {task}, …}}\n").plan()
    found = occurrences(plan.plan, plan.tasks[0], w.workspace().working_calendar)
    assert [str(o.period) for o in found] == periods
    assert [str(o.due.last) if o.due else "None" for o in found] == dues


def test_each_unit_of_each_lead_owes_the_task_once_however_groups_overlap(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [cac-huyen, tat-ca, so-tu-phap, hoi-an], with: [ubnd-tinh], …}\n")
    found = owed(w)
    assert keys(found) == ["A so-noi-vu", "A so-tu-phap", "A so-tai-chinh", "A hoi-an", "A dien-ban"]


def test_who_is_named_itself_owes_it_by_name_and_the_rest_as_a_group(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [cac-huyen, so-tu-phap, hoi-an], …}\n")
    assert {a.agency: a.common for a in owed(w)} == {"so-tu-phap": False, "hoi-an": False, "dien-ban": True}


def test_several_units_by_name_owe_it_each_for_itself(w: Builder) -> None:
    found = owed(w.tasks("- {id: A, kind: once, lead: [so-tai-chinh, so-tu-phap], …}\n"))
    assert keys(found) == ["A so-tu-phap", "A so-tai-chinh"]
    assert not any(a.common for a in found)


def test_a_unit_owes_the_periods_that_open_while_it_is_there(w: Builder) -> None:
    w.tasks("- {id: A, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}\n")
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, from: 2022-10-15, until: 2022-11-15")
    w.change(AGENCIES, "kinds: [huyen]", "members: [hoi-an]")
    assert keys(owed(w)) == ["A hoi-an 2022-11"]


def test_a_once_task_opens_with_its_stretch_or_the_plan(w: Builder) -> None:
    w.tasks(
        """\
- {id: A, kind: once, lead: [hoi-an], deadline: {rule: quý IV/2022}, …}
- {id: B, kind: once, lead: [hoi-an], deadline: {rule: ngày 01/10/2022}, …}
"""
    )
    assert [a.opens for a in owed(w)] == [date(2022, 10, 1), date(2022, 8, 1)]


ONCE = "- {id: A, kind: once, lead: [cac-huyen], deadline: {rule: ngày 30/9/2022}, …}\n"
MONTHLY = "- {id: A, kind: periodic, lead: [hoi-an], deadline: {rule: hằng tháng}, …}\n"


def test_an_extension_moves_the_due_day_from_its_day_on(w: Builder) -> None:
    w.tasks(ONCE).decisions(
        "2022-09",
        f"- {{id: q, kind: extend, task: A, agencies: [hoi-an], to: 2022-10-31, from: 2022-09-10, {PAPER}}}\n",
    )
    for day, due in (("2022-09-09", "2022-09-30"), ("2022-09-10", "2022-10-31")):
        hoi_an, dien_ban = owed(w, day)
        assert hoi_an.due is not None
        assert dien_ban.due is not None
        assert (str(hoi_an.due.last), str(dien_ban.due.last)) == (due, "2022-09-30")
        assert (hoi_an.extended is not None, dien_ban.extended) == (due == "2022-10-31", None)


def test_the_later_of_two_extensions_counts(w: Builder) -> None:
    w.tasks(ONCE).decisions(
        "2022-09",
        f"- {{id: q2, kind: extend, task: A, to: 2022-11-30, from: 2022-09-20, {PAPER}}}\n"
        f"- {{id: q1, kind: extend, task: A, to: 2022-10-31, from: 2022-09-10, {PAPER}}}\n",
    )
    assert [str(a.due.last) for a in owed(w) if a.due] == ["2022-11-30"] * 2


def test_an_extension_of_one_period_leaves_the_others(w: Builder) -> None:
    w.tasks(MONTHLY).decisions(
        "2022-09",
        f"- {{id: q, kind: extend, task: A, period: 2022-10, to: 2022-11-10, from: 2022-09-20, {PAPER}}}\n",
    )
    dues = [str(a.due.last) for a in owed(w) if a.due]
    assert dues == ["2022-09-30", "2022-11-10", "2022-11-30", "2022-12-31"]


@pytest.mark.parametrize("kind", ["exempt", "drop"])
def test_what_is_taken_away_is_what_had_not_fallen_due(w: Builder, kind: str) -> None:
    w.tasks(MONTHLY).decisions("2022-10", f"- {{id: q, kind: {kind}, task: A, from: 2022-10-31, {PAPER}}}\n")
    assert keys(owed(w, "2022-10-30")) == [
        "A hoi-an 2022-09",
        "A hoi-an 2022-10",
        "A hoi-an 2022-11",
        "A hoi-an 2022-12",
    ]
    assert keys(owed(w, "2022-10-31")) == ["A hoi-an 2022-09"]


def test_an_exemption_of_one_unit_leaves_the_others(w: Builder) -> None:
    w.tasks(ONCE).decisions(
        "2022-09", f"- {{id: q, kind: exempt, task: A, agencies: [hoi-an], from: 2022-09-10, {PAPER}}}\n"
    )
    assert keys(owed(w)) == ["A dien-ban"]


def test_what_is_assigned_later_is_owed_from_that_day(w: Builder) -> None:
    w.tasks(MONTHLY).decisions(
        "2022-10", f"- {{id: q, kind: assign, task: A, agencies: [cac-so], from: 2022-11-10, {PAPER}}}\n"
    )
    found = [a for a in owed(w) if a.agency != "hoi-an"]
    assert keys(found)[:3] == ["A so-noi-vu 2022-11", "A so-tu-phap 2022-11", "A so-tai-chinh 2022-11"]
    assert {str(a.period) for a in found} == {"2022-11", "2022-12"}
    assert {(str(a.period), a.opens) for a in found} == {
        ("2022-11", date(2022, 11, 10)),
        ("2022-12", date(2022, 12, 1)),
    }
    assert all(a.common for a in found)


def test_what_is_assigned_to_a_unit_itself_is_owed_by_name(w: Builder) -> None:
    w.tasks(ONCE).decisions(
        "2022-09", f"- {{id: q, kind: assign, task: A, agencies: [so-tu-phap], from: 2022-09-10, {PAPER}}}\n"
    )
    assert {a.agency: a.common for a in owed(w)} == {"so-tu-phap": False, "hoi-an": True, "dien-ban": True}


def test_what_is_assigned_to_a_unit_yet_to_come_is_owed_from_the_first_period_that_opens_for_it(
    w: Builder,
) -> None:
    w.change(AGENCIES, "Điện Bàn, kind: huyen", "Điện Bàn, kind: huyen, from: 2022-10-15")
    w.tasks(MONTHLY).decisions(
        "2022-09", f"- {{id: q, kind: assign, task: A, agencies: [dien-ban], from: 2022-09-10, {PAPER}}}\n"
    )
    assert keys([a for a in owed(w) if a.agency == "dien-ban"]) == ["A dien-ban 2022-11", "A dien-ban 2022-12"]


@pytest.mark.parametrize("kind", ["exempt", "drop"])
@pytest.mark.parametrize("name", ["hoi-an", "cac-huyen"])
def test_a_unit_that_is_gone_can_still_be_freed_of_what_it_owes(w: Builder, kind: str, name: str) -> None:
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, until: 2022-09-15")
    w.tasks(ONCE.replace("cac-huyen", "hoi-an")).decisions(
        "2022-09", f"- {{id: q, kind: {kind}, task: A, agencies: [{name}], from: 2022-09-20, {PAPER}}}\n"
    )
    assert (keys(owed(w, "2022-09-19")), owed(w, "2022-09-20")) == (["A hoi-an"], [])


def test_an_exemption_of_a_group_holds_for_those_who_join_it_later(w: Builder) -> None:
    w.change(AGENCIES, "Điện Bàn, kind: huyen", "Điện Bàn, kind: huyen, from: 2022-10-15")
    w.tasks(MONTHLY.replace("hoi-an", "tat-ca")).decisions(
        "2022-09", f"- {{id: q, kind: exempt, task: A, agencies: [cac-huyen], from: 2022-09-01, {PAPER}}}\n"
    )
    assert {a.agency for a in owed(w)} == {"so-noi-vu", "so-tu-phap", "so-tai-chinh"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("extend, to: 2022-10-31", "exempt", []),
        ("exempt", "extend, to: 2022-10-31", []),
        ("exempt", "assign", ["A hoi-an"]),
        ("assign", "exempt", []),
        ("drop", "assign", ["A hoi-an"]),
    ],
)
def test_of_decisions_of_one_day_each_changes_what_those_above_it_left(
    w: Builder, first: str, second: str, expected: list[str]
) -> None:
    about = f"task: A, agencies: [hoi-an], from: 2022-09-10, {PAPER}"
    w.tasks(ONCE.replace("cac-huyen", "hoi-an")).decisions(
        "2022-09", f"- {{id: q1, kind: {first}, {about}}}\n- {{id: q2, kind: {second}, {about}}}\n"
    )
    workspace = w.load().workspace
    found = assignments(workspace, workspace.plans[2022], Viewpoint(date(2022, 12, 31)))
    assert keys(list(found)) == expected


def test_a_decision_about_one_period_leaves_the_others(w: Builder) -> None:
    about = f"task: A, period: 2022-10, {PAPER}"
    w.tasks(MONTHLY).decisions(
        "2022-09",
        f"- {{id: q1, kind: exempt, agencies: [hoi-an], from: 2022-09-10, {about}}}\n"
        f"- {{id: q2, kind: assign, agencies: [dien-ban], from: 2022-09-10, {about}}}\n",
    )
    assert keys(owed(w)) == [
        "A hoi-an 2022-09",
        "A dien-ban 2022-10",
        "A hoi-an 2022-11",
        "A hoi-an 2022-12",
    ]


def test_rules_that_speak_of_working_days_go_by_the_workspace_s_calendar(w: Builder) -> None:
    day = "name: Nghỉ, mark: read, source: x"
    w.tasks(
        """\
- {id: A, kind: once, lead: [hoi-an], deadline: {rule: trong vòng 05 ngày làm việc kể từ ngày 12/9}, …}
- {id: B, kind: periodic, lead: [hoi-an], deadline: {rule: 'hằng quý, ngày làm việc cuối cùng'}, …}
- {id: C, kind: once, lead: [hoi-an], deadline: {rule: trước 15/9}, …}
"""
    ).write(
        "data/calendar.yaml",
        f"days:\n- {{date: 2022-09-14, kind: 'off', {day}}}\n- {{date: 2022-12-31, kind: working, {day}}}\n",
    )
    found = [(str(a.due.last), a.opens) for a in owed(w) if a.due]
    assert found == [
        ("2022-09-20", date(2022, 9, 12)),  # the 14th is off, the 17th and 18th a weekend
        ("2022-12-31", date(2022, 10, 1)),  # a Saturday that is worked
        ("2022-09-14", date(2022, 8, 1)),  # off, and not moved
    ]


def test_a_unit_that_owes_already_is_not_assigned_twice(w: Builder) -> None:
    w.tasks(ONCE).decisions(
        "2022-09", f"- {{id: q, kind: assign, task: A, agencies: [hoi-an], from: 2022-09-10, {PAPER}}}\n"
    )
    assert keys(owed(w)) == ["A hoi-an", "A dien-ban"]
    assert all(a.common for a in owed(w))


def test_a_month_s_report_does_not_see_a_decision_of_a_later_folder(w: Builder) -> None:
    w.tasks(ONCE).decisions("2022-10", f"- {{id: q, kind: drop, task: A, from: 2022-09-01, {PAPER}}}\n")
    assert len(owed(w, month="2022-09")) == 2
    assert owed(w, month="2022-10") == []
    assert owed(w, "2022-09-14") == []


def test_a_plan_of_a_known_day_owes_its_first_whole_month(w: Builder) -> None:
    for starts, first in (("2022-08-01", "2022-08"), ("2022-08-02", "2022-09"), ("2022-08", "2022-09")):
        w.tasks(MONTHLY, HEAD.replace("starts: 2022-08", f"starts: {starts}"))
        assert keys(owed(w))[0] == f"A hoi-an {first}"


def test_only_the_plan_s_own_decisions_are_in_sight(w: Builder) -> None:
    drop = f"- {{id: q, kind: drop, task: A, from: 2022-09-01, {PAPER}}}\n"
    w.tasks(ONCE).write("data/progress/2022-09/decisions.yaml", f"plan: 2021\nmonth: 2022-09\ndecisions:\n{drop}")
    workspace = w.load().workspace
    assert decisions_in_sight(workspace, workspace.plans[2022], Viewpoint(date(2022, 12, 31))) == ()


def test_of_some_tasks_only_what_is_owed_of_them_is_told(w: Builder) -> None:
    workspace = w.workspace()
    plan = workspace.plans[2022]
    some = assignments(workspace, plan, Viewpoint(date(2022, 12, 31)), plan.tasks[:1])
    assert {assignment.task.id for assignment in some} == {"A"}
    assert not assignments(workspace, plan, Viewpoint(date(2022, 12, 31)), [])


def test_a_duty_without_a_day_is_owed_as_was_decided_by_the_day_asked_about(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [hoi-an, dien-ban], …}\n").decisions(
        "2022-10", f"- {{id: q, kind: exempt, task: C, agencies: [hoi-an], from: 2022-10-10, {PAPER}}}\n"
    )
    workspace = w.workspace()
    plan, view = workspace.plans[2022], Viewpoint(date(2022, 12, 31))
    owing = [
        [owed.agency for owed in standing_assignments(workspace, plan, view, date(2022, 10, day))]
        for day in (9, 10)
    ]
    assert owing == [["hoi-an", "dien-ban"], ["dien-ban"]]
