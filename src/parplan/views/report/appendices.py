"""The lists in the appendices of a report: by unit, overdue, due next.

Must not hold prose, or a figure that facts did not give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, product
from string import ascii_uppercase
from typing import Final

from parplan.facts.grouping import evenly, grouped
from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import Standing
from parplan.facts.tally import Tally
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.views.report.task_table import named_product
from parplan.views.table import Row, Table

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


class ReportAppendices:
    """Draws up each list from the facts of one report."""

    def __init__(self, facts: ReportFacts, phrases: Phrases) -> None:
        self.facts = facts
        self.phrases = phrases
        self.words = phrases.words

    def units(self) -> Table:
        """How each unit stands, in the order in which offices print them, block by block."""
        rows, rate_note = self.phrases.rates(tuple(self._unit_rows()))
        months_note = "" if self.facts.period.months == 1 else self._months_note()
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
            *(self.words.number(figure) for figure in tally),
            self.phrases.rate(tally),
            "" if number is None else self._sent(agency),
        )
        return Row(cells, kind="total" if number is None else "row")

    def _sent(self, agency: str) -> str:
        if self.facts.period.months != 1:
            return self._sent_of_months(agency)
        register = self.facts.register
        fates = {
            "in-time": register.in_time,
            "late": register.late,
            "undated": register.undated,
            "silent": register.silent,
        }
        for key, names in fates.items():
            if agency in names:
                return self.words(f"report.units.{key}")
        return self._not_asked(agency)

    def _months_note(self) -> str:
        """How months are counted, and which are not: those of which no report at all is recorded."""
        left_out = self.words.listed(self.words.period(month) for month in self.facts.unrecorded_months)
        key = "report.units.months-note-known" if left_out else "report.units.months-note"
        return self.words(key, months=left_out)

    def _not_asked(self, agency: str) -> str:
        return self.words("report.units.host" if agency == self.facts.office else "report.units.not-asked")

    def _sent_of_months(self, agency: str) -> str:
        """For how many of the period's months a unit has sent its report, of those for which it owed one.

        A report that nobody owed counts on neither side: else who sent one is measured against more than others.
        """
        owed = [r for r in self.facts.registers.values() if r.is_owed]
        owed = [r for r in owed if agency in (*r.in_time, *r.late, *r.undated, *r.silent)]
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
        note = self.phrases.no_day_note(self.facts.overdue, self.facts.standings.view)
        return Table(columns(self.words, OVERDUE), tuple(rows), empty=empty, note=note, numbered=True)

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
                named_product(owed.task),
            )
            rows.append(Row(cells))
        empty = self.words("report.due-next.empty")
        return Table(columns(self.words, DUE_NEXT), tuple(rows), empty=empty, numbered=True)
