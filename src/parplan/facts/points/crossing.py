"""From one criteria set to another: what became of each criterion, there and back, over one change or several.

Must not compare what no map joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from parplan.model.criteria.set_map import Mapped
from parplan.model.index import Index

_BACK: Final = {"split": "merged", "merged": "split", "dropped": "new", "new": "dropped"}


@dataclass(frozen=True, slots=True)
class Block:
    """Criteria of one set that stand for those of another. ``weights``: what part each of several is."""

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    weights: tuple[Fraction, ...] | None = None

    @property
    def back(self) -> Block:
        """The same, seen from the other set."""
        return Block(_BACK.get(self.kind, self.kind), self.new, self.old, self.weights)

    @property
    def joins(self) -> bool:
        """Whether there is something on both sides."""
        return bool(self.old and self.new)


Crossing = tuple[Block, ...]
"""All that is known of the way between two sets: no criterion stands on a side twice."""


def crossing_of(mapped: Iterable[Mapped]) -> Crossing:
    """A map as it is written."""
    return tuple(
        Block(one.kind, one.old, one.new, tuple(map(Fraction, one.weights)) if one.weights else None)
        for one in mapped
    )


def reverse(crossing: Crossing) -> Crossing:
    """The way back."""
    return tuple(block.back for block in crossing)


def compose(first: Crossing, second: Crossing) -> Crossing:
    """One way after the other. What the middle set joins is one block; what it drops comes to nothing."""
    groups = _joined([set(block.new) for block in first], [set(block.old) for block in second])
    made = [_composed([first[n] for n in firsts], [second[n] for n in seconds]) for firsts, seconds in groups]
    return tuple(block for block in made if block.old or block.new)


def _joined(lefts: Sequence[set[str]], rights: Sequence[set[str]]) -> list[tuple[list[int], list[int]]]:
    """The blocks on either side of the middle set that hang together through it."""
    groups: list[tuple[list[int], list[int], set[str]]] = []
    each: list[tuple[list[int], list[int], set[str]]] = [([n], [], refs) for n, refs in enumerate(lefts)]
    each += [([], [n], refs) for n, refs in enumerate(rights)]
    for firsts, seconds, refs in each:
        touching = [group for group in groups if group[2] & refs]
        groups = [group for group in groups if not group[2] & refs]
        groups.append(
            (
                sorted({*firsts, *(n for group in touching for n in group[0])}),
                sorted({*seconds, *(n for group in touching for n in group[1])}),
                refs.union(*(group[2] for group in touching)),
            )
        )
    return [(firsts, seconds) for firsts, seconds, _ in groups]


def _composed(firsts: Sequence[Block], seconds: Sequence[Block]) -> Block:
    middle_left = {ref for block in firsts for ref in block.new}
    middle_right = {ref for block in seconds for ref in block.old}
    if middle_left != middle_right and middle_left and middle_right:
        return Block("unmapped", (), ())  # part of it leads nowhere: nothing can be said of the rest
    old = tuple(ref for block in firsts for ref in block.old) if middle_left <= middle_right else ()
    new = tuple(ref for block in seconds for ref in block.new) if middle_right <= middle_left else ()
    chain = [*firsts, *seconds]
    made = Block(_kind(chain, old, new), old, new)
    weighted = [block for block in chain if block.weights is not None]
    if len(chain) == 2 and len(weighted) == 1 and max(len(old), len(new)) == len(weighted[0].weights or ()):
        return replace(made, weights=weighted[0].weights)
    return made


def _kind(chain: Sequence[Block], old: Sequence[str], new: Sequence[str]) -> str:
    if not old or not new:
        return "dropped" if old else "new"
    if len(old) > 1 or len(new) > 1:
        return "merged" if len(new) == 1 else "split" if len(old) == 1 else "regrouped"
    kinds = {block.kind for block in chain}
    return next((kind for kind in ("re-weighted", "renamed") if kind in kinds), "same")


def crossing(index: Index, old: str, new: str) -> Crossing | None:
    """The way from one set of an index to another over the maps that there are; None where none leads there."""
    ways: dict[str, list[tuple[str, Crossing]]] = {}
    for known in index.sets:
        for of in known.maps or ():
            there = crossing_of(of.criteria)
            ways.setdefault(of.from_, []).append((known.id, there))
            ways.setdefault(known.id, []).append((of.from_, reverse(there)))
    found: dict[str, Crossing | None] = {old: None}
    queue = [old]
    for at in queue:
        for to, way in ways.get(at, ()):
            if to not in found:
                before = found[at]
                found[to] = way if before is None else compose(before, way)
                queue.append(to)
    return found.get(new)
