"""data/progress/MONTH/: what each unit reported, and what was decided later about the tasks.

Must not judge: whether an update settles anything is a fact drawn elsewhere.
"""

from typing import Annotated, Literal

from pydantic import Field

from parplan.model.record import Record, Shorthand
from parplan.model.scalar import (
    AgencyId,
    AgencyOrGroupId,
    AnyPeriod,
    Day,
    Month,
    NotNegative,
    Number,
    PlanYear,
    Slug,
    TaskId,
    Text,
    at_least_one,
    one_of,
)
from parplan.model.shared import File, Paper

Status = Annotated[
    Literal["done", "in-progress", "not-started", "none"], one_of("done", "in-progress", "not-started", "none")
]
"""``none``: nothing arose in the period («không phát sinh»)."""


DecisionKind = Annotated[
    Literal["extend", "exempt", "assign", "drop"], one_of("extend", "exempt", "assign", "drop")
]


class Measured(Record):
    """A value reached: ``done`` of ``of``, which may be summed over units, or a bare ``value``, which is not."""

    value: Number | None = None
    done: NotNegative | None = None
    of: NotNegative | None = None


class Evidence(Record):
    """What proves it: a paper (of the reporting unit, unless ``issuer`` says else), a link, a system's figure."""

    type: Annotated[Literal["document", "link", "system"], one_of("document", "link", "system")]
    number: Text | None = None
    date: Day | None = None
    issuer: AgencyId | None = None
    title: Text | None = None
    link: Text | None = None


class Update(Record):
    """What one unit said of one task. ``date`` is when it happened; the file's month is when it was reported."""

    task: TaskId
    period: AnyPeriod | None = None
    status: Status
    date: Day | None = None
    values: dict[Slug, Annotated[Measured, Shorthand("value")]] = Field(default_factory=dict)
    result: Text | None = None
    difficulty: Text | None = None
    reason: Text | None = None
    proposal: Text | None = None
    expected: Day | None = None
    evidence: Annotated[tuple[Evidence, ...], at_least_one()] | None = None


class ProgressFile(File):
    """One unit's form for one month. No file means that it has not reported; a file may hold no updates.

    Nor has it where the file holds nothing but its head: that is the empty form, made before anything came.
    """

    plan: PlanYear
    month: Month
    agency: AgencyId
    received: Day | None = None
    document: Paper | None = None
    updates: tuple[Update, ...] = ()
    note: Text | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nobody has written anything into it yet."""
        return not self.model_fields_set & {"received", "document", "updates", "note"}


class Decision(Record):
    """What was decided after the plan: from ``from_`` on. Only the plan's issuer extends."""

    id: Slug
    kind: DecisionKind
    task: TaskId
    agencies: Annotated[tuple[AgencyOrGroupId, ...], at_least_one()] | None = None
    period: AnyPeriod | None = None
    to: Day | None = None
    from_: Annotated[Day, Field(alias="from")]
    document: Paper
    reason: Text | None = None


class DecisionsFile(File):
    """The decisions written down in one month."""

    plan: PlanYear
    month: Month
    decisions: tuple[Decision, ...]
