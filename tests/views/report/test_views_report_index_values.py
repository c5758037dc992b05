"""What a report's sentences say of the indexes."""

from __future__ import annotations

from parplan.facts.points.change import changes
from parplan.reading.load import Loaded
from parplan.views.phrases.citing import Citing
from parplan.views.report.index_values import index_values
from parplan.words import words

PAR, SIPAS = "Chỉ số Par Index", "Chỉ số Sipas"


def values(shipped: Loaded, before: int, after: int) -> dict[str, dict[str, str]]:
    made = changes(shipped.workspace, "quang-nam", before, after)
    return {value["name"]: value for value in index_values(made, words("vi"), Citing(words("vi")))}


def test_a_score_and_a_rank_may_go_different_ways(shipped: Loaded) -> None:
    found = values(shipped, 2020, 2021)
    assert (found[SIPAS]["score"], found[SIPAS]["change"], found[SIPAS]["places"]) == (
        "84,24%",
        "tăng 3,64 điểm phần trăm",
        "giảm 04 bậc",
    )
    assert (found[SIPAS]["mixed"], found[PAR]["mixed"]) == ("1", "")


def test_another_set_of_criteria_is_told_with_its_decision(shipped: Loaded) -> None:
    assert values(shipped, 2021, 2022)[PAR]["new_set"].startswith("Quyết định số 876/QĐ-BNV")
    assert values(shipped, 2020, 2021)[PAR]["new_set"] == ""


def test_an_index_whose_later_year_is_unknown_is_not_told(shipped: Loaded) -> None:
    assert values(shipped, 2022, 2030) == {}
