"""Tests of parplan.facts.form: what a unit is asked about in a month, and which month is open."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.form import asked_of, month_file, month_open, went_up
from workspaces import Builder

SEPTEMBER = Period.parse("2022-09")


def asked(w: Builder, month: str, agency: str = "so-tu-phap") -> list[tuple[str, str, bool, str]]:
    """Task, period, whether the month's own file tells of it, and what an earlier one told."""
    return [
        (
            one.assignment.task.id,
            str(one.assignment.period or ""),
            one.said is not None,
            one.before.update.status if one.before else "",
        )
        for one in asked_of(w.standings(month=month), agency)
    ]


def test_a_unit_is_asked_about_what_has_begun_and_is_not_done_and_its_duties(w: Builder) -> None:
    assert asked(w, "2022-09") == [
        ("A", "", False, ""),
        ("B", "2022-09", False, ""),
        ("C", "", False, ""),
    ]
    assert asked(w, "2022-09", "hoi-an") == [("C", "", False, "")]


def test_what_opens_on_the_closing_day_is_asked_about(w: Builder) -> None:
    for day, tasks in (("2022-09-14", ["A", "C"]), ("2022-09-15", ["C"])):
        paper = "document: {number: 1/QĐ, issuer: ubnd-tinh}"
        decision = f"{{id: q, kind: assign, task: A, agencies: [hoi-an], from: {day}, {paper}}}"
        w.decisions("2022-09", f"- {decision}\n")
        assert [task for task, *_ in asked(w, "2022-09", "hoi-an")] == tasks


def test_what_an_earlier_month_settled_is_not_asked_again_and_what_it_left_is_shown(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n- {task: C, status: none}\n")
    w.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-10-03}\n")
    assert ("A", "", True, "in-progress") in asked(w, "2022-10")
    assert ("C", "", False, "none") in asked(w, "2022-10")
    assert "A" not in [task for task, *_ in asked(w, "2022-11")]


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("2022-08-20", "2022-08"),
        ("2022-08-21", "2022-09"),
        ("2022-12-20", "2022-12"),
        ("2022-12-21", "2023-01"),
        ("2023-01-21", None),
    ],
)
def test_the_open_month_is_the_first_whose_report_has_not_gone_up(w: Builder, day: str, month: str | None) -> None:
    found = month_open(w.workspace(), w.plan(), date.fromisoformat(day))
    assert (str(found) if found else None) == month


def test_a_report_that_went_up_earlier_closes_its_month(w: Builder) -> None:
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nnumber: 9/BC-SNV\ndate: 2022-09-18\n")
    assert went_up(w.workspace(), w.plan(), SEPTEMBER) == date(2022, 9, 18)
    assert month_open(w.workspace(), w.plan(), date(2022, 9, 19)) == Period.parse("2022-10")


def test_an_empty_form_is_no_report(w: Builder) -> None:
    head = "plan: 2022\nmonth: 2022-09\nagency: so-tu-phap\n"
    w.write("data/progress/2022-09/so-tu-phap.yaml", head + "# updates:\n")
    file = month_file(w.workspace(), w.plan(), "so-tu-phap", SEPTEMBER)
    assert file is not None
    assert file.is_blank
    assert not w.standings(month="2022-09").reports.sent("so-tu-phap", SEPTEMBER)
    for said in (
        "received: 2022-09-15\n",
        "updates: []\n",
        "note: Đã gọi điện.\n",
        "document: {number: 1/BC-STP}\n",
    ):
        w.write("data/progress/2022-09/so-tu-phap.yaml", head + said)
        assert w.standings(month="2022-09").reports.sent("so-tu-phap", SEPTEMBER)


def test_an_empty_form_stays_one_where_another_file_has_a_mistake(w: Builder) -> None:
    w.write("data/progress/2022-09/so-tu-phap.yaml", "plan: 2022\nmonth: 2022-09\nagency: so-tu-phap\n")
    w.report("2022-09", "so-tai-chinh", "- {task: X, status: done}\n")
    file = month_file(w.load().workspace, w.load().workspace.plans[2022], "so-tu-phap", SEPTEMBER)
    assert file is not None
    assert file.is_blank


MIXED = """\
- {id: C, kind: ongoing, lead: [tat-ca], …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
"""


def test_a_unit_is_asked_in_the_plan_s_order_and_by_its_periods(w: Builder) -> None:
    assert asked(w.tasks(MIXED), "2022-11") == [
        ("C", "", False, ""),
        ("B", "2022-09", False, ""),
        ("B", "2022-10", False, ""),
        ("B", "2022-11", False, ""),
        ("A", "", False, ""),
    ]


def test_the_last_of_the_earlier_words_is_shown(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: not-started}\n")
    w.report("2022-10", "so-tu-phap", "- {task: A, status: in-progress}\n")
    assert ("A", "", False, "in-progress") in asked(w, "2022-11")


def test_a_report_went_up_on_the_day_a_person_wrote_down_else_on_the_day_it_should(w: Builder) -> None:
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nsections: {results: Tốt}\n")
    assert went_up(w.workspace(), w.plan(), SEPTEMBER) == date(2022, 9, 20)
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\ndate: 2022-09-25\n")
    assert went_up(w.workspace(), w.plan(), SEPTEMBER) == date(2022, 9, 25)
