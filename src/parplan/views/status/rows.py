"""Assignments as rows of a status: group duties as one line, what single units owe before what all owe.

Must not choose which assignments there are, or count what facts count.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final

from parplan.facts.grouping import Occurrence, by_occurrence, grouped, occurrence, select, stand_alike
from parplan.facts.letters import Letters
from parplan.facts.runs import Runs
from parplan.facts.standing import Standing, State
from parplan.facts.status.status import StatusFacts
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.views.table import Row, Table, Tone
from parplan.words import Words

_WHAT: Final = (Heading("agency", 2.2, "left"), Heading("task", 3.4, "left"), Heading("deadline", 1.5, "left"))
OVERDUE: Final = (*_WHAT, Heading("days-late", 1.0, "right"), Heading("situation", 2.4, "left"))
DUE_SOON: Final = (*_WHAT, Heading("days-left", 1.0, "right"), Heading("situation", 2.4, "left"))
LISTED: Final = (*_WHAT, Heading("state", 2.6, "left"))
DIFFICULTIES: Final = (
    Heading("agency", 2.0, "left"),
    Heading("task", 3.0, "left"),
    Heading("difficulty", 3.0, "left"),
)
PLANNED: Final = (Heading("deadline", 1.6, "left"), Heading("task", 4.0, "left"), Heading("agency", 1.8, "left"))

_TONES: Final[dict[State, Tone]] = {State.OVERDUE: "bad", State.OVERDUE_UNREPORTED: "warn"}


class StatusRows:
    """Makes the tables of a status. ``wide`` names every unit; else a long list ends in a count."""

    def __init__(self, facts: StatusFacts, words: Words, *, wide: bool = False) -> None:
        self.facts = facts
        self.words = words
        self.wide = wide
        self.phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)

    def overdue(self) -> Table:
        """What is overdue, in the order asked for."""
        rows = self._in_two_parts(self.facts.overdue, self._overdue_row)
        note = self.phrases.abbreviations(row.cells[-1] for row in rows if row.kind != "block")
        return Table(columns(self.words, OVERDUE), rows, empty=self.words("status.overdue.none"), note=note)

    def due_soon(self) -> Table:
        """What comes due within the days told of."""
        rows = self._in_two_parts(self.facts.due_soon, lambda group: self._row(group, str(group[0].days_left)))
        empty = self.words("status.due-soon.none", days=self.facts.days_ahead)
        return Table(columns(self.words, DUE_SOON), rows, empty=empty)

    def listed(self, standings: Runs[Standing]) -> Table:
        """Any assignments, each with its state; units that stand alike in one line."""
        rows = self._in_two_parts(standings, self._listed_row, alike=True)
        return Table(columns(self.words, LISTED), rows, empty=self.words("status.listed.none"))

    def difficulties(self) -> Table:
        """What stands in the way, in the units' own words."""
        rows = (
            Row(
                (
                    self.phrases.agency(s.assignment.agency),
                    self.phrases.title(s.assignment),
                    sentence(s.update.difficulty) if s.update else "",
                )
            )
            for s in self.facts.difficulties
        )
        return Table(columns(self.words, DIFFICULTIES), tuple(rows))

    def planned(self) -> Table:
        """The days that the plan itself sets; those still to come, or all once it is over."""
        ahead = self.facts.shown.where(lambda s: s.days_left >= 0) or self.facts.shown
        rows = []
        for group in grouped(ahead.sorted(lambda s: s.days_left)):
            first = group[0].assignment
            who = self.phrases.unit_or_count(group.agencies)
            rows.append(Row((self.phrases.deadline(first), self.phrases.title(first), who)))
        return Table(columns(self.words, PLANNED), tuple(rows), empty=self.words("status.listed.none"))

    def names(self, group: Runs[Standing]) -> str:
        """The units of some standings."""
        every = group.agencies
        if self.wide:
            return self.phrases.short_agencies(every)
        return self.phrases.some_agencies(every)

    def _in_two_parts(
        self, standings: Runs[Standing], row: Callable[[Runs[Standing]], Row], *, alike: bool = False
    ) -> tuple[Row, ...]:
        """Given by name first: single offices would drown among what everybody owes."""
        rows: list[Row] = []
        for key, common in (("row.single", False), ("row.common", True)):
            part = select(standings, common=common)
            if part:
                rows.append(Row((self.words(key),), kind="block"))
                groups = grouped(part)
                if alike:
                    groups = [group for whole in groups for group in stand_alike(whole)]
                rows.extend(row(group) for group in groups)
        return tuple(rows)

    @cached_property
    def _occurrences(self) -> dict[Occurrence, Runs[Standing]]:
        return by_occurrence(self.facts.standings.counted)

    def _overdue_row(self, group: Runs[Standing]) -> Row:
        """With the letters in which the units were reminded of it."""
        row = self._row(group, str(group[0].days_late))
        if not self._letters.sent:
            return row
        about = [self._letters.about(standing) for standing in group]
        letters = dict.fromkeys(letter.number for found in about for letter in found)
        if not letters:
            return row
        key = "task-line.reminded" if all(about) else "task-line.reminded-some"
        reminded = self.words(key, n=sum(map(bool, about)), letters=self.words.listed(letters))
        *cells, situation = row.cells
        return row._replace(cells=(*cells, f"{situation}; {reminded}"))

    @cached_property
    def _letters(self) -> Letters:
        standings = self.facts.standings
        return Letters(standings.workspace, standings.plan, standings.view)

    def _row(self, group: Runs[Standing], days: str) -> Row:
        first = group[0]
        if len(group) == 1:
            situation = self.phrases.situation(first, "short")
        else:
            every = self._occurrences[occurrence(first)]
            done = len(every.where(lambda s: s.state.is_done))
            situation = self.phrases.done_of(done, len(every))
        return Row((*self._what(group), days, situation), tone=_TONES.get(first.state, "plain"))

    def _listed_row(self, group: Runs[Standing]) -> Row:
        first = group[0]
        return Row((*self._what(group), self.phrases.situation(first)), tone=_TONES.get(first.state, "plain"))

    def _what(self, group: Runs[Standing]) -> tuple[str, str, str]:
        owed = group[0].assignment
        return (self.names(group), self.phrases.title(owed), self.phrases.deadline(owed))
