"""One criterion whole: where it stands, what it scored in each year and round, who serves it, what it was before.

Must not compare scores of different sets: what it was before stands under its own name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from parplan.facts.points.crossing import Block, crossing
from parplan.facts.points.score import ROUNDS, Score, scores_of
from parplan.facts.points.tree import Tree
from parplan.facts.serving.gap import Serving, serving_tasks
from parplan.facts.standing import Standings
from parplan.model.index import CriteriaSet, Criterion, Index
from parplan.model.result import Result

SURVEY: Final = "survey"


@dataclass(frozen=True, slots=True)
class Scored:
    """What one criterion scored in one year, by round; ``ref`` is of the set by which that year was measured."""

    year: int
    ref: str
    criterion: Criterion
    rounds: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Before:
    """What the criterion was in an earlier set, or that nothing of it stood there."""

    of: CriteriaSet
    block: Block


@dataclass(frozen=True)
class CriterionFacts:
    """A criterion of one set, seen from a viewpoint of the plan, with the scores of a ``place``."""

    standings: Standings
    index: Index
    of: CriteriaSet
    ref: str
    place: str

    @cached_property
    def tree(self) -> Tree:
        return Tree(self.index, self.of)

    @property
    def criterion(self) -> Criterion:
        return self.tree.criteria[self.ref]

    @property
    def above(self) -> tuple[Criterion, ...]:
        """What it lies in, the area first."""
        return tuple(self.tree.criteria[ref] for ref in reversed(tuple(self.tree.above(self.ref))))

    @property
    def below(self) -> tuple[Criterion, ...]:
        """What it is made of."""
        return tuple(self.tree.criteria[ref] for ref in self.tree.children(self.ref))

    @cached_property
    def tasks(self) -> tuple[Serving, ...]:
        return serving_tasks(self.standings, self.index, self.tree, self.ref)

    @cached_property
    def before(self) -> tuple[Before, ...]:
        """What it was in each earlier set from which maps lead here."""
        made = []
        for other in self.index.sets:
            is_earlier = (other.first or 0) < (self.of.first or 0)
            way = crossing(self.index, other.id, self.of.id) if is_earlier else None
            block = next((block for block in way or () if self.ref in block.new), None)
            if block is not None:
                made.append(Before(other, block))
        return tuple(made)

    @cached_property
    def scores(self) -> tuple[Scored, ...]:
        """What is known of it, or of what it was, year by year, the newest first."""
        every = self.standings.workspace.all_results
        own = (r for r in every if (r.index, r.place) == (self.index.id, self.place))
        newest = sorted(own, key=lambda result: -result.year)
        return tuple(scored for result in newest for scored in self._of(result))

    def _of(self, result: Result) -> Iterator[Scored]:
        kinds = {part.kind for part in result.parts if part.score is not None}
        found = ((kind, scores_of(self.index, result, kind)) for kind in reversed(ROUNDS) if kind in kinds)
        by_round = {kind: scores for kind, scores in found if scores is not None}
        if not by_round and (alone := scores_of(self.index, result)) is not None:
            by_round[ROUNDS[0]] = alone
        tree = next((scores.tree for scores in by_round.values()), None)
        for ref in self._was(tree) if tree is not None else ():
            each = ((kind, scores.of(ref)) for kind, scores in by_round.items())
            # a survey's score holds in every round, and is told once
            rounds = {SURVEY if _is_surveyed(score) else kind: score for kind, score in each if score is not None}
            if tree is not None and rounds:
                yield Scored(result.year, ref, tree.criteria[ref], rounds)

    def _was(self, tree: Tree) -> tuple[str, ...]:
        """The criterion in a set by which a year was measured: itself, or what it was."""
        if tree.of.id == self.of.id:
            return (self.ref,)
        old = next((one.block.old for one in self.before if one.of.id == tree.of.id), ())
        return tuple(ref for ref in old if ref in tree.criteria)


def _is_surveyed(score: Score) -> bool:
    return score.part is not None and score.part.kind == SURVEY
