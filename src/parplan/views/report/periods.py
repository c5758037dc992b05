"""Periods as a report names them: its own, those before and after, and the time to come by its days.

Must not choose which periods are told.
"""

from __future__ import annotations

from typing import Any

from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts
from parplan.words import Words


def coming(facts: ReportFacts, words: Words) -> dict[str, Any]:
    """The time to come by its days, and by the name of the period that ends it; none after the last report."""
    first, last = facts.coming
    after_all = {"long": words("report.time-to-come"), "bare": ""}
    name = after_all if facts.is_last else named(facts, facts.period.next(), words)
    return {
        **name,
        "opens": words.day(first),
        "closes": words.day(last),
        "is_over": first > last,
    }


def named(facts: ReportFacts, period: Period, words: Words) -> dict[str, Any]:
    """A period in full, and as the prose of a report names it."""
    return {
        "long": words.period(period, "long"),
        "bare": in_report(facts, period, words),
        "months": period.months or 12,
    }


def in_report(facts: ReportFacts, period: Period, words: Words) -> str:
    """A period as the prose of a report names it: without its year while the whole report is of that year."""
    years = {month.year for month in facts.months}
    return words.period(period, "bare" if period.is_final or years == {period.year} else "long")
