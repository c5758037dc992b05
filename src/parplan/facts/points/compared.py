"""What is set side by side of one index: a place over the years, and those that it is held against.

Must not choose words, or leave out a figure because another is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parplan.facts.points.change import IndexChange, changes, mean_of
from parplan.facts.points.comparison import Comparison, compare_results
from parplan.facts.points.ranking import Ranked, Ranking, group_of
from parplan.model.index import Index, ScoreGroup
from parplan.model.result import Result
from parplan.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Against:
    """Whom a place is held against: some ``places``, whoever has a ``rank``, everybody; the average for none."""

    places: tuple[str, ...] = ()
    rank: int | None = None
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """One place, or whoever had a rank, over the years; ``place`` is None for a rank."""

    place: str | None
    rank: int | None
    results: tuple[Result | None, ...]
    ranks: tuple[Ranked | None, ...]

    @property
    def scores(self) -> tuple[Decimal | None, ...]:
        return tuple(result.score if result else None for result in self.results)

    @property
    def change(self) -> Decimal | None:
        """From the first score to the last."""
        return less(self.scores[-1], self.scores[0])


@dataclass(frozen=True, slots=True)
class Compared:
    """``own`` over the ``years``, the ``others`` beside it, and criterion by criterion in ``comparison``.

    ``apart`` sets the only other place beside one's own by criterion, in the last year; ``change`` is what was
    published of the first and last year, and computed. ``has_everybody``: one's own place is among the others.
    """

    index: Index
    years: tuple[int, ...]
    own: Beside
    others: tuple[Beside, ...]
    change: IndexChange | None
    comparison: Comparison
    apart: Comparison | None
    has_everybody: bool = False

    @property
    def groups(self) -> tuple[ScoreGroup | None, ...]:
        return tuple(group_of(self.index, result) for result in self.own.results)

    @property
    def crossed(self) -> tuple[ScoreGroup, ScoreGroup] | None:
        """The groups left and entered, where both are known and are not one."""
        first, last = self.groups[0], self.groups[-1]
        return (first, last) if first and last and first.id != last.id else None

    def against(self, other: Beside) -> tuple[Decimal | None, ...]:
        """How far one's own score was above another's, year by year."""
        return tuple(less(mine, theirs) for mine, theirs in zip(self.own.scores, other.scores, strict=True))


def less(after: Decimal | None, before: Decimal | None) -> Decimal | None:
    """A difference; None where one of the two is not known."""
    return None if after is None or before is None else after - before


def compared(
    workspace: Workspace, place: str, years: Sequence[int], against: Against = Against()
) -> tuple[Compared, ...]:
    """Every index of which a place has a result in one of the years."""
    made = []
    told = {change.index.id: change for change in changes(workspace, place, years[0], years[-1])}
    for index in workspace.indexes.indexes:
        results = _results(workspace, index)
        own = tuple(results.get((place, year)) for year in years)
        if not any(own):
            continue
        rankings = [Ranking(workspace, index, year) for year in years]
        beside = Beside(place, None, own, tuple(ranking.of(place) for ranking in rankings))
        others = tuple(_others(workspace, results, rankings, years, against))
        apart = None
        if len(against.places) == 1 and others and others[0].results[-1] is not None:
            apart = compare_results(index, [others[0].results[-1], own[-1]])
        comparison = compare_results(index, own)
        change, everybody = told.get(index.id), against.everybody
        made.append(Compared(index, tuple(years), beside, others, change, comparison, apart, everybody))
    return tuple(made)


def _results(workspace: Workspace, index: Index) -> dict[tuple[str, int], Result]:
    found: dict[tuple[str, int], Result] = {}
    for result in workspace.all_results:
        if result.index == index.id:
            found.setdefault((result.place, result.year), result)
    return found


def _others(
    workspace: Workspace,
    results: dict[tuple[str, int], Result],
    rankings: Sequence[Ranking],
    years: Sequence[int],
    against: Against,
) -> Iterator[Beside]:
    """Whom the place is held against; nobody of whom nothing is known."""
    if against.rank is not None:
        holders = [next(iter(ranking.at(against.rank)), None) for ranking in rankings]
        ranks = tuple(r.of(p) if p else None for r, p in zip(rankings, holders, strict=True))
        found = tuple(results.get((p, y)) if p else None for p, y in zip(holders, years, strict=True))
        yield Beside(None, against.rank, found, ranks)
        return
    mean = mean_of(workspace)
    # whoever is known in the last year stands in its order, and those known only earlier below
    known = dict.fromkeys(place for ranking in reversed(rankings) for place in ranking.in_order())
    places = tuple(known) if against.everybody else against.places or ((mean.id,) if mean else ())
    for place in places:
        every = tuple(results.get((place, year)) for year in years)
        if any(every) or against.places:
            yield Beside(place, None, every, tuple(ranking.of(place) for ranking in rankings))
