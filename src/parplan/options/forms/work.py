"""One thing that a unit is asked, read from its rows as if somebody had typed it.

Must not guess: what a cell may mean in two ways is told at that cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from parplan.facts.assignments import COUNTED
from parplan.facts.form import Asked
from parplan.finding import Stop
from parplan.options.forms.cells import figure_text
from parplan.options.forms.filled import Filled, Row, Told
from parplan.options.forms.papers import papers_of, with_day
from parplan.options.record.month import Month
from parplan.options.record.said import (
    PROSE,
    Context,
    Raw,
    read_link,
    read_number,
    read_said,
    read_status,
    read_value,
)
from parplan.views.forms.marks import FIELDS, RowMark

DAYS: Final = ("date", "expected")

Works = dict[tuple[str, str], list[tuple[RowMark, Row]]]
"""The rows of each thing that is asked: one, and one more for each other target."""


def read_work(one: Asked, rows: list[tuple[RowMark, Row]], month: Month, into: Filled) -> None:
    """What the rows say of it, and each of their cells that is bad."""
    _Work(month, into).read(one, rows)


@dataclass(frozen=True)
class _Work:
    month: Month
    into: Filled

    def read(self, one: Asked, rows: list[tuple[RowMark, Row]]) -> None:
        """One thing that is asked: its first row with words, and a row for the figures of each target."""
        before = len(self.into.faults)
        main = next((row for _, row in rows if row.has(*(set(FIELDS) - {"done", "of"}))), rows[0][1])
        owed = one.assignment
        raw: dict[str, list[str]] = {"agency": [self.into.agency], "task": [owed.task.id]}
        if owed.period:
            raw["period"] = [str(owed.period)]
        self._read_status(one, main, raw)
        for name in DAYS:
            with self.into.at(main, name):
                read = self.month.days.past if name == "date" else self.month.days.read
                raw |= {name: [day]} if (day := main.day(name, read)) else {}
                if name == "expected" and "" < day < self.month.period.first.isoformat():
                    self.into.early.append(main.at(name))
        raw |= {name: [text] for name in PROSE if (text := main.text(name))}
        raw |= {"evidence": papers} if (papers := list(self._evidence(main))) else {}
        values = [value for mark, row in rows if (value := self._value(one, mark, row))]
        raw |= {"value": values} if values else {}
        if len(self.into.faults) == before:
            self._must_be_whole(one, main, raw)
        if len(self.into.faults) == before:
            cells = {name: main.at(name) for name in main.places}
            figures = {f"values/{mark.target}": row.at("done") for mark, row in rows if row.has("done")}
            cells |= {**figures, **dict(zip(("done",), figures.values(), strict=False))}
            period = str(owed.period) if owed.period else ""
            self.into.told.append(Told(raw, owed.task.id, period, cells))

    def _must_be_whole(self, one: Asked, row: Row, raw: Raw) -> None:
        """Whatever else is not as it must be to be recorded."""
        units, asked = self.month.loaded.workspace.units, self.month.asked(self.into.agency)
        with self.into.at(row, "status"):
            read_said(raw, Context(self.month.days, one.assignment.task, asked, units, self.month.words))

    def _read_status(self, one: Asked, row: Row, raw: dict[str, list[str]]) -> None:
        """The state, with the day that it cannot be without."""
        kind = one.assignment.task.kind
        with self.into.at(row, "status"):
            text = row.text("status")
            if not text and one.said is None:
                raise Stop("form-status-missing")
            if not text:
                return
            status = read_status(text)
            if status == "none" and kind in COUNTED:
                raise Stop("form-status-unfit")
            raw["status"] = [status]
            is_dated = row.has("date") or (one.said is not None and one.said.date is not None)
            if status == "done" and kind in COUNTED and not is_dated:
                with self.into.at(row, "date"):
                    raise Stop("form-date-missing")

    def _evidence(self, row: Row) -> Iterator[str]:
        """The papers with their days, and the page."""
        with self.into.at(row, "number"):
            papers = papers_of(row.text("number"))
            with self.into.at(row, "dated"):
                past = self.month.days.past
                yield from with_day(papers, row.day("dated", past), past)
        with self.into.at(row, "link"):
            text = row.text("link")
            link = read_link(text)
            if text and link is None:
                raise Stop("form-link-wrong", text=text)
            if link:
                yield link
                self.into.links += [row.at("link")] if link != text else []

    def _value(self, one: Asked, mark: RowMark, row: Row) -> str:
        """The figure of a row, as one types it; empty where there is none, or a bad one."""
        if not row.has("done", "of"):
            return ""
        task, before, of = one.assignment.task, len(self.into.faults), ""
        unit = next((target.unit for target in task.targets or () if target.id == mark.target), "")
        with self.into.at(row, "of"):
            typed = figure_text(row.cell("of"), is_percent=False)
            of = typed if not typed or read_number(typed) else ""
        with self.into.at(row, "done"):
            done = figure_text(row.cell("done"), is_percent=unit == "%" and not row.has("of"))
            if not done:
                raise Stop("form-figure-missing")
            value = f"{mark.target}={'/'.join(filter(None, (done, of)))}"
            read_value(value, task)
            return value if len(self.into.faults) == before else ""
        return ""
