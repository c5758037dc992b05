"""Tests of parplan.facts.points.tree."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.points.tree import Tree, code_order, total
from point_sets import criteria_set, index, only_set


def tree(*criteria: str, scale: str = "100") -> Tree:
    made = index(criteria_set("a", *criteria), scale=scale)
    return Tree(made, only_set(made))


def codes(made: Tree, depth: int | None = None) -> list[str]:
    return [made.criteria[ref].code or "" for ref, _ in made.walk(depth)]


def test_codes_sort_as_people_count() -> None:
    assert sorted(["1.10", "1.9", "10", "2", "1", "2b", "2a", "1.9.1"], key=code_order) == [
        *("1", "1.9", "1.9.1", "1.10", "2", "2a", "2b", "10")
    ]


def test_what_a_criterion_is_made_of_stands_behind_it_whatever_the_file_says_first() -> None:
    made = tree("1.10 1 1", "2 90", "1.9 9 1", "1 10", "1.9.1 9 1.9")
    assert codes(made) == ["1", "1.9", "1.9.1", "1.10", "2"]
    assert codes(made, 1) == ["1", "2"]
    assert made.depth == 3


def test_where_a_code_is_missing_the_file_says_the_order() -> None:
    made = index({"id": "a", "mark": "read", "criteria": [{"id": i, "name": i, "mark": "read"} for i in "zyx"]})
    assert [ref[-1] for ref, _ in Tree(made, only_set(made)).walk()] == ["z", "y", "x"]


@pytest.mark.parametrize(
    ("criteria", "most"),
    [
        (("1 10", "1.1 4 1"), Decimal(10)),  # as written
        (("1 ?", "1.1 4 1", "1.2 6 1"), Decimal(10)),  # as its parts come to
        (("1 ?", "1.1 4 1", "1.2 ? 1"), None),  # one of them is not known
        (("1 ?",), None),
    ],
)
def test_a_maximum_is_as_written_else_what_the_parts_come_to(
    criteria: tuple[str, ...], most: Decimal | None
) -> None:
    assert tree(*criteria).maximum("I/a/1") == most


def test_a_bonus_stands_beside_the_maximum() -> None:
    bonus = {"id": "9", "name": "Thưởng", "max": "2", "scoring": {"bonus": {"each": "1"}}, "mark": "read"}
    of = criteria_set("a", "1 100")
    of["criteria"].append(bonus)
    made = index(of)
    assert Tree(made, only_set(made)).areas == ["I/a/1", "I/a/9"]


def test_two_divisions_of_the_same_points_share_out_nothing() -> None:
    assert tree("1 40", "2 60").areas == ["I/a/1", "I/a/2"]
    assert tree("1 40", "2 60", "3 100").areas == []
    assert tree("1 40", "2 ?").areas == []


def test_what_lies_inside_itself_hangs_on_nothing() -> None:
    made = tree("1 10 2", "2 10 1", "3 5")
    assert codes(made) == ["3"]
    assert list(made.above("I/a/1")) == ["I/a/2"]


def test_a_set_may_nest_as_deep_as_it_likes() -> None:
    made = tree("0 1", *(f"{n} 1 {n - 1}" for n in range(1, 3000)))
    assert made.depth == 3000


@given(st.permutations(["1 10", "1.1 4 1", "1.2 6 1", "2 90", "2.1 30 2", "2.2 60 2"]))
def test_the_order_of_records_changes_nothing(criteria: list[str]) -> None:
    assert codes(tree(*criteria)) == ["1", "1.1", "1.2", "2", "2.1", "2.2"]


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    assert total([Decimal(1), None]) is None
    assert total([]) is None
    assert total([Decimal("0.1"), Decimal("0.2")]) == Decimal("0.3")
