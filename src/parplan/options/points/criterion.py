"""A criterion as it is typed: ``PAR/1.3.2``, its number, its whole name, or words of its name.

Must not choose among several that fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from parplan.finding import Stop
from parplan.model.index import CriteriaSet, Criterion, Index
from parplan.model.workspace import Workspace
from parplan.spelling import fold


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


def _newest(index: Index, fits: Callable[[Named], bool]) -> Iterator[Named]:
    for known in sorted(index.sets, key=lambda known: -(known.first or 0)):
        found = [one for one in (Named(index, known, criterion) for criterion in known.criteria) if fits(one)]
        if found:
            yield from found
            return
