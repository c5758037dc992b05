"""A criteria set is a tree whose maxima add up.

Must not look at scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parplan.facts.points.tree import total
from parplan.finding import Code, Finding
from parplan.model.index import CriteriaSet, Criterion, Index
from parplan.model.workspace import Workspace
from parplan.spelling import closest


def check_parents(workspace: Workspace) -> Iterator[Finding]:
    """A criterion's parent stands in the same set, and no criterion lies inside itself."""
    for index in workspace.indexes.indexes:
        for known in index.sets:
            for finding in _tree(known):
                if finding.values["id"] not in workspace.left_out:
                    yield finding


def _tree(known: CriteriaSet) -> Iterator[Finding]:
    yield from _unknown_parents(known)
    yield from _circles(known)


def _unknown_parents(known: CriteriaSet) -> Iterator[Finding]:
    names = {criterion.id: criterion.name for criterion in known.criteria}
    for criterion in known.criteria:
        if criterion.parent is not None and criterion.parent not in names:
            meant = closest(criterion.parent, [name for name in names if name != criterion.id])
            values = {"id": criterion.parent, "name": names[meant] if meant else ""}
            yield Finding(Code.PARENT_UNKNOWN, criterion.at("parent"), values, meant)


def _circles(known: CriteriaSet) -> Iterator[Finding]:
    """Each circle once, at the last of its criteria in the file: the one that closes it."""
    place = {criterion.id: position for position, criterion in enumerate(known.criteria)}
    looked_at: set[str] = set()
    for start in known.criteria:
        path: dict[str, None] = {}
        at: Criterion | None = start
        while at is not None and at.id not in looked_at and at.id not in path:
            path[at.id] = None
            parent = place.get(at.parent) if at.parent is not None else None
            at = known.criteria[parent] if parent is not None else None
        if at is not None and at.id in path:
            way = list(path)
            closing = known.criteria[max(place[name] for name in way[way.index(at.id) :])]
            yield Finding(Code.PARENT_CIRCULAR, closing.at("parent"), {"id": closing.id})
        looked_at.update(path)


def check_maxima(workspace: Workspace) -> Iterator[Finding]:
    """Where every maximum is known, those of the children come to the parent's, those at the top to the scale."""
    for index in workspace.indexes.indexes:
        for known in index.sets:
            if next(_tree(known), None) is None:  # else it is not known what adds up to what
                yield from _maxima(index, known)


def _maxima(index: Index, known: CriteriaSet) -> Iterator[Finding]:
    children: dict[str | None, list[Criterion]] = {}
    for criterion in known.criteria:
        children.setdefault(criterion.parent, []).append(criterion)
    for criterion in known.criteria:
        total = _total(children.get(criterion.id, ()))
        if criterion.max is not None and total is not None and total != criterion.max:
            values = {"criterion": criterion.name, "sum": total, "max": criterion.max}
            yield Finding(Code.MAXIMA_NOT_SUM, criterion.at("max"), values)
    total = _total(children.get(None, ()))
    if total is not None and total != index.scale:
        scale = {"criterion": index.called, "sum": total, "max": index.scale}
        yield Finding(Code.MAXIMA_NOT_SUM, known.where.key("criteria"), scale)


def _total(criteria: Sequence[Criterion]) -> Decimal | None:
    """The sum of the maxima, but for bonus and penalty; None where there are none, or one is not known."""
    shared = [criterion for criterion in criteria if not criterion.is_beside_maximum]
    return total(criterion.max for criterion in shared)
