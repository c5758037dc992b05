"""What one unit's own report tells: how its assignments stand, and what it said of them in the period.

Must not round, word, or order anything for the eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import MarkKind, Standing, State
from parplan.facts.tally import Tally, tally
from parplan.facts.target import Reached, targets
from parplan.model.progress import ProgressFile


@dataclass(frozen=True)
class OwnReportFacts:
    """The part of a report that is one unit's."""

    report: ReportFacts
    agency: str

    @cached_property
    def counted(self) -> tuple[Standing, ...]:
        return tuple(self.report.standings.counted.only([self.agency]))

    @cached_property
    def standing_duties(self) -> tuple[Standing, ...]:
        """Duties without a due day."""
        return self._own(self.report.standing_duties)

    @property
    def owes_anything(self) -> bool:
        return bool(self.counted or self.standing_duties)

    @cached_property
    def tally(self) -> Tally:
        return tally(self.counted)

    @cached_property
    def files(self) -> tuple[ProgressFile, ...]:
        """What the unit sent for the months of the period, oldest first."""
        found = (self.report.standings.reports.files.get((self.agency, month)) for month in self.report.folders)
        return tuple(file for file in found if file is not None)

    @property
    def has_updates(self) -> bool:
        """Whether the unit has reported anything by now."""
        return any(agency == self.agency for agency, _ in self.report.standings.reports.files)

    @cached_property
    def told(self) -> tuple[Standing, ...]:
        """What fell due in the period or before it and is not done, and what the unit reported on meanwhile."""
        return tuple(standing for standing in self.counted if self._belongs(standing))

    @cached_property
    def done_before(self) -> tuple[Standing, ...]:
        """What the unit has done and told of in an earlier period's report."""
        return tuple(s for s in self.counted if s.state.is_done and s not in self.told)

    @cached_property
    def heard(self) -> tuple[Standing, ...]:
        """Duties without a due day of which the unit reported something."""
        return tuple(standing for standing in self.standing_duties if standing.state is not State.NOT_REPORTED)

    @cached_property
    def targets(self) -> tuple[Reached, ...]:
        """The targets of which the unit has given a figure, by its figures alone."""
        return tuple(reached for reached in targets(self.report.standings, self.agency) if reached.figures)

    @cached_property
    def targets_before(self) -> tuple[Reached, ...]:
        return targets(self.report.before, self.agency) if self.report.before else ()

    @cached_property
    def difficulties(self) -> tuple[Standing, ...]:
        """Those of which the unit said what stands in the way, or why they are late."""
        return tuple(s for s in self._said if s.update and (s.update.difficulty or s.update.reason))

    @cached_property
    def proposals(self) -> tuple[Standing, ...]:
        """Those with which the unit proposed something in the period."""
        return self._own(self.report.proposals)

    @property
    def _said(self) -> tuple[Standing, ...]:
        return (*self.told, *self.heard)

    @cached_property
    def due_next(self) -> tuple[Standing, ...]:
        return self._own(self.report.due_next)

    def _own(self, standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
        return tuple(standing for standing in standings if standing.assignment.agency == self.agency)

    def _belongs(self, standing: Standing) -> bool:
        if standing.state.is_overdue or MarkKind.DIFFICULTY in standing.marks:
            return True
        if standing.word is not None and standing.word.file.month in self.report.folders:
            return True
        due = standing.assignment.due
        return due is not None and self.report.opens <= due.named <= self.report.closes
