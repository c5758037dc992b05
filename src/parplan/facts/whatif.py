"""What the score would be if some criteria scored otherwise, and which points cost the least work.

Must not say more than is known: a rank only as bounds, a task only as what it is to raise.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from parplan.facts.gap import Gap, Loss
from parplan.facts.points.ranking import Ranking, band_of
from parplan.facts.points.score import Score
from parplan.model.index import Index, ScoreGroup
from parplan.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Assumed:
    """One criterion as it is assumed to score; ``task`` is the one whose doing is to bring it there.

    ``known`` is what is known of it now, whole or in part; ``is_within``: what lies above has a score of its own.
    """

    ref: str
    known: Score | None
    maximum: Decimal | None
    after: Decimal
    task: str | None = None
    is_within: bool = False

    @property
    def before(self) -> Decimal | None:
        """Its whole score now."""
        return self.known.points if self.known and self.known.is_whole else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which ranks a score lies, by the places whose scores are known; ``known`` counts these."""

    best: int
    worst: int | None
    known: int


@dataclass(frozen=True, slots=True)
class Gain:
    """Points that somebody works on: what is lost, shared by the tasks that are still open."""

    loss: Loss
    open: int

    @property
    def per_task(self) -> Fraction:
        return Fraction(self.loss.lost or 0) / self.open


@dataclass(frozen=True)
class WhatIf:
    """One index under some assumptions. ``now`` is what is known by criterion without them."""

    gap: Gap
    assumed: tuple[Assumed, ...]
    ranking: Ranking

    @property
    def now(self) -> Score | None:
        return self.gap.scores.total if self.gap.scores else None

    @property
    def index(self) -> Index:
        return self.gap.index

    @property
    def unknowable(self) -> tuple[Assumed, ...]:
        """Assumptions about criteria whose score is not known: they change the whole by nobody knows how much."""
        whole = self.gap.result.score is not None
        return tuple(one for one in self.assumed if one.before is None and (whole or one.is_within))

    @property
    def gained(self) -> Decimal:
        """What the assumptions add to what is known now."""
        counted = [one for one in self.assumed if one not in self.unknowable]
        return sum((one.after - (one.known.points if one.known else 0) for one in counted), Decimal())

    @property
    def then(self) -> Score | None:
        """What is known by criterion under the assumptions."""
        if self.now is None or self.now.known is None:
            return None
        learnt = [one for one in self.assumed if one.before is None and one not in self.unknowable]
        more = sum(((one.maximum or 0) - _known(one.known) for one in learnt), Decimal())
        known = self.now.known + more
        return Score(self.now.points + self.gained, known, self.now.is_whole or known == self.index.scale)

    @property
    def score(self) -> Decimal | None:
        """The whole score then; None where it cannot be known."""
        if self.gap.result.score is not None:
            return None if self.unknowable else self.gap.result.score + self.gained
        return self.then.points if self.then is not None and self.then.is_whole else None

    @property
    def groups(self) -> tuple[ScoreGroup | None, ScoreGroup | None]:
        """The group of the score now, and then."""
        return band_of(self.index.groups, self.gap.score), band_of(self.index.groups, self.score)

    @property
    def bounds(self) -> Bounds | None:
        """The rank then, as far as it follows from the scores and ranks that others had; None without any.

        Whoever is known to be better has all those above him for company, and whoever is worse all below.
        """
        own, score = self.gap.result.place, self.score
        others = {p: r.score for p, r in self.ranking.results.items() if p != own and r.score is not None}
        if score is None or not others:
            return None
        ranked = self.gap.result.ranked or self.index.ranked
        better = [place for place, other in others.items() if other > score]
        worse = [place for place, other in others.items() if other < score]
        above = max([len(better), *(self._position(place) for place in better)])
        if ranked is None:
            return Bounds(1 + above, None, len(others))
        positions = [at for place in worse if (at := self._position(place))]
        below = max([len(worse), *(ranked - at for at in positions)])
        return Bounds(1 + above, max(1 + above, ranked - below), len(others))

    def _position(self, place: str) -> int:
        """Which of the others a place was by its rank; 0 where nobody knows."""
        rank, own = self.ranking.of(place), self.ranking.of(self.gap.result.place)
        if rank is None:
            return 0
        return rank.rank if own is not None and rank.rank < own.rank else rank.rank - 1

    @cached_property
    def cheapest(self) -> tuple[Gain, ...]:
        """What can still be gained, the most points for each open task first; what is assumed already apart."""
        taken = {one.ref for one in self.assumed}
        made = []
        for loss in self.gap.losses:
            still_open = sum(1 for one in loss.tasks if not one.is_done)
            if loss.lost is not None and still_open and loss.ref not in taken:
                made.append(Gain(loss, still_open))
        return tuple(sorted(made, key=lambda gain: -gain.per_task))


def what_if(workspace: Workspace, gap: Gap, scores: Mapping[str, Decimal], tasks: Collection[str] = ()) -> WhatIf:
    """An index with some criteria at other scores, and at their maximum those that some tasks are to raise."""
    assumed = {ref: _assumed(gap, ref, score, None) for ref, score in scores.items()}
    for loss in gap.losses:
        task = next((one.task.id for one in loss.tasks if one.task.id in tasks), None)
        if task is not None and loss.maximum is not None and loss.ref not in assumed:
            assumed[loss.ref] = _assumed(gap, loss.ref, loss.maximum, task)
    tree = gap.scores.tree if gap.scores else None
    # what lies within a criterion that is assumed itself changes nothing more
    outer = (
        one for ref, one in assumed.items() if tree is None or not any(up in assumed for up in tree.above(ref))
    )
    return WhatIf(gap, tuple(outer), Ranking(workspace, gap.index, gap.result.year))


def _assumed(gap: Gap, ref: str, after: Decimal, task: str | None) -> Assumed:
    scores = gap.scores
    assert scores is not None, "criteria are known only with their set"
    own = (scores.parts.get(up) for up in scores.tree.above(ref))
    is_within = any(part is not None and part.score is not None for part in own)
    return Assumed(ref, scores.of(ref), scores.tree.maximum(ref), after, task, is_within)


def _known(score: Score | None) -> Decimal:
    return score.known if score is not None and score.known is not None else Decimal()
