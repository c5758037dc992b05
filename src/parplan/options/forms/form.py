"""A form that came back: found in its workbook by its marks, and read row by row, wherever these were moved to.

Must not write, or believe what a cell says that was locked.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from parplan.calendar.period import Period
from parplan.documents.behind import Behind, behind
from parplan.documents.document import Spot, Table, address
from parplan.documents.package import LARGEST_FILE
from parplan.documents.reader import open_document
from parplan.documents.values import Value
from parplan.facts.assignments import STANDING
from parplan.finding import Stop
from parplan.options.forms.cells import percent_text, text_of
from parplan.options.forms.filled import Fault, Filled, Guess, Row
from parplan.options.forms.layout import Layout, end_of, layout_of, mark_of, marks_meant, outside, titles_of
from parplan.options.forms.papers import with_day
from parplan.options.forms.work import Works, read_work
from parplan.options.record.month import Month
from parplan.options.record.said import read_paper, read_status
from parplan.spelling import bare
from parplan.system.folder import read
from parplan.views.forms.form import FORM_WORDS, KNOWN, SHOWN_AS, unit_form
from parplan.views.forms.marks import DOCUMENT, FIELDS, NOTHING, FormMark, row_mark, row_of, told_digest
from parplan.views.phrases.known import shortened


def read_forms(path: Path, month: Month) -> Iterator[Filled]:
    """The forms of the month in a file. Raises Stop where there is none, or one of another month or plan."""
    sheets = open_document(path).tables
    marked = [(number, sheet, mark) for number, sheet in enumerate(sheets) if (mark := mark_of(sheet.rows))]
    if not marked:
        raise Stop("form-foreign", file=path.name)
    hidden = behind(read(path, LARGEST_FILE))
    for number, sheet, mark in marked:
        _must_be_of(mark, month, path.name)
        asked = month.asked(mark.agency)
        filled = Filled(path.name, sheet.tab, mark.agency, told_digest(asked) != mark.told)
        filled.table = 0 if sheet.tab else sheet.number
        _Reader(sheet, hidden.at(number), hidden.epoch, month, filled).read()
        yield filled


def _must_be_of(mark: FormMark, month: Month, file: str) -> None:
    """Refuse what another month or plan is about: its tasks may have the same names."""
    if mark.plan != month.plan.plan.year:
        raise Stop("form-other-plan", file=file, plan=mark.plan, asked=month.plan.plan.year)
    if mark.month != str(month.period):
        own = Period.parse(mark.month)
        raise Stop("form-other-month", month=own, asked=month.period, number=f"{own.number}/{own.year}")
    if mark.agency not in month.loaded.workspace.units.agencies:
        raise Stop("form-unit-unknown", file=file, agency=mark.agency)


_HEADS: Final = {bare(FORM_WORDS(f"forms.column.{SHOWN_AS.get(key, key)}")): key for key in FIELDS}
"""The columns' keys by their titles."""

_KNOWN_HEADS: Final = frozenset(bare(FORM_WORDS(f"forms.column.{key}")) for key in KNOWN)

TWICE: Final = ("form-row-twice", "form-row-contradicts")

LONGEST_TITLE: Final = 80


