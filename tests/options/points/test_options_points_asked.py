"""Tests of parplan.options.points.asked."""

from __future__ import annotations

import pytest

from parplan.facts.points.compared import Against
from parplan.finding import Stop
from parplan.options.points.asked import find_place, place_names, read_against, read_years
from parplan.reading.load import load
from running import POINTS

WORKSPACE = load(POINTS).workspace


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ((), (2022, 2023)),
        (("2022",), (2021, 2022)),
        (("2020", "2024"), (2020, 2024)),
    ],
)
def test_one_year_is_compared_with_the_year_before(asked: tuple[str, ...], years: tuple[int, ...]) -> None:
    assert read_years(asked, (2022, 2023)) == years


@pytest.mark.parametrize(
    ("asked", "reason"), [(("22",), "year-invalid"), (("2022", "2022"), "years-same"), (("nay",), "year-invalid")]
)
def test_what_is_no_year_or_is_named_twice_is_refused(asked: tuple[str, ...], reason: str) -> None:
    with pytest.raises(Stop) as stop:
        read_years(asked, (2022,))
    assert stop.value.reason == reason


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("gia-dinh-thu", "gia-dinh-thu"),
        ("tỉnh Giả Định", "gia-dinh-thu"),
        ("tinh hai", "tinh-hai"),
        ("Sở Tư pháp", "so-tu-phap"),
        ("ubnd huyen bay", "huyen-bay"),
    ],
)
def test_a_place_or_a_unit_goes_by_id_or_name(text: str, place: str) -> None:
    assert find_place(WORKSPACE, text) == place


@pytest.mark.parametrize("text", ["Sở Tư phá", "cac-don-vi"])
def test_what_is_none_or_a_group_is_refused(text: str) -> None:
    with pytest.raises(Stop) as stop:
        find_place(WORKSPACE, text)
    assert stop.value.reason == "place-unknown"


@pytest.mark.parametrize(
    ("text", "against"),
    [
        (None, Against()),
        ("all", Against(everybody=True)),
        ("Tất cả", Against(everybody=True)),
        ("rank:25", Against(rank=25)),
        ("hạng 3", Against(rank=3)),
        ("ca-nuoc", Against(("ca-nuoc",))),
        ("Tỉnh Hai, so-tu-phap,", Against(("tinh-hai", "so-tu-phap"))),
    ],
)
def test_whom_to_hold_it_against(text: str | None, against: Against) -> None:
    assert read_against(WORKSPACE, text) == against


def test_places_and_units_have_names() -> None:
    named = place_names(WORKSPACE)
    assert [named(one) for one in ("ca-nuoc", "so-tu-phap", "x")] == ["Cả nước", "Sở Tư pháp", "x"]
