"""Whoever has the better rank has no lower score.

Must not take a rank from a score: equal scores are ranked by what rounding hides.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from parplan.checks.results.published import is_possible
from parplan.finding import Code, Finding
from parplan.model.result import Result
from parplan.model.workspace import Workspace

Ranked = tuple[int, Decimal, Result]
"""A rank, a score, and the result that has them."""


def check_ranks(workspace: Workspace) -> Iterator[Finding]:
    """Within an index and a year, ranks follow scores. As few results are told as leave the rest in order."""
    indexes = {index.id: index for index in workspace.indexes.indexes}
    names = {unit.id: unit.name for unit in workspace.agencies.agencies}
    names |= {place.id: place.name for place in workspace.indexes.places}
    years: dict[tuple[str, int], dict[str, Ranked]] = {}
    for result in workspace.all_results:
        index = indexes.get(result.index)
        if index and result.rank is not None and result.score is not None and is_possible(result, index):
            # of two results for one place the first counts: the other is told as such
            ranked = (result.rank, result.score, result)
            years.setdefault((result.index, result.year), {}).setdefault(result.place, ranked)
    for of_year in years.values():
        in_order = sorted(of_year.values(), key=lambda ranked: (ranked[0], -ranked[1]))
        for (rank, score, result), (other_rank, other_score, other) in _out_of_order(in_order):
            values = {"place": names.get(result.place, result.place), "score": score, "rank": rank}
            beside = {
                "other": names.get(other.place, other.place),
                "other_score": other_score,
                "other_rank": other_rank,
            }
            yield Finding(Code.RANK_CONTRADICTS_SCORE, result.at("rank"), {**values, **beside})


def _out_of_order(ranked: Sequence[Ranked]) -> Iterator[tuple[Ranked, Ranked]]:
    """Each result outside the longest run of scores that never rise, beside the nearest one it contradicts."""
    stay = _longest_falling([score for _, score, _ in ranked])
    for position, one in enumerate(ranked):
        after = bisect_left(stay, position)
        if after < len(stay) and stay[after] == position:
            continue
        above = ranked[stay[after - 1]] if after else None
        yield one, above if above and above[1] < one[1] else ranked[stay[after]]


def _longest_falling(scores: Sequence[Decimal]) -> list[int]:
    """The positions of a longest choice of scores, in order, that never rise."""
    lowest: list[Decimal] = []
    ends: list[int] = []
    before: list[int | None] = []
    for position, score in enumerate(scores):
        length = bisect_right(lowest, -score)
        before.append(ends[length - 1] if length else None)
        lowest[length : length + 1] = [-score]
        ends[length : length + 1] = [position]
    chosen: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]