class _Reader:
    def __init__(self, sheet: Table, hidden: Behind, epoch: date, month: Month, into: Filled) -> None:
        self.sheet, self.hidden, self.epoch, self.month, self.into = sheet, hidden, epoch, month, into
        self.days, self.ends = month.days, 0
        self.first: dict[str, Row] = {}
        self.both = set[str]()
        self.covered = {**sheet.covered, **hidden.covered}
        self.asked = {(row_of(one).task, row_of(one).period): one for one in month.asked(into.agency)}

    def read(self) -> None:
        """Every row that says anything, those of one task together."""
        works: Works = {}
        there = set[tuple[str, str]]()
        for text, row in self._rows():
            if mark := row_mark(text):
                there.add((mark.task, mark.period))
            if not row.has(*FIELDS):
                if mark:
                    works.setdefault((mark.task, mark.period), []).append((mark, row))
                continue
            seen_only = (
                name for name, column in row.places.items() if (row.number, column) in self.hidden.computed
            )
            self.into.formulas += map(row.at, seen_only)
            with self.into.at(row, row.first):
                text = text or self._meant(row)
                self._must_be_alone(text, row)
                self._take(text, row, works)
        told = {key: rows for key, rows in works.items() if any(row.has(*FIELDS) for _, row in rows)}
        self.into.heard |= told.keys()
        self._leave_out(told, there)
        for key, one in self.asked.items():
            if key in told and not any(row.wrong for _, row in told[key]):
                read_work(one, told[key], self.month, self.into)
        # of what a bad row says something, nobody says that nothing arose
        here = {task for task, _ in self.into.heard}
        self.into.nothing = [task for task in self.into.nothing if task not in here]

    def _must_be_alone(self, text: str, row: Row) -> None:
        """Refuse the second row with a mark; where it says something else, nobody knows which of them holds."""
        first = self.first.setdefault(text, row) if text else row
        if first is row:
            return
        if first.says == row.says:
            raise Stop("form-row-twice", row=first.number + 1)
        self.both.add(text)
        raise Stop("form-row-contradicts", row=first.number + 1)

    def _leave_out(self, works: Works, there: Container[tuple[str, str]]) -> None:
        """What is said in two ways is not said; what has no row any more may lie under one that was copied."""
        for mark in filter(None, map(row_mark, self.both)):
            works.pop((mark.task, mark.period), None)
        if DOCUMENT in self.both:
            self.into.head = {}
        if any(fault.stop.reason in TWICE for fault in self.into.faults):
            self.into.lost += dict.fromkeys(task for task, period in self.asked if (task, period) not in there)

    def _meant(self, row: Row) -> str:
        """The mark of a row that somebody typed, where its title is that of one thing which is asked."""
        meant = marks_meant(self.sheet.rows[row.number], row.places.values(), self.titles)
        if len(meant) > 1:
            raise Stop("form-row-several", n=len(meant))
        if meant and (mark := row_mark(meant[0])):
            self.into.guesses.append(Guess(row.number + 1, mark.task))
        return meant[0] if meant else ""

    @cached_property
    def titles(self) -> dict[str, list[str]]:
        """The marks of rows by what stands in the form as it would go out today, and by the tasks' bare titles."""
        month, agency = self.month, self.into.agency
        form = unit_form(month.asked(agency), month.now, agency, FORM_WORDS)
        rows = [(row.known[KNOWN.index("task")], row.mark) for row in form.rows if row.mark]
        tasks = {one.assignment.task.id: one.assignment.task.title for one in self.asked.values()}
        main = {(mark.task, mark.period): mark.text() for _, text in reversed(rows) if (mark := row_mark(text))}
        return titles_of([*rows, *((tasks[task], text) for (task, _), text in main.items())])

    def _take(self, text: str, row: Row, works: Works) -> None:
        """A row that says something, by its mark."""
        mark = row_mark(text)
        self._name_wrong(row)
        if text == DOCUMENT:
            self._read_head(row)
        elif text == NOTHING:
            self._read_tick(row)
        elif mark is None and row.number > self.ends and not row.has("status"):
            self.into.strays.append(row.number + 1)
        elif mark is None:
            raise _by_hand(self.sheet.rows[row.number], row.places.values())
        elif (mark.task, mark.period) not in self.asked:
            raise Stop("form-row-not-asked", task=mark.task)
        else:
            works.setdefault((mark.task, mark.period), []).append((mark, row))

    def _name_wrong(self, row: Row) -> None:
        """The cells of a row that say nothing to be taken, a merged one where it begins, and once."""
        named = {fault.cell for fault in self.into.faults}
        for name, stop in row.wrong.items():
            spot = row.number, row.places[name]
            cell = address(*self.covered.get(spot, spot))
            if cell not in named:
                self.into.faults.append(Fault(self.into.file, stop, self.into.tab, cell, self.into.table))

    def _rows(self) -> Iterator[tuple[str, Row]]:
        """Each row below the heads with its mark, wherever the columns were moved to."""
        found = layout_of(self.sheet.rows, _HEADS)
        if found is None:
            raise Stop("form-without-marks", file=self.into.file)
        self.ends = end_of(self.sheet.rows, found)
        joined = set(self._joined(found))
        self.into.notes += (address(*spot) for spot in sorted(self.hidden.notes))
        if not self.into.table:
            self.into.outside += outside(self.sheet.rows, found, self.ends, _KNOWN_HEADS)
        for number, row in enumerate(self.sheet.rows[found.top + 1 :], start=found.top + 1):
            spots = {name: (number, column) for name, column in found.places.items()}
            cells = {name: self._seen(spot) for name, spot in spots.items() if spot[1] < len(row)}
            wrong = {name: stop for name, spot in spots.items() if (stop := self._wrong(spot, joined))}
            yield self._mark(found, number), Row(number, cells, found.places, wrong, self.epoch)

    def _seen(self, spot: Spot) -> Value:
        """A cell as whoever opens the form sees it."""
        cell = self.sheet.rows[spot[0]][spot[1]]
        return percent_text(cell) if spot in self.hidden.percents else cell

    def _mark(self, found: Layout, row: int) -> str:
        return text_of(self.sheet.rows[row][found.marks]) if found.marks is not None else ""

    def _joined(self, found: Layout) -> Iterator[Spot]:
        """The cells of which somebody has made one that reach from one task to another, and hold something."""
        for (row, column), (top, left) in self.covered.items():
            if row >= len(self.sheet.rows):
                continue
            marks = row_mark(self._mark(found, row)), row_mark(self._mark(found, top))
            works = {(mark.task, mark.period) for mark in marks if mark}
            if column in found.places.values() and len(works) > 1 and text_of(self.sheet.rows[top][left]):
                yield from ((row, column), (top, left))

    def _wrong(self, spot: Spot, joined: Container[Spot]) -> Stop | None:
        """Why a cell says nothing that can be taken: of what it is, or what it holds."""
        if spot in joined:
            return Stop("form-joined")
        if spot in self.hidden.errors:
            return Stop("form-error")
        return Stop("form-uncomputed") if spot in self.hidden.uncomputed else None

    def _read_head(self, row: Row) -> None:
        """The unit's own report: number and day."""
        with self.into.at(row, "number" if row.has("number") else "dated"):
            number = [row.text("number")] if row.has("number") else []
            (paper,) = with_day(number, row.day("dated", self.days.past), self.days.past)
            read_paper(paper, self.days)
            self.into.head = {"agency": [self.into.agency], "document": [paper]}

    def _read_tick(self, row: Row) -> None:
        """One tick, of each standing duty of which the month's file says nothing yet."""
        with self.into.at(row, row.first):
            if read_status(row.text("status")) != "none":
                raise Stop("form-tick-wrong", text=row.text("status"))
            self.into.nothing = [
                one.assignment.task.id
                for one in self.asked.values()
                if one.assignment.task.kind in STANDING and one.said is None
            ]


def _by_hand(cells: Sequence[Value], filled: Iterable[int]) -> Stop:
    """Why a row that somebody typed is not taken, by the words that it goes by."""
    places = set(filled)
    words = (text_of(cell) for column, cell in enumerate(cells) if column not in places)
    title = max(words, key=len, default="")
    if not bare(title):
        return Stop("form-row-unmarked")
    return Stop("form-row-by-hand", title=shortened(title, LONGEST_TITLE))
