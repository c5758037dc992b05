"""A map between two criteria sets joins what stands in them, each criterion once, and its weights add up.

Must not look at scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from parplan.finding import Code, Finding
from parplan.model.criteria.set_map import Mapped, SetMap
from parplan.model.index import CriteriaSet, Criterion, Index
from parplan.model.workspace import Workspace
from parplan.where import Where

MANY: Final = 1 << 30
SIDES: Final = {
    "same": ((1, 1), (1, 1)),
    "renamed": ((1, 1), (1, 1)),
    "re-weighted": ((1, 1), (1, 1)),
    "split": ((1, 1), (2, MANY)),
    "merged": ((2, MANY), (1, 1)),
    "dropped": ((1, MANY), (0, 0)),
    "new": ((0, 0), (1, MANY)),
}
"""How many criteria of the old set and of the new one each kind joins: at least, at most."""


def check_maps(workspace: Workspace) -> Iterator[Finding]:
    """Each map leads from another set of the index, and says one thing of each criterion."""
    for index in workspace.indexes.indexes:
        known = index.criteria()
        for into in index.sets:
            for way in into.maps or ():
                yield from _map(index, into, way, known)


def _map(index: Index, into: CriteriaSet, way: SetMap, known: dict[str, Criterion]) -> Iterator[Finding]:
    others = [other.id for other in index.sets if other.id != into.id]
    if way.from_ not in others:
        values = {"id": way.from_, "index": index.id, "known": ", ".join(others)}
        yield Finding(Code.SET_UNKNOWN, way.at("from"), values)
        return
    first: dict[tuple[str, str], Where] = {}
    for row in way.criteria:
        for side, refs, of in (("old", row.old, way.from_), ("new", row.new, into.id)):
            for position, ref in enumerate(refs):
                here = row.at(side, position)
                if not ref.startswith(f"{index.id}/{of}/"):
                    yield Finding(Code.MAP_OF_OTHER_SET, here, {"criterion": ref, "set": of})
                elif first.setdefault((side, ref), here) != here:
                    twice = {"criterion": _name(known, ref), "first": first[side, ref]}
                    yield Finding(Code.MAP_REPEATED, here, twice)
        yield from _row(row, known)


def _row(row: Mapped, known: dict[str, Criterion]) -> Iterator[Finding]:
    """The kind says what the row joins, and its weights are one for each of the several."""
    fits = all(
        least <= len(refs) <= most for refs, (least, most) in zip((row.old, row.new), SIDES[row.kind], strict=True)
    )
    maxima = {known[ref].max for ref in (*row.old, *row.new) if ref in known}
    if not fits or (row.kind == "same" and None not in maxima and len(maxima) > 1):
        values: dict[str, object] = {"fate": row.kind, "old": len(row.old), "new": len(row.new)}
        values |= {"old_max": _maxima(row.old, known), "new_max": _maxima(row.new, known)}
        yield Finding(Code.MAP_KIND_UNFIT, row.at("kind"), values)
    elif row.weights is not None:
        several = max(len(row.old), len(row.new))
        sum_ = sum(row.weights, Decimal())
        if len(row.weights) != several or sum_ != 1:
            weights = {"n": len(row.weights), "several": several, "sum": sum_}
            yield Finding(Code.MAP_WEIGHTS_NOT_SUM, row.at("weights"), weights)


def _maxima(refs: Sequence[str], known: dict[str, Criterion]) -> str:
    maxima = [known[ref].max if ref in known else None for ref in refs]
    return " + ".join("?" if most is None else str(most) for most in maxima) or "0"


def _name(known: dict[str, Criterion], ref: str) -> str:
    return known[ref].name if ref in known else ref
