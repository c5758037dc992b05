"""The small pieces: names, days, marks, aims."""

from __future__ import annotations

import pytest

from parplan.calendar.period import Period
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import end_of_month_report
from parplan.views.phrases.phrases import NAMES_SHOWN, Phrases, sentence
from parplan.words import words
from running import sample
from workspaces import Builder


@pytest.fixture
def phrases() -> Phrases:
    workspace = sample().workspace
    return Phrases(words("vi"), workspace, workspace.plans[2022].plan)


def october() -> Standings:
    workspace = sample().workspace
    plan = workspace.plans[2022]
    return Standings(workspace, plan, end_of_month_report(plan.plan, Period.parse("2022-10")))


def test_a_unit_or_a_group_goes_by_its_name_and_a_stranger_by_its_id(phrases: Phrases) -> None:
    assert phrases.agency("so-noi-vu") == "Sở Nội vụ"
    assert phrases.agency("cac-so-ban-nganh") == "các Sở, Ban, ngành"
    assert phrases.agency("ai-do") == "ai-do"
    assert phrases.short_agency("so-ke-hoach-va-dau-tu") == "Sở KH&ĐT"


def test_many_names_end_in_a_count(phrases: Phrases) -> None:
    names = tuple(agency.id for agency in sample().workspace.agencies.agencies)
    text = phrases.some_agencies(names)
    assert text.endswith(f"và {len(names) - NAMES_SHOWN} đơn vị khác")
    assert "khác" not in phrases.some_agencies(names[:NAMES_SHOWN])


def test_prose_writes_names_out_and_a_table_shortens_them(phrases: Phrases) -> None:
    names = ("so-ke-hoach-va-dau-tu", "so-noi-vu")
    assert phrases.some_agencies(names) == "Sở KH&ĐT, Sở Nội vụ"
    assert phrases.some_agencies(names, in_full=True) == "Sở Kế hoạch và Đầu tư, Sở Nội vụ"


def test_a_day_before_which_a_thing_is_due_is_printed_as_written(w: Builder) -> None:
    w.tasks("- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: 'hằng tháng, trước ngày 25'}, …}\n")
    plan = w.plan().plan
    owed = w.standing("B", "so-tu-phap", day="2022-09-01", period="2022-09").assignment
    assert Phrases(words("vi"), w.workspace(), plan).deadline(owed) == "trước ngày 25/9/2022"


def test_a_duty_without_a_day_runs_to_the_plans_end_and_says_so(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], …}\n")
    owed = w.standing("A", "so-tu-phap", day="2022-09-01").assignment
    text = Phrases(words("vi"), w.workspace(), w.plan().plan).deadline(owed)
    assert text == "không quy định; tính đến 31/12/2022"


def test_what_is_extended_says_by_which_paper(phrases: Phrases) -> None:
    one = next(
        s for s in october().counted if s.assignment.extended and s.assignment.agency == "ubnd-huyen-tay-giang"
    )
    assert phrases.deadline(one.assignment) == "15/10/2022 (đã điều chỉnh)"
    assert "Gia hạn theo Công văn số 5678/UBND-NC ngày 29/9/2022" in phrases.situation(one)


def test_a_mark_never_hides_that_a_thing_is_overdue(phrases: Phrases) -> None:
    for one in october().counted:
        if one.state.is_overdue:
            assert "quá hạn" in phrases.situation(one).lower()
            assert "quá hạn" in phrases.situation(one, "short").lower()


@pytest.mark.parametrize(("text", "said"), [(" Xong. ", "Xong"), (None, ""), ("", "")])
def test_a_units_own_words_lose_their_stop(text: str | None, said: str) -> None:
    assert sentence(text) == said
