"""Who sent a report for a month, when, and for how many months in a row a unit has been late or silent.

Must not judge the work: a silent unit may have done all it owes.
"""

from datetime import date
from enum import Enum
from typing import NamedTuple

from parplan.calendar.period import Period
from parplan.facts.breakdown import By, breakdown
from parplan.facts.monthly_register import Register, owing, register
from parplan.facts.standing import Standings
from parplan.facts.status.selection import Selection
from parplan.facts.tally import Tally
from parplan.facts.viewpoint import report_months, send_day


class Sending(Enum):
    """What came of a unit's report for a month; undated: it came, nobody wrote down on which day."""

    IN_TIME = "in-time"
    LATE = "late"
    UNDATED = "undated"
    SILENT = "silent"


class UnitReport(NamedTuple):
    """One unit's report for a month. ``days_late`` are calendar days after the last day; ``in_a_row`` counts the
    months up to this one, this one included, that went the same way; a month of which no report at all is recorded
    ends the row, for nobody knows how it went."""

    agency: str
    sending: Sending
    received: date | None
    days_late: int
    in_a_row: int


def unit_reports(standings: Standings, month: Period) -> tuple[UnitReport, ...]:
    """Every unit that was asked for a report of a month, in the register's order."""
    plan = standings.plan.plan
    months = [earlier for earlier in report_months(plan) if earlier <= month]
    registers = [register(standings, earlier) for earlier in months]
    sendings = [_sendings(one) if one.is_recorded or one is registers[-1] else {} for one in registers]
    made = []
    for agency, sending in sendings[-1].items() if sendings else ():
        file = standings.reports.files.get((agency, month))
        received = file.received if file else None
        late = max(0, (received - send_day(plan, month)).days) if received else 0
        row = 0
        while row < len(sendings) and sendings[-1 - row].get(agency) is sending:
            row += 1
        made.append(UnitReport(agency, sending, received, late, row))
    return tuple(made)


def _sendings(found: Register) -> dict[str, Sending]:
    every = (
        (found.in_time, Sending.IN_TIME),
        (found.late, Sending.LATE),
        (found.undated, Sending.UNDATED),
        (found.silent, Sending.SILENT),
    )
    return {agency: sending for agencies, sending in every for agency in agencies}


class Cell(NamedTuple):
    """How a unit stood at a month's close, and what came of its report for it; None where none was due."""

    tally: Tally
    sending: Sending | None


def by_month(standings: Standings, selection: Selection) -> dict[Period, dict[str, Cell]]:
    """What was asked for, unit by unit, at the close of every closed month: what each month's report said."""
    plan, view = standings.plan.plan, standings.view
    made = {}
    for month, then in standings.closes().items():
        found = register(standings, month)
        sendings = _sendings(found)
        is_early = view.month is None and send_day(plan, month) >= view.day
        if is_early or not found.is_recorded:  # nobody is silent before the day to send, or where nothing is known
            sendings = {agency: sent for agency, sent in sendings.items() if sent is not Sending.SILENT}
        owed = breakdown(then.workspace, then.plan, selection.of(then.counted), By.AGENCY)
        asked = (agency for agency in owing(then) if selection.has_agency(agency))
        made[month] = {agency: Cell(owed.get(agency, Tally()), sendings.get(agency)) for agency in asked}
    return made
