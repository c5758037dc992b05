"""Tests of parplan.checks.results.ranks."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.checks.results.ranks import _longest_falling
from parplan.finding import Code
from workspaces import INDEXES, RESULTS, Builder

PLACES = ("quang-nam", "da-nang", "hai-phong", "hue", "ha-tinh")


def ranked(w: Builder, *figures: str, index: str = "PAR") -> Builder:
    """A result for each place, in the order of PLACES."""
    w.change(
        INDEXES,
        "  - {id: quang-nam, name: Quảng Nam}\n",
        "  - {id: quang-nam, name: Quảng Nam}\n"
        + "".join(f"  - {{id: {place}, name: Tỉnh {place}}}\n" for place in PLACES[1:]),
    )
    return w.write(
        RESULTS,
        "results:\n"
        + "".join(
            f"  - {{index: {index}, year: 2022, place: {place}, {figure}, mark: read, source: x}}\n"
            for place, figure in zip(PLACES, figures, strict=False)
        ),
    )


@pytest.mark.parametrize(
    ("figures", "marked", "beside"),
    [
        # a score typed too low, and one too high
        (
            ("score: 90, rank: 1", "score: 8.9, rank: 2", "score: 88, rank: 3", "score: 87, rank: 4"),
            "2",
            "Tỉnh hai-phong",
        ),
        (
            ("score: 90, rank: 1", "score: 89, rank: 2", "score: 98, rank: 3", "score: 87, rank: 4"),
            "3",
            "Tỉnh da-nang",
        ),
        # a rank typed too good, and one too bad
        (
            ("score: 90, rank: 2", "score: 89, rank: 3", "score: 88, rank: 4", "score: 87, rank: 1"),
            "1",
            "Quảng Nam",
        ),
        (
            ("score: 90, rank: 40", "score: 89, rank: 2", "score: 88, rank: 3", "score: 87, rank: 4"),
            "40",
            "Tỉnh hue",
        ),
        # the first of all is told beside the one below it, not beside the last
        (
            ("score: 85, rank: 1", "score: 90, rank: 2", "score: 88, rank: 3", "score: 80, rank: 4"),
            "1",
            "Tỉnh da-nang",
        ),
    ],
)
def test_the_one_result_out_of_order_is_told_beside_its_neighbour(
    w: Builder, figures: tuple[str, ...], marked: str, beside: str
) -> None:
    ranked(w, *figures).refused(Code.RANK_CONTRADICTS_SCORE, RESULTS, f"rank: «{marked}»,")
    (finding,) = [f for f in w.load().findings if f.code is Code.RANK_CONTRADICTS_SCORE]
    assert finding.values["other"] == beside


@pytest.mark.parametrize(
    "figures",
    [
        ("score: 90, rank: 1", "score: 88, rank: 2", "score: 88, rank: 3"),  # rounding hides the difference
        ("score: 90, rank: 1", "score: 88.0, rank: 2", "score: 88.00, rank: 3"),
        ("score: 90, rank: 1", "score: 88, rank: 2", "score: 89, rank: 2"),  # one rank for two
        ("score: 90, rank: 1", "score: 95", "rank: 2"),  # a mean has no rank
        ("score: 90, rank: 5", "score: 100, rank: 1"),
    ],
)
def test_ranks_that_follow_scores_are_silent(w: Builder, figures: tuple[str, ...]) -> None:
    ranked(w, *figures).silent()


def test_another_year_or_index_is_another_order(w: Builder) -> None:
    rest = "mark: read, source: x"
    w.write(
        RESULTS,
        "results:\n"
        f"  - {{index: PAR, year: 2022, place: quang-nam, score: 80, rank: 1, {rest}}}\n"
        f"  - {{index: SIPAS, year: 2022, place: ca-nuoc, score: 90, rank: 2, {rest}}}\n",
    )
    w.write(
        "data/results/2021.yaml",
        f"results:\n  - {{index: PAR, year: 2021, place: ca-nuoc, score: 90, rank: 2, {rest}}}\n",
    ).silent()


def test_a_figure_that_cannot_be_is_told_as_such_only(w: Builder) -> None:
    ranked(w, "score: 901, rank: 2", "score: 89, rank: 1").refused(Code.SCORE_OVER_SCALE, RESULTS, "901")


def test_many_out_of_order_are_each_told_once(w: Builder) -> None:
    ranked(w, *(f"score: {80 + rank}, rank: {rank}" for rank in (1, 2, 3, 4, 5)))
    assert w.codes() == ["rank-contradicts-score"] * 4


@pytest.mark.parametrize(
    ("scores", "stay"),
    [
        ([], []),
        ([5], [0]),
        ([5, 4, 4, 3], [0, 1, 2, 3]),
        ([9, 1, 8, 7], [0, 2, 3]),
        ([1, 9, 8, 7], [1, 2, 3]),
        ([9, 8, 10, 7], [0, 1, 3]),
    ],
)
def test_the_longest_run_that_never_rises(scores: list[int], stay: list[int]) -> None:
    assert _longest_falling([Decimal(score) for score in scores]) == stay


@given(st.lists(st.integers(1, 5), max_size=7))
def test_as_few_as_can_be_are_out_of_order(figures: list[int]) -> None:
    scores = [Decimal(figure) for figure in figures]
    stay = [scores[position] for position in _longest_falling(scores)]
    assert all(first >= second for first, second in pairwise(stay))
    longer = combinations(scores, len(stay) + 1)
    assert not any(all(first >= second for first, second in pairwise(some)) for some in longer)
