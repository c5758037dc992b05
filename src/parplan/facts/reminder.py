"""What is to be asked of which units: work that is overdue, reports that did not come; and for which time.

Must not word or group what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from parplan.facts.letters import Letters
from parplan.facts.register import register
from parplan.facts.standing import Standing, Standings
from parplan.facts.units import Units
from parplan.facts.viewpoint import last_month_due
from parplan.model.reminder import Reminder
from parplan.period import Period


@dataclass(frozen=True)
class ReminderFacts:
    """What units still owe from a viewpoint: overdue work, and the newest report that should have come.

    ``chosen``: only these units; None for all. The office that reminds is never among them.
    """

    standings: Standings
    reply_by: date
    chosen: frozenset[str] | None = None

    @cached_property
    def month(self) -> Period | None:
        """The newest month for which reports should be in."""
        view = self.standings.view
        return view.month or last_month_due(self.standings.plan.plan, view.day)

    @property
    def heard_anything(self) -> bool:
        """Whether any report has been written down: before that, nobody can be told late from unrecorded."""
        return bool(self.standings.reports.files)

    @cached_property
    def overdue(self) -> tuple[Standing, ...]:
        """The longest overdue first; what is alike stays in the plan's order."""
        found = (s for s in self.standings.counted if s.state.is_overdue and self._asks(s.assignment.agency))
        return tuple(sorted(found, key=lambda standing: -standing.days_late))

    @cached_property
    def silent(self) -> tuple[str, ...]:
        every = register(self.standings, self.month).silent if self.month else ()
        return tuple(agency for agency in every if self._asks(agency))

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The units there is something to ask of, in the order in which offices print them."""
        owing = (standing.assignment.agency for standing in self.overdue)
        return Units(self.standings.workspace.agencies).in_order([*owing, *self.silent])

    @cached_property
    def letters(self) -> Letters:
        return Letters(self.standings.workspace, self.standings.plan, self.standings.view)

    @cached_property
    def reminded(self) -> tuple[Standing, ...]:
        """The overdue work that a letter has asked for before."""
        return tuple(standing for standing in self.overdue if self.letters.about(standing))

    @cached_property
    def earlier(self) -> tuple[Reminder, ...]:
        """The letters that asked for anything of this before, each once, oldest first."""
        found = [letter for standing in self.overdue for letter in self.letters.about(standing)]
        found += [letter for agency in self.silent for letter in self.letters.about_report(agency, self.month)]
        return tuple(sorted(dict.fromkeys(found), key=lambda letter: letter.date))

    @cached_property
    def round(self) -> int:
        """Which reminder this is to the units that it goes to: to the one of them that got the fewest."""
        return 1 + min(map(self._times, self.agencies), default=0)

    def each(self) -> Iterator[ReminderFacts]:
        """The same, for one unit at a time."""
        return (replace(self, chosen=frozenset([agency])) for agency in self.agencies)

    def _asks(self, agency: str) -> bool:
        is_own = agency == self.standings.plan.plan.reporting.from_
        return not is_own and (self.chosen is None or agency in self.chosen)

    def _times(self, agency: str) -> int:
        own = (standing for standing in self.overdue if standing.assignment.agency == agency)
        times = [len(self.letters.about(standing)) for standing in own]
        if agency in self.silent:
            times.append(len(self.letters.about_report(agency, self.month)))
        return max(times, default=0)
