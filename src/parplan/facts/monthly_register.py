"""Who owes anything under a plan, who is asked for a report of a month, and who has sent one.

Must not judge the work: a silent unit may have done all it owes.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from parplan.calendar.period import Period
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import closing_day, owed_months, send_day
from parplan.model.workspace import month_file_name


class Register(NamedTuple):
    """Which units reported for a month, and when. Where no report ``is_owed``, nobody is silent.

    ``undated``: they sent one, but nobody wrote down on which day; so it is neither in time nor late.
    """

    in_time: tuple[str, ...]
    late: tuple[str, ...]
    silent: tuple[str, ...]
    last_day: date
    is_owed: bool = True
    undated: tuple[str, ...] = ()

    @property
    def sent(self) -> int:
        return len(self.in_time) + len(self.late) + len(self.undated)

    @property
    def is_recorded(self) -> bool:
        """Whether any unit's report was written down: else who is silent can't be told from what is unrecorded."""
        return self.sent > 0

    @property
    def asked(self) -> int:
        return self.sent + len(self.silent)


def owing(standings: Standings) -> tuple[str, ...]:
    """The units that owe anything under the plan, in the register's order; the office that asks is among them."""
    return standings.workspace.units.in_order(standings.assignments.units)


def asked_to_report(standings: Standings) -> tuple[str, ...]:
    """The units that send a monthly report: all that owe anything, but for the office that they send it to."""
    return tuple(agency for agency in owing(standings) if agency != standings.plan.plan.reporting.from_)


def unrecorded_before(standings: Standings, months: Iterable[Period]) -> tuple[Period, ...]:
    """Of some months, those of which no report is recorded, though one of a later month is: perhaps all came
    before anybody began to write them down, so they are nobody's silence."""
    office = standings.plan.plan.reporting.from_
    heard = {month for agency, month in standings.reports.files if agency != office}
    return tuple(month for month in months if heard and month not in heard and month < max(heard))


def register(standings: Standings, month: Period) -> Register:
    """Who has reported for a month, as seen from the standings' viewpoint.

    Nobody is silent for a month for which none owes a report: that in which the plan began, or one after it.
    A unit that is not there when the month closes is not silent: there is nobody to be asked. Nor is one whose
    file could not be read: it has sent one.
    """
    is_unread = standings.workspace.is_unread
    plan = standings.plan.plan
    units = standings.workspace.units
    closes, last_day = closing_day(plan, month), send_day(plan, month)
    is_owed = month in owed_months(plan)
    in_time: list[str] = []
    late: list[str] = []
    undated: list[str] = []
    silent: list[str] = []
    for agency in asked_to_report(standings):
        file = standings.reports.files.get((agency, month))
        if file is not None:
            came = file.received
            (undated if came is None else in_time if came <= last_day else late).append(agency)
        elif is_owed and units.is_there(agency, closes) and not is_unread(month_file_name(str(month), agency)):
            silent.append(agency)
    return Register(tuple(in_time), tuple(late), tuple(silent), last_day, is_owed, tuple(undated))
