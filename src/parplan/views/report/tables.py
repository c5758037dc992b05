"""The tables in the body of a report, and the one of the indexes.

Must not hold prose, or a figure that facts did not give.
"""

from __future__ import annotations

from typing import Final

from parplan.facts.points.change import IndexChange
from parplan.facts.report.report import ReportFacts
from parplan.facts.tally import Tally
from parplan.facts.target import Reached
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases
from parplan.views.phrases.targets import TargetWords
from parplan.views.points.change_words import ChangeWords
from parplan.views.table import Row, Table, unless_all

OVERALL: Final = (
    Heading("group", 2.2, "left"),
    Heading("total"),
    Heading("fell-due"),
    Heading("sum", group="done"),
    Heading("on-time", group="done"),
    Heading("late", group="done"),
    Heading("sum", group="not-done"),
    Heading("in-time", 1.1, group="not-done"),
    Heading("overdue", group="not-done"),
    Heading("rate", 1.7, formula="({fell-due}-{not-done/overdue})/{fell-due}"),
)

TARGETS: Final = (
    Heading("number", 0.7),
    Heading("target", 3.0, "left"),
    Heading("unit", 0.95),
    Heading("aim", 1.35),
    Heading("before", 1.35),
    Heading("now", 2.0),
    Heading("verdict", 1.2),
    Heading("reporter", 1.7, "left"),
)


REGISTERS: Final = (
    Heading("report-month", 2.0, "left"),
    Heading("asked"),
    Heading("sum", group="sent"),
    Heading("sent-in-time", group="sent"),
    Heading("sent-late", group="sent"),
    Heading("silent"),
)
UNDATED: Final = Heading("sent-undated", group="sent")
"""A column that stands only where it has anything to say: most months every report has its day."""


def _indexes(before: int, after: int) -> tuple[Heading, ...]:
    first, second = (("year", str(before)),), (("year", str(after)),)
    return (
        Heading("number", 0.6),
        Heading("index", 1.6, "left"),
        Heading("year", 1.1, values=first),
        Heading("year", 1.1, values=second),
        Heading("score-change", 1.3),
        Heading("rank-in", 1.1, values=first),
        Heading("rank-in", 1.1, values=second),
        Heading("rank-change", 1.3),
        Heading("letter", 0.8),
        Heading("source", 3.0, "left"),
    )


class ReportTables:
    """Draws up each table from the facts of one report."""

    def __init__(self, facts: ReportFacts, phrases: Phrases) -> None:
        self.facts = facts
        self.phrases = phrases
        self.words = phrases.words
        self.target_words = TargetWords(self.phrases)

    def tables(self) -> dict[str, Table]:
        """Those of the body by name, numbered in their captions in the order in which they stand."""
        made = {"registers": self.registers()} if len(self.facts.registers) > 1 else {}
        made |= {"overall": self.overall()}
        made |= {"targets": self.targets()} if self.facts.targets else {}
        return {
            name: table._replace(caption=f"{self.label(number)}. {table.caption}")
            for number, (name, table) in enumerate(made.items(), start=1)
        }

    def label(self, number: int) -> str:
        """What a table is called where the text speaks of it."""
        return self.words("report.table.label", number=str(number))

    def registers(self) -> Table:
        """Who sent the reports of each month of a longer period, in figures."""
        is_unsure = any(register.undated for register in self.facts.registers.values())
        heads = (*REGISTERS[:-1], *([UNDATED] if is_unsure else []), REGISTERS[-1])
        rows = []
        for month, register in self.facts.registers.items():
            sent = [register.sent, len(register.in_time), len(register.late), len(register.silent)]
            if is_unsure:
                sent.insert(3, len(register.undated))
            asked = self.words.number(register.asked) if register.is_owed else self.words("report.no-rate")
            rows.append(Row((self.words.show(month), asked, *map(self.words.number, sent))))
        caption = self.words("report.table.registers.caption")
        note = self.phrases.sign_note("no-rate", rows, "report.table.registers.note")
        return Table(columns(self.words, heads), tuple(rows), caption=caption, note=note, numbered=True)

    def overall(self) -> Table:
        """Bảng 1: everything owed, by state; the period before in its last row."""
        made, before = self.facts.counts, self.facts.compared
        told = [
            self._tally(self.words("row.common"), made.common),
            self._tally(self.words("row.single"), made.single),
            self._tally(self.words("row.total"), made.total, total=True),
        ]
        if before is not None:
            earlier = self.words("row.before", period=self.facts.previous)
            told.append(self._tally(earlier, before.total))
        rows, rate_note = self.phrases.rates(told)
        notes = [
            rate_note,
            self.words("report.table.overall.note"),
            self.phrases.sign_note("unknown", rows),
        ]
        return Table(
            columns(self.words, OVERALL),
            rows,
            caption=self.words("report.table.overall.caption"),
            note=" ".join(filter(None, notes)),
            numbered=True,
        )

    def _tally(self, name: str, tally: Tally, *, total: bool = False) -> Row:
        """What is owed, and what became of it: unknown before anybody has reported."""
        done = (tally.done, tally.done_on_time, tally.done_late)
        figures = [*done, tally.not_done, tally.open, tally.all_overdue]
        shown = [*map(self.words.number, figures), self.phrases.rate(tally)]
        if not self.facts.has_updates:
            shown = [self.words("report.unknown")] * len(shown)
        owed = map(self.words.number, (tally.total, tally.fell_due))
        return Row((name, *owed, *shown), kind="total" if total else "row")

    def targets(self) -> Table:
        """Bảng 2: each numeric target, what was to be reached, and what was."""
        made = self.target_words.cells(self.facts.targets, self.facts.targets_before)
        told = [
            Row((str(number), *cells, self._reporters(reached)))
            for number, (reached, cells) in enumerate(made, start=1)
        ]
        rows = unless_all(told, self.words("report.unknown"))
        notes = (*self.target_words.notes(self.facts.targets), self.phrases.sign_note("unknown", rows))
        caption = self.words("report.table.targets.caption")
        return Table(
            columns(self.words, TARGETS), rows, caption=caption, note=" ".join(filter(None, notes)), numbered=True
        )

    def _reporters(self, reached: Reached) -> str:
        if reached.asked > 1:
            return self.target_words.units(reached)
        return self.phrases.agencies(reached.units or reached.task.lead)

    def indexes(self) -> Table:
        """The indexes' results in the newest year that is told, and the year before."""
        changes = self.facts.index_changes
        before, after = changes[0].years
        told = [self._index_row(number, change) for number, change in enumerate(changes, start=1)]
        rows = unless_all(told, self.words("report.unknown"))
        note = self.phrases.sign_note("unknown", rows)
        return Table(columns(self.words, _indexes(before, after)), rows, note=note, numbered=True)

    def _index_row(self, number: int, change: IndexChange) -> Row:
        said = ChangeWords(self.words)
        first, second = change.before, change.after
        cells = (
            said.figure(first.score if first else None),
            said.figure(second.score if second else None),
            said.score(change.told_score),
            said.rank_only(first),
            said.rank_only(second),
            said.places_of(change),
        )
        unknown = self.words("report.unknown")
        known = (unknown if cell == self.words("unknown") else cell for cell in cells)
        letter = second.group if second and second.group else unknown
        return Row((str(number), change.index.called, *known, letter, second.source if second else ""))
