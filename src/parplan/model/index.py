"""data/indexes.yaml: the indexes, the criteria sets by which each was measured, and the places that are ranked.

Must not hold a result.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from parplan.model.record import Record
from parplan.model.scalar import Day, NotNegative, Positive, SiblingId, Slug, Text, Year
from parplan.model.shared import File, Mark


class Criterion(Record):
    """An area, criterion or sub-criterion; named from outside as ``PAR/1149/cong-bo-tthc``. ``max`` in points."""

    id: Slug
    code: Text | None = None
    name: Text
    parent: SiblingId | None = None
    max: NotNegative | None = None
    mark: Mark
    source: Text | None = None


class CriteriaSet(Record):
    """The criteria of one decision, used for the index years ``first`` to ``last``."""

    id: Slug
    decision: Text | None = None
    date: Day | None = None
    first: Year | None = None
    last: Year | None = None
    mark: Mark
    source: Text | None = None
    note: Text | None = None
    criteria: tuple[Criterion, ...] = ()


class ScoreGroup(Record):
    """A band of scores that the Ministry calls by a letter: ``at_least`` to below ``below``, in points."""

    id: Slug
    at_least: NotNegative
    below: NotNegative | None = None
    mark: Mark
    source: Text | None = None


class Index(Record):
    """An index. ``scale`` is its greatest possible score, ``unit`` what it counts in.

    ``ranked_among`` says whom it ranks, as it stands after "33/63".
    """

    id: Slug
    name: Text
    short: Text | None = None
    scale: Positive
    unit: Text
    ranked_among: Text | None = None
    groups: tuple[ScoreGroup, ...] = ()
    sets: tuple[CriteriaSet, ...] = ()

    @property
    def called(self) -> str:
        """The name that it goes by: the short one where it has one."""
        return self.short or self.name

    def criteria(self) -> dict[str, Criterion]:
        """Every criterion of every set, by the name that others refer to it by: ``PAR/1149/cong-bo-tthc``."""
        return {
            f"{self.id}/{known.id}/{criterion.id}": criterion
            for known in self.sets
            for criterion in known.criteria
        }


class Place(Record):
    """A place whose results are compared, or the whole country. ``formal`` is its name inside a sentence."""

    id: Slug
    name: Text
    formal: Text | None = None
    mean: Annotated[Text | None, Field(description="what the figure is where the place is an average")] = None


class IndexesFile(File):
    """The whole file."""

    places: tuple[Place, ...]
    indexes: tuple[Index, ...]
