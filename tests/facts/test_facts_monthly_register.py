"""Tests of parplan.facts.monthly_register."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.monthly_register import asked_to_report, owing, register
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import end_of_month_report
from workspaces import AGENCIES, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [so-noi-vu], …}
"""


@pytest.fixture
def m(w: Builder) -> Builder:
    return w.tasks(TASKS)


def test_the_register_parts_in_time_late_and_silent(m: Builder) -> None:
    m.report("2022-09", "hoi-an", received="2022-09-15").report("2022-09", "dien-ban", received="2022-09-18")
    found = register(m.standings(month="2022-09"), Period.parse("2022-09"))
    assert (found.in_time, found.late, found.silent) == (("hoi-an",), ("dien-ban",), ("so-tu-phap",))
    assert (found.sent, found.asked, found.last_day) == (2, 3, date(2022, 9, 17))


def test_the_office_that_asks_is_not_asked_but_owes(m: Builder) -> None:
    standings = m.standings(month="2022-09")
    assert owing(standings) == ("so-noi-vu", "so-tu-phap", "hoi-an", "dien-ban")
    assert asked_to_report(standings) == ("so-tu-phap", "hoi-an", "dien-ban")


def test_a_unit_that_is_gone_when_the_month_closes_or_whose_file_is_broken_is_not_silent(m: Builder) -> None:
    m.change(
        AGENCIES, "name: UBND thị xã Điện Bàn, kind: huyen}", "name: Điện Bàn, kind: huyen, until: 2022-09-10}"
    )
    m.write("data/progress/2022-09/hoi-an.yaml", "plan: 2022\nmonth: [\n")
    workspace = m.load().workspace
    plan = workspace.plans[2022]
    standings = Standings(workspace, plan, end_of_month_report(plan.plan, Period.parse("2022-09")))
    assert "dien-ban" in asked_to_report(standings)
    assert register(standings, Period.parse("2022-09")).silent == ("so-tu-phap",)


def test_for_the_month_in_which_the_plan_began_nobody_owes_a_report_and_nobody_is_silent(m: Builder) -> None:
    found = register(m.standings(month="2022-09"), Period.parse("2022-08"))
    assert (found.is_owed, found.silent, found.asked) == (False, (), 0)
    assert register(m.standings(month="2022-09"), Period.parse("2022-09")).is_owed


def test_a_report_whose_day_nobody_wrote_down_was_sent_neither_in_time_nor_late(m: Builder) -> None:
    found = register(m.report("2022-09", "hoi-an").standings(month="2022-09"), Period.parse("2022-09"))
    assert (found.in_time, found.late, found.undated, found.sent) == ((), (), ("hoi-an",), 1)
