"""Tests of parplan.facts.points.comparison."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parplan.facts.points.comparison import Comparison, Line, compare_results
from parplan.model.index import Index
from point_sets import criteria_set, index, result, way

OLD = criteria_set("a", "1 10", "1.1 4 1", "1.2 6 1", "2 20", "3 30", "4 40")
MAP = way(
    *("a", "b", "re-weighted 1 > 1", "renamed 1.1 > 1.1", "merged 2 3 > 2", "split 4 > 4 5"),
    *("new > 6",),
)
NEW = criteria_set("b", "1 20", "1.1 8 1", "1.2 12 1", "2 40", "4 10", "5 10", "6 20", maps=[MAP])


def lines(found: Comparison) -> dict[str, Line]:
    return {line.criterion.code or "": line for line in found.lines}


@pytest.fixture(scope="module")
def known() -> Index:
    return index(OLD, NEW)


def test_years_of_one_set_are_compared_in_points(known: Index) -> None:
    first = result("a", {"1.1": "3", "1.2": "6", "2": "15", "3": "30"})
    last = result("a", {"1.1": "3.5", "1.2": "5.25", "2": "15", "3": "30"})
    found = compare_results(known, [first, last])
    changes = {code: line.change for code, line in lines(found).items()}
    assert changes == {
        "1": Decimal("-0.25"),
        "1.1": Decimal("0.5"),
        "1.2": Decimal("-0.75"),
        "2": Decimal(0),
        "3": Decimal(0),
        "4": None,
    }
    assert lines(found)["4"].reason == "unknown"
    assert [line.criterion.code for line in found.risen] == ["1.1"]
    assert [line.criterion.code for line in found.fallen] == ["1.2"]
    assert not found.crosses_sets


def test_across_sets_the_share_of_the_maximum_is_compared_where_a_map_joins(known: Index) -> None:
    first = result("a", {"1.1": "3", "1.2": "6", "2": "10", "3": "15", "4": "40"})
    last = result("b", {"1.1": "4", "1.2": "12", "2": "30", "4": "5", "5": "5", "6": "1"})
    found = compare_results(known, [first, last])
    assert found.crosses_sets
    assert {code: (line.moved, line.reason) for code, line in lines(found).items()} == {
        "1": (Fraction(16, 20) - Fraction(9, 10), ""),
        "1.1": (Fraction(1, 2) - Fraction(3, 4), ""),
        "1.2": (None, "unmapped"),
        "2": (Fraction(30, 40) - Fraction(25, 50), ""),
        "4": (None, "regrouped"),
        "5": (None, "regrouped"),
        "6": (None, "new"),
    }
    assert all(line.change is None for line in found.lines)


def test_the_weights_of_what_was_merged_count_where_they_are_known() -> None:
    weighted = way("a", "b", "merged 2 3 > 2 : 0.9 0.1")
    found = compare_results(
        index(OLD, criteria_set("b", "2 40", maps=[weighted])),
        [result("a", {"2": "20", "3": "0"}), result("b", {"2": "40"})],
    )
    assert found.lines[0].cells[0].share == Fraction(9, 10)


def test_what_is_known_only_in_part_is_not_compared(known: Index) -> None:
    first, last = result("a", {"1.1": "3"}), result("a", {"1.1": "3", "1.2": "6"})
    assert lines(compare_results(known, [first, last]))["1"].reason == "partial"


def test_without_a_map_nothing_is_compared_and_what_was_dropped_is_named(known: Index) -> None:
    apart = index(OLD, criteria_set("b", "1 20"))
    found = compare_results(apart, [result("a", {"1": "9"}), result("b", {"1": "18"})])
    assert [line.reason for line in found.lines] == ["no-map"]
    dropped = index(OLD, criteria_set("b", "1 20", maps=[way("a", "b", "re-weighted 1 > 1", "dropped 4 >")]))
    found = compare_results(dropped, [result("a", {"1": "9"}), result("b", {"1": "18"})])
    assert found.gone == ("I/a/4",)
    assert [line.moved for line in found.lines] == [0]


def test_more_than_two_years_stand_side_by_side(known: Index) -> None:
    scores = ({"1": "8"}, {"1": "9"}, {"1": "7"})
    found = compare_results(known, [*(result("a", one) for one in scores), None])
    line = lines(found)["1"]
    assert [cell.score.points if cell.score else None for cell in line.cells] == [8, 9, 7, None]
    assert line.reason == "unknown"


def test_of_results_without_a_set_nothing_is_told_by_criterion(known: Index) -> None:
    found = compare_results(known, [None, result("z", {})])
    assert (found.lines, found.risen, found.crosses_sets) == ((), (), False)
