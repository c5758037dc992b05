"""What the shared options come to: days, months, plans."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.commands.options import (
    PeriodAsked,
    choose_plan,
    exclude,
    find_members,
    find_task,
    parse_day,
    parse_month,
)
from parplan.finding import Stop
from parplan.load import Loaded
from parplan.words import words


@pytest.mark.parametrize("text", ["2022-09-30", "30/9/2022", "30-09-2022", "30/09/2022"])
def test_a_day_may_be_typed_as_one_writes_it(text: str) -> None:
    assert parse_day(text) == date(2022, 9, 30)


@pytest.mark.parametrize("text", ["", "30/9", "2022-9", "31/9/2022", "30.9.2022", "hôm nay"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Stop, match="date-invalid"):
        parse_day(text)


@pytest.mark.parametrize("text", ["9", "09", "2022-09", "2022-9", "9/2022"])
def test_a_month_may_be_typed_as_one_writes_it(shipped: Loaded, text: str) -> None:
    assert str(parse_month(text, shipped.workspace.plans[2022].plan)) == "2022-09"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("0", "month-invalid"), ("13", "month-invalid"), ("chín", "month-invalid"), ("7", "period-outside-plan")],
)
def test_what_is_no_month_of_the_plan_is_refused(shipped: Loaded, text: str, reason: str) -> None:
    with pytest.raises(Stop, match=reason):
        parse_month(text, shipped.workspace.plans[2022].plan)


def period(shipped: Loaded, year_end: bool = False, /, **typed: str) -> str:
    asked = PeriodAsked(typed.get("month"), typed.get("quarter"), typed.get("half"), year_end, typed.get("year"))
    return str(asked.parse(shipped.workspace.plans[2022].plan))


@pytest.mark.parametrize("text", ["3", "III", "iii", "Q3", "2022-Q3", "III/2022", "3/2022"])
def test_a_quarter_may_be_typed_as_one_writes_it(shipped: Loaded, text: str) -> None:
    assert period(shipped, quarter=text) == "2022-Q3"


def test_a_half_year_and_the_year_are_periods_too(shipped: Loaded) -> None:
    assert (period(shipped, half="2"), period(shipped, half="2022-H2")) == ("2022-H2", "2022-H2")
    assert (period(shipped, True), period(shipped, True, year="2022")) == ("2022", "2022")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({}, "period-missing"),
        ({"quarter": "5"}, "quarter-invalid"),
        ({"quarter": "ba"}, "quarter-invalid"),
        ({"half": "3"}, "half-invalid"),
        ({"half": "Q1"}, "half-invalid"),
        ({"half": "1"}, "period-outside-plan"),
        ({"quarter": "2023-Q1"}, "period-outside-plan"),
        ({"quarter": "3", "month": "9"}, "options-exclude"),
    ],
)
def test_what_is_no_period_of_the_plan_is_refused(shipped: Loaded, typed: dict[str, str], reason: str) -> None:
    with pytest.raises(Stop, match=reason):
        period(shipped, **typed)


def test_a_month_of_another_year_is_outside_the_plan(shipped: Loaded) -> None:
    with pytest.raises(Stop, match="period-outside-plan"):
        parse_month("9", shipped.workspace.plans[2022].plan, "2023")


def test_the_newest_plan_is_taken_where_none_holds_the_day(shipped: Loaded) -> None:
    assert choose_plan(shipped, None, date(2030, 1, 1)).plan.year == 2022
    assert choose_plan(shipped, "2022").plan.year == 2022


@pytest.mark.parametrize("text", ["so-noi-vu", "Sở Nội vụ", "sở nội vụ", "so noi vu"])
def test_a_unit_answers_to_all_its_names(shipped: Loaded, text: str) -> None:
    assert find_members(shipped, text, words("vi")) == ("so-noi-vu", frozenset({"so-noi-vu"}))


@pytest.mark.parametrize("text", ["cac-so-ban-nganh", "các Sở, Ban, ngành", "CAC SO, BAN, NGANH"])
def test_a_group_stands_for_all_its_units(shipped: Loaded, text: str) -> None:
    found, members = find_members(shipped, text, words("vi"))
    assert members is not None
    assert (found, len(members)) == ("cac-so-ban-nganh", 20)


def test_nobody_asked_for_is_nobody_left_out(shipped: Loaded) -> None:
    assert find_members(shipped, None, words("vi")) == (None, None)


@pytest.mark.parametrize("text", ["iii.1.5D", "Công khai tiến độ", "cong khai tien do"])
def test_a_task_answers_to_its_id_and_to_words_of_its_title(shipped: Loaded, text: str) -> None:
    assert find_task(shipped.workspace.plans[2022], text, words("vi")).id == "III.1.5d"


def test_words_that_several_titles_hold_name_none(shipped: Loaded) -> None:
    with pytest.raises(Stop, match="task-ambiguous") as stop:
        find_task(shipped.workspace.plans[2022], "một cửa", words("vi"))
    assert "III.1.5a" in str(stop.value.values["tasks"])


def test_two_options_that_ask_for_different_things_are_refused() -> None:
    exclude({"--by": True, "--silent": False})
    with pytest.raises(Stop, match="options-exclude") as stop:
        exclude({"--by": False, "--silent": True, "--for-review": True})
    assert stop.value.values == {"first": "--silent", "second": "--for-review"}
