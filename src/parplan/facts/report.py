"""What a report tells of a month, quarter, half-year or year: counts at its close, beside those of the one before.

Must not round, word, or order anything for the eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from parplan.facts.assignments import Key
from parplan.facts.breakdown import Counts, counts
from parplan.facts.change import IndexChange, changes, results_of
from parplan.facts.letters import Letters
from parplan.facts.register import Register, owing, register
from parplan.facts.sample import is_sample
from parplan.facts.since import since
from parplan.facts.standing import MarkKind, Standing, Standings, Tally, tally
from parplan.facts.target import Reached, targets
from parplan.facts.viewpoint import (
    end_of_month_report,
    month_of,
    opening_day,
    report_months_in,
)
from parplan.model.plan import Plan, PlanFile
from parplan.model.progress import Decision
from parplan.model.reminder import Reminder
from parplan.model.report import ReportFile
from parplan.model.result import Result
from parplan.model.workspace import Workspace
from parplan.period import Period


@dataclass(frozen=True)
class ReportFacts:
    """Everything that is true of one report. ``months`` are those of its period for which units report."""

    workspace: Workspace
    plan: PlanFile
    period: Period
    months: tuple[Period, ...]
    opens: date
    closes: date
    standings: Standings
    counts: Counts
    before: Standings | None
    counts_before: Counts | None
    targets: tuple[Reached, ...]
    targets_before: tuple[Reached, ...]
    standing_duties: tuple[Standing, ...]
    newly_overdue: tuple[Standing, ...]
    settled: tuple[Standing, ...]
    supplemented: tuple[Standing, ...]
    hand: ReportFile | None

    @cached_property
    def registers(self) -> dict[Period, Register]:
        """Who reported for each month, as the report's close saw it.

        In a longer period, not for the month in which the plan itself was made, unless somebody did.
        """
        every = {month: register(self.standings, month) for month in self.months}
        whole = self.plan.plan.starts.begins_whole_months_from
        kept = {month: made for month, made in every.items() if month.first >= whole or made.sent}
        return kept or every

    @property
    def register(self) -> Register:
        """The register of the last month."""
        return self.registers[self.months[-1]]

    @cached_property
    def overdue(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings.counted if standing.state.is_overdue)

    @cached_property
    def letters(self) -> Letters:
        """The reminders that had gone out by the close."""
        return Letters(self.workspace, self.plan, self.standings.view)

    @property
    def letters_of_period(self) -> tuple[Reminder, ...]:
        """Those that went out in the period."""
        return tuple(letter for letter in self.letters.sent if self.opens <= letter.date)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided since the report before about who owes what, and until when."""
        known = self.before.decisions if self.before else ()
        return tuple(decision for decision in self.standings.decisions if decision not in known)

    @cached_property
    def difficulties(self) -> tuple[Standing, ...]:
        """Counted or not, whatever a unit says stands in its way."""
        every = (*self.standings.counted, *self.standing_duties)
        return tuple(standing for standing in every if MarkKind.DIFFICULTY in standing.marks)

    @cached_property
    def proposals(self) -> tuple[Standing, ...]:
        """With what units proposed something in the period's reports."""
        every = (*self.standings.counted, *self.standing_duties)
        return tuple(s for s in every if s.word and s.word.update.proposal and s.word.file.month in self.months)

    @cached_property
    def slipping(self) -> tuple[Standing, ...]:
        """What is not done and will be, by its unit's own word, only after the day that was set."""
        return tuple(standing for standing in self.standings.counted if _slips(standing))

    @property
    def compared(self) -> Counts | None:
        """The counts of the report before; None where nobody had reported by then, and nothing can be compared."""
        return self.counts_before if self.before and self.before.reports.files else None

    @property
    def has_updates(self) -> bool:
        """Whether any unit has reported anything by now."""
        return bool(self.standings.reports.files)

    @property
    def addressees(self) -> tuple[str, ...]:
        """To whom it goes: those whom a person named for this report, else those of every report."""
        return (self.hand.to if self.hand else None) or self.plan.plan.reporting.to

    def own_words(self, section: str) -> str | None:
        """What the office wrote for a section by hand; None where it wrote nothing."""
        written: str | None = getattr(self.hand.sections, section) if self.hand and self.hand.sections else None
        return written

    @cached_property
    def index_changes(self) -> tuple[IndexChange, ...]:
        """The newest results of the indexes beside the year before, where this report is to tell them.

        That is the plan's first report (what it sets out from), one in whose time results were published, and
        the report of a year.
        """
        is_news = any(r.published and self.opens <= r.published for r in self.known_results)
        is_first = self.plan.plan.starts.begins_whole_months_from in self.period
        if self._newest_year is None or not (is_first or is_news or self.period.months == 12):
            return ()
        every = changes(self.workspace, self.plan.plan.place, self._newest_year - 1, self._newest_year)
        return tuple(change for change in every if change.after is None or self._is_out(change.after))

    @cached_property
    def known_results(self) -> tuple[Result, ...]:
        """The results of the plan's place that were out when the report closed."""
        newest = self._newest_year
        every = results_of(self.workspace, self.plan.plan.place)
        return tuple(r for r in every if newest is not None and r.year <= newest and self._is_out(r))

    def _is_out(self, result: Result) -> bool:
        """Whether it had been published by the close; one whose day is unknown goes by its year."""
        return result.published is None or result.published <= self.closes

    @cached_property
    def _newest_year(self) -> int | None:
        """The last year that the plan sets out from, or of which results were published by the close."""
        every = results_of(self.workspace, self.plan.plan.place)
        out = (result for result in every if result.published and result.published <= self.closes)
        return max((result.year for result in (*self.plan.baseline, *out)), default=None)

    @property
    def is_last(self) -> bool:
        """Whether the plan reports for no later period of this length."""
        return not report_months_in(self.plan.plan, self.period.next())

    @property
    def is_month_to_come(self) -> bool:
        """Whether what comes next is a month of the plan, told by its name; else it is told by its days."""
        return self.period.months == 1 and not self.is_last

    @property
    def coming(self) -> tuple[date, date]:
        """The first and last day of what is to be done next: of the coming month, or from the close on.

        A month's report leaves its own last days to the report before, which has named them.
        """
        following = self.period.next()
        if self.is_month_to_come:
            return following.first, following.last
        return self.closes + timedelta(days=1), min(following.last, self.plan.plan.ends)

    @cached_property
    def due_next(self) -> tuple[Standing, ...]:
        """What falls due then and is not done."""
        first, last = self.coming
        return tuple(s for s in self.standings.counted if not s.state.is_done and _falls_due(s, first, last))

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

    @cached_property
    def by_month(self) -> dict[Period, Tally]:
        """How everything stood at the close of each month from the plan's first to this report's last."""
        return {month: tally(standings.counted) for month, standings in self._closes.items()}

    @cached_property
    def overdue_in_a_row(self) -> dict[Key, int]:
        """For how many months' closes in a row, this report's own among them, each overdue assignment was so."""
        rows = dict.fromkeys((standing.assignment.key for standing in self.overdue), 0)
        if not rows:
            return rows  # looking back takes as long as the report itself
        still = set(rows)
        for standings in reversed(self._closes.values()):
            still &= {s.assignment.key for s in standings.counted if s.state.is_overdue}
            for key in still:
                rows[key] += 1
        return rows

    @cached_property
    def _closes(self) -> dict[Period, Standings]:
        return self.standings.closes()


