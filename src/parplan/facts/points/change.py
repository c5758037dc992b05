"""What changed between two years of an index: computed from the scores, beside what was published.

Must not enter an unknown figure into any sum, or compare single criteria across different sets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from parplan.facts.points.score import settled
from parplan.model.index import CriteriaSet, Criterion, Index, Place
from parplan.model.result import Part, Result
from parplan.model.workspace import Workspace

ROUNDING = Decimal("0.02")
"""Published changes come from unrounded scores: they may differ by so much from the rounded ones."""


class PartChange(NamedTuple):
    """One criterion's score in two years; ``change`` only where both years used the same set."""

    criterion: Criterion
    before: Part | None
    after: Part | None
    change: Decimal | None


@dataclass(frozen=True, slots=True)
class IndexChange:
    """One index of one place in two years. Unknown figures are None; ``places`` above zero means risen."""

    index: Index
    years: tuple[int, int]
    before: Result | None
    after: Result | None
    mean: Place | None
    mean_before: Decimal | None
    mean_after: Decimal | None
    parts: tuple[PartChange, ...]

    @property
    def score(self) -> Decimal | None:
        """The change of the score, from the scores as published."""
        return _difference(_score(self.after), _score(self.before))

    @property
    def places(self) -> int | None:
        """How many places risen (fallen, below zero): rank 1 is the best, so 42 to 33 is nine risen."""
        if self.before is None or self.after is None or self.before.rank is None or self.after.rank is None:
            return None
        return self.before.rank - self.after.rank

    @property
    def published_score(self) -> Decimal | None:
        """The change of the score that was published for these two years."""
        return self._published.score if self._published else None

    @property
    def published_places(self) -> int | None:
        return self._published.places if self._published else None

    @property
    def told_score(self) -> Decimal | None:
        """The change to tell where only one is told: as published, else as computed."""
        return self.score if self.published_score is None else self.published_score

    @property
    def told_places(self) -> int | None:
        """Likewise for places."""
        return self.places if self.published_places is None else self.published_places

    @property
    def contradicts(self) -> bool:
        """Whether the published change differs from the computed one by more than rounding explains."""
        if self.score is None or self.published_score is None:
            return False
        return abs(self.score - self.published_score) > ROUNDING

    @property
    def against_mean_before(self) -> Decimal | None:
        return _difference(_score(self.before), self.mean_before)

    @property
    def against_mean_after(self) -> Decimal | None:
        return _difference(_score(self.after), self.mean_after)

    @property
    def sets(self) -> tuple[str | None, str | None]:
        return (self.before.set if self.before else None, self.after.set if self.after else None)

    @property
    def sets_differ(self) -> bool:
        """Whether the two years are known to have been measured by different criteria."""
        before, after = self.sets
        return before is not None and after is not None and before != after

    @property
    def _published(self) -> _Published | None:
        change = self.after.change if self.after else None
        if change is None or self.before is None or change.from_ != self.before.year:
            return None
        return _Published(change.score, change.places)


class _Published(NamedTuple):
    score: Decimal | None
    places: int | None


def results_of(workspace: Workspace, place: str) -> tuple[Result, ...]:
    """Every result that is known of a place."""
    return tuple(result for result in workspace.all_results if result.place == place)


def years_known(workspace: Workspace, place: str) -> tuple[int, ...]:
    """The years for which a place has any result, oldest first."""
    return tuple(sorted({result.year for result in results_of(workspace, place)}))


def changes(workspace: Workspace, place: str, before: int, after: int) -> tuple[IndexChange, ...]:
    """What changed for a place between two years, index by index."""
    results = {(r.index, r.place, r.year): r for r in workspace.all_results}
    mean = mean_of(workspace)
    made = []
    for index in workspace.indexes.indexes:
        first, second = (results.get((index.id, place, year)) for year in (before, after))
        if first is None and second is None:
            continue
        means = [_score(results.get((index.id, mean.id, year))) if mean else None for year in (before, after)]
        parts = tuple(_parts(index, first, second))
        made.append(IndexChange(index, (before, after), first, second, mean, means[0], means[1], parts))
    return tuple(made)


def mean_of(workspace: Workspace) -> Place | None:
    """What results are held against where nothing else is asked for: the place that is an average."""
    return next((place for place in workspace.indexes.places if place.mean is not None), None)


def set_of(index: Index, name: str | None) -> CriteriaSet | None:
    """A criteria set by its id."""
    return next((known for known in index.sets if known.id == name), None)


def _parts(index: Index, before: Result | None, after: Result | None) -> Iterable[PartChange]:
    old, new = (settled(result.parts) if result else {} for result in (before, after))
    for ref, criterion in index.criteria().items():
        first, second = old.get(ref), new.get(ref)
        if any(part is not None and part.score is not None for part in (first, second)):
            change = _difference(second.score, first.score) if first and second else None
            yield PartChange(criterion, first, second, change)


def _score(result: Result | None) -> Decimal | None:
    return result.score if result else None


def _difference(after: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if after is None or before is None else after - before
