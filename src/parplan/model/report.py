"""data/reports/PERIOD.yaml: the officer's own words for a report, and what only the office knows about it.

Must not hold a figure that facts can compute.
"""

from typing import Annotated

from parplan.model.record import Record
from parplan.model.report_time import ReportPeriod
from parplan.model.scalar import AgencyId, Day, PlanYear, Text, at_least_one
from parplan.model.shared import Citation, File, Signer


class Sections(Record):
    """Prose in Markdown for the sections that only a person can write."""

    directing: Text | None = None
    results: Text | None = None
    instructions: Text | None = None
    shortcomings: Text | None = None
    causes: Text | None = None
    next: Text | None = None
    proposals: Text | None = None


class ReportFile(File):
    """The whole file. ``number`` and ``date`` are those under which the report went out.

    ``period`` is ``2022-final`` for the one that closes the plan.
    """

    plan: PlanYear
    period: ReportPeriod
    number: Text | None = None
    date: Day | None = None
    to: Annotated[tuple[AgencyId, ...], at_least_one()] | None = None
    signer: Signer | None = None
    recipients: Annotated[tuple[Text, ...], at_least_one()] | None = None
    papers: Annotated[tuple[Citation, ...], at_least_one()] | None = None
    sections: Sections | None = None
