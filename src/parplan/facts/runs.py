"""What units owe, or how they stand, one after the other: held by runs of units of whom the same is true.

Must not know what is held: only that it is some unit's, and would be the same of another.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar, overload


class Own(Protocol):
    """What is one unit's."""

    @property
    def agency(self) -> str: ...

    def of(self, agency: str) -> Self:
        """The same of another unit."""


Item = TypeVar("Item", bound=Own)


class Run(NamedTuple, Generic[Item]):
    """Units next to each other of whom the same is true: what ``first`` says of the first of them."""

    first: Item
    agencies: tuple[str, ...]

    def each(self) -> Iterator[Item]:
        """Unit by unit."""
        yield self.first
        yield from map(self.first.of, self.agencies[1:])

    def only(self, agencies: Collection[str]) -> Iterator[Run[Item]]:
        """The same of some units, if any of them is among these."""
        if kept := tuple(agency for agency in self.agencies if agency in agencies):
            yield self.part(kept)

    def part(self, agencies: tuple[str, ...]) -> Run[Item]:
        """The same of some of the units, in their order."""
        return Run(self.first.of(agencies[0]), agencies)


class Runs(Sequence[Item]):
    """A sequence like any other, of which each is made when it is asked for: some thousand runs may be half a
    million."""

    __slots__ = ("runs",)

    def __init__(self, runs: Iterable[Run[Item]] = ()) -> None:
        self.runs = tuple(runs)

    @classmethod
    def of(cls, items: Iterable[Item]) -> Runs[Item]:
        """What is held so already; else each by itself."""
        return items if isinstance(items, Runs) else cls(Run(item, (item.agency,)) for item in items)

    @property
    def agencies(self) -> tuple[str, ...]:
        """Whose each is."""
        return tuple(chain.from_iterable(run.agencies for run in self.runs))

    @property
    def units(self) -> frozenset[str]:
        """Whose any is, each once."""
        return frozenset(chain.from_iterable({run.agencies for run in self.runs}))

    def where(self, holds: Callable[[Item], bool]) -> Runs[Item]:
        """Those of which something holds, whosever they are: it is asked of the first of each run."""
        return Runs(run for run in self.runs if holds(run.first))

    def only(self, agencies: Collection[str]) -> Runs[Item]:
        """Those of some units."""
        return Runs(part for run in self.runs for part in run.only(agencies))

    def sorted(self, key: Callable[[Item], Any]) -> Runs[Item]:
        """In the order of something, whosever they are; what is alike in it stays in its order."""
        return Runs(sorted(self.runs, key=lambda run: key(run.first)))

    def apart(self) -> Runs[Item]:
        """The same, each by itself."""
        return Runs.of(tuple(self))

    def __add__(self, others: Iterable[Item]) -> Runs[Item]:
        return Runs((*self.runs, *Runs.of(others).runs))

    def __len__(self) -> int:
        return sum(len(run.agencies) for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __iter__(self) -> Iterator[Item]:
        return chain.from_iterable(run.each() for run in self.runs)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        return self.runs[0].first if at == 0 else tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Runs) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # nor have lists any
