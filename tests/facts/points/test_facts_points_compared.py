"""Tests of parplan.facts.points.compared."""

from __future__ import annotations

from decimal import Decimal

from parplan.facts.points.compared import Against, Compared, compared
from parplan.reading.load import Loaded, load
from running import POINTS

EXAMPLE = load(POINTS).workspace
AVERAGE = Against()


def one(place: str, *years: int, against: Against = AVERAGE) -> Compared:
    (found,) = compared(EXAMPLE, place, years, against)
    return found


def test_a_place_stands_only_under_the_indexes_that_rank_it() -> None:
    assert [found.index.id for found in compared(EXAMPLE, "so-tu-phap", (2023, 2024))] == ["NB"]
    assert compared(EXAMPLE, "so-tu-phap", (1998, 1999)) == ()


def test_the_average_stands_beside_where_nobody_is_asked_for(shipped: Loaded) -> None:
    found = compared(shipped.workspace, "quang-nam", (2021, 2022))
    assert [other.place for each in found for other in each.others] == ["ca-nuoc", "ca-nuoc"]
    assert found[0].against(found[0].others[0]) == (Decimal("0.20"), Decimal("-3.88"))
    assert one("so-tu-phap", 2023, 2024).others == ()  # that index has none


def test_a_rank_that_nobody_is_known_to_have_is_unknown(shipped: Loaded) -> None:
    found = compared(shipped.workspace, "quang-nam", (2021, 2022), Against(rank=25))
    assert found[0].others[0].results == (None, None)
    assert found[0].against(found[0].others[0]) == (None, None)


def test_everybody_stands_in_the_order_of_ranks() -> None:
    found = one("so-tu-phap", 2023, 2024, against=Against(everybody=True))
    ranks = [other.ranks[-1].rank for other in found.others if other.ranks[-1]]
    assert len(ranks) == 38
    assert ranks == sorted(ranks)


def test_whoever_is_known_only_in_an_earlier_year_stands_below(shipped: Loaded) -> None:
    found = compared(shipped.workspace, "quang-nam", (2021, 2022), Against(everybody=True))
    places = [other.place for other in found[0].others]
    assert places[:3] == ["quang-nam", "hai-phong", "quang-ninh"]
    assert len(places) == 14


def test_a_place_that_nothing_is_known_of_is_shown_as_unknown_where_it_is_asked_for() -> None:
    found = one("gia-dinh-thu", 2022, 2023, against=Against(("so-tu-phap",)))
    assert found.others[0].scores == (None, None)


def test_groups_crossed() -> None:
    crossed = one("gia-dinh-thu", 2022, 2023).crossed
    assert crossed is not None
    assert [group.id for group in crossed] == ["C", "B"]
    assert one("gia-dinh-thu", 2023, 2024).crossed is None  # of 2024 no total is known


def test_the_middle_year_stands_between() -> None:
    found = one("gia-dinh-thu", 2022, 2023, 2024)
    assert found.own.scores == (Decimal("79.50"), Decimal("80.72"), None)
    assert found.change is not None
    assert found.change.years == (2022, 2024)
