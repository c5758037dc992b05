"""What a month's report tells: the counts at its closing day, beside those of the month before.

Must not round, word, or order anything for the eye.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parplan.facts.change import IndexChange, changes
from parplan.facts.letters import Letters
from parplan.facts.since import since, standings_before
from parplan.facts.standing import MarkKind, Standing, Standings, Tally, select, tally
from parplan.facts.target import Reached, targets
from parplan.facts.units import Units
from parplan.facts.viewpoint import (
    closing_day,
    end_of_month_report,
    opening_day,
    received_day,
    send_day,
)
from parplan.model.plan import Plan, PlanFile
from parplan.model.report import ReportFile
from parplan.model.workspace import Workspace
from parplan.period import Period


@dataclass(frozen=True, slots=True)
class Counts:
    """The tallies of one viewpoint: given to groups, given by name, and both."""

    common: Tally
    single: Tally
    total: Tally


@dataclass(frozen=True, slots=True)
class Register:
    """Which units reported for a month, and when."""

    in_time: tuple[str, ...]
    late: tuple[str, ...]
    silent: tuple[str, ...]
    last_day: date

    @property
    def sent(self) -> int:
        return len(self.in_time) + len(self.late)

    @property
    def asked(self) -> int:
        return self.sent + len(self.silent)


@dataclass(frozen=True)
class MonthFacts:
    """Everything that is true of one report month."""

    workspace: Workspace
    plan: PlanFile
    month: Period
    opens: date
    closes: date
    standings: Standings
    counts: Counts
    before: Standings | None
    counts_before: Counts | None
    register: Register
    targets: tuple[Reached, ...]
    targets_before: tuple[Reached, ...]
    standing_duties: tuple[Standing, ...]
    newly_overdue: tuple[Standing, ...]
    settled: tuple[Standing, ...]
    supplemented: tuple[Standing, ...]
    due_next: tuple[Standing, ...]
    hand: ReportFile | None

    @cached_property
    def overdue(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings.counted if standing.state.is_overdue)

    @cached_property
    def letters(self) -> Letters:
        """The reminders that had gone out when the month closed."""
        return Letters(self.workspace, self.plan, self.standings.view)

    @cached_property
    def difficulties(self) -> tuple[Standing, ...]:
        """Counted or not, whatever a unit says stands in its way."""
        every = (*self.standings.counted, *self.standing_duties)
        return tuple(standing for standing in every if MarkKind.DIFFICULTY in standing.marks)

    @property
    def compared(self) -> Counts | None:
        """The counts of the month before; None where nobody had reported by then, and nothing can be compared."""
        return self.counts_before if self.before and self.before.reports.files else None

    @property
    def has_updates(self) -> bool:
        """Whether any unit has reported anything by this month."""
        return bool(self.standings.reports.files)

    def own_words(self, section: str) -> str | None:
        """What the office wrote for a section by hand; None where it wrote nothing."""
        written: str | None = getattr(self.hand.sections, section) if self.hand and self.hand.sections else None
        return written

    @property
    def is_first(self) -> bool:
        """Whether this is the plan's first report, the one that tells what it sets out from."""
        return self.month.first == self.plan.plan.starts.begins_whole_months_from and bool(self.plan.baseline)

    @property
    def baseline_years(self) -> tuple[int, int]:
        """The year of the results that the plan sets out from, after the year before it."""
        after = max(result.year for result in self.plan.baseline)
        return after - 1, after

    @cached_property
    def baseline_changes(self) -> tuple[IndexChange, ...]:
        return changes(self.workspace, self.plan.plan.place, *self.baseline_years)

    @property
    def is_sample(self) -> bool:
        return is_sample(self.workspace, self.plan)

    @cached_property
    def by_agency(self) -> dict[str, Tally]:
        """A tally for every unit that owes anything, in the order in which offices print them."""
        found: dict[str, list[Standing]] = {agency: [] for agency in owing(self.standings)}
        for standing in self.standings.counted:
            found[standing.assignment.agency].append(standing)
        return {agency: tally(standings) for agency, standings in found.items()}


def counts(every: Sequence[Standing]) -> Counts:
    """Tallies of all, of what groups owe, and of what single units owe."""
    return Counts(tally(select(every, common=True)), tally(select(every, common=False)), tally(every))


def owing(standings: Standings) -> tuple[str, ...]:
    """The units that owe anything under the plan, in the register's order; the office that asks is among them."""
    owed = (assignment.agency for assignment in standings.assignments)
    return Units(standings.workspace.agencies).in_order(owed)


def asked_to_report(standings: Standings) -> tuple[str, ...]:
    """The units that send a monthly report: all that owe anything, but for the office that they send it to."""
    return tuple(agency for agency in owing(standings) if agency != standings.plan.plan.reporting.from_)


def register(standings: Standings, month: Period) -> Register:
    """Who has reported for a month, as seen from the standings' viewpoint.

    A unit that is not there when the month closes is not silent: there is nobody to be asked. Nor is one whose
    file could not be read: it has sent one.
    """
    unread = standings.workspace.unread
    plan = standings.plan.plan
    units = Units(standings.workspace.agencies)
    closes, last_day = closing_day(plan, month), send_day(plan, month)
    in_time: list[str] = []
    late: list[str] = []
    silent: list[str] = []
    for agency in asked_to_report(standings):
        file = standings.reports.files.get((agency, month))
        if file is not None:
            (in_time if received_day(plan, file) <= last_day else late).append(agency)
        elif units.is_there(agency, closes) and f"data/progress/{month}/{agency}.yaml" not in unread:
            silent.append(agency)
    return Register(tuple(in_time), tuple(late), tuple(silent), last_day)


def is_sample(workspace: Workspace, plan: PlanFile) -> bool:
    """Whether any figure that enters the plan's facts was invented to show the program."""
    year = plan.plan.year
    drawn = (
        *(file for file in workspace.progress if file.plan == year),
        *(file for file in workspace.decisions if file.plan == year),
        *(file for file in workspace.reports if file.plan == year),
        *(file for file in workspace.reminders if file.plan == year),
    )
    return plan.sample or any(file.sample for file in drawn)


def month_facts(workspace: Workspace, plan: PlanFile, month: Period) -> MonthFacts:
    """Draw a month's facts. The same files give the same facts on any later day."""
    now = Standings(workspace, plan, end_of_month_report(plan.plan, month))
    before = standings_before(now)
    changed = since(before, now) if before else None
    return MonthFacts(
        workspace=workspace,
        plan=plan,
        month=month,
        opens=opening_day(plan.plan, month),
        closes=now.view.day,
        standings=now,
        counts=counts(now.counted),
        before=before,
        counts_before=counts(before.counted) if before else None,
        register=register(now, month),
        targets=targets(now),
        targets_before=targets(before) if before else (),
        standing_duties=now.standing_duties(month),
        newly_overdue=changed.newly_overdue if changed else tuple(s for s in now.counted if s.state.is_overdue),
        settled=changed.settled if changed else (),
        supplemented=tuple(
            s for s in now.counted if s.word and s.word.file.month == month and MarkKind.LATE_WORD in s.marks
        ),
        due_next=tuple(s for s in now.counted if _due_in(s, month.next())),
        hand=_hand(workspace, plan.plan, month),
    )


def _due_in(standing: Standing, month: Period) -> bool:
    due = standing.assignment.due
    return due is not None and due.named in month and not standing.state.is_done


def _hand(workspace: Workspace, plan: Plan, month: Period) -> ReportFile | None:
    found = (file for file in workspace.reports if file.plan == plan.year and file.period == month)
    return next(found, None)
