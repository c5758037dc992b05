"""data/results/YEAR.yaml: published results of an index, each with its mark and source.

Must not compute: a published change stands beside what the scores come to.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from parplan.model.record import Record
from parplan.model.scalar import (
    Count,
    CriterionId,
    Day,
    IndexId,
    Number,
    Ordinal,
    PlaceId,
    Signed,
    Slug,
    Text,
    Year,
    one_of,
)
from parplan.model.shared import File, Mark


class Change(Record):
    """A change as it was published. ``score`` in points; ``places`` above zero means risen."""

    from_: Annotated[Year, Field(alias="from")]
    score: Number | None = None
    places: Signed | None = None


class Part(Record):
    """The score of one criterion: by the province itself, as appraised by the Ministry, or by survey."""

    criterion: CriterionId
    kind: Annotated[Literal["self", "appraised", "survey"], one_of("self", "appraised", "survey")]
    score: Number
    change: Change | None = None


class Result(Record):
    """One index, year and place. What is absent is unknown, never zero. ``rank`` 1 is the best of ``ranked``.

    ``published`` is the day on which the Ministry made it known.
    """

    index: IndexId
    year: Year
    place: PlaceId
    set: Slug | None = None
    score: Number | None = None
    rank: Count | None = None
    ranked: Ordinal | None = None
    group: Slug | None = None
    change: Change | None = None
    published: Day | None = None
    parts: tuple[Part, ...] = ()
    mark: Mark
    source: Text
    note: Text | None = None


class ResultsFile(File):
    """The whole file; every result in it is of the year in its name."""

    results: tuple[Result, ...]
