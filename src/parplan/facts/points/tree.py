"""A criteria set as the tree that it is: areas, criteria, sub-criteria, in the order in which people count.

Must not look at scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from parplan.model.index import CriteriaSet, Index

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def code_order(code: str) -> tuple[Any, ...]:
    """The key by which codes sort as people count: 1.9 before 1.10, 2 before 2a, IX before X."""
    pieces = re.findall(r"[0-9]+|[^0-9.\s]+", code)
    return tuple((0, int(piece), "") if piece.isdigit() else _letters(piece) for piece in pieces)


def _letters(piece: str) -> tuple[Any, ...]:
    """Letters as they stand in the alphabet, and after them Roman numbers by their value: I is also after H."""
    return (1, _ROMAN.index(piece) + 1, "") if piece in _ROMAN else (1, 0, piece.casefold())


class Tree:
    """The criteria of one set, each known by its reference: ``PAR/876/the-che``."""

    def __init__(self, index: Index, of: CriteriaSet) -> None:
        self.index, self.of = index, of
        self.criteria = {self.ref(criterion.id): criterion for criterion in of.criteria}
        self._children: dict[str | None, list[str]] = {}
        for ref, criterion in self.criteria.items():
            above = self.ref(criterion.parent) if criterion.parent is not None else None
            self._children.setdefault(above, []).append(ref)
        for refs in self._children.values():
            if all(self.criteria[ref].code is not None for ref in refs):
                refs.sort(key=lambda ref: code_order(self.criteria[ref].code or ""))
        self.order = tuple(self._in_order())
        reached = {None, *(ref for ref, _ in self.order)}  # what lies inside itself hangs on nothing
        self._children = {above: refs for above, refs in self._children.items() if above in reached}
        self._maxima: dict[str, Decimal | None] = {}
        for ref, _ in reversed(self.order):
            self._maxima[ref] = self._maximum(ref)

    def _in_order(self) -> Iterator[tuple[str, int]]:
        waiting = [(ref, 1) for ref in reversed(self.children(None))]
        while waiting:  # no recursion: a file may nest as deep as it likes
            ref, level = waiting.pop()
            yield ref, level
            waiting += [(part, level + 1) for part in reversed(self.children(ref))]

    def _maximum(self, ref: str) -> Decimal | None:
        criterion, parts = self.criteria[ref], self.children(ref)
        if criterion.is_beside_maximum:
            return Decimal()
        return criterion.max if criterion.max is not None else total(self._maxima[part] for part in parts)

    def ref(self, id_: str) -> str:
        """How a criterion of this set is referred to."""
        return f"{self.index.id}/{self.of.id}/{id_}"

    def children(self, ref: str | None) -> list[str]:
        """What a criterion is made of; the areas, for None."""
        return self._children.get(ref, [])

    def above(self, ref: str) -> Iterator[str]:
        """What a criterion lies in, the nearest first."""
        seen = {ref}
        parent = self.criteria[ref].parent if ref in self.criteria else None
        while parent is not None and (up := self.ref(parent)) in self.criteria and up not in seen:
            seen.add(up)
            yield up
            parent = self.criteria[up].parent

    def walk(self, depth: int | None = None) -> Iterator[tuple[str, int]]:
        """Every criterion with its depth, areas 1, each before what it is made of."""
        return ((ref, level) for ref, level in self.order if depth is None or level <= depth)

    @property
    def depth(self) -> int:
        return max((level for _, level in self.order), default=0)

    def maximum(self, ref: str) -> Decimal | None:
        """The most that a criterion gives: as written, else what its parts come to; 0 for what is beside it."""
        return self._maxima.get(ref)

    @property
    def areas(self) -> list[str]:
        """The criteria at the top that are known to share out the whole scale; none where they are not.

        A set may be listed in two divisions of the same points: then not everything at the top adds up.
        """
        top = self.children(None)
        return top if total(self.maximum(ref) for ref in top) == self.index.scale else []


def total(figures: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where one of them is not known, or there are none."""
    every = list(figures)
    known = [figure for figure in every if figure is not None]
    return sum(known, Decimal()) if known and len(known) == len(every) else None
