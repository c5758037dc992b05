"""Tests of parplan.checks.results.indexes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from parplan.checks.results.indexes import check_parents
from parplan.finding import Code
from parplan.reading.load import Loaded
from workspaces import INDEXES, Builder, asked_for

OLD = "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS"


def criteria(w: Builder, *listed: str) -> Builder:
    """The set 876 with these criteria."""
    lines = "".join(f"          - {{{one}, mark: read}}\n" for one in listed)
    return w.change(INDEXES, OLD, lines + "  - {id: SIPAS")


def test_a_parent_that_is_not_in_the_set_is_told_with_what_was_meant(w: Builder) -> None:
    criteria(w, "id: the-che, name: Thể chế", "id: van-ban, name: Văn bản, parent: the-che1")
    w.refused(Code.PARENT_UNKNOWN, INDEXES, "the-che1", meant="the-che")


def test_a_parent_in_another_set_is_not_in_this_one(w: Builder) -> None:
    criteria(w, "id: van-ban, name: Văn bản, parent: cong-bo")
    w.refused(Code.PARENT_UNKNOWN, INDEXES, "parent: «cong-bo»")


def test_a_parent_may_stand_below_its_children(w: Builder) -> None:
    criteria(w, "id: van-ban, name: Văn bản, parent: the-che", "id: the-che, name: Thể chế").silent()


def test_a_criterion_that_is_its_own_parent_is_told(w: Builder) -> None:
    criteria(w, "id: the-che, name: Thể chế, parent: the-che")
    w.refused(Code.PARENT_CIRCULAR, INDEXES, "parent: «the-che»")


def test_a_circle_is_told_once_at_the_criterion_that_closes_it(w: Builder) -> None:
    criteria(
        w,
        "id: x, name: X, parent: a",  # leads into the circle, and is not in it
        "id: a, name: A, parent: c",
        "id: b, name: B, parent: a",
        "id: c, name: C, parent: b",
        "id: z, name: Z, parent: c",
    ).refused(Code.PARENT_CIRCULAR, INDEXES, "name: C, parent: «b»")


def test_two_circles_are_told_twice(w: Builder) -> None:
    criteria(w, *(f"id: {a}, name: Tên, parent: {b}" for a, b in ("ab", "ba", "cd", "dc")))
    assert w.codes() == ["parent-circular", "parent-circular"]


def test_a_deep_chain_is_no_circle(w: Builder) -> None:
    names = [f"n{number}" for number in range(200)]
    criteria(w, "id: n0, name: Tên", *(f"id: {b}, name: Tên, parent: {a}" for a, b in pairwise(names)))
    w.silent()


def test_maxima_of_children_that_miss_the_parent_s_are_told_at_the_parent(w: Builder) -> None:
    criteria(
        w,
        "id: the-che, name: Thể chế, max: 100",
        "id: van-ban, name: Văn bản, parent: the-che, max: 60.5",
        "id: thi-hanh, name: Thi hành, parent: the-che, max: 39",
    ).refused(Code.MAXIMA_NOT_SUM, INDEXES, "max: «100»")


def test_maxima_at_the_top_that_miss_the_scale_are_told_at_the_criteria(w: Builder) -> None:
    criteria(w, "id: the-che, name: Thể chế, max: 60", "id: tac-dong, name: Tác động, max: 39.5")
    w.refused(Code.MAXIMA_NOT_SUM, INDEXES, "«criteria»:\n          - {id: the-che")


@pytest.mark.parametrize(
    "listed",
    [
        ("id: a, name: A, max: 60.50", "id: b, name: B, max: 39.5"),  # the same figure, written otherwise
        ("id: a, name: A, max: 60", "id: b, name: B"),  # one is not known
        ("id: a, name: A", "id: b, name: B, parent: a, max: 3"),  # the parent's is not known
        ("id: a, name: A, max: 100", "id: b, name: B, parent: a, max: 3", "id: c, name: C, parent: a"),
    ],
)
def test_maxima_that_add_up_or_are_not_all_known_are_silent(w: Builder, listed: tuple[str, ...]) -> None:
    criteria(w, *listed).silent()


def test_where_a_parent_is_unknown_nothing_is_added_up(w: Builder) -> None:
    criteria(
        w, "id: a, name: A, max: 100", "id: b, name: B, parent: a, max: 60", "id: c, name: C, parent: xy, max: 40"
    )
    w.refused(Code.PARENT_UNKNOWN, INDEXES, "xy")


def test_the_eight_areas_of_a_shipped_set_share_out_a_hundred_points(shipped: Loaded) -> None:
    (known,) = (known for index in shipped.workspace.indexes.indexes for known in index.sets if known.id == "2948")
    assert sum(criterion.max or 0 for criterion in known.criteria) == 100


def test_a_circle_is_found_once_from_wherever_it_is_entered(w: Builder) -> None:
    circle = ("id: x, name: X, parent: v", "id: a, name: A, parent: b", "id: b, name: B, parent: a")
    criteria(w, *circle, "id: v, name: V, parent: a", "id: z, name: Z, parent: v")
    w.refused(Code.PARENT_CIRCULAR, INDEXES, "name: B, parent: «a»")
    assert len([*check_parents(w.load().workspace)]) == 1


def test_no_criterion_is_meant_as_its_own_parent(w: Builder) -> None:
    criteria(w, "id: van-ban, name: Văn bản, parent: van-bann").refused(Code.PARENT_UNKNOWN, INDEXES, "van-bann")
    (found,) = asked_for(w.load())
    assert found.values == {"id": "van-bann", "name": ""}


def test_a_parent_with_an_error_of_its_own_is_not_unknown(w: Builder) -> None:
    criteria(w, "id: van-ban, name: Văn bản, parent: the-che")
    read = w.load().workspace
    assert [found.values["id"] for found in check_parents(read)] == ["the-che"]
    assert [*check_parents(replace(read, left_out=frozenset({"the-che"})))] == []
