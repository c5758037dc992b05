"""A report as finished strings: values for its template, a page for its directives.

Must not hold prose, or know how either is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from parplan.facts.report.report import ReportFacts
from parplan.views.page import Page
from parplan.views.phrases.office import Office
from parplan.views.report.lost_points import lost_values
from parplan.views.report.page import ReportPage
from parplan.views.report.proposals import proposals
from parplan.views.report.values import PLACES, ReportValues
from parplan.words import Words


@dataclass(frozen=True)
class ReportView:
    """``values`` for the ``template``; ``page`` for its directives; ``left`` places still for the hand.

    ``unit`` is the name of the one whose own report it is; empty for the office's. ``proposals`` are offered for
    the place of that name and stand nowhere else. ``ahead`` is the day by which all is told, before the close;
    ``unrecorded`` names the months whose reports lack number and day.
    """

    template: str
    values: dict[str, Any]
    page: Page
    left: tuple[str, ...]
    file_name: str
    is_draft: bool
    unit: str = ""
    proposals: tuple[str, ...] = ()
    ahead: str = ""
    unrecorded: str = ""
    is_sample: bool = False


def report_view(
    facts: ReportFacts, words: Words, *, with_charts: bool = False, with_gap: bool = False
) -> ReportView:
    """Word a report's facts."""
    places = tuple(name for name in PLACES if facts.own_words(name) is None)
    office = Office(words, facts.workspace, facts.plan.plan)
    drawn = ReportPage(facts, office, with_charts=with_charts, with_gap=with_gap)
    page = drawn.page(places)
    left = (*places, *office.left(page.foot))
    labels = {name: appendix.label for name, appendix in page.appendices.items()}
    names = {
        "appendices": labels,
        "tables": {name: drawn.tables.label(number) for number, name in enumerate(page.tables, start=1)},
        "charts": {name: chart.caption for name, chart in page.charts.items()},
    }
    values = ReportValues(facts, office, labels).values() | names
    values["lost_points"] = lost_values(facts, words) if with_gap else []
    name = words("report.file-name", period=words.period(facts.period, "file"))
    return ReportView(
        "report",
        values,
        page,
        left,
        name,
        facts.is_draft,
        proposals=proposals(facts, office.phrases),
        ahead=words.day(facts.closes) if facts.is_ahead else "",
        unrecorded=words.listed(map(words.period, facts.unrecorded)),
        is_sample=facts.is_sample,
    )
