"""What became of each criterion when one set took the place of another.

Must not know a score.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from parplan.model.record import Record
from parplan.model.scalar import CriterionId, Positive, Slug, Text, at_least_one, one_of
from parplan.model.shared import Mark

FATES: Final = ("same", "renamed", "split", "merged", "re-weighted", "dropped", "new")

Fate = Annotated[Literal["same", "renamed", "split", "merged", "re-weighted", "dropped", "new"], one_of(*FATES)]


class Mapped(Record):
    """Criteria of the ``old`` set and those of the ``new`` that took their place.

    ``weights``: what part of the whole each of the several is (of those split into, or of those merged), adding up
    to 1; without them, as their maxima are.
    """

    kind: Fate
    old: tuple[CriterionId, ...] = ()
    new: tuple[CriterionId, ...] = ()
    weights: Annotated[tuple[Positive, ...], at_least_one()] | None = None
    note: Text | None = None


class SetMap(Record):
    """The way from an earlier set of the same index to the one that this stands in."""

    from_: Annotated[Slug, Field(alias="from")]
    mark: Mark
    source: Text | None = None
    note: Text | None = None
    criteria: Annotated[tuple[Mapped, ...], at_least_one()]
