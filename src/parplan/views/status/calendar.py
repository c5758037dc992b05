"""Due days as entries of a calendar: what is still to be done, by whom, and when to be reminded.

Must not move a due day, ask the clock, or know how a calendar file is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from parplan.calendar.period import Period
from parplan.facts.grouping import Occurrence, by_occurrence, occurrence, select
from parplan.facts.runs import Runs
from parplan.facts.standing import MarkKind, Standing
from parplan.facts.status.selection import Selection
from parplan.facts.status.status import StatusFacts
from parplan.model.progress import Decision
from parplan.views.phrases.notices import notices
from parplan.views.phrases.phrases import Phrases
from parplan.words import Words

Name = tuple[str, Period | None, str | None]
"""What an entry is known by: task, period, and the unit whose own it is."""


@dataclass(frozen=True, slots=True)
class DueDay:
    """One entry, for the whole of ``day``: the last day still in time.

    ``uid`` is the same whenever and wherever it is made, whatever the day: an entry that was imported before is
    moved, not joined by a second; ``moved`` is how often its day was. ``told`` is the day on which this was so;
    ``remind`` is the day of the reminder, None for what is past.
    """

    uid: str
    moved: int
    told: date
    day: date
    summary: str
    description: str
    remind: date | None


def due_days(facts: StatusFacts, words: Words) -> tuple[DueDay, ...]:
    """Entries for all that was asked for and is not done, by day.

    What units owe in common until the same day is one entry. What a unit was given by name, or another day for,
    has an entry and a name of its own.
    """
    writer = _Writer(facts, words)
    asked_for = facts.overdue if facts.only_overdue else facts.shown
    groups: dict[Name, list[Standing]] = {}
    for standing in asked_for:
        if not standing.state.is_done:
            groups.setdefault(writer.name(standing), []).append(standing)
    made = (writer.entry(name, group) for name, group in groups.items())
    return tuple(sorted(made, key=lambda entry: entry.day))


class _Writer:
    """Writes entries."""

    def __init__(self, facts: StatusFacts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)

    def name(self, standing: Standing) -> Name:
        """Which entry tells of it: its unit's own, or the one of all who owe it in common."""
        owed = standing.assignment
        is_own = not owed.common or self.facts.asked == (owed.agency,)
        if not is_own:
            is_own = owed.extensions != self._moved_together[occurrence(standing)]
        return (owed.task.id, owed.period, owed.agency if is_own else None)

    @cached_property
    def _moved_together(self) -> dict[Occurrence, tuple[Decision, ...]]:
        """The extensions that all have got who owe an occurrence in common."""
        common = by_occurrence(select(self.facts.standings.counted, common=True))
        return {
            which: tuple(
                d for d in every[0].assignment.extensions if all(d in s.assignment.extensions for s in every)
            )
            for which, every in common.items()
        }

    def entry(self, name: Name, group: Sequence[Standing]) -> DueDay:
        """One entry for units that owe the same until the same day."""
        owed, view = group[0].assignment, self.facts.standings.view
        due = owed.due
        assert due is not None
        title = self.phrases.title(owed)
        if due.last < due.named:
            title = f"{title}, {self.words('deadline.before', day=due.named)}"
        task, period, unit = name
        # a slug has no underscore, so that no two entries come to the same name
        parts = [
            self.facts.standings.plan.plan.id,
            task,
            str(period or ""),
            *([unit] if unit else self.facts.asked),
        ]
        return DueDay(
            uid=f"{'_'.join(part for part in parts if part)}@parplan",
            moved=len(owed.extensions),
            told=view.day,
            day=due.last,
            summary=f"{title}: {self._units(name, group)}",
            description="\n".join(self._lines(group, due.last)),
            remind=self._reminder(due.last) if due.last >= view.day else None,
        )

    def _reminder(self, last: date) -> date:
        """When status begins to call it due soon; never a day on which nobody is there to be reminded."""
        calendar = self.facts.standings.calendar
        ahead = timedelta(days=self.facts.standings.plan.plan.reporting.due_soon_days)
        return calendar.last_working_day(calendar.last_working_day(last) - ahead)

    def _units(self, name: Name, group: Sequence[Standing]) -> str:
        """The unit, or how many are done and which are not; before anybody was heard, only how many owe it."""
        names = tuple(s.assignment.agency for s in group)
        every = self._occurrences[name[:2]]
        if name[2] or len(every) == 1 or not self.facts.heard_anything:
            return self.phrases.unit_or_count(names)
        done = sum(1 for s in every if s.state.is_done)
        missing = self.phrases.some_agencies(names)
        told = self.phrases.done_of(done, len(every))
        return f"{told}; {self.words('task-line.missing', names=missing)}" if done else f"{told}: {missing}"

    @cached_property
    def _occurrences(self) -> dict[Occurrence, Runs[Standing]]:
        """Done or not: of the units that were asked for."""
        of_units = Selection(agencies=self.facts.selection.agencies)
        return by_occurrence(of_units.of(self.facts.standings.counted))

    def _lines(self, group: Sequence[Standing], last: date) -> Iterator[str]:
        """What is behind an entry: units that stand alike in one line."""
        owed = group[0].assignment
        yield from notices(self.facts.standings, self.facts.errors, self.words)
        deadline = self.phrases.deadline(owed)
        yield self.words("due-day.task", id=owed.task.id, section=owed.task.source.section, deadline=deadline)
        if any(MarkKind.DAY_OFF in s.marks for s in group):
            yield self.words("due-day.day-off", day=self.facts.standings.calendar.last_working_day(last))
        if not self.facts.heard_anything:
            yield self.phrases.agencies(s.assignment.agency for s in group)
            return
        yield self.words("show.standing", day=self.facts.standings.view.day)
        alike: dict[str, list[str]] = {}
        for standing in group:
            # what is true of the day is told of the day; how near it is, the calendar shows
            of_unit = standing._replace(marks=standing.marks - {MarkKind.DUE_SOON, MarkKind.DAY_OFF})
            alike.setdefault(self.phrases.situation(of_unit), []).append(standing.assignment.agency)
        for situation, names in alike.items():
            yield f"- {situation}: {self.phrases.agencies(names)}"
