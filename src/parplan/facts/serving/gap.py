"""Where points were lost, who works on what lost them, and what nobody works on.

Must not call a criterion served by a task that only exhorts, or take an unknown score for a lost one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from parplan.facts.assignments import COUNTED
from parplan.facts.breakdown import By, breakdown
from parplan.facts.points.crossing import crossing
from parplan.facts.points.score import Score, Scores, scores_of
from parplan.facts.points.tree import Tree
from parplan.facts.standing import Standings
from parplan.facts.tally import Tally
from parplan.model.index import Criterion, Index, ScoreGroup
from parplan.model.plan import Task
from parplan.model.result import Result
from parplan.model.workspace import Workspace

NO_PLACE = Decimal()


@dataclass(frozen=True, slots=True)
class Serving:
    """A task that is to raise a criterion, and how it stands; ``tally`` is None for a duty without a due day."""

    task: Task
    tally: Tally | None

    @property
    def is_late(self) -> bool:
        return self.tally is not None and self.tally.all_overdue > 0

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to do, so far as anybody owes it on a day."""
        return self.tally is not None and self.tally.done == self.tally.total > 0


@dataclass(frozen=True, slots=True)
class Loss:
    """A criterion that is not at its maximum, or that a document names as such: then ``lost`` may not be known.

    ``note`` is what stands beside the ``cause``.
    """

    ref: str
    criterion: Criterion
    score: Score | None
    maximum: Decimal | None
    lost: Decimal | None
    cause: str | None
    tasks: tuple[Serving, ...]
    note: str | None = None

    @property
    def is_late(self) -> bool:
        return any(serving.is_late for serving in self.tasks)


@dataclass(frozen=True)
class Gap:
    """One index in one year: what it lost by criterion, most first, and what is not known of it.

    ``apart``: tasks that serve criteria of another set, of which nothing leads to this one.
    """

    index: Index
    result: Result
    scores: Scores | None
    losses: tuple[Loss, ...]
    unknown: tuple[str, ...]
    apart: tuple[Task, ...]

    @property
    def score(self) -> Decimal | None:
        """The whole score: as published, else what its criteria come to, where all are known."""
        if self.result.score is not None:
            return self.result.score
        total = self.scores.total if self.scores else None
        return total.points if total and total.is_whole else None

    @property
    def lost(self) -> Decimal | None:
        """What the whole score lacks; None where it is not known."""
        return None if self.score is None else self.index.scale - self.score

    @property
    def next_group(self) -> tuple[ScoreGroup, Decimal] | None:
        """The nearest group above the score, and how many points are lacking."""
        score = self.score
        above = [group for group in self.index.groups if score is not None and group.at_least > score]
        nearest = min(above, key=lambda group: group.at_least, default=None)
        return (nearest, nearest.at_least - score) if nearest is not None and score is not None else None

    @cached_property
    def told(self) -> Decimal:
        """What is known to be lost criterion by criterion."""
        return sum((loss.lost for loss in self.losses if loss.lost is not None), Decimal())

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a document says of losses that it gives no figure of, each once."""
        return tuple(dict.fromkeys(loss.note for loss in self.losses if loss.lost is None and loss.note))

    @property
    def unserved(self) -> tuple[Loss, ...]:
        """The losses that no task works on."""
        return tuple(loss for loss in self.losses if not loss.tasks)

    @property
    def unknown_maximum(self) -> Decimal:
        """The maxima, so far as they are known, of criteria whose score is not."""
        tree = self.scores.tree if self.scores else None
        known = (tree.maximum(ref) for ref in self.unknown) if tree else ()
        return sum((most for most in known if most is not None), Decimal())


def years_with_points(workspace: Workspace, place: str) -> tuple[int, ...]:
    """The years of which a place's score is known, whole or in part, oldest first."""
    known = {index.id for index in workspace.indexes.indexes}
    own = (r for r in workspace.all_results if r.place == place and r.index in known)
    return tuple(sorted({result.year for result in own if tells_points(result)}))


def tells_points(result: Result) -> bool:
    """Whether any points are known, or where they were lost; a rank alone tells of none."""
    return result.score is not None or bool(result.parts)


def gaps(standings: Standings, place: str, year: int) -> tuple[Gap, ...]:
    """Every index of which a place's score in a year is known, whole or in part."""
    found: dict[str, Result] = {}
    for result in standings.workspace.all_results:
        if (result.place, result.year) == (place, year):
            found.setdefault(result.index, result)  # of two results for one place the first counts
    return gaps_of(standings, found.values())


