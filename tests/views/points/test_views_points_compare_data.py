"""The comparison for machines."""

from __future__ import annotations

from typing import Any

from parplan.facts.points.compared import Against, compared
from parplan.reading.load import Loaded, load
from parplan.views.points.compare_data import compare_data
from running import POINTS

EXAMPLE = load(POINTS)


def data(*years: int, loaded: Loaded = EXAMPLE, place: str = "gia-dinh-thu", **more: Any) -> dict[str, Any]:
    made = compared(loaded.workspace, place, years, **more)
    return compare_data(made, place, 3)


def test_an_unknown_figure_is_null(shipped: Loaded) -> None:
    found = data(2020, 2021, loaded=shipped, place="quang-nam")
    assert found["indexes"][0]["before"]["score"] is None
    assert found["indexes"][0]["change"]["score"] is None


def test_criteria_have_their_scores_year_by_year() -> None:
    (index,) = data(2022, 2023)["indexes"]
    criteria = {one["code"]: one for one in index["criteria"]}
    first = criteria["1.1.1"]
    assert [one["max"] for one in first["scores"]] == ["0.5", "0.5"]
    assert criteria["7.1.10"]["not_comparable"] == "new"
    assert index["dropped"] == ["CCHC/bo-cu/7.1.9", "CCHC/bo-cu/7.1.10"]


def test_a_total_by_criterion_says_whether_it_is_whole() -> None:
    (index,) = data(2023, 2024)["indexes"]
    assert [total["whole"] for total in index["totals"]] == [True, False]
    assert index["rounds"] == ["appraised", "first"]


def test_whom_it_is_held_against_is_listed() -> None:
    (index,) = data(2023, 2024, place="so-tu-phap", against=Against(("so-noi-vu",)))["indexes"]
    (other,) = index["against"]
    assert (other["place"], other["ranks"][1]["rank"], other["above"]) == ("so-noi-vu", 2, ["-14.37", "-15.96"])
