"""Tests of parplan.facts.points.crossing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.points.crossing import Block, Crossing, compose, crossing, reverse
from point_sets import criteria_set, index, way


def letters(block: Block) -> str:
    return f"{block.kind} {','.join(r[-1] for r in block.old)} > {','.join(r[-1] for r in block.new)}"


def three_sets() -> dict[str, Crossing | None]:
    a = criteria_set("a", "1 10", "2 20", "3 30", "4 40")
    to_b = way("a", "b", "same 1 > 1", "merged 2 3 > 2", "dropped 4 >", "new > 5")
    to_c = way("b", "c", "re-weighted 1 > 1", "split 2 > 2 3", "dropped 5 >", "new > 6")
    b = criteria_set("b", "1 10", "2 50", "5 40", maps=[to_b])
    c = criteria_set("c", "1 20", "2 25", "3 25", "6 30", maps=[to_c])
    made = index(a, b, c, criteria_set("d", "1 100"))
    return {f"{old}{new}": crossing(made, old, new) for old in "abcd" for new in "abcd"}


WAYS = three_sets()


@pytest.mark.parametrize(
    ("way", "rows"),
    [
        ("ab", ["dropped 4 > ", "merged 2,3 > 2", "new  > 5", "same 1 > 1"]),
        ("ba", ["dropped 5 > ", "new  > 4", "same 1 > 1", "split 2 > 2,3"]),
        ("ac", ["dropped 4 > ", "new  > 6", "re-weighted 1 > 1", "regrouped 2,3 > 2,3"]),
        ("ca", ["dropped 6 > ", "new  > 4", "re-weighted 1 > 1", "regrouped 2,3 > 2,3"]),
    ],
)
def test_a_way_leads_there_and_back_over_one_change_or_several(way: str, rows: list[str]) -> None:
    found = WAYS[way]
    assert found is not None
    assert sorted(map(letters, found)) == rows


def test_where_no_map_leads_there_is_no_way() -> None:
    assert WAYS["ad"] is None


def test_weights_go_over_a_change_that_leaves_the_criterion_as_it_is() -> None:
    split = Block("split", ("a1",), ("b1", "b2"), (Fraction(1, 4), Fraction(3, 4)))
    before = Block("renamed", ("z1",), ("a1",))
    (made,) = compose((before,), (split,))
    assert (made.kind, made.old, made.new, made.weights) == ("split", ("z1",), ("b1", "b2"), split.weights)
    (again,) = compose((before,), (Block("same", ("a1",), ("b1",)),))
    assert (again.kind, again.weights) == ("renamed", None)


def test_of_what_leads_nowhere_in_part_nothing_is_said() -> None:
    first = (Block("split", ("a1",), ("b1", "b2")),)
    assert compose(first, (Block("same", ("b1",), ("c1",)),)) == ()


@st.composite
def maps(draw: st.DrawFn) -> Crossing:
    """A map in which every criterion stands once: some kept, merged, split, dropped or new."""
    made, old, new = [], 0, 0
    for kind in draw(st.lists(st.sampled_from(["same", "merged", "split", "dropped", "new"]), max_size=8)):
        olds = {"merged": draw(st.integers(2, 3)), "new": 0}.get(kind, 1)
        news = {"split": draw(st.integers(2, 3)), "dropped": 0}.get(kind, 1)
        made.append(
            Block(
                kind,
                tuple(f"a{n}" for n in range(old, old + olds)),
                tuple(f"b{n}" for n in range(new, new + news)),
            )
        )
        old, new = old + olds, new + news
    return tuple(made)


@given(maps())
def test_a_map_and_its_reverse_lead_back_to_where_one_began(there: Crossing) -> None:
    assert reverse(reverse(there)) == there
    round_trip = compose(there, reverse(there))
    assert all(block.old == block.new for block in round_trip if block.joins)
    kept = {ref for block in there if block.new for ref in block.old}
    assert {ref for block in round_trip if block.joins for ref in block.old} == kept


@given(maps())
def test_a_way_stands_once_for_each_criterion(there: Crossing) -> None:
    round_trip = compose(there, reverse(there))
    for side in ([r for b in round_trip for r in b.old], [r for b in round_trip for r in b.new]):
        assert len(side) == len(set(side))
