"""What frames a report: the period it is of, the days it counts, what comes next, what the office wrote by hand.

Must not count what units did.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parplan.calendar.period import Period
from parplan.facts.standing import MarkKind, Standing, Standings
from parplan.facts.viewpoint import ONE_DAY, closing_day, office_day, report_months_in
from parplan.model.plan import Plan, PlanFile
from parplan.model.report import ReportFile
from parplan.model.shared import Citation
from parplan.model.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class ReportFrame:
    """The frame of one report.

    ``months`` are those of its period for which there are reports; ``folders`` those whose files it tells of.
    ``previous`` is what it stands beside. ``today`` is given before the close, and never enters after it.
    """

    workspace: Workspace
    plan: PlanFile
    period: Period
    months: tuple[Period, ...]
    folders: tuple[Period, ...]
    previous: Period
    opens: date
    closes: date
    standings: Standings
    hand: ReportFile | None
    today: date | None = None

    @property
    def is_ahead(self) -> bool:
        """Whether it is asked for before its close: a draft of what is known by today."""
        return self.today is not None

    @property
    def is_heard(self) -> bool:
        """Whether any unit reported for the period; before its close that is still to come."""
        return any(month in self.folders for _, month in self.standings.reports.files)

    @property
    def is_draft(self) -> bool:
        """Whether it is not to be signed: its time is not over, or nobody reported for it."""
        return self.is_ahead or not self.is_heard

    def own_words(self, section: str) -> str | None:
        """What the office wrote for a section by hand; None where it wrote nothing."""
        written: str | None = getattr(self.hand.sections, section) if self.hand and self.hand.sections else None
        return written

    @cached_property
    def papers(self) -> tuple[Citation, ...]:
        """The papers of the period that a person has written down, each once: those of its months' reports too."""
        periods = [*(self.months if self.period.months != 1 else ()), self.period]
        files = [written_by_hand(self.workspace, self.plan.plan, period) for period in periods]
        every = [paper for file in files if file for paper in file.papers or ()]
        return tuple({(paper.number, paper.date): paper for paper in reversed(every)}.values())[::-1]

    @cached_property
    def unrecorded(self) -> tuple[Period, ...]:
        """The months whose reports count as made though neither number nor day was written down."""
        files = (file for file in self.workspace.reports if file.plan == self.plan.plan.year)
        known = {file.period for file in files if file.number and file.date}
        made = self.standings.counted.where(lambda s: MarkKind.BY_EARLIER_REPORT in s.marks)
        return tuple(s.assignment.period for s in made if s.assignment.period and s.assignment.period not in known)

    @property
    def office(self) -> str:
        """The office that reports."""
        return self.plan.plan.reporting.from_

    def is_own_report(self, standing: Standing) -> bool:
        """Whether it is the duty that reports like this one fulfil."""
        return standing.assignment.task.id == self.plan.plan.reporting.task

    @property
    def is_last(self) -> bool:
        """Whether the plan reports for no later period of this length."""
        return self.period.is_final or not report_months_in(self.plan.plan, self.period.next())

    @property
    def sent_in(self) -> Period:
        """The month in which the office sends it."""
        if self.period.is_final:
            return self.folders[-1]
        return Period.around(office_day(self.plan.plan, self.months[-1]))

    @cached_property
    def coming(self) -> tuple[date, date]:
        """The first and last day of what is to be done next: from the close to the next period's end.

        After the plan's last report of this length, all that is still to fall due.
        """
        closing = self.plan.plan.ends if self.period.is_final else self._closing
        last = self.plan.plan.ends if self.is_last else min(self.period.next().last, self.plan.plan.ends)
        if self.is_last:
            owed = (run.first.assignment for run in self.standings.counted.runs)
            ahead = (one.due.named for one in owed if one.due)
            last = max((last, *ahead))
        return closing + ONE_DAY, last

    @property
    def _closing(self) -> date:
        return closing_day(self.plan.plan, self.months[-1])


def written_by_hand(workspace: Workspace, plan: Plan, period: Period) -> ReportFile | None:
    """The office's own words for the report of a period."""
    found = (file for file in workspace.reports if file.plan == plan.year and file.period == period)
    return next(found, None)
