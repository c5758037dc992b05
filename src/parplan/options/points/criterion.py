"""A criterion as it is typed: ``PAR/1.3.2``, its number, its whole name, or words of its name; or a task by these.

Must not choose among several that fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from parplan.facts.serving.criterion import CriterionFacts
from parplan.facts.standing import Standings
from parplan.finding import Stop
from parplan.model.index import CriteriaSet, Criterion, Index
from parplan.model.plan import Task
from parplan.model.workspace import Workspace
from parplan.options.points.asked import find_place
from parplan.options.shared import find_task
from parplan.spelling import fold
from parplan.words import Words


@dataclass(frozen=True, slots=True)
class Named:
    """A criterion with the set and the index in which it stands."""

    index: Index
    of: CriteriaSet
    criterion: Criterion

    @property
    def ref(self) -> str:
        return f"{self.index.id}/{self.of.id}/{self.criterion.id}"

    @property
    def codes(self) -> set[str]:
        """Its number and id."""
        return {code.lower() for code in (self.criterion.code, self.criterion.id) if code is not None}


def fitting(workspace: Workspace, text: str) -> list[Named]:
    """The criteria that may be meant: of each index in the newest set that has such a one."""
    typed, words = text.lower().strip(), fold(text)
    ways: tuple[Callable[[Named], bool], ...] = (
        lambda one: one.ref.lower() == typed,
        lambda one: any(f"{one.index.id}/{code}".lower() == typed for code in one.codes),
        lambda one: typed in one.codes,
        lambda one: fold(one.criterion.name) == words,
        lambda one: words in fold(one.criterion.name),
    )
    every = (
        list(chain.from_iterable(_newest(index, fits) for index in workspace.indexes.indexes)) for fits in ways
    )
    return next(filter(None, every), [])


def find_criterion(workspace: Workspace, text: str) -> Named | None:
    """The one criterion that is meant; None without any."""
    found = fitting(workspace, text)
    if len(found) > 1:
        listed = "".join(f"\n  {one.ref}  {one.criterion.name}" for one in found)
        raise Stop("criterion-ambiguous", text=text, n=len(found), criteria=listed)
    if not found and "/" in text:
        raise Stop("criterion-unknown", text=text)
    return found[0] if found else None


def task_or_criterion(standings: Standings, text: str, said: Words, place: str | None) -> Task | CriterionFacts:
    """The task that is meant, or where none is the criterion; a ``place`` has scores of criteria alone."""
    workspace = standings.workspace
    if place is not None:
        where, named = find_place(workspace, place), find_criterion(workspace, text)
        if named is None:
            raise Stop("criterion-unknown", text=text)
        return CriterionFacts(standings, named.index, named.of, named.ref, where)
    try:
        return find_task(standings.plan, text, said, workspace.left_out)
    except Stop as stop:
        named = find_criterion(workspace, text) if stop.reason == "task-unknown" else None
        if named is None:
            raise
    return CriterionFacts(standings, named.index, named.of, named.ref, standings.plan.plan.place)


def _newest(index: Index, fits: Callable[[Named], bool]) -> Iterator[Named]:
    for known in sorted(index.sets, key=lambda known: -(known.first or 0)):
        found = [one for one in (Named(index, known, criterion) for criterion in known.criteria) if fits(one)]
        if found:
            yield from found
            return
