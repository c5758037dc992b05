"""data/indexes.yaml: the indexes, the criteria sets by which each was measured, and the places that are ranked.

Must not hold a result.
"""

from typing import Annotated

from pydantic import Field

from parplan.model.criteria.scoring import Scoring
from parplan.model.criteria.set_map import SetMap
from parplan.model.record import Record, Shorthand
from parplan.model.scalar import (
    Day,
    NotNegative,
    Ordinal,
    Positive,
    SiblingId,
    Slug,
    Text,
    Year,
    at_least_one,
)
from parplan.model.shared import File, Mark


class Criterion(Record):
    """An area, criterion or sub-criterion; named from outside as ``PAR/1149/cong-bo-tthc``. ``max`` in points.

    ``scoring`` is the rule by which it is scored, ``evidence`` what is to prove it, as the decision says; ``note``
    what its table says beside, such as a rule that nobody has put into ``scoring`` yet.
    """

    id: Slug
    code: Text | None = None
    name: Text
    parent: SiblingId | None = None
    max: NotNegative | None = None
    scoring: Annotated[Scoring, Shorthand("way")] | None = None
    evidence: Annotated[tuple[Text, ...], at_least_one()] | None = None
    mark: Mark
    source: Text | None = None
    note: Text | None = None

    @property
    def is_beside_maximum(self) -> bool:
        """Whether it is a bonus or a penalty: no part of what the set shares out."""
        return self.scoring is not None and self.scoring.is_beside_maximum


class CriteriaSet(Record):
    """The criteria of one decision, used for the index years ``first`` to ``last``; ``maps`` lead to it."""

    id: Slug
    decision: Text | None = None
    date: Day | None = None
    first: Year | None = None
    last: Year | None = None
    mark: Mark
    source: Text | None = None
    note: Text | None = None
    criteria: tuple[Criterion, ...] = ()
    maps: Annotated[tuple[SetMap, ...], at_least_one()] | None = None


class ScoreGroup(Record):
    """A band of scores that the Ministry calls by a letter: ``at_least`` to below ``below``, in points."""

    id: Slug
    name: Text | None = None
    at_least: NotNegative
    below: NotNegative | None = None
    mark: Mark
    source: Text | None = None


class Index(Record):
    """An index. ``scale`` is its greatest possible score, ``unit`` what it counts in.

    ``ranked_among`` says whom it ranks, as it stands after "33/63"; ``ranked`` how many they are.
    """

    id: Slug
    name: Text
    short: Text | None = None
    scale: Positive
    unit: Text
    ranked_among: Text | None = None
    ranked: Ordinal | None = None
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
