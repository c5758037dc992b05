"""data/plan-YEAR.yaml: what the plan's document says, and nothing that was decided later.

Must not know progress. Time words are read by calendar/deadline_rules.py, never searched for here.
"""

from typing import Annotated, ClassVar, Literal, LiteralString

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from parplan.calendar import deadline_rules as deadline
from parplan.calendar.deadline_grammar import ANY_YEAR
from parplan.model.record import Choice, Record, Shorthand
from parplan.model.report_time import ClosingDay
from parplan.model.result import Result
from parplan.model.scalar import (
    AgencyId,
    AgencyOrGroupId,
    Count,
    CriterionId,
    Day,
    DayOrMonth,
    Number,
    PlaceId,
    Slug,
    TaskId,
    Text,
    Written,
    Year,
    at_least_one,
    one_of,
)
from parplan.model.shared import By, Citation, File, Signer

Kind = Annotated[
    Literal["once", "periodic", "ongoing", "on-event", "general"],
    one_of("once", "periodic", "ongoing", "on-event", "general"),
]
"""Only ``once`` and ``periodic`` have due days and enter rates; ``general`` is an exhortation, never counted."""


def _rule(text: object) -> object:
    if isinstance(text, str) and text.strip():
        try:
            deadline.parse(text, ANY_YEAR)
        except deadline.Refusal as refused:
            raise PydanticCustomError(*_refused(refused, text)) from None
    return text


def _refused(refused: deadline.Refusal, text: str) -> tuple[LiteralString, LiteralString, dict[str, object]]:
    """What is wrong with a rule: the error's type, and what fills the holes of its sentence."""
    if refused.kind is not None:
        return "rule_names_kind", "", {"text": text, "kind": refused.kind}
    if refused.impossible:
        return "date_impossible", "", {"text": refused.impossible}
    if refused.several:
        return "rule_several", "", {"text": text, "n": refused.several}
    return "rule_unknown", "", {"text": text}


RuleText = Annotated[
    Text, BeforeValidator(_rule), Written(("string",), r"\S", "value-empty", examples=deadline.EXAMPLES)
]


class Deadline(Record):
    """``words`` as they stand in the quote; ``rule`` from the closed list, in words of our own."""

    words: Text | None = None
    rule: RuleText | None = None


class Product(Record):
    """What shows that a task is done."""

    what: Text
    by: By


class CriterionLink(Record):
    """A criterion that a task is to raise."""

    ref: CriterionId
    by: By


class Threshold(Choice):
    """A figure to reach: a number, or what was reached in a year (``{year: 2021}``)."""

    alternatives: ClassVar = ("value", "year")

    value: Number | None = None
    year: Year | None = None


Figure = Annotated[Threshold, Shorthand("value")]


class Target(Choice):
    """A numeric aim of a task, in ``unit``: exactly one of ``at_least``, ``at_most``, ``more_than``."""

    alternatives: ClassVar = ("at_least", "at_most", "more_than")

    id: Slug
    measure: Text
    unit: Text
    at_least: Figure | None = None
    at_most: Figure | None = None
    more_than: Figure | None = None


class Quoted(Record):
    """Where in the document a task stands: the section, and its words to the letter."""

    section: Text
    quote: Text


class Task(Record):
    """One duty. Each unit in ``lead`` owes it (once in each period); those in ``partners`` owe nothing."""

    id: Slug
    title: Text
    kind: Kind
    lead: Annotated[tuple[AgencyOrGroupId, ...], at_least_one()]
    partners: Annotated[Annotated[tuple[AgencyOrGroupId, ...], at_least_one()] | None, Field(alias="with")] = None
    deadline: Deadline | None = None
    product: Product | None = None
    criteria: Annotated[tuple[CriterionLink, ...], at_least_one()] | None = None
    targets: Annotated[tuple[Target, ...], at_least_one()] | None = None
    source: Quoted
    note: Text | None = None


DayOfMonth = Annotated[Count, Field(ge=1, le=28)]


class Reporting(Record):
    """The monthly report. A month runs from the day after ``closes`` of the month before to that day.

    ``closes: last`` is the last day of every month. ``units_send``, ``office_sends`` are the first such days of a
    month after it; ``task`` is the duty that the report itself fulfils.
    """

    closes: ClosingDay = 14
    units_send: DayOfMonth = 17
    office_sends: DayOfMonth = 20
    due_soon_days: Annotated[Count, Field(ge=1, le=92)] = 7
    from_: Annotated[AgencyId, Field(alias="from")]
    to: Annotated[tuple[AgencyId, ...], at_least_one()]
    task: TaskId | None = None
    signer: Signer
    recipients: Annotated[tuple[Text, ...], at_least_one()]
    archive: Text


class PlanSource(Record):
    """The document's text, relative to data/, and the places in it that the tasks' quotes cover."""

    file: Text
    begins: Text | None = None
    ends: Text | None = None
    note: Text | None = None


class Plan(Record):
    """The head of the plan."""

    id: Slug
    title: Text
    short: Text | None = None
    issuer: AgencyId
    place: PlaceId
    number: Text | None = None
    issued: DayOrMonth
    year: Year
    starts: DayOrMonth
    ends: Day
    coordinator: AgencyId
    legal_basis: Annotated[tuple[Citation, ...], at_least_one()] | None = None
    reporting: Reporting
    source: PlanSource

    @property
    def called(self) -> str:
        """The name that it goes by: the short one where it has one."""
        return self.short or self.title


class PlanFile(File):
    """The whole file: head, the results it sets out from, and every duty as a task of its own."""

    plan: Plan
    baseline: tuple[Result, ...] = ()
    tasks: tuple[Task, ...]
