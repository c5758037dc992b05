"""What a form that came back says, thing by thing, as if it had been typed; and each of its cells that is bad.

Must not read a cell: ``form`` and ``work`` do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from parplan.documents.document import address
from parplan.documents.values import Value
from parplan.finding import Stop
from parplan.options.forms.cells import EPOCH, day_text, text_of
from parplan.options.record.said import Raw, is_said
from parplan.spelling import bare
from parplan.views.forms.marks import FIELDS

OPTIONS: Final = {"number": "evidence", "dated": "date", "link": "evidence"}
"""What columns that are called otherwise are typed for."""


@dataclass
class Row:
    """A row of the sheet: its cells by the keys of their columns. ``wrong``: why some hold nothing to read."""

    number: int
    cells: dict[str, Value]
    places: Mapping[str, int]
    wrong: dict[str, Stop] = field(default_factory=dict)
    epoch: date = EPOCH

    def at(self, name: str) -> str:
        """The address of a cell; that of the state, where somebody has deleted the column."""
        return address(self.number, self.places.get(name, self.places["status"]))

    def has(self, *names: str) -> bool:
        return any(name in self.wrong or self.text(name) for name in names)

    def cell(self, name: str) -> Value:
        """A cell as it is; empty where it says nothing."""
        return self.cells[name] if self.text(name) else ""

    def text(self, name: str) -> str:
        """A cell as a text; empty where there is none, or one that says that there is nothing."""
        text = text_of(self.cells.get(name, ""))
        return "" if not bare(text) or not is_said(OPTIONS.get(name, name), text) else text

    def day(self, name: str, read: Callable[[str], date]) -> str:
        """A day as files write it; empty where none stands there."""
        text = day_text(self.cell(name), self.epoch)
        return read(text).isoformat() if text else ""

    @property
    def says(self) -> tuple[str, ...]:
        """All that is filled in."""
        return tuple(map(self.text, FIELDS))

    @property
    def first(self) -> str:
        """The first of its fields that says anything."""
        return next(name for name in FIELDS if self.has(name))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a cell; at the whole file, where it has no cell. ``table``: the number of one of Word."""

    file: str
    stop: Stop
    tab: str = ""
    cell: str = ""
    table: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a form says of one thing; ``cells``: where each field stands."""

    raw: Raw
    task: str
    period: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Guess:
    """A row that somebody typed, by its number in the sheet, and the task that is called as it is."""

    row: int
    task: str


@dataclass
class Filled:
    """A form as it was read. ``is_stale``: something was written down of the unit since it went out.

    ``guesses``: rows known by their titles alone; ``strays``: rows that are about nothing, as a signature;
    ``formulas``: cells of which only the last value that somebody saw is known; ``early``: those with
    a day to come that is before the month; ``links``: those with an address
    that was made whole; ``notes``: those with a remark; ``outside``: those with words where nothing is to be
    filled in; ``lost``: tasks without a row where another stands twice; ``heard``: all of which a row says
    anything, a bad one too; ``kept``: how many rows were taken out, since the data say otherwise.
    """

    file: str
    tab: str
    agency: str
    is_stale: bool
    head: Raw = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    nothing: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    heard: set[tuple[str, str]] = field(default_factory=set)
    kept: int = 0
    table: int = 0

    @property
    def raws(self) -> list[Raw]:
        """All that it says, as rows to be recorded."""
        ticked = [{"agency": [self.agency], "task": [task], "status": ["none"]} for task in self.nothing]
        return [*([self.head] if self.head else []), *(one.raw for one in self.told), *ticked]

    @property
    def is_silent(self) -> bool:
        """Whether nobody has filled in anything."""
        return not (self.raws or self.faults or self.kept)

    def fault_at(self, task: str, period: str, name: str, stop: Stop) -> Fault:
        """A fault in what the form says of a task. ``name``: a field of the record; of figures also the target."""
        column = {"values": "done", "evidence": "number"}.get(field := name.partition("/")[0], field)
        cells = next((one.cells for one in self.told if (one.task, one.period) == (task, period)), {})
        cell = cells.get(name) or cells.get(column) or cells.get("status", "")
        return Fault(self.file, stop, self.tab, cell, self.table)

    @contextmanager
    def at(self, row: Row, name: str) -> Iterator[None]:
        """What is refused here is wrong at that cell."""
        try:
            yield
        except Stop as stop:
            self.faults.append(Fault(self.file, stop, self.tab, row.at(name), self.table))
