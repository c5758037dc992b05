"""The status view: one sentence, then what needs a hand, worst first.

Must not count: every figure comes from facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import Any, Final

from parplan.facts.month import Counts, Register, counts, is_sample, register
from parplan.facts.standing import MarkKind, Standing, Standings, State, Tally
from parplan.facts.viewpoint import last_month_due, opening_day
from parplan.period import Period
from parplan.views.columns import Heading, columns
from parplan.views.grouping import Occurrence, by_occurrence, grouped, occurrence
from parplan.views.phrases import Phrases, sentence
from parplan.views.table import Column, Row, Table, Tone
from parplan.words import Words

_WHAT: Final = (Heading("agency", 2.2, "left"), Heading("task", 3.4, "left"), Heading("deadline", 1.5, "left"))
OVERDUE: Final = (*_WHAT, Heading("days-late", 1.0, "right"), Heading("situation", 2.4, "left"))
DUE_SOON: Final = (*_WHAT, Heading("days-left", 1.0, "right"), Heading("situation", 2.4, "left"))
DIFFICULTIES: Final = (
    Heading("agency", 2.0, "left"),
    Heading("task", 3.0, "left"),
    Heading("difficulty", 3.0, "left"),
)
PLANNED: Final = (Heading("deadline", 1.6, "left"), Heading("task", 4.0, "left"), Heading("agency", 1.8, "left"))


@dataclass(frozen=True, slots=True)
class Block:
    """A titled part of the view: a table, or sentences."""

    title: str
    table: Table | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusView:
    """Finished strings, top to bottom. ``notices`` come first: they say how far the rest can be trusted."""

    title: str
    notices: tuple[str, ...]
    headline: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class StatusFacts:
    """What the view shows: standings, perhaps of one unit only, and who has reported."""

    standings: Standings
    shown: tuple[Standing, ...]
    agency: str | None
    month: Period | None
    register: Register | None
    errors: int = 0
    only_overdue: bool = False

    @property
    def heard_anything(self) -> bool:
        return bool(self.standings.reports.files)

    @cached_property
    def overdue(self) -> list[Standing]:
        return sorted((s for s in self.shown if s.state.is_overdue), key=lambda s: -s.days_late)

    @cached_property
    def due_soon(self) -> list[Standing]:
        return sorted((s for s in self.shown if MarkKind.DUE_SOON in s.marks), key=lambda s: s.days_left)

    @cached_property
    def difficulties(self) -> list[Standing]:
        return [s for s in (*self.shown, *self._standing) if MarkKind.DIFFICULTY in s.marks]

    @property
    def _standing(self) -> tuple[Standing, ...]:
        if self.month is None:
            return ()
        return tuple(
            s for s in self.standings.standing_duties(self.month) if self.agency in (None, s.assignment.agency)
        )

    @property
    def silent(self) -> tuple[str, ...]:
        every = self.register.silent if self.register else ()
        return tuple(agency for agency in every if self.agency in (None, agency))


def status_facts(
    standings: Standings, agency: str | None = None, *, errors: int = 0, only_overdue: bool = False
) -> StatusFacts:
    """Choose what is shown, and the newest month for which reports should be in."""
    view = standings.view
    month = view.month or last_month_due(standings.plan.plan, view.day)
    shown = tuple(s for s in standings.counted if agency in (None, s.assignment.agency))
    found = register(standings, month) if month else None
    return StatusFacts(standings, shown, agency, month, found, errors, only_overdue)


def status_view(facts: StatusFacts, words: Words) -> StatusView:
    """Word the facts. Where nobody has reported anything, the plan alone is shown, and nobody is accused."""
    writer = _Writer(facts, words)
    blocks = writer.with_reports() if facts.heard_anything else writer.plan_alone()
    headline = writer.headline() if facts.heard_anything else writer.headline_without_reports()
    return StatusView(facts.standings.plan.plan.title, tuple(writer.notices()), tuple(headline), tuple(blocks))


class _Writer:
    """Writes the parts of a status view."""

    def __init__(self, facts: StatusFacts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.standings = facts.standings
        self.plan = facts.standings.plan.plan
        self.day = facts.standings.view.day
        self.phrases = Phrases(words, facts.standings.workspace, self.plan)

    def notices(self) -> Iterator[str]:
        if is_sample(self.standings.workspace, self.standings.plan):
            yield self.words("status.sample")
        if self.facts.errors:
            yield self.words("status.broken", n=self.facts.errors)

    def headline(self) -> Iterator[str]:
        """The one sentence of the view, and what it is limited to."""
        parts = self.words.sentences["list.semicolon"].join(self._parts())
        month = self.standings.view.month
        if month is None:
            yield self.words("status.head.as-of", day=self.day, parts=parts)
        else:
            opens = opening_day(self.plan, month)
            yield self.words("status.head.month", month=month, opens=opens, day=self.day, parts=parts)
        yield from self._limits()

    def _limits(self) -> Iterator[str]:
        if self.facts.agency is not None:
            yield self.words("status.agency", name=self.phrases.agency(self.facts.agency))
        if self.day > self.plan.ends:
            yield self.words("status.plan-over", day=self.plan.ends)

    def _parts(self) -> Iterator[str]:
        overdue, soon = self.facts.overdue, self.facts.due_soon
        units = len({s.assignment.agency for s in overdue})
        key = "status.head.overdue" if overdue else "status.head.overdue-none"
        yield self.words(key, n=len(overdue), units=units)
        if self.facts.only_overdue:
            return
        key = "status.head.due-soon" if soon else "status.head.due-soon-none"
        yield self.words(key, n=len(soon), days=self.plan.reporting.due_soon_days)
        if self.facts.month is not None and self.facts.agency is None:
            key = "status.head.silent" if self.facts.silent else "status.head.silent-none"
            yield self.words(key, n=len(self.facts.silent), month=self.facts.month)

    def headline_without_reports(self) -> Iterator[str]:
        yield self.words("status.no-data")
        past = sum(1 for s in self.facts.shown if s.days_left < 0)
        yield self.words(
            "status.no-data-day",
            day=self.day,
            total=len(self.facts.shown),
            units=len({s.assignment.agency for s in self.facts.shown}),
            past=self.words("status.no-data-past", past=past) if past else "",
        )
        if self.day < self.plan.starts.earliest:
            yield self.words("status.plan-ahead", day=self.plan.starts)
        yield from self._limits()

    def with_reports(self) -> Iterator[Block]:
        if not self.facts.only_overdue and self.facts.agency is None:
            yield Block(
                self.words("status.tally.title"), tally_table(counts(self.standings), self.words, self.phrases)
            )
        yield self._overdue()
        if self.facts.only_overdue:
            return
        yield self._due_soon()
        if self.facts.silent and self.facts.month:
            everybody = self.facts.register is not None and not self.facts.register.sent
            key = "status.silent.all" if everybody and self.facts.agency is None else "status.silent.month"
            names = self.phrases.agencies(self.facts.silent)
            line = self.words(key, month=self.facts.month, names=names, n=len(self.facts.silent))
            yield Block(self.words("status.silent.title"), lines=(line,))
        if self.facts.difficulties:
            yield self._difficulties()

    def _overdue(self) -> Block:
        rows = self._in_two_parts(self.facts.overdue, self._overdue_row)
        empty = self.words("status.overdue.none")
        return Block(self.words("status.overdue.title"), Table(columns(self.words, OVERDUE), rows, empty=empty))

    def _due_soon(self) -> Block:
        rows = self._in_two_parts(self.facts.due_soon, self._due_row)
        empty = self.words("status.due-soon.none", days=self.plan.reporting.due_soon_days)
        return Block(self.words("status.due-soon.title"), Table(columns(self.words, DUE_SOON), rows, empty=empty))

    def _difficulties(self) -> Block:
        rows = tuple(
            Row(
                (
                    self.phrases.agency(s.assignment.agency),
                    self.phrases.title(s.assignment),
                    sentence(s.update.difficulty) if s.update else "",
                )
            )
            for s in self.facts.difficulties
        )
        return Block(self.words("status.difficulties.title"), Table(columns(self.words, DIFFICULTIES), rows))

    def plan_alone(self) -> Iterator[Block]:
        """The days that the plan itself sets; those still to come, or all once it is over."""
        ahead = [s for s in self.facts.shown if s.days_left >= 0] or list(self.facts.shown)
        rows = []
        for group in grouped(sorted(ahead, key=lambda s: s.days_left)):
            first = group[0].assignment
            who = self.phrases.unit_or_count(tuple(s.assignment.agency for s in group))
            rows.append(Row((self.phrases.deadline(first), self.phrases.title(first), who)))
        yield Block(self.words("status.planned.title"), Table(columns(self.words, PLANNED), tuple(rows)))

    def _in_two_parts(self, standings: Iterable[Standing], row: Any) -> tuple[Row, ...]:
        """Given by name first: single offices would drown among what everybody owes."""
        rows: list[Row] = []
        every = list(standings)
        for key, common in (("row.single", False), ("row.common", True)):
            part = [s for s in every if s.assignment.common is common]
            if part:
                rows.append(Row((self.words(key),), kind="block"))
                rows.extend(row(group) for group in grouped(part))
        return tuple(rows)

    @cached_property
    def _occurrences(self) -> dict[Occurrence, list[Standing]]:
        return by_occurrence(self.standings.counted)

    def _overdue_row(self, group: list[Standing]) -> Row:
        worst = group[0]
        tone: Tone = "bad" if worst.state is State.OVERDUE else "warn"
        return self._row(group, str(worst.days_late), tone)

    def _due_row(self, group: list[Standing]) -> Row:
        return self._row(group, str(group[0].days_left), "plain")

    def _row(self, group: list[Standing], days: str, tone: Tone) -> Row:
        first = group[0]
        situation = self.phrases.situation(first, "short")
        if len(group) > 1:
            every = self._occurrences[occurrence(first)]
            done = sum(1 for s in every if s.state.is_done)
            situation = self.words("task-line.group", done=done, all=len(every))
        names = self.phrases.some_agencies(tuple(s.assignment.agency for s in group))
        cells = (
            names,
            self.phrases.title(first.assignment),
            self.phrases.deadline(first.assignment),
            days,
            situation,
        )
        return Row(cells, tone=tone)


TALLIED: Final = (State.DONE_ON_TIME, State.DONE_LATE, State.OPEN, State.OVERDUE, State.OVERDUE_UNREPORTED)


def tally_table(made: Counts, words: Words, phrases: Phrases) -> Table:
    """Assignments by state: given to groups, given by name, and both."""
    heads = (
        Column(words("column.group"), share=2.6),
        Column(words("column.total"), align="right"),
        Column(words("column.fell-due"), align="right"),
        *(Column(words(f"state.{state.value}.short"), align="right") for state in TALLIED),
        Column(words("column.rate"), align="right", share=1.3),
    )
    rows = (
        _tally_row(words("row.single"), made.single, phrases),
        _tally_row(words("row.common"), made.common, phrases),
        _tally_row(words("row.total"), made.total, phrases, kind="total"),
    )
    return Table(heads, rows)


def _tally_row(name: str, tally: Tally, phrases: Phrases, kind: Any = "row") -> Row:
    return Row((name, *(str(figure) for figure in astuple(tally)), phrases.rate(tally)), kind=kind)
