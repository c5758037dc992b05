"""A criterion as it is typed."""

from __future__ import annotations

import pytest

from parplan.finding import Stop
from parplan.options.points.criterion import find_criterion, fitting
from parplan.reading.load import load
from running import POINTS

EXAMPLE = load(POINTS).workspace


@pytest.mark.parametrize(
    "typed",
    ["CCHC/bo-moi/4.3.2", "cchc/4.3.2", "4.3.2", "ty le noi dung phan cap duoc kiem tra", "nội dung phân cấp"],
)
def test_every_way_of_naming_it_finds_it_in_the_newest_set(typed: str) -> None:
    found = find_criterion(EXAMPLE, typed)
    assert found is not None
    assert found.ref == "CCHC/bo-moi/4.3.2"


def test_an_older_set_is_named_in_full() -> None:
    found = find_criterion(EXAMPLE, "CCHC/bo-cu/4.3.2")
    assert found is not None
    assert found.of.id == "bo-cu"


def test_words_of_several_are_ambiguous_and_all_are_told() -> None:
    with pytest.raises(Stop) as stop:
        find_criterion(EXAMPLE, "phân cấp")
    assert (stop.value.reason, stop.value.values["n"]) == ("criterion-ambiguous", 3)


def test_nothing_is_none_unless_only_a_criterion_can_be_meant() -> None:
    assert find_criterion(EXAMPLE, "không đâu có") is None
    assert fitting(EXAMPLE, "CCHC/99") == []
    with pytest.raises(Stop, match="criterion-unknown"):
        find_criterion(EXAMPLE, "CCHC/99")
