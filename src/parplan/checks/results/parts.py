"""The scores of single criteria are possible ones, and add up.

Must not compare two years: their criteria may differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parplan.checks.results.published import is_possible
from parplan.facts.points.change import ROUNDING
from parplan.facts.points.score import scores_of
from parplan.facts.points.tree import Tree, total
from parplan.finding import Code, Finding
from parplan.model.index import Criterion, Index
from parplan.model.result import Part, Result
from parplan.model.workspace import Workspace


def check_parts(workspace: Workspace) -> Iterator[Finding]:
    """A criterion has one score of each kind, of the result's own set and within its maximum; scores add up."""
    indexes = {index.id: index for index in workspace.indexes.indexes}
    for result in workspace.all_results:
        index = indexes.get(result.index)
        if index is None or not result.parts:
            continue
        known = index.criteria()
        first: dict[tuple[str, str], Part] = {}
        for part in result.parts:
            same = first.setdefault((part.criterion, part.kind), part)
            criterion = known.get(part.criterion)
            if same is not part:
                values = {
                    "criterion": criterion.name if criterion else part.criterion,
                    "first": same.at("criterion"),
                }
                yield Finding(Code.PART_DUPLICATE, part.at("criterion"), values)
            yield from _part(result, part, criterion)
        # what cannot be is told as such, and would spoil every sum it enters
        possible = {key: part for key, part in first.items() if not _is_over(part, known.get(part.criterion))}
        yield from _sums(result, index, possible)


def _part(result: Result, part: Part, criterion: Criterion | None) -> Iterator[Finding]:
    index, _, rest = part.criterion.partition("/")
    if index != result.index or (result.set is not None and rest.partition("/")[0] != result.set):
        values = {"criterion": part.criterion, "set": result.set or result.index}
        yield Finding(Code.PART_OF_OTHER_SET, part.at("criterion"), values)
    elif criterion is not None and _is_over(part, criterion):
        scores = {"score": part.score, "criterion": criterion.name, "max": criterion.max}
        yield Finding(Code.PART_OVER_MAX, part.at("score"), scores)


def _is_over(part: Part, criterion: Criterion | None) -> bool:
    most = criterion.max if criterion is not None else None
    return most is not None and part.score is not None and part.score > most


def _sums(result: Result, index: Index, parts: dict[tuple[str, str], Part]) -> Iterator[Finding]:
    """Where a criterion and all its children have a score of one kind, theirs come to it; likewise the areas."""
    for known in index.sets:
        tree = Tree(index, known)
        for (ref, kind), part in parts.items():
            children = tree.children(ref)
            found = total(_score(parts.get((child, kind))) for child in children)
            if found is not None and part.score is not None and abs(found - part.score) > ROUNDING:
                values = {"criterion": tree.criteria[ref].name, "sum": found, "score": part.score}
                yield Finding(Code.PARTS_NOT_SUM, part.at("score"), values)
    others = [part.criterion for part in parts.values() if part.kind in ("appraised", "survey")]
    made = scores_of(index, result) if result.set and len(set(others)) == len(others) else None
    whole = made.total if made and {part.kind for part in made.parts.values()} != {"self"} else None
    score = result.score if is_possible(result, index) else None
    if made and whole and whole.is_whole and score is not None and abs(whole.points - score) > ROUNDING:
        values = {"criterion": index.called, "sum": whole.points, "score": score}
        yield Finding(Code.PARTS_NOT_SUM, result.at("score"), values)


def _score(part: Part | None) -> Decimal | None:
    return part.score if part else None
