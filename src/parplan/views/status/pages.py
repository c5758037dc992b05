"""Which sheet and which table a status comes to: one name for each way of looking at it.

Must not make any of them. Each but the commonest is imported where it is asked for: the rest of them is a tenth of
what a status takes.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from parplan.facts.breakdown import By
from parplan.facts.status.status import StatusFacts
from parplan.views.phrases.notices import notices
from parplan.views.sheet import Sheet
from parplan.views.status.overview import status_view
from parplan.views.table import Table
from parplan.words import Words


class Counted(Enum):
    """What assignments are counted by; by month, each unit at each month's close."""

    AGENCY = "agency"
    SECTION = "section"
    CRITERION = "criterion"
    TASK = "task"
    STATE = "state"
    MONTH = "month"


def sheet_of(
    facts: StatusFacts, words: Words, *, by: Counted | None, silent: bool, reply_by: date | None, wide: bool
) -> Sheet:
    """The sheet that was asked for."""
    if reply_by is not None:
        from parplan.views.status.review import review_view

        return review_view(facts, reply_by, words)
    if silent or by is Counted.MONTH:
        from parplan.views.status.punctuality import months_view, silent_view

        return silent_view(facts, words) if silent else months_view(facts, words)
    if by is None:
        return status_view(facts, words, wide=wide)
    from parplan.views.status.breakdown import breakdown_view

    return breakdown_view(facts, By(by.value), words)


def table_of(facts: StatusFacts, words: Words, *, by: Counted | None, silent: bool) -> Table:
    """The one table that a spreadsheet gets: what was counted, or the whole list; and whether it is a sample."""
    if not silent and by is None:
        from parplan.views.status.assignment_table import assignment_table

        return assignment_table(facts, words)
    if silent or by is Counted.MONTH:
        from parplan.views.status.punctuality import months_apart, silent_table

        made = silent_table(facts, words, to_sort=True) if silent else months_apart(facts, words)
    else:
        from parplan.views.status.breakdown import breakdown_table

        assert by is not None
        made = breakdown_table(facts, By(by.value), words)
    return made._replace(note=" ".join(filter(None, (*notices(facts.standings, facts.errors, words), made.note))))
