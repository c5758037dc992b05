"""What a report tells of lost points: of each index the newest result that was out at its close.

Must not look at a result that came out later, or take an index of which nothing is known for one without loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from parplan.facts.serving.gap import Gap, gaps_of, tells_points
from parplan.facts.standing import Standings
from parplan.model.index import Index
from parplan.model.result import Result

UNASKED: Final = (0, 12)
"""The periods, in months, whose reports tell of it unasked: that of a year, and the one that closes the plan."""


@dataclass(frozen=True, slots=True)
class LostPoints:
    """``without``: the indexes that the plan is to raise, and of whose points nothing was known by then."""

    gaps: tuple[Gap, ...]
    without: tuple[Index, ...]


def lost_points(standings: Standings, known: Iterable[Result]) -> LostPoints:
    """The losses behind the newest of the ``known`` results of each index, and how the work on them stands."""
    newest: dict[str, Result] = {}
    for result in known:
        before = newest.get(result.index)
        if tells_points(result) and (before is None or before.year < result.year):
            newest[result.index] = result
    meant = {link.ref.partition("/")[0] for task in standings.plan.tasks for link in task.criteria or ()}
    meant.update(result.index for result in standings.plan.baseline)
    every = standings.workspace.indexes.indexes
    return LostPoints(
        gaps=gaps_of(standings, newest.values()),
        without=tuple(index for index in every if index.id in meant and index.id not in newest),
    )
