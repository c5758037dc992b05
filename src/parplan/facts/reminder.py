"""What is to be asked of which units: work that is overdue, reports that did not come; and until when to answer.

Must not word or group what is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from parplan.calendar.period import Period
from parplan.facts.letters import Letters
from parplan.facts.monthly_register import register, unrecorded_before
from parplan.facts.standing import Standing, Standings
from parplan.facts.viewpoint import Viewpoint, last_month_due, office_day, report_months, send_day
from parplan.model.reminder import Reminder

DAYS_TO_ANSWER: Final = 5
"""Working days that a unit has where the office's next report gives no better day."""

LEAST_AHEAD, MOST_AHEAD = 3, 10
"""How many days ahead the office's next report may lie to be the day before which to answer."""

LIVES_ON: Final = timedelta(days=90)
"""How long after a plan's end letters about it are still written."""


def letter_day(standings: Standings, month: Period, today: date) -> date:
    """The day of a letter about a month's report: today; of a plan long over, the first day on which all reports
    of the month should have been in, so that what was can be drawn again."""
    plan = standings.plan.plan
    return today if today <= plan.ends + LIVES_ON else send_day(plan, month) + timedelta(days=1)


def answer_day(standings: Standings, day: date, least_ahead: int = LEAST_AHEAD) -> date:
    """Before which day to answer a letter of ``day``: that of the office's next report, if it is neither too
    near nor far; else some working days on."""
    reports = (office_day(standings.plan.plan, month) for month in report_months(standings.plan.plan))
    near = (sends for sends in reports if least_ahead <= (sends - day).days <= MOST_AHEAD)
    return next(near, standings.calendar.after(day, DAYS_TO_ANSWER))


@dataclass(frozen=True)
class Owed:
    """What every unit still owes on a day: worked out once, however many units are then looked at alone."""

    standings: Standings
    day: date

    @cached_property
    def month(self) -> Period | None:
        """The newest month for which reports should be in."""
        view = self.standings.view
        return view.month or last_month_due(self.standings.plan.plan, view.day)

    @cached_property
    def overdue(self) -> tuple[Standing, ...]:
        """The longest overdue first; what is alike stays in the plan's order."""
        return tuple(sorted(self.standings.overdue, key=lambda standing: -standing.days_late))

    @cached_property
    def _overdue_of(self) -> Mapping[str, Sequence[tuple[int, Standing]]]:
        made: dict[str, list[tuple[int, Standing]]] = {}
        for rank, standing in enumerate(self.overdue):
            made.setdefault(standing.assignment.agency, []).append((rank, standing))
        return made

    def overdue_of(self, agencies: Iterable[str]) -> tuple[Standing, ...]:
        """The same of some units alone."""
        ranked = (one for agency in agencies for one in self._overdue_of.get(agency, ()))
        return tuple(standing for _, standing in sorted(ranked, key=lambda one: one[0]))

    @cached_property
    def missing(self) -> Mapping[str, tuple[Period, ...]]:
        """The months whose reports each unit still owes, oldest first; the units in the register's order.

        No month before those of which reports are recorded: perhaps all came, and nobody wrote it down.
        """
        plan, newest = self.standings.plan.plan, self.month
        owed: dict[str, tuple[Period, ...]] = {}
        unknown = unrecorded_before(self.standings, report_months(plan))
        for month in report_months(plan) if newest else ():
            is_whole = (
                month.first >= plan.starts.begins_whole_months_from
            )  # nobody reports of days before the plan
            if (
                newest
                and is_whole
                and month not in unknown
                and month <= newest
                and send_day(plan, month) < self.day
            ):
                for agency in register(self.standings, month).silent:
                    owed[agency] = (*owed.get(agency, ()), month)
        return {agency: owed[agency] for agency in self.standings.workspace.units.in_order(owed)}

    @cached_property
    def letters(self) -> Letters:
        """Those of earlier days: a letter does not cite itself, nor what went out beside it."""
        before = Viewpoint(self.day - timedelta(days=1))
        return Letters(self.standings.workspace, self.standings.plan, before)


