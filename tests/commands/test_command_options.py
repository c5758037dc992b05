"""What the shared options come to: days, months, plans."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.commands.options import choose_plan, find_agency, language, parse_day, parse_month
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
    [("0", "month-invalid"), ("13", "month-invalid"), ("chín", "month-invalid"), ("7", "month-outside-plan")],
)
def test_what_is_no_month_of_the_plan_is_refused(shipped: Loaded, text: str, reason: str) -> None:
    with pytest.raises(Stop, match=reason):
        parse_month(text, shipped.workspace.plans[2022].plan)


def test_a_month_of_another_year_is_outside_the_plan(shipped: Loaded) -> None:
    with pytest.raises(Stop, match="month-outside-plan"):
        parse_month("9", shipped.workspace.plans[2022].plan, "2023")


def test_the_newest_plan_is_taken_where_none_holds_the_day(shipped: Loaded) -> None:
    assert choose_plan(shipped, None, date(2030, 1, 1)).plan.year == 2022
    assert choose_plan(shipped, "2022").plan.year == 2022


@pytest.mark.parametrize("text", ["so-noi-vu", "Sở Nội vụ", "sở nội vụ", "so noi vu"])
def test_a_unit_answers_to_all_its_names(shipped: Loaded, text: str) -> None:
    assert find_agency(shipped, text, words("vi")) == "so-noi-vu"


def test_the_language_is_asked_for_or_of_the_environment_or_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARPLAN_LANG", "en")
    assert (language(None), language("vi")) == ("en", "vi")
    monkeypatch.delenv("PARPLAN_LANG")
    assert (language(None), language("xx")) == ("vi", "vi")
