"""What a status shows, chosen from what is true: of all units or some, of all tasks or some.

Must not word anything, or count what facts count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from parplan.calendar.period import Period
from parplan.facts.breakdown import Counts, counts
from parplan.facts.monthly_register import Register, register
from parplan.facts.runs import Runs
from parplan.facts.since import Since, since, standings_before
from parplan.facts.standing import MarkKind, Standing, Standings
from parplan.facts.status.punctuality import Sending, UnitReport, unit_reports
from parplan.facts.status.selection import Selection
from parplan.facts.viewpoint import last_month_due
from parplan.spelling import collation


class Sort(Enum):
    """In which order assignments are told."""

    LATE = "late"
    DUE = "due"
    AGENCY = "agency"
    TASK = "task"


@dataclass(frozen=True)
class StatusFacts:
    """Standings from a viewpoint, those of them that were asked for, and who has reported.

    ``asked`` are the units and groups asked for, by id; ``month`` the newest for which reports should be in.
    """

    standings: Standings
    selection: Selection = field(default_factory=Selection)
    asked: tuple[str, ...] = ()
    errors: int = 0
    due_within: int | None = None
    sort: Sort = Sort.LATE

    @cached_property
    def month(self) -> Period | None:
        view = self.standings.view
        return view.month or last_month_due(self.standings.plan.plan, view.day)

    @property
    def is_open(self) -> bool:
        """Whether a month is looked at that is not closed yet."""
        return self.standings.view.is_open

    @property
    def heard_anything(self) -> bool:
        return bool(self.standings.reports.files)

    @property
    def only_overdue(self) -> bool:
        return self.selection.overdue

    @cached_property
    def chosen(self) -> Selection:
        """What was asked for, as far as it can be told apart: nobody's state is known before anybody reported."""
        return self.selection if self.heard_anything else self.selection.whatever_state()

    @property
    def finds_nothing(self) -> bool:
        """Whether nothing at all is as was asked for. That nothing is overdue is an answer of its own."""
        if self.chosen.is_everything or self.chosen.overdue:
            return False
        return not self.shown and not self.standing_duties

    @property
    def days_ahead(self) -> int:
        """How many days ahead what comes due is told of."""
        own = self.standings.plan.plan.reporting.due_soon_days
        return own if self.due_within is None else self.due_within

    @cached_property
    def shown(self) -> Runs[Standing]:
        """The counted assignments that were asked for, in the plan's order."""
        return self.chosen.of(self.standings.counted)

    @cached_property
    def standing_duties(self) -> Runs[Standing]:
        """Duties without a due day that were asked for, in the newest month of reports."""
        if self.month is None:
            return Runs()
        return self.chosen.of(self.standings.standing_duties(self.month))

    @cached_property
    def counts(self) -> Counts:
        return counts(self.shown)

    @cached_property
    def overdue(self) -> Runs[Standing]:
        return self.sorted(self.shown.where(lambda s: s.state.is_overdue))

    @cached_property
    def due_soon(self) -> Runs[Standing]:
        if self.due_within is None:
            return self.sorted(self.shown.where(lambda s: MarkKind.DUE_SOON in s.marks))
        open_ = self.shown.where(lambda s: not s.state.is_done and not s.state.is_overdue)
        return self.sorted(open_.where(lambda s: s.days_left <= self.days_ahead))

    @cached_property
    def difficulties(self) -> Runs[Standing]:
        every = self.shown + self.standing_duties
        return every.where(lambda s: MarkKind.DIFFICULTY in s.marks)

    @cached_property
    def register(self) -> Register | None:
        """Who has sent a report of the month; nobody is silent before it is closed."""
        made = register(self.standings, self.month) if self.month else None
        return made._replace(silent=(), is_owed=False) if made and self.is_open else made

    @cached_property
    def silent(self) -> tuple[str, ...]:
        every = self.register.silent if self.register else ()
        return tuple(agency for agency in every if self.selection.has_agency(agency))

    @cached_property
    def unit_reports(self) -> tuple[UnitReport, ...]:
        every = unit_reports(self.standings, self.month) if self.month else ()
        told = (report for report in every if not self.is_open or report.sending is not Sending.SILENT)
        return tuple(report for report in told if self.selection.has_agency(report.agency))

    @cached_property
    def since(self) -> Since | None:
        """What changed since the report of the month before; None where there is none to compare with."""
        before = standings_before(self.standings)
        if before is None or not before.reports.files:
            return None
        _, *parts = since(before, self.standings)
        return Since(before, *(self.selection.of(part) for part in parts))

    def sorted(self, standings: Iterable[Standing]) -> Runs[Standing]:
        """In the order asked for; what is alike stays in the plan's order."""
        every = Runs.of(standings)
        if self.sort is Sort.AGENCY:
            every = every.apart()
        return every.sorted(self._key)

    def _key(self, standing: Standing) -> tuple[Any, ...]:
        match self.sort:
            case Sort.LATE:
                return (-standing.days_late, standing.days_left)
            case Sort.DUE:
                return (standing.days_left,)
            case Sort.AGENCY:
                return collation(self._names.get(standing.assignment.agency, standing.assignment.agency))
            case Sort.TASK:
                return collation(standing.assignment.task.title)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {agency.id: agency.name for agency in self.standings.workspace.agencies.agencies}
