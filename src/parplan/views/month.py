"""A month's report as finished strings: values for its template, a page for its directives.

Must not hold prose, or know how either is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from parplan.facts.month import MonthFacts
from parplan.views.month_page import MonthPage
from parplan.views.month_values import PLACES, MonthValues
from parplan.views.page import Page
from parplan.words import Words


@dataclass(frozen=True)
class MonthView:
    """``values`` for the template; ``page`` for its directives; ``left`` places still for the hand."""

    values: dict[str, Any]
    page: Page
    left: tuple[str, ...]
    file_name: str
    is_draft: bool


def month_view(facts: MonthFacts, words: Words) -> MonthView:
    """Word a month's facts."""
    left = tuple(name for name in PLACES if facts.own_words(name) is None)
    page = MonthPage(facts, words).page(left)
    labels = {name: appendix.label for name, appendix in page.appendices.items()}
    values = MonthValues(facts, words).values() | {"appendices": labels}
    name = words("report.file-name", month=f"{facts.month.number:02}", year=str(facts.month.year))
    return MonthView(values, page, left, name, not facts.has_updates)
