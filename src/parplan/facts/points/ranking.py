"""Places in their order: ranks as published, and as scores come to where everybody's is known; groups by score.

Must not take a rank from scores of which some are unknown: equal rounded scores may rank apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from parplan.model.index import Index, ScoreGroup
from parplan.model.result import Result
from parplan.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rank among how many; ``is_computed``: nobody published it, it follows from all scores."""

    rank: int
    of: int | None
    is_computed: bool = False
    is_shared: bool = False


def ranks(scores: Mapping[str, Decimal]) -> dict[str, int]:
    """The rank of each: one more than how many are better, so that equals share theirs, as in 1, 2, 2, 4."""
    better: dict[Decimal, int] = {}
    for count, score in enumerate(sorted(scores.values(), reverse=True)):
        better.setdefault(score, count)
    return {place: better[score] + 1 for place, score in scores.items()}


class Ranking:
    """The results of one index in one year, but for means."""

    def __init__(self, workspace: Workspace, index: Index, year: int) -> None:
        means = {place.id for place in workspace.indexes.places if place.mean is not None}
        self.index, self.year = index, year
        self.results: dict[str, Result] = {}
        for result in workspace.all_results:
            if (result.index, result.year) == (index.id, year) and result.place not in means:
                self.results.setdefault(result.place, result)
        scores = {place: result.score for place, result in self.results.items() if result.score is not None}
        self.is_complete = index.ranked is not None and len(scores) == index.ranked
        self._computed = ranks(scores) if self.is_complete else {}

    def of(self, place: str) -> Ranked | None:
        """A place's rank: as published, else as computed where every score is known."""
        result = self.results.get(place)
        if result is not None and result.rank is not None:
            return Ranked(result.rank, result.ranked or self.index.ranked)
        if place not in self._computed:
            return None
        rank = self._computed[place]
        shared = sum(1 for other in self._computed.values() if other == rank) > 1
        return Ranked(rank, self.index.ranked, True, shared)

    def at(self, rank: int) -> tuple[str, ...]:
        """The places known to have a rank."""
        return tuple(place for place in self.results if (found := self.of(place)) and found.rank == rank)

    def in_order(self) -> list[str]:
        """Every place with a rank, the best first; then those without, by their scores, the highest first."""

        def order(place: str) -> tuple[bool, int, Decimal]:
            found, score = self.of(place), self.results[place].score
            return found is None, found.rank if found else 0, -(score if score is not None else Decimal())

        return sorted(self.results, key=order)


def group_of(index: Index, result: Result | None) -> ScoreGroup | None:
    """The group that a result was put into, else the band in which its score lies."""
    if result is None:
        return None
    if result.group is not None:
        return next((group for group in index.groups if group.id == result.group), None)
    return band_of(index.groups, result.score)


def band_of(groups: Iterable[ScoreGroup], score: Decimal | None) -> ScoreGroup | None:
    """The band that holds a score."""
    if score is None:
        return None
    return next((g for g in groups if g.at_least <= score and (g.below is None or score < g.below)), None)
