"""A form that came back: found in its workbook by its marks, and read row by row, wherever these were moved to.

Must not write, or believe what a cell says that was locked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parplan.documents.document import Table
from parplan.documents.reader import open_document
from parplan.facts.assignments import STANDING
from parplan.facts.form import Asked
from parplan.finding import Stop
from parplan.options.forms.cells import text_of
from parplan.options.forms.filled import Filled, Row
from parplan.options.forms.work import Works, read_work
from parplan.options.recording import Month
from parplan.options.said import read_paper, read_status
from parplan.views.forms.marks import (
    DOCUMENT,
    FIELDS,
    KEYS,
    NOTHING,
    FormMark,
    form_mark,
    row_mark,
    row_of,
    told_digest,
)


def read_form(path: Path, month: Month) -> Filled:
    """A form of the month. Raises Stop where it is none, or one of another month or plan."""
    for sheet in open_document(path).tables:
        marks = (form_mark(text_of(cell)) for row in sheet.rows[:5] for cell in row[:5])
        if mark := next(filter(None, marks), None):
            _must_be_of(mark, month, path.name)
            asked = month.asked(mark.agency)
            filled = Filled(path.name, sheet.tab, mark.agency, told_digest(asked) != mark.told)
            _Reader(sheet, month, asked, filled).read()
            return filled
    raise Stop("form-foreign", file=path.name)


def _must_be_of(mark: FormMark, month: Month, file: str) -> None:
    """Refuse what another month or plan is about: its tasks may have the same names."""
    if mark.plan != month.plan.plan.year:
        raise Stop("form-other-plan", file=file, plan=mark.plan, asked=month.plan.plan.year)
    if mark.month != str(month.period):
        raise Stop("form-other-month", file=file, month=mark.month, asked=month.period)
    if mark.agency not in month.loaded.workspace.units.agencies:
        raise Stop("form-unit-unknown", file=file, agency=mark.agency)


class _Reader:
    def __init__(self, sheet: Table, month: Month, asked: tuple[Asked, ...], into: Filled) -> None:
        self.sheet, self.month, self.into = sheet, month, into
        self.days = month.days
        self.asked = {(row_of(one).task, row_of(one).period): one for one in asked}

    def read(self) -> None:
        """Every row that says anything, those of one task together."""
        works: Works = {}
        seen = set[str]()
        for text, row in self._rows():
            mark = row_mark(text)
            if not row.has(*FIELDS):
                if mark:
                    works.setdefault((mark.task, mark.period), []).append((mark, row))
                continue
            with self.into.at(row, row.first):
                if text and text in seen:
                    raise Stop("form-row-twice")
                self._take(text, row, works)
            seen.add(text)
        told = {key: rows for key, rows in works.items() if any(row.has(*FIELDS) for _, row in rows)}
        for key, rows in told.items():
            read_work(self.asked[key], rows, self.month, self.into)
        # of what a bad row says something, nobody says that nothing arose
        here = {task for task, _ in told}
        self.into.nothing = [task for task in self.into.nothing if task not in here]

    def _take(self, text: str, row: Row, works: Works) -> None:
        """A row that says something, by its mark."""
        mark = row_mark(text)
        if text == DOCUMENT:
            self._read_head(row)
        elif text == NOTHING:
            self._read_tick(row)
        elif mark is None:
            raise Stop("form-row-unmarked")
        elif (mark.task, mark.period) not in self.asked:
            raise Stop("form-row-not-asked", task=mark.task)
        else:
            works.setdefault((mark.task, mark.period), []).append((mark, row))

    def _rows(self) -> Iterator[tuple[str, Row]]:
        """Each row below the heads with its mark, wherever the columns were moved to."""
        rows = self.sheet.rows
        found = ((n, c) for n, row in enumerate(rows) for c, cell in enumerate(row) if text_of(cell) == KEYS)
        top, marks = next(found, (0, 0))
        places = {key: column for column, cell in enumerate(rows[top]) if (key := text_of(cell)) in FIELDS}
        if "status" not in places:
            raise Stop("form-without-marks", file=self.into.file)
        for number, row in enumerate(rows[top + 1 :], start=top + 1):
            cells = {name: row[column] for name, column in places.items() if column < len(row)}
            yield text_of(row[marks]), Row(number, cells, places)

    def _read_head(self, row: Row) -> None:
        """The unit's own report: number and day."""
        name = "number" if row.has("number") else "dated"
        with self.into.at(row, name):
            if name == "dated":
                raise Stop("form-paper-missing")
            paper = f"{row.text('number')} {row.day('dated', self.days.past)}".strip()
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
