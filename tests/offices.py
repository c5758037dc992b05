"""The office that a report is worded for, as the command makes it."""

from __future__ import annotations

from parplan.facts.report.report import ReportFacts
from parplan.views.phrases.office import Office
from parplan.views.phrases.phrases import Phrases
from parplan.words import words


def office(facts: ReportFacts) -> Office:
    """In Vietnamese."""
    return Office(words("vi"), facts.workspace, facts.plan.plan)


def phrases(facts: ReportFacts) -> Phrases:
    return office(facts).phrases
