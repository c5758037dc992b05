"""What the shared options come to: days, months, plans."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Stop
from parplan.options.days import parse_day
from parplan.options.shared import (
    PeriodAsked,
    choose_plan,
    day_asked,
    draw_standings,
    exclude,
    find_all_members,
    find_members,
    find_task,
    open_workspace,
    plan_of_month,
)
from parplan.reading.load import Loaded
from parplan.words import words
from running import run_in
from workspaces import HEAD, PLAN, Builder, filled


@pytest.mark.parametrize("text", ["2022-09-30", "30/9/2022", "30-09-2022", "30.9.2022"])
def test_a_day_may_be_typed_as_one_writes_it(text: str) -> None:
    assert parse_day(text) == date(2022, 9, 30)


@pytest.mark.parametrize(("text", "day"), [("30/9", date(2022, 9, 30)), ("30/9/2023", date(2023, 9, 30))])
def test_a_day_without_its_year_is_of_the_plan_s_time(shipped: Loaded, text: str, day: date) -> None:
    assert day_asked(shipped, "2022", text) == day


@pytest.mark.parametrize("text", ["", "2022-9", "31/9/2022", "31/9", "hôm nay"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Stop, match="date-invalid"):
        parse_day(text)


@pytest.mark.parametrize(
    "text", ["9", "09", "2022-09", "2022-9", "9/2022", "9-2022", "tháng 9", "Thang 9 năm 2022", "T9"]
)
def test_a_month_may_be_typed_as_one_writes_it(shipped: Loaded, text: str) -> None:
    assert period(shipped, month=text) == "2022-09"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0", "month-invalid"),
        ("13", "month-invalid"),
        ("chín", "month-invalid"),
        ("quý 3", "month-invalid"),
        ("7", "period-outside-plan"),
    ],
)
def test_what_is_no_month_of_the_plan_is_refused(shipped: Loaded, text: str, reason: str) -> None:
    with pytest.raises(Stop, match=reason):
        period(shipped, month=text)


def period(shipped: Loaded, year_end: bool = False, /, **typed: Any) -> str:
    return str(PeriodAsked(year_end=year_end, **typed).parse(shipped.workspace.plans[2022].plan))


@pytest.mark.parametrize(
    "text", ["3", "III", "iii", "Q3", "2022-Q3", "III/2022", "3/2022", "quý 3", "quý III năm 2022"]
)
def test_a_quarter_may_be_typed_as_one_writes_it(shipped: Loaded, text: str) -> None:
    assert period(shipped, quarter=text) == "2022-Q3"


def test_the_same_year_may_be_named_twice(shipped: Loaded) -> None:
    assert period(shipped, month="2022-09", year="2022") == "2022-09"


@pytest.mark.parametrize(("text", "number"), [("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("IV/2022", 4)])
def test_a_quarter_in_roman_figures_is_that_quarter(two_plans: Builder, text: str, number: int) -> None:
    two_plans.change("data/plan-2022.yaml", "starts: 2022-08", "starts: 2022-01")
    found = PeriodAsked(quarter=text).parse(two_plans.load().workspace.plans[2022].plan)
    assert str(found) == f"2022-Q{number}"


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
        ({"month": "2022-09", "year": "2023"}, "years-contradict"),
        ({"month": "9/2022", "year": "2023"}, "years-contradict"),
        ({"quarter": "2022-Q3", "year": "2023"}, "years-contradict"),
        ({"half": "2022-H2", "year": "2023"}, "years-contradict"),
        ({"quarter": "2022-Q3/2023"}, "quarter-invalid"),
        ({"half": "2022-2/2022"}, "half-invalid"),
    ],
)
def test_what_is_no_period_of_the_plan_is_refused(shipped: Loaded, typed: dict[str, str], reason: str) -> None:
    with pytest.raises(Stop, match=f"^{reason}"):
        period(shipped, **typed)


def test_a_month_of_another_year_is_outside_the_plan(shipped: Loaded) -> None:
    with pytest.raises(Stop, match="period-outside-plan"):
        period(shipped, month="9", year="2023")


CROSSING = HEAD.replace("year: 2022", "year: 2023").replace("starts: 2022-08", "starts: 2023-10")
CROSSING = CROSSING.replace("ends: 2022-12-31", "ends: 2024-09-30").replace("id: ke-hoach", "id: ke-hoach-2023")
CROSSING = CROSSING.replace("issued: 2022-08", "issued: 2023-09")


@pytest.fixture
def two_plans(w: Builder) -> Builder:
    """Two plans: of August to December 2022, and of October 2023 to September 2024."""
    other = filled("- {id: A, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}\n")
    return w.write("data/plan-2023.yaml", CROSSING + "tasks:\n" + other)


@pytest.mark.parametrize(
    ("typed", "plan", "found"),
    [
        ({"month": "2022-10"}, 2022, "2022-10"),
        ({"month": "2023-10"}, 2023, "2023-10"),
        ({"month": "2/2024"}, 2023, "2024-02"),
        ({"quarter": "2024-Q1"}, 2023, "2024-Q1"),
        ({"month": "3", "year": "2024"}, 2023, "2024-03"),
        ({"year_end": True, "year": "2022"}, 2022, "2022"),
        ({"half": "1"}, 2023, "2024-H1"),
        ({"month": "8"}, 2023, "2024-08"),
    ],
)
def test_a_period_picks_the_plan_that_reports_for_it(
    two_plans: Builder, typed: dict[str, Any], plan: int, found: str
) -> None:
    file, period = PeriodAsked(**typed).choose(two_plans.load(), None)
    assert (file.plan.year, str(period)) == (plan, found)


@pytest.mark.parametrize(
    ("month", "plan"),
    [("12/2022", 2022), ("2022-12", 2022), ("1/2023", 2022), ("10/2023", 2023), ("12", 2023), (None, 2023)],
)
def test_a_month_of_the_last_plan_is_written_down_after_the_next_one_began(
    two_plans: Builder, month: str | None, plan: int
) -> None:
    day = date(2023, 11, 5)
    assert plan_of_month(two_plans.load(), None, month, day).plan.year == plan


def test_a_month_of_both_plans_or_of_none_is_of_the_day_s_or_of_the_one_named(two_plans: Builder) -> None:
    two_plans.change("data/plan-2023.yaml", "starts: 2023-10", "starts: 2023-01")
    loaded = two_plans.load()
    chosen = [
        plan_of_month(loaded, asked, month, day).plan.year
        for asked, month, day in (
            (None, "1/2023", date(2023, 1, 5)),
            (None, "1/2023", date(2022, 12, 5)),
            (None, "1/2030", date(2022, 12, 5)),
            ("2023", "12/2022", date(2022, 12, 5)),
        )
    ]
    assert chosen == [2023, 2022, 2022, 2023]


def test_a_period_of_no_plan_names_the_plans_there_are(two_plans: Builder) -> None:
    with pytest.raises(Stop, match="period-in-no-plan") as stop:
        PeriodAsked("2025-10").choose(two_plans.load(), None)
    assert stop.value.values["known"] == "2022, 2023"
    with pytest.raises(Stop, match="period-outside-plan"):
        PeriodAsked("2022-10").choose(two_plans.load(), "2023")


def test_a_period_of_several_plans_asks_which_unless_one_is_of_its_year(two_plans: Builder) -> None:
    two_plans.change("data/plan-2023.yaml", "ends: 2024-09-30", "ends: 2025-12-31")
    last = CROSSING.replace("2023", "2026").replace("starts: 2026-10", "starts: 2025-01").replace("2024", "2026")
    two_plans.write("data/plan-2026.yaml", last + two_plans.text("data/plan-2023.yaml").partition("tasks:")[2])
    two_plans.change(
        "data/plan-2026.yaml",
        "recipients: [Như trên]\n    archive: VT\n  source: {file: sources/ke-hoach.txt}\n",
        "recipients: [Như trên]\n    archive: VT\n  source: {file: sources/ke-hoach.txt}\ntasks:",
    )
    loaded = two_plans.load()
    with pytest.raises(Stop, match="plan-needed") as stop:
        PeriodAsked("2025-10").choose(loaded, None)
    assert (stop.value.values["known"], str(stop.value.values["period"])) == ("2023, 2026", "2025-10")
    assert PeriodAsked("2026-01").choose(loaded, None)[0].plan.year == 2026
    assert PeriodAsked("2025-10").choose(loaded, "2023")[0].plan.year == 2023


def test_a_status_of_two_plans_names_its_own(two_plans: Builder) -> None:
    ran = run_in(two_plans.root, "status", "--month", "2024-02")
    assert (ran.code, ran.err) == (0, "")
    assert "Theo: Kế hoạch" in ran.out


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
    assert "\n  III.1.3c  Tuyên truyền" in str(stop.value.values["tasks"])
    assert str(stop.value.values["tasks"]).count("\n") == stop.value.values["n"]


def test_a_whole_title_names_its_task_though_others_hold_it_too(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}\n"
        "- {id: B, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}\n"
    ).change(
        PLAN,
        "title: Việc, source: {section: III, quote: Việc phải làm thứ 2.",
        "title: Việc B, source: {section: III, quote: Việc phải làm thứ 2.",
    )
    assert find_task(w.plan(), "việc", words("vi")).id == "A"


def test_several_units_add_up(shipped: Loaded) -> None:
    asked, members = find_all_members(shipped, ["Sở Nội vụ", "so-tu-phap", "SNV"], words("vi"))
    assert (asked, members) == (("so-noi-vu", "so-tu-phap"), frozenset({"so-noi-vu", "so-tu-phap"}))
    assert find_all_members(shipped, None, words("vi")) == ((), None)


def test_two_options_that_ask_for_different_things_are_refused() -> None:
    exclude({"--by": True, "--silent": False})
    with pytest.raises(Stop, match="options-exclude") as stop:
        exclude({"--by": False, "--silent": True, "--for-review": True})
    assert stop.value.values == {"first": "--silent", "second": "--for-review"}


@pytest.mark.parametrize(
    ("typed", "second"),
    [
        ({"quarter": "3"}, "--quarter"),
        ({"half": "2"}, "--half"),
        ({"year_end": True}, "--year-end"),
        ({"final": True}, "--final"),
    ],
)
def test_a_month_and_another_period_are_refused_by_the_names_of_both(
    shipped: Loaded, typed: dict[str, Any], second: str
) -> None:
    with pytest.raises(Stop, match=r"^options-exclude") as stop:
        PeriodAsked(month="9", **typed).choose(shipped, None)
    assert stop.value.values == {"first": "--month", "second": second}


def test_a_day_and_a_month_are_refused_together(shipped: Loaded) -> None:
    with pytest.raises(Stop, match=r"^options-exclude"):
        draw_standings(shipped, None, "2022-09-30", "9")
    assert draw_standings(shipped, None, "2022-09-30", None).view == Viewpoint(date(2022, 9, 30))
    assert str(draw_standings(shipped, None, None, "9").view.month) == "2022-09"


def test_a_folder_that_holds_no_data_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"^root-missing") as stop:
        open_workspace(tmp_path)
    assert stop.value.values == {"folder": str(tmp_path), "wanted": "data/agencies.yaml"}


def test_a_name_that_is_nobody_s_is_answered_with_the_nearest(shipped: Loaded) -> None:
    with pytest.raises(Stop, match=r"^agency-unknown") as stop:
        find_members(shipped, "so-noi-vi", words("vi"))
    assert "so-noi-vu" in str(stop.value.values["meant"])
    with pytest.raises(Stop, match=r"^agency-unknown") as stop:
        find_members(shipped, "qwertyuiop", words("vi"))
    assert stop.value.values["meant"] == ""
