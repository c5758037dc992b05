"""Published results are possible ones, and say of each other what is true.

Must not correct a figure: what was published stays as it was published. Parts have a module of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parplan.facts.points.change import ROUNDING, set_of
from parplan.finding import Code, Finding
from parplan.model.index import Index
from parplan.model.result import Change, Result
from parplan.model.workspace import Workspace


def check_results(workspace: Workspace) -> Iterator[Finding]:
    """A rank lies within those ranked, a score within its scale; set and group are among those of the index."""
    indexes = {index.id: index for index in workspace.indexes.indexes}
    for result in workspace.all_results:
        if not _can_be_ranked(result):
            values = {"rank": result.rank, "ranked": "" if result.ranked is None else result.ranked}
            yield Finding(Code.RANK_OVER_RANKED, result.at("rank"), values)
        index = indexes.get(result.index)
        if index is None:
            continue
        if not _can_be_scored(result, index):
            scores = {"score": result.score, "scale": index.scale}
            yield Finding(Code.SCORE_OVER_SCALE, result.at("score"), scores)
        yield from _set(result, index, workspace.left_out)
        yield from _group(result, index)


def is_possible(result: Result, index: Index) -> bool:
    """Whether a result's own figures can be: only then is it worth comparing with others."""
    return _can_be_ranked(result) and _can_be_scored(result, index)


def _can_be_ranked(result: Result) -> bool:
    return result.rank is None or (result.rank >= 1 and (result.ranked is None or result.rank <= result.ranked))


def _can_be_scored(result: Result, index: Index) -> bool:
    return result.score is None or 0 <= result.score <= index.scale


def _set(result: Result, index: Index, left_out: frozenset[str]) -> Iterator[Finding]:
    known = set_of(index, result.set)
    if known is None:
        if result.set is not None and result.set not in left_out:
            sets = ", ".join(other.id for other in index.sets)
            yield Finding(Code.SET_UNKNOWN, result.at("set"), {"id": result.set, "index": index.id, "known": sets})
        return
    first, last = known.first, known.last
    if (first is not None and result.year < first) or (last is not None and result.year > last):
        span = "between" if first is not None and last is not None else "until" if first is None else "since"
        values = {"set": known.id, "years": span, "first": first, "last": last, "year": result.year}
        yield Finding(Code.SET_NOT_OF_YEAR, result.at("set"), values)


def _group(result: Result, index: Index) -> Iterator[Finding]:
    """The group is one that the index has, and the score lies in it."""
    if result.group is None or not index.groups:
        return
    group = next((group for group in index.groups if group.id == result.group), None)
    if group is None:
        known = ", ".join(group.id for group in index.groups)
        values = {"id": result.group, "index": index.id, "known": known}
        yield Finding(Code.SCORE_GROUP_UNKNOWN, result.at("group"), values)
    elif (
        result.score is not None
        and _can_be_scored(result, index)
        and (result.score < group.at_least or (group.below is not None and result.score >= group.below))
    ):
        band = {
            "band": "from" if group.below is None else "between",
            "at_least": group.at_least,
            "below": group.below,
        }
        yield Finding(
            Code.GROUP_CONTRADICTS_SCORE, result.at("group"), {"score": result.score, "group": group.id, **band}
        )


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


def check_changes(workspace: Workspace) -> Iterator[Finding]:
    """A published change is from an earlier year, and is what the two years' results come to."""
    known: dict[tuple[str, int, str], Result] = {}
    for result in workspace.all_results:
        known.setdefault((result.index, result.year, result.place), result)
    for result in workspace.all_results:
        for change in (result.change, *(part.change for part in result.parts)):
            if change is not None and change.from_ >= result.year:
                years = {"year": result.year, "from": change.from_}
                yield Finding(Code.CHANGE_NOT_EARLIER, change.at("from"), years)
        if result.change is not None and result.change.from_ < result.year:
            before = known.get((result.index, result.change.from_, result.place))
            if before is not None:
                yield from _contradictions(before, result, result.change)


def _contradictions(before: Result, after: Result, change: Change) -> Iterator[Finding]:
    years = {"before": before.year, "after": after.year}
    if change.score is not None and before.score is not None and after.score is not None:
        computed = after.score - before.score
        if abs(computed - change.score) > ROUNDING:
            scores = {"published": change.score, "computed": computed, **years}
            yield Finding(Code.CHANGE_CONTRADICTS, change.at("score"), scores)
    if change.places is not None and before.rank is not None and after.rank is not None:
        risen = before.rank - after.rank
        if risen != change.places:
            places = {"published": Decimal(change.places), "computed": Decimal(risen), **years}
            yield Finding(Code.CHANGE_CONTRADICTS, change.at("places"), places)
