"""Tests of parplan.facts.viewpoint."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.calendar.period import Period
from parplan.facts.viewpoint import (
    Viewpoint,
    closed_months,
    closing_day,
    end_of_month_report,
    end_of_plan,
    happened,
    last_month_due,
    month_of,
    month_so_far,
    office_day,
    opening_day,
    owed_months,
    received_day,
    report_months,
    report_months_in,
    send_day,
)
from parplan.model.plan import Plan
from workspaces import HEAD, Builder, build

SEPTEMBER = Period.parse("2022-09")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return build(tmp_path_factory.mktemp("plan")).plan().plan


def test_a_month_runs_from_the_fifteenth_to_the_fourteenth(plan: Plan) -> None:
    assert (opening_day(plan, SEPTEMBER), closing_day(plan, SEPTEMBER)) == (date(2022, 8, 15), date(2022, 9, 14))
    assert send_day(plan, SEPTEMBER) == date(2022, 9, 17)
    january = Period.parse("2023-01")
    assert (opening_day(plan, january), closing_day(plan, january)) == (date(2022, 12, 15), date(2023, 1, 14))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_one_report_month(plan: Plan, day: date) -> None:
    month = month_of(plan, day)
    assert closing_day(plan, month.next(-1)) < day <= closing_day(plan, month)
    assert opening_day(plan, month) <= max(day, plan.starts.earliest)


def test_no_span_begins_before_the_plan(plan: Plan) -> None:
    assert opening_day(plan, Period.parse("2022-08")) == date(2022, 8, 1)


def test_a_month_s_report_sees_its_folders_and_its_days() -> None:
    view = Viewpoint(date(2022, 9, 14), SEPTEMBER)
    assert view.sees(SEPTEMBER, date(2022, 9, 14))
    assert view.sees(Period.parse("2022-08"), date(2022, 9, 14))
    assert not view.sees(SEPTEMBER, date(2022, 9, 15))
    assert not view.sees(Period.parse("2022-10"), date(2022, 9, 1))


def test_today_sees_every_folder_up_to_the_day() -> None:
    view = Viewpoint(date(2022, 9, 14))
    assert view.sees(Period.parse("2022-12"), date(2022, 9, 14))
    assert not view.sees(Period.parse("2022-08"), date(2022, 9, 15))


def test_a_month_s_viewpoint_is_its_closing_day(plan: Plan) -> None:
    assert end_of_month_report(plan, SEPTEMBER) == Viewpoint(date(2022, 9, 14), SEPTEMBER)


def test_an_update_without_a_day_happened_when_it_came_in_but_within_its_month(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: C, status: done}\n", received="2022-09-16")
    w.report("2022-10", "so-tu-phap", "- {task: C, status: done}\n- {task: A, status: done, date: 2022-09-30}\n")
    workspace = w.workspace()
    first, second = workspace.progress
    head = workspace.plans[2022].plan
    assert (received_day(head, first), received_day(head, second)) == (date(2022, 9, 16), date(2022, 10, 14))
    assert happened(head, first, first.updates[0]) == date(2022, 9, 14)
    assert [happened(head, second, u) for u in second.updates] == [date(2022, 10, 14), date(2022, 9, 30)]


def test_units_report_from_the_month_it_starts_to_the_month_it_ends(plan: Plan) -> None:
    assert [str(m) for m in report_months(plan)] == ["2022-08", "2022-09", "2022-10", "2022-11", "2022-12"]


def test_the_last_month_due_is_the_one_whose_send_day_has_passed(plan: Plan) -> None:
    days = [date(2022, 8, 17), date(2022, 8, 18), date(2022, 9, 17), date(2022, 9, 18), date(2024, 1, 1)]
    assert [str(last_month_due(plan, day)) for day in days] == ["None", "None", "None", "2022-09", "2022-12"]


def test_another_closing_day_may_be_set(w: Builder) -> None:
    w.tasks(
        "- {id: D, kind: general, lead: [tat-ca], …}\n", HEAD.replace("archive: VT", "archive: VT\n    closes: 25")
    )
    plan = w.plan().plan
    assert (month_of(plan, date(2022, 9, 25)), month_of(plan, date(2022, 9, 26))) == (SEPTEMBER, SEPTEMBER.next())


def test_who_closes_on_the_last_day_sends_in_the_month_after(w: Builder) -> None:
    w.tasks(
        "- {id: D, kind: general, lead: [tat-ca], …}\n",
        HEAD.replace("archive: VT", "archive: VT\n    closes: last"),
    )
    plan, february = w.plan().plan, Period.parse("2024-02")
    assert closing_day(plan, february) == date(2024, 2, 29)
    assert opening_day(plan, february) == date(2024, 2, 1)
    assert (send_day(plan, february), office_day(plan, february)) == (date(2024, 3, 17), date(2024, 3, 20))
    assert month_of(plan, date(2024, 2, 29)) == february
    assert end_of_plan(plan) == Viewpoint(date(2022, 12, 31), Period.parse("2023-01"), is_over=True)


def test_the_closing_report_sees_the_files_of_the_month_after_the_plan(plan: Plan) -> None:
    view = end_of_plan(plan)
    assert view.sees(Period.parse("2023-01"), date(2022, 12, 31))
    assert not view.sees(Period.parse("2023-01"), date(2023, 1, 1))
    assert not view.sees(Period.parse("2023-02"), date(2022, 12, 1))


@pytest.mark.parametrize(
    ("starts", "first", "owed"),
    [
        ("2022-08", "2022-08", "2022-09"),
        ("2022-08-01", "2022-08", "2022-08"),
        ("2022-08-10", "2022-08", "2022-09"),
        ("2022-08-20", "2022-09", "2022-09"),
    ],
)
def test_reports_are_owed_from_the_first_whole_month_on(w: Builder, starts: str, first: str, owed: str) -> None:
    head = HEAD.replace("starts: 2022-08\n", f"starts: {starts}\n")
    assert starts in head
    w.tasks("- {id: D, kind: general, lead: [tat-ca], …}\n", head)
    plan = w.plan().plan
    assert (str(report_months(plan)[0]), str(owed_months(plan)[0])) == (first, owed)


def test_the_office_sends_its_report_some_days_after_the_units(plan: Plan) -> None:
    assert (send_day(plan, SEPTEMBER), office_day(plan, SEPTEMBER)) == (date(2022, 9, 17), date(2022, 9, 20))


def test_what_is_sent_on_the_number_of_the_closing_day_is_sent_a_month_later(w: Builder) -> None:
    w.tasks(
        "- {id: D, kind: general, lead: [tat-ca], …}\n", HEAD.replace("archive: VT", "archive: VT\n    closes: 17")
    )
    assert send_day(w.plan().plan, SEPTEMBER) == date(2022, 10, 17)


def test_a_month_is_closed_once_its_closing_day_has_passed_and_in_a_report_up_to_its_own(plan: Plan) -> None:
    def closed(view: Viewpoint) -> list[str]:
        return [str(month) for month in closed_months(plan, view)]

    assert closed(Viewpoint(date(2022, 9, 14))) == ["2022-08"]
    assert closed(Viewpoint(date(2022, 9, 15))) == ["2022-08", "2022-09"]
    assert closed(end_of_month_report(plan, SEPTEMBER)) == ["2022-08", "2022-09"]


@pytest.mark.parametrize(
    ("period", "months"),
    [("2022-Q3", ["2022-08", "2022-09"]), ("2022-Q4", ["2022-10", "2022-11", "2022-12"]), ("2023-Q1", [])],
)
def test_a_period_holds_those_of_its_months_that_the_plan_reports_for(
    plan: Plan, period: str, months: list[str]
) -> None:
    assert [str(month) for month in report_months_in(plan, Period.parse(period))] == months


def test_a_plan_of_less_than_a_month_still_owes_its_one_report(w: Builder) -> None:
    head = HEAD.replace("starts: 2022-08\n", "starts: 2022-12\n")
    w.tasks("- {id: D, kind: general, lead: [tat-ca], …}\n", head)
    plan = w.plan().plan
    assert owed_months(plan) == report_months(plan) == (Period.parse("2022-12"),)


def test_a_plan_of_two_years_reports_for_each_of_its_months(w: Builder) -> None:
    head = HEAD.replace("ends: 2022-12-31", "ends: 2024-02-29")
    w.tasks("- {id: D, kind: general, lead: [tat-ca], …}\n", head)
    months = report_months(w.plan().plan)
    assert (len(months), str(months[0]), str(months[-1])) == (19, "2022-08", "2024-02")


def test_a_month_is_looked_at_as_it_closed_and_before_that_as_it_is_known_today(plan: Plan) -> None:
    assert month_so_far(plan, SEPTEMBER, date(2022, 9, 15)) == end_of_month_report(plan, SEPTEMBER)
    open_ = month_so_far(plan, SEPTEMBER, date(2022, 9, 14))
    assert open_ == Viewpoint(date(2022, 9, 14), SEPTEMBER, is_open=True)
    assert [str(month) for month in closed_months(plan, open_)] == ["2022-08"]
