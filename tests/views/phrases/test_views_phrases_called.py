"""Tests of parplan.views.phrases.called: what plans, indexes, bodies and places are called inside sentences."""

from __future__ import annotations

import pytest

from parplan.calendar.period import Period
from parplan.model.agency import Agency
from parplan.model.index import Index, Place
from parplan.model.plan import Plan
from parplan.reading.load import load
from parplan.views.phrases.called import (
    before_date,
    in_full,
    in_sentence,
    index_called,
    plan_about,
    plan_in_subject,
    unit_called,
)
from parplan.words import words
from workspaces import REPOSITORY

VI, EN = words("vi"), words("en")
SAMPLE = load(REPOSITORY).workspace.plans[2022].plan


def plan(title: str, short: str | None = None) -> Plan:
    return SAMPLE.model_copy(update={"title": title, "short": short})


def index(name: str, short: str | None = None, unit: str = "điểm") -> Index:
    return Index(id="A", name=name, short=short, scale="100", unit=unit)


@pytest.mark.parametrize(
    "title",
    ["Kế hoạch nâng cao Chỉ số", "KẾ HOẠCH nâng cao Chỉ số", "nâng cao Chỉ số", "Kế hoạch về nâng cao Chỉ số"],
)
def test_a_cited_plan_says_plan_and_about_once(title: str) -> None:
    assert plan_about(plan(title), VI) == "về nâng cao Chỉ số"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kế hoạch cải thiện Chỉ số của thành phố", "Kế hoạch cải thiện Chỉ số của thành phố"),
        # the year is that of the period: it would be said twice
        ("Kế hoạch cải thiện Chỉ số năm 2024", "Kế hoạch cải thiện Chỉ số"),
        # another year says what plan it is
        ("Kế hoạch cải thiện Chỉ số năm 2023", "Kế hoạch cải thiện Chỉ số năm 2023,"),
        ("Kế hoạch cải thiện Chỉ số giai đoạn 2023-2024", "Kế hoạch cải thiện Chỉ số giai đoạn 2023-2024,"),
        ("Kế hoạch cải thiện Chỉ số năm 2023 và năm 2024", "Kế hoạch cải thiện Chỉ số năm 2023 và năm 2024,"),
    ],
)
def test_two_years_never_meet_in_a_subject(name: str, expected: str) -> None:
    assert plan_in_subject(plan(name), Period.parse("2024-05"), VI) == expected


def test_a_plan_without_a_short_name_goes_by_its_title() -> None:
    assert plan_in_subject(plan("Kế hoạch A", "Kế hoạch B"), Period.parse("2024-05"), VI) == "Kế hoạch B"
    assert plan_in_subject(plan("Kế hoạch A"), Period.parse("2024-05"), VI) == "Kế hoạch A"


@pytest.mark.parametrize(
    ("name", "short", "expected"),
    [
        ("Chỉ số đo thử", "ĐT", "Chỉ số ĐT"),
        ("Chỉ số đo thử", None, "Chỉ số đo thử"),
        ("Đo thử", "chỉ số ĐT", "chỉ số ĐT"),
    ],
)
def test_an_index_is_called_one_once(name: str, short: str | None, expected: str) -> None:
    assert index_called(index(name, short), VI) == expected


def test_only_a_translation_has_a_word_of_its_own_for_points() -> None:
    assert unit_called(index("A"), VI) == "điểm"
    assert unit_called(index("A"), EN) == "points"
    assert unit_called(index("A", unit="sao"), EN) == "sao"


@pytest.mark.parametrize(
    ("name", "formal", "expected"),
    [
        ("UBND xã Một", None, "Ủy ban nhân dân xã Một"),
        ("HĐND xã Một", None, "Hội đồng nhân dân xã Một"),
        ("UBND", None, "Ủy ban nhân dân"),
        ("UBND tỉnh Một", "Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Ban Chỉ đạo Hai", None, "Ban Chỉ đạo Hai"),
        ("UBNDX Hai", None, "UBNDX Hai"),
    ],
)
def test_a_body_is_addressed_in_full(name: str, formal: str | None, expected: str) -> None:
    assert in_full(Agency(id="mot", name=name, formal=formal, kind="mot"), VI) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sông Trăng", "Sông Trăng"),
        ("tỉnh Sông Trăng", "Sông Trăng"),
        ("Tỉnh Sông Trăng", "Sông Trăng"),
        # a city that is named after a person keeps the word, and nobody can tell those apart
        ("thành phố Sông Trăng", "Thành phố Sông Trăng"),
        ("xã Một", "Xã Một"),
        ("Tỉnhgia", "Tỉnhgia"),
    ],
)
def test_the_line_of_place_and_date_begins_with_a_capital_and_without_the_word_for_province(
    name: str, expected: str
) -> None:
    assert before_date(name, VI) == expected


def test_a_sentence_speaks_of_a_place_as_the_workspace_says() -> None:
    assert in_sentence(Place(id="mot", name="Một", formal="tỉnh Một")) == "tỉnh Một"
    assert in_sentence(Place(id="mot", name="thành phố Một")) == "thành phố Một"
