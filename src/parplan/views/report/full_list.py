"""The whole list of assignments beside a report: a row for each, as a spreadsheet is to have it.

Must not leave one out, or know how a spreadsheet is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.facts.report.report import ReportFacts
from parplan.views.columns import columns
from parplan.views.listing import Listing
from parplan.views.page import Properties
from parplan.views.phrases.office import Office
from parplan.views.status.assignment_table import ASSIGNMENT, assignment_cells
from parplan.words import Words


def report_list(facts: ReportFacts, words: Words, agency: str | None = None) -> Listing:
    """Every assignment in the plan's order, or every one of a unit; duties without a day among them."""
    office = Office(words, facts.workspace, facts.plan.plan, agency)
    order = {task.id: number for number, task in enumerate(facts.plan.tasks)}
    owed = facts.standings.counted + facts.standing_duties
    every = (owed.only([agency]) if agency else owed).sorted(lambda s: order[s.assignment.task.id])
    period = words.period(facts.period, "long")
    return Listing(
        tab=words("report.list.tab"),
        title=words("report.list.title"),
        reference=words(
            "own-report.list.reference" if agency else "report.list.reference",
            day=facts.closes,
            period=period,
            unit=office.name,
        ),
        notices=tuple(_notices(facts, words)),
        columns=columns(words, ASSIGNMENT),
        rows=tuple(tuple(assignment_cells(one, office.phrases, facts.has_updates)) for one in every),
        properties=Properties(
            words("own-report.list.name" if agency else "report.list.name", period=period, unit=office.name),
            office.name,
            facts.closes,
        ),
        watermark=words("report.watermark") if facts.is_sample else "",
    )


def _notices(facts: ReportFacts, words: Words) -> Iterator[str]:
    if facts.is_sample:
        yield words("report.watermark")
    if not facts.has_updates:
        yield words("status.no-data")
