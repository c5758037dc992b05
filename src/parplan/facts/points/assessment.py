"""A year's self-assessment: each criterion by its rule from what was declared, beside what was written.

Must not put a computed score in the place of a written one, or count a survey that nobody has seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import Final

from parplan.facts.points.rules import Outcome, is_rounding_of, outcome
from parplan.facts.points.score import ROUNDS, Scores, scores_of, set_of_result
from parplan.facts.points.tree import Tree
from parplan.model.index import Criterion, Index
from parplan.model.result import Part, Result
from parplan.model.workspace import Workspace

SELF: Final = "self"
HUNDRED, HALF = 100, Fraction(1, 2)
IN_ORDER: Final = tuple(reversed(ROUNDS))
"""The rounds as they come: self, first, second, settled."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A criterion that is scored by itself: what its rule gives, and what was written."""

    ref: str
    criterion: Criterion
    maximum: Decimal | None
    part: Part | None
    outcome: Outcome

    @property
    def written(self) -> Decimal | None:
        return self.part.score if self.part else None

    @property
    def points(self) -> Fraction | None:
        """By the rule, where it gives any; else as written; none for what a survey scores or does not apply."""
        if self.outcome.step in ("survey", "applies-not-scaled"):
            return None
        if self.outcome.points is not None:
            return self.outcome.points
        return None if self.written is None else Fraction(self.written)

    @property
    def given(self) -> Decimal | None:
        """The same as it is written down, to two decimals: totals add up what is written."""
        return None if self.points is None else as_written(self.points)

    @property
    def differs(self) -> bool:
        """Whether what was written is not what the rule comes to."""
        made, written = self.outcome.points, self.written
        return made is not None and written is not None and not is_rounding_of(written, made)

    @property
    def needs_explaining(self) -> bool:
        """Whether papers are asked for that nobody has named («giải trình»)."""
        told = self.points is not None and self.outcome.step != "applies-not-full"
        return told and bool(self.criterion.evidence) and not (self.part is not None and self.part.evidence)


@dataclass(frozen=True)
class Assessment:
    """One index in one year. ``rounds`` are those of which any score is known, in their order."""

    index: Index
    result: Result
    tree: Tree
    lines: tuple[Assessed, ...]
    rounds: tuple[Scores, ...]

    @property
    def is_own(self) -> bool:
        """Whether the place declared or wrote anything itself."""
        return any(line.part is not None for line in self.lines)

    @cached_property
    def points(self) -> Decimal:
        """What the criteria come to that anybody scored himself."""
        return sum((line.given for line in self.lines if line.given is not None), Decimal())

    @cached_property
    def assessed(self) -> Decimal:
        """The maximum of those criteria."""
        return self._maximum(line for line in self.lines if line.points is not None)

    @property
    def surveyed(self) -> Decimal:
        """The maximum that surveys give."""
        return self._maximum(line for line in self.lines if line.outcome.step == "survey")

    @property
    def taken_out(self) -> Decimal:
        """The maximum of what does not apply to the place."""
        return self._maximum(line for line in self.lines if line.outcome.step == "applies-not-scaled")

    @property
    def open(self) -> Decimal:
        """The maximum of criteria of which nothing was declared or written."""
        apart = ("survey", "applies-not-scaled")
        return self._maximum(line for line in self.lines if line.points is None and line.outcome.step not in apart)

    @property
    def scaled(self) -> Fraction | None:
        """The same for the whole scale, where something was taken out of it; None where nothing was."""
        left = self.index.scale - self.taken_out
        if not self.taken_out or not left:
            return None
        return Fraction(self.points) * Fraction(self.index.scale) / Fraction(left)

    @property
    def differing(self) -> tuple[Assessed, ...]:
        return tuple(line for line in self.lines if line.differs)

    @property
    def to_explain(self) -> tuple[Assessed, ...]:
        return tuple(line for line in self.lines if line.needs_explaining)

    def _maximum(self, lines: Iterator[Assessed]) -> Decimal:
        return sum((line.maximum for line in lines if line.maximum is not None), Decimal())


def years_assessed(workspace: Workspace, place: str) -> tuple[int, ...]:
    """The years in which a place scored itself, oldest first."""
    known = {index.id for index in workspace.indexes.indexes}
    own = (r for r in workspace.all_results if r.place == place and r.index in known)
    return tuple(sorted({result.year for result in own if any(part.kind == SELF for part in result.parts)}))


def assessments(workspace: Workspace, place: str, year: int) -> tuple[Assessment, ...]:
    """Every index for which a place scored itself in a year."""
    made: list[Assessment] = []
    for index in workspace.indexes.indexes:
        for result in workspace.all_results:
            if (result.index, result.place, result.year) == (index.id, place, year):
                if any(part.kind == SELF for part in result.parts):
                    made += filter(None, [assessment(index, result)])
                break  # of two results for one place the first counts
    return tuple(made)


def assessment(index: Index, result: Result) -> Assessment | None:
    """One result, criterion by criterion; None where its set is not known."""
    known = set_of_result(index, result)
    if known is None:
        return None
    tree = Tree(index, known)
    own = {part.criterion: part for part in reversed(result.parts) if part.kind == SELF}
    lines = tuple(
        Assessed(ref, criterion, tree.maximum(ref), own.get(ref), _outcome(criterion, own.get(ref)))
        for ref, _ in tree.walk()
        if not tree.children(ref)
        for criterion in (tree.criteria[ref],)
    )
    kinds = {part.kind for part in result.parts if part.score is not None}
    rounds = [scores_of(index, result, kind) for kind in IN_ORDER if kind in kinds]
    return Assessment(index, result, tree, lines, tuple(scores for scores in rounds if scores is not None))


def as_written(points: Fraction) -> Decimal:
    """A score as it is written down: two decimals, half up."""
    return Decimal(floor(points * HUNDRED + HALF)) / HUNDRED


def _outcome(criterion: Criterion, part: Part | None) -> Outcome:
    return outcome(criterion, part.declared if part else None)