def gaps_of(standings: Standings, results: Iterable[Result]) -> tuple[Gap, ...]:
    """What was lost by each of some results of as many indexes, in the order of the indexes."""
    by_index = {result.index: result for result in results if tells_points(result)}
    every = standings.workspace.indexes.indexes
    return tuple(_gap(standings, index, by_index[index.id]) for index in every if index.id in by_index)


def idle(standings: Standings) -> tuple[Serving, ...]:
    """The tasks that serve no criterion, as far as anybody has said; exhortations apart."""
    every = servings(standings).values()
    return tuple(one for one in every if one.task.kind != "general" and not one.task.criteria)


def _gap(standings: Standings, index: Index, result: Result) -> Gap:
    scores = scores_of(index, result)
    if scores is None:
        return Gap(index, result, None, (), (), ())
    named = {part.criterion: part for part in result.parts if part.cause is not None}
    served = _Served(standings, index, scores.tree)
    losses, unknown = [], []
    for ref in _looked_at(scores, named):
        score, most = scores.of(ref), scores.tree.maximum(ref)
        lost = None if score is None or most is None else most - score.points
        if score is None or most is None:
            unknown.append(ref)
        if (lost is not None and lost > 0) or (lost is None and ref in named):
            criterion = scores.tree.criteria[ref]
            cause, note = (part.cause, part.note) if (part := named.get(ref)) else (None, None)
            losses.append(Loss(ref, criterion, score, most, lost, cause, served.tasks(ref), note))
    losses.sort(key=lambda loss: (loss.lost is None, -(loss.lost or NO_PLACE)))
    return Gap(index, result, scores, tuple(losses), tuple(unknown), tuple(served.apart))


def _looked_at(scores: Scores, named: Collection[str]) -> Iterator[str]:
    """The deepest criteria known, and those that a document names, each once, in the set's order."""
    deepest = set(scores.deepest())
    return (ref for ref, _ in scores.tree.walk() if ref in deepest or (ref in named and scores.of(ref) is None))


class _Served:
    """Which tasks serve which criteria of a set; those of other sets by the maps that lead here."""

    def __init__(self, standings: Standings, index: Index, tree: Tree) -> None:
        self.tree = tree
        self.apart: list[Task] = []
        self._serving = servings(standings)
        self._order = {id_: number for number, id_ in enumerate(self._serving)}
        self._naming: dict[str, set[str]] = {}
        """The tasks that name a criterion."""
        self._within: dict[str, set[str]] = {}
        """The tasks that name a criterion or something that lies in it."""
        for task in standings.plan.tasks:
            if task.kind != "general":
                self._place(index, task)

    def _place(self, index: Index, task: Task) -> None:
        refs = [link.ref for link in task.criteria or () if link.ref.startswith(f"{index.id}/")]
        here = {to for ref in refs for to in self._here(index, ref)}
        for ref in here:
            self._naming.setdefault(ref, set()).add(task.id)
            for at in (ref, *self.tree.above(ref)):
                self._within.setdefault(at, set()).add(task.id)
        if refs and not here:
            self.apart.append(task)

    def _here(self, index: Index, ref: str) -> Sequence[str]:
        """What a criterion is in the set that is looked at."""
        of = ref.removeprefix(f"{index.id}/").partition("/")[0]
        if of == self.tree.of.id:
            return (ref,)
        way = crossing(index, of, self.tree.of.id) or ()
        return next((block.new for block in way if ref in block.old), ())

    def tasks(self, ref: str) -> tuple[Serving, ...]:
        """The tasks that serve a criterion, what it lies in, or what it is made of, in the plan's order."""
        found = set(self._within.get(ref, ()))
        found.update(*(self._naming.get(up, ()) for up in self.tree.above(ref)))
        return tuple(self._serving[id_] for id_ in sorted(found, key=self._order.__getitem__))


def serving_tasks(standings: Standings, index: Index, tree: Tree, ref: str) -> tuple[Serving, ...]:
    """The tasks that serve one criterion, what it lies in, or what it is made of."""
    return _Served(standings, index, tree).tasks(ref)


def servings(standings: Standings) -> dict[str, Serving]:
    """How each task of the plan stands, in the plan's order."""
    plan = standings.plan
    found = breakdown(standings.workspace, plan, standings.counted, By.TASK)
    return {
        task.id: Serving(task, found.get(task.id, Tally()) if task.kind in COUNTED else None)
        for task in plan.tasks
    }
