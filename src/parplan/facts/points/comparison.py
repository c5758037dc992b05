"""Results of one index side by side, criterion by criterion: years of a place, or places of a year.

Must not set points of one set against points of another: across sets, parts of the maximum are compared, where a
map joins the criteria, and else nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from parplan.facts.points.crossing import Block, Crossing, crossing
from parplan.facts.points.score import Score, Scores, scores_of
from parplan.facts.points.tree import Tree, total
from parplan.model.index import Criterion, Index
from parplan.model.result import Result

Reason = Literal["", "no-map", "unmapped", "new", "dropped", "regrouped", "unknown", "partial"]
"""Why two figures say nothing of each other; empty where they do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one result says of a criterion: its score, and the share of the maximum where one is known.

    ``block`` is what joins it to the criteria of the last result's set, where that is another. ``reason``: why the
    score cannot be held against the last one's.
    """

    score: Score | None
    share: Fraction | None
    maximum: Decimal | None
    block: Block | None = None
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion of the last result's set, with a cell for each result. ``is_deepest``: the last known below it.

    ``change`` is from the first to the last, in points; ``moved`` in parts of the maximum; None with a ``reason``.
    """

    ref: str
    criterion: Criterion
    depth: int
    cells: tuple[Cell, ...]
    is_deepest: bool

    @property
    def change(self) -> Decimal | None:
        first, last = self.cells[0], self.cells[-1]
        if self.reason or first.block is not None or first.score is None or last.score is None:
            return None
        return last.score.points - first.score.points

    @property
    def moved(self) -> Fraction | None:
        first, last = self.cells[0], self.cells[-1]
        return None if self.reason or first.share is None or last.share is None else last.share - first.share

    @property
    def reason(self) -> Reason:
        """Why the first and the last cannot be compared."""
        first, last = self.cells[0], self.cells[-1]
        if first.reason:
            return first.reason
        if first.score is None or last.score is None:
            return "unknown"
        if first.block is not None and (first.share is None or last.share is None):
            return "unknown"
        return "" if first.score.is_whole and last.score.is_whole else "partial"

    @property
    def order(self) -> Fraction:
        """How far it rose, to sort by: in points, or in parts of the maximum where the sets differ."""
        if self.change is not None:
            return Fraction(self.change)
        return self.moved or Fraction()


@dataclass(frozen=True)
class Comparison:
    """One index: its results, and its criteria line by line in the order of the last one's set."""

    index: Index
    results: tuple[Result | None, ...]
    scores: tuple[Scores | None, ...]
    lines: tuple[Line, ...]
    gone: tuple[str, ...]

    @property
    def crosses_sets(self) -> bool:
        """Whether the first and the last are known to have been measured by different criteria."""
        first, last = self.scores[0], self.scores[-1]
        return first is not None and last is not None and first.tree.of.id != last.tree.of.id

    @cached_property
    def risen(self) -> tuple[Line, ...]:
        """The deepest criteria that rose, most first; of the same height, in the set's order."""
        moved = [line for line in self.lines if line.is_deepest and line.order > 0]
        return tuple(sorted(moved, key=lambda line: -line.order))

    @cached_property
    def fallen(self) -> tuple[Line, ...]:
        """The deepest criteria that fell, most first."""
        moved = [line for line in self.lines if line.is_deepest and line.order < 0]
        return tuple(sorted(moved, key=lambda line: line.order))


def compare_results(index: Index, results: Sequence[Result | None]) -> Comparison:
    """Results side by side, by the criteria of the last one whose set is known."""
    scores = tuple(scores_of(index, result) if result else None for result in results)
    base = next((made for made in reversed(scores) if made is not None), None)
    if base is None:
        return Comparison(index, tuple(results), scores, (), ())
    ways = [_way(index, made, base.tree) for made in scores]
    deepest = set(base.deepest())
    lines = tuple(
        Line(
            ref,
            base.tree.criteria[ref],
            depth,
            tuple(_cell(made, base.tree, ref, way) for made, way in zip(scores, ways, strict=True)),
            ref in deepest,
        )
        for ref, depth in base.tree.walk()
    )
    return Comparison(index, tuple(results), scores, lines, tuple(_gone(ways)))


def _way(index: Index, made: Scores | None, base: Tree) -> Crossing | None:
    """How another set leads to the one that is shown; nothing for the same set, or where no map leads there."""
    if made is None or made.tree.of.id == base.of.id:
        return None
    return crossing(index, made.tree.of.id, base.of.id)


def _cell(made: Scores | None, base: Tree, ref: str, way: Crossing | None) -> Cell:
    if made is None:
        return Cell(None, None, None, reason="unknown")
    if made.tree.of.id == base.of.id:
        score = made.of(ref)
        return Cell(score, score.share if score else None, made.tree.maximum(ref))
    if way is None:
        return Cell(None, None, None, reason="no-map")
    block = next((block for block in way if ref in block.new), None)
    if block is None or not block.old:
        return Cell(None, None, None, block, "new" if block else "unmapped")
    if len(block.new) > 1:
        return Cell(None, None, None, block, "regrouped")
    score = made.summed(block.old)
    return Cell(score, _share(made, block, score), total(map(made.tree.maximum, block.old)), block)


def _share(made: Scores, block: Block, score: Score | None) -> Fraction | None:
    """What part of the maximum several criteria reached together, as they weigh in what took their place."""
    if score is None or block.weights is None or len(block.weights) != len(block.old):
        return score.share if score else None
    each = [made.of(ref) for ref in block.old]
    shares = [one.share if one else None for one in each]
    if any(share is None for share in shares):
        return None
    return sum((w * s for w, s in zip(block.weights, shares, strict=True) if s is not None), Fraction())


def _gone(ways: Iterable[Crossing | None]) -> Iterator[str]:
    """The criteria that an earlier set had and nothing took the place of."""
    dropped = (ref for way in ways for block in way or () if block.kind == "dropped" for ref in block.old)
    return iter(dict.fromkeys(dropped))
