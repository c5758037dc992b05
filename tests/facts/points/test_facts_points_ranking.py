"""Tests of parplan.facts.points.ranking."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.points.ranking import Ranked, Ranking, band_of, group_of, ranks
from parplan.model.workspace import Workspace
from point_sets import index, result
from workspaces import INDEXES, Builder

UNITS = ("so-noi-vu", "so-tu-phap", "so-tai-chinh", "hoi-an")


def ranked(w: Builder, *scores: str, ranked: int = 4, more: str = "") -> Workspace:
    """An index of the province's own units, with these scores in their order; "?" is not known."""
    w.write(INDEXES, w.text(INDEXES) + f"  - {{id: NB, name: Nội bộ, scale: 100, unit: điểm, ranked: {ranked}}}\n")
    told = [
        f"  - {{index: NB, year: 2022, place: {unit}, score: {score}, mark: read, source: nguồn{more}}}\n"
        for unit, score in zip(UNITS, scores, strict=False)
        if score != "?"
    ]
    return w.write("data/results/2022.yaml", "results:\n" + "".join(told)).workspace()


def of(workspace: Workspace) -> Ranking:
    return Ranking(workspace, workspace.indexes.indexes[-1], 2022)


def test_units_are_ranked_by_their_scores_and_equals_share_a_rank(w: Builder) -> None:
    made = of(ranked(w, "80", "90.10", "80.0", "70"))
    assert [made.of(unit) for unit in UNITS] == [
        Ranked(2, 4, is_computed=True, is_shared=True),
        Ranked(1, 4, is_computed=True),
        Ranked(2, 4, is_computed=True, is_shared=True),
        Ranked(4, 4, is_computed=True),
    ]
    assert made.in_order() == ["so-tu-phap", "so-noi-vu", "so-tai-chinh", "hoi-an"]
    assert (made.at(2), made.at(3)) == (("so-noi-vu", "so-tai-chinh"), ())


def test_where_a_score_is_not_known_nobody_is_ranked(w: Builder) -> None:
    made = of(ranked(w, "80", "90", "?", "70"))
    assert [made.of(unit) for unit in UNITS] == [None] * 4
    assert made.in_order() == ["so-tu-phap", "so-noi-vu", "hoi-an"]


def test_a_published_rank_stands_whatever_the_scores(w: Builder) -> None:
    made = of(ranked(w, "80", "?", more=", rank: 3"))
    assert made.of("so-noi-vu") == Ranked(3, 4)


def test_a_mean_is_no_place(w: Builder) -> None:
    w.write(
        "data/results/2022.yaml",
        "results: [{index: PAR, year: 2022, place: ca-nuoc, score: 80, mark: read, source: nguồn}]\n",
    )
    workspace = w.workspace()
    assert Ranking(workspace, workspace.indexes.indexes[0], 2022).results == {}


@pytest.mark.parametrize(("score", "group"), [("90", "A"), ("89.99", "B"), ("80", "B"), ("79.99", None)])
def test_a_group_holds_its_lower_bound_and_not_its_upper_one(score: str, group: str | None) -> None:
    bands = [{"id": "A", "at_least": "90", "mark": "read"}]
    bands.append({"id": "B", "at_least": "80", "below": "90", "mark": "read"})
    found = band_of(index(groups=bands).groups, Decimal(score))
    assert (found.id if found else None) == group
    assert group_of(index(groups=bands), result("a", {}, score=score)) == found


def test_a_published_group_stands_whatever_the_score() -> None:
    bands = [{"id": "A", "at_least": "90", "mark": "read"}]
    found = group_of(index(groups=bands), result("a", {}, score="10", group="A"))
    assert found is not None
    assert found.id == "A"
    assert group_of(index(groups=bands), None) is None


scores = st.dictionaries(st.sampled_from("abcdefgh"), st.decimals(0, 100, places=2), min_size=1)


@given(scores, st.integers(1, 9))
def test_scaling_an_index_changes_no_rank(known: dict[str, Decimal], by: int) -> None:
    assert ranks(known) == ranks({place: score * by / 8 for place, score in known.items()})


@given(scores)
def test_a_rank_is_one_more_than_how_many_are_better(known: dict[str, Decimal]) -> None:
    assert ranks(known) == {
        place: 1 + sum(1 for other in known.values() if other > score) for place, score in known.items()
    }


def test_sums_that_binary_floats_would_tell_apart_share_a_rank() -> None:
    assert 0.1 + 0.2 > 0.3  # the tie that would be lost
    in_parts = Decimal("0.1") + Decimal("0.2")
    assert ranks({"a": in_parts, "b": Decimal("0.3"), "c": Decimal("0.29")}) == {"a": 1, "b": 1, "c": 3}