def report_facts(workspace: Workspace, plan: PlanFile, period: Period) -> ReportFacts:
    """Draw the facts of a period's report. The same files give the same facts on any later day."""
    months = report_months_in(plan.plan, period) or (Period.around(period.last),)
    now = Standings(workspace, plan, end_of_month_report(plan.plan, months[-1]))
    earlier = report_months_in(plan.plan, period.next(-1))
    before = now.seen_from(end_of_month_report(plan.plan, earlier[-1])) if earlier else None
    changed = since(before, now) if before else None
    return ReportFacts(
        workspace=workspace,
        plan=plan,
        period=period,
        months=months,
        opens=opening_day(plan.plan, months[0]),
        closes=now.view.day,
        standings=now,
        counts=counts(now.counted),
        before=before,
        counts_before=counts(before.counted) if before else None,
        targets=targets(now),
        targets_before=targets(before) if before else (),
        standing_duties=now.standing_duties(period),
        newly_overdue=changed.newly_overdue if changed else tuple(s for s in now.counted if s.state.is_overdue),
        settled=changed.settled if changed else (),
        supplemented=tuple(s for s in now.counted if _is_supplement(s, plan.plan, months)),
        hand=_hand(workspace, plan.plan, period),
    )


def _is_supplement(standing: Standing, plan: Plan, months: tuple[Period, ...]) -> bool:
    """Whether the period's reports told of what was done before it."""
    word = standing.word
    if word is None or word.file.month not in months or MarkKind.LATE_WORD not in standing.marks:
        return False
    return month_of(plan, word.day) < months[0]


def _slips(standing: Standing) -> bool:
    due, expected = standing.assignment.due, standing.update.expected if standing.update else None
    return due is not None and expected is not None and not standing.state.is_done and expected > due.last


def _falls_due(standing: Standing, first: date, last: date) -> bool:
    due = standing.assignment.due
    return due is not None and first <= due.named <= last


def _hand(workspace: Workspace, plan: Plan, period: Period) -> ReportFile | None:
    found = (file for file in workspace.reports if file.plan == plan.year and file.period == period)
    return next(found, None)
