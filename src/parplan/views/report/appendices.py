"""The lists in the appendices of a report: by unit, overdue, task by task, due next.

Must not hold prose, or a figure that facts did not give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from itertools import count, product
from string import ascii_uppercase
from typing import Final

from parplan.facts.assignments import COUNTED
from parplan.facts.grouping import by_occurrence, evenly, grouped
from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import MarkKind, Standing, State, Tally
from parplan.model.plan import Task
from parplan.model.progress import Decision
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.views.table import Row, Table
from parplan.words import Words

UNITS_IN_A_ROW: Final = 12
"""So many names make a row no taller than a third of a page; a row is never torn."""

UNITS: Final = (
    Heading("number", 0.6),
    Heading("agency-long", 3.2, "left"),
    Heading("total", 0.8),
    Heading("fell-due", 0.8),
    Heading("on-time", 0.8, group="done"),
    Heading("late", 0.8, group="done"),
    Heading("in-time", 0.9, group="not-done"),
    Heading("overdue", 0.8, group="not-done"),
    Heading("overdue-unreported", 1.3, group="not-done"),
    Heading(
        "rate",
        1.7,
        formula="({fell-due}-{not-done/overdue}-{not-done/overdue-unreported})/{fell-due}",
    ),
    Heading("month-report", 1.5),
)

OVERDUE: Final = (
    Heading("number", 0.5),
    Heading("task-long", 2.8, "left"),
    Heading("agency-doing", 1.9, "left"),
    Heading("deadline", 1.3),
    Heading("days-late-long", 0.9),
    Heading("situation-long", 2.1, "left"),
    Heading("cause", 2.1, "left"),
    Heading("expected", 1.2),
    Heading("reminded", 1.7, "left"),
)

TASKS: Final = (
    Heading("number", 0.6),
    Heading("task-long", 3.2, "left"),
    Heading("lead", 1.9, "left"),
    Heading("partners", 1.6, "left"),
    Heading("finish", 1.5),
    Heading("product", 1.0, "left"),
    Heading("result", 3.0, "left"),
    Heading("verdict", 1.1),
    Heading("note", 1.4, "left"),
)

DUE_NEXT: Final = (
    Heading("number", 0.6),
    Heading("task-long", 4.4, "left"),
    Heading("agency-long", 3.2, "left"),
    Heading("deadline", 1.8),
    Heading("product", 1.9, "left"),
)


def _letters() -> Iterator[str]:
    """A to Z, then AA, AB and so on: a province names its kinds of units as it likes."""
    return ("".join(letters) for length in count(1) for letters in product(ascii_uppercase, repeat=length))


SPEAKS_FOR: Final = (State.REPORTED, State.NOTHING_AROSE, State.NOT_REPORTED)
"""Of units that owe one duty without a due day, whose state is told of the duty: that of whoever did something."""


class ReportAppendices:
    """Draws up each list from the facts of one report."""

    def __init__(self, facts: ReportFacts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.phrases = Phrases(words, facts.workspace, facts.plan.plan)
        decisions = facts.standings.decisions
        self.dropped = {decision.task: decision for decision in decisions if decision.kind == "drop"}
        self.changed: dict[str, list[Decision]] = {}
        for decision in decisions:
            if decision.kind != "drop":
                self.changed.setdefault(decision.task, []).append(decision)

    def units(self) -> Table:
        """How each unit stands, in the order in which offices print them, block by block."""
        rows, rate_note = self.phrases.rates(tuple(self._unit_rows()))
        months_note = "" if self.facts.period.months == 1 else self.words("report.units.months-note")
        note = " ".join(filter(None, (rate_note, months_note)))
        return Table(columns(self.words, UNITS), rows, numbered=True, note=note)

    def _unit_rows(self) -> Iterator[Row]:
        tallies = self.facts.by_agency
        number = 0
        blocks = self.phrases.units.blocks(tallies)
        for letter, (kind, members) in zip(_letters(), blocks, strict=False):
            yield Row((f"{letter}. {kind.name}",), kind="block")
            for agency in members:
                number += 1
                yield self._unit_row(number, agency, tallies[agency])
        yield self._unit_row(None, self.words("row.total"), self.facts.counts.total)

    def _unit_row(self, number: int | None, agency: str, tally: Tally) -> Row:
        cells = (
            "" if number is None else str(number),
            self.phrases.agency(agency),
            *(self.words.number(figure) for figure in astuple(tally)),
            self.phrases.rate(tally),
            "" if number is None else self._sent(agency),
        )
        return Row(cells, kind="total" if number is None else "row")

    def _sent(self, agency: str) -> str:
        if self.facts.period.months != 1:
            return self._sent_of_months(agency)
        register = self.facts.register
        for key, names in (("in-time", register.in_time), ("late", register.late), ("silent", register.silent)):
            if agency in names:
                return self.words(f"report.units.{key}")
        return self._not_asked(agency)

    def _not_asked(self, agency: str) -> str:
        return self.words("report.units.host" if agency == self.facts.office else "report.units.not-asked")

    def _sent_of_months(self, agency: str) -> str:
        """For how many of the period's months a unit has sent its report, of those for which it owed one.

        A report that nobody owed counts on neither side: else who sent one is measured against more than others.
        """
        owed = [r for r in self.facts.registers.values() if r.is_owed]
        owed = [r for r in owed if agency in (*r.in_time, *r.late, *r.silent)]
        if not owed:
            return self._not_asked(agency)
        sent = sum(1 for register in owed if agency not in register.silent)
        return self.words("report.units.months" if sent else "report.units.silent", sent=sent, asked=len(owed))

    def overdue(self) -> Table:
        """What is overdue, the longest first. Units that nothing else is to be told of stand in one row.

        Every row names its duty, for a page may begin with it; the numbers count every assignment.
        """
        rows: list[Row] = []
        told = 0
        for group in grouped(sorted(self.facts.overdue, key=lambda standing: -standing.days_late)):
            alike: dict[tuple[str, ...], list[Standing]] = {}
            for standing in group:
                alike.setdefault(self._told_of_overdue(standing), []).append(standing)
            for cells, standings in alike.items():
                for together in evenly(standings, UNITS_IN_A_ROW):
                    rows.append(self._overdue_row(told, together, cells))
                    told += len(together)
        empty = self.words("report.overdue.empty")
        return Table(columns(self.words, OVERDUE), tuple(rows), empty=empty, numbered=True)

    def _overdue_row(self, before: int, standings: Sequence[Standing], told: tuple[str, ...]) -> Row:
        first, last = before + 1, before + len(standings)
        owed = standings[0].assignment
        return Row(
            (
                str(first) if first == last else self.words("row.numbers", first=str(first), last=str(last)),
                self.phrases.title(owed),
                self.phrases.agencies(standing.assignment.agency for standing in standings),
                self.phrases.deadline(owed),
                *told,
            )
        )

    def _told_of_overdue(self, standing: Standing) -> tuple[str, ...]:
        """By how much it is late, how it goes, why, until when it will be done, in which letters it was told."""
        update = standing.update
        reasons = [update.difficulty, update.reason] if update else []
        return (
            str(standing.days_late),
            self.phrases.told(standing),
            "; ".join(sentence(reason) for reason in reasons if reason),
            self.words.day(update.expected) if update and update.expected else "",
            self.phrases.letters(self.facts.letters.about(standing)),
        )

    def tasks(self) -> Table:
        """A row for each task: who leads, until when, what shows it, and how it stands."""
        counted: dict[str, list[Standing]] = {}
        for standing in self.facts.standings.counted:
            if standing.assignment.opens <= self.facts.closes:
                counted.setdefault(standing.assignment.task.id, []).append(standing)
        standing_duties: dict[str, list[Standing]] = {}
        for standing in self.facts.standing_duties:
            standing_duties.setdefault(standing.assignment.task.id, []).append(standing)
        kept = [task for task in self.facts.plan.tasks if task.kind != "general"]
        rows = tuple(
            self._task_row(number, task, counted.get(task.id, []) or standing_duties.get(task.id, []))
            for number, task in enumerate(kept, start=1)
        )
        return Table(columns(self.words, TASKS), rows, numbered=True, note=self.words("report.tasks.note"))

    def _task_row(self, number: int, task: Task, standings: list[Standing]) -> Row:
        return Row(
            (
                str(number),
                task.title,
                self.phrases.agencies(task.lead),
                self.phrases.agencies(task.partners or ()),
                self.phrases.set_deadline(task) or self.words(f"kind.{task.kind}"),
                self._product(task),
                self._result(task, standings),
                self._verdict(task, standings),
                "; ".join(self._change(decision) for decision in self.changed.get(task.id, ())),
            )
        )

    def _change(self, decision: Decision) -> str:
        """What was decided of a task after the plan, and in which paper."""
        kind, agencies = self.words(f"decision-kind.{decision.kind}"), decision.agencies or ()
        whom = f": {self.phrases.some_agencies(tuple(agencies))}" if agencies else ""
        return f"{kind}{whom} ({self.phrases.cited(decision.document)})"

    def _product(self, task: Task) -> str:
        """Only what the document itself names: a proposal of the officer's is not printed officially."""
        return task.product.what if task.product and task.product.by == "document" else ""

    def _result(self, task: Task, standings: list[Standing]) -> str:
        if task.id in self.dropped:
            paper = self.phrases.cited(self.dropped[task.id].document)
            return f"{self.words('decision-kind.drop')} ({paper})"
        if not self.facts.has_updates:  # nobody is accused before anybody was heard
            standings = [standing for standing in standings if standing.state.is_done]
            if not standings:
                return self.words("unknown")
        if not standings:
            return self.words("state.not-open.long")
        if task.kind not in COUNTED:
            return self._reported(standings)
        return "; ".join(self._counted_result(group) for group in by_occurrence(standings).values())

    def _reported(self, standings: list[Standing]) -> str:
        heard = [s for s in standings if s.state is not State.NOT_REPORTED]
        if len(standings) == 1:
            update = standings[0].update
            if update is None:
                return self.words("report.tasks.not-reported-one")
            if standings[0].state is State.NOTHING_AROSE and not update.result:
                return self.words("state.nothing-arose.long")
            told = (sentence(update.result), self.phrases.evidence(update))
            return "; ".join(part for part in told if part) or self.words("report.tasks.reported-one")
        key = "report.tasks.reported" if heard else "report.tasks.reported-none"
        return self.words(key, done=len(heard), all=len(standings))

    def _counted_result(self, group: list[Standing]) -> str:
        period = group[0].assignment.period
        lead = f"{self.words.show(period)}: " if period else ""
        if len(group) == 1:
            update = group[0].update
            told = [sentence(update.result), self.phrases.evidence(update)] if update else []
            text = "; ".join(part for part in told if part)
            # a day off is told to who reminds, not to who reads the report: the deadline is not moved by it
            marks = self.phrases.marks(group[0], leave_out=frozenset({MarkKind.DAY_OFF}))
            return lead + ("; ".join(part for part in (text, marks) if part) or self.phrases.state(group[0]))
        missing = tuple(s.assignment.agency for s in group if not s.state.is_done)
        done = len(group) - len(missing)
        text = lead + self.phrases.done_of(done, len(group))
        if missing and done:
            text += "; " + self.words("task-line.missing", names=self.phrases.some_agencies(missing))
        return text

    def _verdict(self, task: Task, standings: list[Standing]) -> str:
        if task.id in self.dropped:
            return self.words("state.dropped.short")
        if not self.facts.has_updates:
            standings = [standing for standing in standings if standing.state.is_done]
        if not standings:
            return self.words("state.not-open.short" if self.facts.has_updates else "unknown")
        if task.kind not in COUNTED:
            telling = min(standings, key=lambda standing: SPEAKS_FOR.index(standing.state))
            return self.phrases.state(telling, "short")
        if len(standings) == 1:
            return self.phrases.state(standings[0], "short")
        overdue = sum(1 for s in standings if s.state.is_overdue)
        key = State.OVERDUE if overdue else State.OPEN
        if all(s.state.is_done for s in standings):
            key = State.DONE_LATE if any(s.state is State.DONE_LATE for s in standings) else State.DONE_ON_TIME
        return self.words(f"state.{key.value}.short")

    def due_next(self) -> Table:
        """What falls due next, by day."""
        rows = []
        in_order = sorted(self.facts.due_next, key=lambda s: s.days_left)
        for number, group in enumerate(grouped(in_order), start=1):
            owed = group[0].assignment
            who = self.phrases.unit_or_count(tuple(s.assignment.agency for s in group))
            if len(group) > 1 and owed.common:
                who = f"{who} ({self.phrases.agencies(owed.task.lead)})"
            cells = (
                str(number),
                self.phrases.title(owed),
                who,
                self.phrases.deadline(owed),
                self._product(owed.task),
            )
            rows.append(Row(cells))
        empty = self.words("report.due-next.empty")
        return Table(columns(self.words, DUE_NEXT), tuple(rows), empty=empty, numbered=True)
