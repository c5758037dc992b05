"""data/results/YEAR.yaml: published results of an index, each with its mark and source.

Must not compute: a published change stands beside what the scores come to.
"""

from typing import Annotated, Literal

from pydantic import Field

from parplan.model.progress import Evidence
from parplan.model.record import Record
from parplan.model.scalar import (
    Count,
    CriterionId,
    Day,
    Flag,
    IndexId,
    NotNegative,
    Number,
    Ordinal,
    RankedId,
    Signed,
    Slug,
    Text,
    Year,
    at_least_one,
    one_of,
)
from parplan.model.shared import File, Mark

ScoreKind = Annotated[
    Literal["self", "first", "second", "appraised", "survey"],
    one_of("self", "first", "second", "appraised", "survey"),
]
"""Who gave a score: the place itself, the first and the second appraisal, the settled one, or a survey."""


class Change(Record):
    """A change as it was published. ``score`` in points; ``places`` above zero means risen."""

    from_: Annotated[Year, Field(alias="from")]
    score: Number | None = None
    places: Signed | None = None


class Declared(Record):
    """What a place declares of itself: ``done`` of ``of``, a ``value``, or whether it ``holds``.

    ``applies: false``: the criterion is none of this place's.
    """

    value: Number | None = None
    done: NotNegative | None = None
    of: NotNegative | None = None
    holds: Flag | None = None
    applies: Flag | None = None


class Part(Record):
    """The score of one criterion by one of those who score it; ``source`` and ``mark`` where not the result's.

    ``cause``: why points were lost, as a document says; it may be known where the score is not.
    """

    criterion: CriterionId
    kind: ScoreKind
    score: Number | None = None
    change: Change | None = None
    cause: Annotated[Literal["subjective", "objective"] | None, one_of("subjective", "objective")] = None
    declared: Declared | None = None
    evidence: Annotated[tuple[Evidence, ...], at_least_one()] | None = None
    mark: Mark | None = None
    source: Text | None = None
    note: Text | None = None


class Round(Record):
    """A round that was sent: from the day ``locked`` on nothing in it may change; ``total`` as it was sent.

    ``scored``: of how many criteria a score was sent, or that they do not apply; those of surveys apart.
    """

    kind: ScoreKind
    locked: Day
    total: Number | None = None
    scored: Ordinal | None = None


class Result(Record):
    """One index, year and place, which may be a unit. What is absent is unknown, never zero; ``rank`` 1 is best.

    ``published`` is the day on which the Ministry made it known.
    """

    index: IndexId
    year: Year
    place: RankedId
    set: Slug | None = None
    score: Number | None = None
    rank: Count | None = None
    ranked: Ordinal | None = None
    group: Slug | None = None
    change: Change | None = None
    published: Day | None = None
    parts: tuple[Part, ...] = ()
    rounds: Annotated[tuple[Round, ...], at_least_one()] | None = None
    mark: Mark
    source: Text
    note: Text | None = None


class ResultsFile(File):
    """The whole file; every result in it is of the year in its name."""

    results: tuple[Result, ...]
