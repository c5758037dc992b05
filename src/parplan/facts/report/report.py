"""What a report tells of a month, quarter, half-year or year: counts at its close, beside those of the one before.

Must not round, word, or order anything for the eye.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parplan.calendar.period import Period
from parplan.facts.assignments import Key
from parplan.facts.breakdown import By, Counts, breakdown, counts
from parplan.facts.letters import Letters
from parplan.facts.monthly_register import Register, owing, register, unrecorded_before
from parplan.facts.points.change import IndexChange, changes, results_of
from parplan.facts.report.frame import ReportFrame, written_by_hand
from parplan.facts.report.lost_points import LostPoints, lost_points
from parplan.facts.sample import are_sample_results, is_sample
from parplan.facts.since import since
from parplan.facts.standing import MarkKind, Standing, Standings, fell_due_at_end
from parplan.facts.tally import Tally, tally
from parplan.facts.target import Reached, targets
from parplan.facts.viewpoint import (
    end_of_month_report,
    end_of_plan,
    month_of,
    opening_day,
    owed_months,
    report_months,
    report_months_in,
)
from parplan.model.plan import Plan, PlanFile
from parplan.model.progress import Decision
from parplan.model.reminder import Reminder
from parplan.model.result import Result
from parplan.model.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class ReportFacts(ReportFrame):
    """Everything that is true of one report."""

    counts: Counts
    before: Standings | None
    counts_before: Counts | None
    targets: tuple[Reached, ...]
    targets_before: tuple[Reached, ...]
    standing_duties: tuple[Standing, ...]
    newly_overdue: Sequence[Standing]
    settled: Sequence[Standing]
    put_off: Sequence[Standing]
    released: Sequence[Standing]
    supplemented: tuple[Standing, ...]

    @cached_property
    def registers(self) -> dict[Period, Register]:
        """Who reported for each month for which a report is owed, or for which somebody sent one.

        Before the close, nobody is silent for a month whose day to send has not passed. A month of which no report
        is recorded, though one of a later month is, is not told of.
        """
        every = {month: self._register(month) for month in self.months if month not in self.unrecorded_months}
        kept = {month: made for month, made in every.items() if made.is_owed or made.sent}
        return kept or every or {self.months[-1]: self._register(self.months[-1])}

    @cached_property
    def unrecorded_months(self) -> tuple[Period, ...]:
        """The months that owe reports of which none is recorded, though one of a later month is."""
        found = unrecorded_before(self.standings, self.months)
        return tuple(month for month in found if month in owed_months(self.plan.plan))

    def _register(self, month: Period) -> Register:
        made = register(self.standings, month)
        is_early = self.today is not None and made.last_day >= self.today
        return made._replace(silent=(), is_owed=False) if is_early else made

    @property
    def register(self) -> Register:
        """The register of the last month."""
        return next(reversed(self.registers.values()))

    @cached_property
    def overdue(self) -> tuple[Standing, ...]:
        return tuple(self.standings.overdue)

    @property
    def due_at_end(self) -> int:
        """How much is overdue because the plan's last day is over: as of that day itself it is still open."""
        return sum(fell_due_at_end([s], self.standings.view) for s in self.overdue)

    @cached_property
    def letters(self) -> Letters:
        """The reminders that had gone out by the close."""
        return Letters(self.workspace, self.plan, self.standings.view)

    @property
    def letters_of_period(self) -> tuple[Reminder, ...]:
        """Those that went out in the period, but for what a person has written down among its papers."""
        written = {paper.number for paper in self.papers}
        sent = (letter for letter in self.letters.sent if self.opens <= letter.date)
        return tuple(letter for letter in sent if letter.number not in written)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided since the report before about who owes what, and until when."""
        known = self.before.decisions if self.before else ()
        return tuple(decision for decision in self.standings.decisions if decision not in known)

    @cached_property
    def everything(self) -> tuple[Standing, ...]:
        """Whatever is owed, counted or not."""
        return (*self.standings.counted, *self.standing_duties)

    @cached_property
    def difficulties(self) -> tuple[Standing, ...]:
        """With what a unit says that something stands in its way."""
        return tuple(standing for standing in self.everything if MarkKind.DIFFICULTY in standing.marks)

    @cached_property
    def proposals(self) -> tuple[Standing, ...]:
        """With what units proposed something in the period's reports."""
        return tuple(s for s in self.told if s.update and s.update.proposal)

    @property
    def told(self) -> tuple[Standing, ...]:
        """Whatever the period's files speak of."""
        return tuple(s for s in self.everything if s.word and s.word.file.month in self.folders)

    @property
    def highlights(self) -> tuple[Standing, ...]:
        """What single offices did of their own duties, as the period's files tell; not the report itself."""
        done = (s for s in self.told if s.update and s.update.status == "done")
        return tuple(s for s in done if not s.assignment.common and not self.is_own_report(s))

    @cached_property
    def slipping(self) -> tuple[Standing, ...]:
        """What is not done and will be, by its unit's own word, only after the day that was set."""
        return tuple(self.standings.counted.where(_slips))

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

    @cached_property
    def index_changes(self) -> tuple[IndexChange, ...]:
        """The newest results of the indexes beside the year before, where this report is to tell them.

        That is the plan's first report (what it sets out from), one in whose time results were published, and
        the report of a year.
        """
        is_news = any(r.published and self.opens <= r.published for r in self.known_results)
        is_first = owed_months(self.plan.plan)[0] in self.months
        if self._newest_year is None or not (is_first or is_news or self.period.months in (0, 12)):
            return ()
        every = changes(self.workspace, self.plan.plan.place, self._newest_year - 1, self._newest_year)
        return tuple(change for change in every if change.after is None or self._is_out(change.after))

    @cached_property
    def known_results(self) -> tuple[Result, ...]:
        """The results of the plan's place that were out when the report closed."""
        newest = self._newest_year
        every = results_of(self.workspace, self.plan.plan.place)
        return tuple(r for r in every if newest is not None and r.year <= newest and self._is_out(r))

    @cached_property
    def lost_points(self) -> LostPoints:
        """Where points were lost by the newest results, and how the work on them stood at the close."""
        return lost_points(self.standings, self.known_results)

    def _is_out(self, result: Result) -> bool:
        """Whether it had been published by the close; one whose day is unknown goes by its year."""
        return result.published is None or result.published <= self.closes

    @cached_property
    def _newest_year(self) -> int | None:
        """The last year that the plan sets out from, or of which results were published by the close."""
        every = results_of(self.workspace, self.plan.plan.place)
        out = (result for result in every if result.published and result.published <= self.closes)
        return max((result.year for result in (*self.plan.baseline, *out)), default=None)

    @cached_property
    def due_next(self) -> tuple[Standing, ...]:
        """What falls due then and is not done."""
        first, last = self.coming
        return tuple(self.standings.counted.where(lambda s: not s.state.is_done and _falls_due(s, first, last)))

    @property
    def tasks_due_next(self) -> int:
        """How many tasks these are, whoever owes them and however often."""
        return len({standing.assignment.task.id for standing in self.due_next})

    @property
    def is_sample(self) -> bool:
        years = {result.year for result in self.known_results}
        return is_sample(self.workspace, self.plan) or are_sample_results(self.workspace, years)

    @cached_property
    def by_agency(self) -> dict[str, Tally]:
        """A tally for every unit that owes anything, in the order in which offices print them."""
        found = breakdown(self.workspace, self.plan, self.standings.counted, By.AGENCY)
        return {agency: found.get(agency, Tally()) for agency in owing(self.standings)}

    @cached_property
    def by_month(self) -> dict[Period, Tally]:
        """How everything stood at the close of each month from the plan's first to this report's last."""
        return {month: tally(standings.counted) for month, standings in self._closes.items()}

    @cached_property
    def overdue_in_a_row(self) -> dict[Key, int]:
        """For how many months' closes in a row, this report's own among them, each overdue assignment was so."""
        own = 0 if self.standings in self._closes.values() else 1
        rows = dict.fromkeys((standing.assignment.key for standing in self.overdue), own)
        if not rows:
            return rows  # looking back takes as long as the report itself
        still = set(rows)
        for standings in reversed(self._closes.values()):
            still &= {standing.assignment.key for standing in standings.overdue}
            for key in still:
                rows[key] += 1
        return rows

    @cached_property
    def _closes(self) -> dict[Period, Standings]:
        return self.standings.closes()


