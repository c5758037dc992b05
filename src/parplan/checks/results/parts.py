"""The scores of single criteria are possible ones, and add up.

Must not compare two years: their criteria may differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parplan.checks.results.published import is_possible
from parplan.facts.change import ROUNDING, set_of
from parplan.finding import Code, Finding
from parplan.model.index import Criterion, Index
from parplan.model.result import Part, Result
from parplan.model.workspace import Workspace


class _Criteria:
    """An index's criteria by the name that results refer to them by, and which lie below which."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.known = index.criteria()
        self.children: dict[str, list[str]] = {}
        for known in index.sets:
            for criterion in known.criteria:
                above = f"{index.id}/{known.id}/{criterion.parent or ''}"
                self.children.setdefault(above, []).append(f"{index.id}/{known.id}/{criterion.id}")

    def at_top(self, name: str | None) -> list[str]:
        """The criteria at the top of a set that are known to share out the whole scale; else none."""
        top = self.children.get(f"{self.index.id}/{name}/", []) if set_of(self.index, name) else []
        maxima = [self.known[ref].max for ref in top]
        # a set may be listed in two divisions of the same points: then not everything at the top adds up
        return top if _sum(maxima) == self.index.scale else []


def check_parts(workspace: Workspace) -> Iterator[Finding]:
    """A criterion has one score of each kind, of the result's own set and within its maximum; scores add up."""
    indexes = {index.id: _Criteria(index) for index in workspace.indexes.indexes}
    for result in workspace.all_results:
        criteria = indexes.get(result.index)
        if criteria is None or not result.parts:
            continue
        first: dict[tuple[str, str], Part] = {}
        for part in result.parts:
            same = first.setdefault((part.criterion, part.kind), part)
            criterion = criteria.known.get(part.criterion)
            if same is not part:
                values = {
                    "criterion": criterion.name if criterion else part.criterion,
                    "first": same.at("criterion"),
                }
                yield Finding(Code.PART_DUPLICATE, part.at("criterion"), values)
            yield from _part(result, part, criterion)
        # what cannot be is told as such, and would spoil every sum it enters
        possible = {
            key: part for key, part in first.items() if not _is_over(part, criteria.known.get(part.criterion))
        }
        yield from _sums(result, criteria, possible)


def _part(result: Result, part: Part, criterion: Criterion | None) -> Iterator[Finding]:
    index, _, rest = part.criterion.partition("/")
    if index != result.index or (result.set is not None and rest.partition("/")[0] != result.set):
        values = {"criterion": part.criterion, "set": result.set or result.index}
        yield Finding(Code.PART_OF_OTHER_SET, part.at("criterion"), values)
    elif criterion is not None and _is_over(part, criterion):
        scores = {"score": part.score, "criterion": criterion.name, "max": criterion.max}
        yield Finding(Code.PART_OVER_MAX, part.at("score"), scores)


def _is_over(part: Part, criterion: Criterion | None) -> bool:
    return criterion is not None and criterion.max is not None and part.score > criterion.max


def _sums(result: Result, criteria: _Criteria, parts: dict[tuple[str, str], Part]) -> Iterator[Finding]:
    """Where a criterion and all its children have a score of one kind, theirs come to it."""
    for (ref, kind), part in parts.items():
        criterion = criteria.known.get(ref)
        total = _total([parts.get((child, kind)) for child in criteria.children.get(ref, ())])
        if criterion is not None and total is not None and abs(total - part.score) > ROUNDING:
            values = {"criterion": criterion.name, "sum": total, "score": part.score}
            yield Finding(Code.PARTS_NOT_SUM, part.at("score"), values)
    official = {ref: part for (ref, kind), part in parts.items() if kind != "self"}
    once = len(official) == sum(kind != "self" for _, kind in parts)
    total = _total([official.get(ref) for ref in criteria.at_top(result.set)]) if once else None
    score = result.score if is_possible(result, criteria.index) else None
    if total is not None and score is not None and abs(total - score) > ROUNDING:
        whole = {"criterion": criteria.index.called, "sum": total, "score": score}
        yield Finding(Code.PARTS_NOT_SUM, result.at("score"), whole)


def _total(parts: list[Part | None]) -> Decimal | None:
    """The sum of the scores; None where there are none, or one is not known."""
    return _sum([part.score if part else None for part in parts])


def _sum(figures: list[Decimal | None]) -> Decimal | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known, Decimal()) if known and len(known) == len(figures) else None