@dataclass(frozen=True)
class ReminderFacts:
    """What units are to be asked for: overdue work, and every report that should have come.

    ``chosen``: only these units; None for all. The office that reminds is never among them.
    """

    owed: Owed
    reply_by: date
    chosen: frozenset[str] | None = None

    @property
    def standings(self) -> Standings:
        return self.owed.standings

    @property
    def day(self) -> date:
        """That of the letter, which may be later than the viewpoint's."""
        return self.owed.day

    @property
    def month(self) -> Period | None:
        """The newest month for which reports should be in."""
        return self.owed.month

    @property
    def letters(self) -> Letters:
        """Those of earlier days."""
        return self.owed.letters

    @property
    def heard_anything(self) -> bool:
        """Whether any report was written down, and any for the newest month: else none is told from unrecorded."""
        if not self.standings.reports.files:
            return False
        return self.month is None or register(self.standings, self.month).is_recorded

    @cached_property
    def _asked(self) -> tuple[str, ...]:
        """The units that are asked, if they owe anything."""
        own = self.standings.plan.plan.reporting.from_
        units = self.standings.workspace.units
        asked = units.agencies if self.chosen is None else units.in_order(self.chosen)
        return tuple(agency for agency in asked if agency != own)

    @cached_property
    def overdue(self) -> tuple[Standing, ...]:
        """The longest overdue first; what is alike stays in the plan's order."""
        return self.owed.overdue_of(self._asked)

    @cached_property
    def missing(self) -> Mapping[str, tuple[Period, ...]]:
        """The months whose reports each unit still owes, oldest first; the units in the register's order."""
        missing = self.owed.missing
        return {agency: missing[agency] for agency in self._asked if agency in missing}

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The units that owe any report."""
        return tuple(self.missing)

    @cached_property
    def months(self) -> tuple[Period, ...]:
        """The months for which any unit owes its report, oldest first."""
        return tuple(sorted({month for months in self.missing.values() for month in months}))

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The units there is something to ask of, in the order in which offices print them."""
        owing = {standing.assignment.agency for standing in self.overdue} | self.missing.keys()
        return tuple(agency for agency in self._asked if agency in owing)

    @cached_property
    def reminded(self) -> tuple[Standing, ...]:
        """The overdue work that a letter has asked for before."""
        return tuple(standing for standing in self.overdue if self.letters.about(standing))

    @cached_property
    def earlier(self) -> tuple[Reminder, ...]:
        """The letters that asked for anything of this before, each once, oldest first."""
        found = [letter for standing in self.overdue for letter in self.letters.about(standing)]
        found += [letter for agency in self.silent for letter in self.about_reports(agency)]
        return tuple(sorted(dict.fromkeys(found), key=lambda letter: letter.date))

    @cached_property
    def round(self) -> int:
        """Which reminder this is to the units that it goes to: to the one of them that got the fewest."""
        return 1 + min(map(self._times, self.agencies), default=0)

    def about_reports(self, agency: str) -> tuple[Reminder, ...]:
        """The letters that asked a unit for a report that it still owes, each once, oldest first."""
        found = (
            letter for month in self.missing.get(agency, ()) for letter in self.letters.about_report(agency, month)
        )
        return tuple(sorted(dict.fromkeys(found), key=lambda letter: letter.date))

    def each(self) -> Iterator[ReminderFacts]:
        """The same, for one unit at a time."""
        return (replace(self, chosen=frozenset([agency])) for agency in self.agencies)

    def _times(self, agency: str) -> int:
        """How many letters asked a unit for the thing that it was asked for most often."""
        times = [len(self.letters.about(standing)) for standing in self.owed.overdue_of([agency])]
        times += [len(self.letters.about_report(agency, month)) for month in self.missing.get(agency, ())]
        return max(times, default=0)