def report_facts(workspace: Workspace, plan: PlanFile, period: Period, today: date | None = None) -> ReportFacts:
    """Draw the facts of a period's report. The same files give the same facts on any day after its close.

    ``today`` matters on a day before that: what is known by then is all that can be told.
    """
    head, every = plan.plan, report_months(plan.plan)
    if period.is_final:
        months, earlier, view = every, every, end_of_plan(head)
    else:
        months = report_months_in(head, period) or (Period.around(period.last),)
        earlier, view = report_months_in(head, period.next(-1)), end_of_month_report(head, months[-1])
    if today is not None:
        today = today if today <= view.day else None
        view = view._replace(day=today, is_over=False) if today else view
    folders = tuple(dict.fromkeys((*months, *([view.month] if view.month else []))))
    now = Standings(workspace, plan, view)
    before = now.seen_from(end_of_month_report(head, earlier[-1])) if earlier else None
    changed = since(before, now) if before else None
    span = Period(months[0].first, len(folders)) if period.is_final else period
    return ReportFacts(
        workspace=workspace,
        plan=plan,
        period=period,
        months=months,
        folders=folders,
        previous=every[-1] if period.is_final and every else period.next(-1),
        opens=min(opening_day(head, months[0]), view.day),
        closes=view.day,
        standings=now,
        counts=counts(now.counted),
        before=before,
        counts_before=counts(before.counted) if before else None,
        targets=targets(now),
        targets_before=targets(before) if before else (),
        standing_duties=now.standing_duties(span),
        newly_overdue=changed.newly_overdue if changed else now.overdue,
        settled=changed.settled if changed else (),
        put_off=changed.put_off if changed else (),
        released=changed.released if changed else (),
        supplemented=tuple(now.counted.where(lambda s: _is_supplement(s, head, folders))),
        hand=written_by_hand(workspace, head, period),
        today=today,
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
