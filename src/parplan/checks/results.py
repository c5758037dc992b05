"""Published results are possible ones.

Must not correct a figure: what was published stays as it was published.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.facts.change import set_of
from parplan.finding import Code, Finding
from parplan.model.result import Result
from parplan.model.workspace import Workspace


def check_results(workspace: Workspace) -> Iterator[Finding]:
    """A rank lies within those ranked, a score within its scale, a criteria set among those of its index."""
    indexes = {index.id: index for index in workspace.indexes.indexes}
    for result in workspace.all_results:
        if result.rank is not None and (
            result.rank < 1 or (result.ranked is not None and result.rank > result.ranked)
        ):
            values = {"rank": result.rank, "ranked": "" if result.ranked is None else result.ranked}
            yield Finding(Code.RANK_OVER_RANKED, result.at("rank"), values)
        index = indexes.get(result.index)
        if index is None:
            continue
        if result.score is not None and not 0 <= result.score <= index.scale:
            scores = {"score": result.score, "scale": index.scale}
            yield Finding(Code.SCORE_OVER_SCALE, result.at("score"), scores)
        if result.set is not None and set_of(index, result.set) is None and result.set not in workspace.left_out:
            known = ", ".join(known.id for known in index.sets)
            names = {"id": result.set, "index": index.id, "known": known}
            yield Finding(Code.SET_UNKNOWN, result.at("set"), names)


def check_result_duplicates(workspace: Workspace) -> Iterator[Finding]:
    """An index, a year and a place have one result."""
    first: dict[tuple[str, int, str], Result] = {}
    for result in workspace.all_results:
        key = (result.index, result.year, result.place)
        if key in first:
            values = {"index": key[0], "year": key[1], "place": key[2], "first": first[key].where}
            yield Finding(Code.RESULT_DUPLICATE, result.where, values)
        else:
            first[key] = result
