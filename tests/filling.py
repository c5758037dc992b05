"""Fills in a form as a unit would, and spoils it, with a library that did not write it.

Must not assert anything.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from parplan.options.forms.filled import Filled
from parplan.options.forms.form import read_forms
from parplan.options.record.month import open_month
from parplan.views.forms.marks import KEYS
from parplan.words import words
from running import run_in, snapshot
from workspaces import Builder

TAB = "Biểu"
AIMS = (
    "targets: [{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 95}, "
    "{id: lan, measure: Lần, unit: lần, at_most: 3}]"
)
TASKS = f"""\
- {{id: A, kind: once, lead: [so-tu-phap], deadline: {{rule: ngày 30/9/2022}}, {AIMS}, …}}
- {{id: B, kind: periodic, lead: [so-tu-phap], deadline: {{rule: hằng tháng}}, …}}
- {{id: C, kind: ongoing, lead: [tat-ca], …}}
- {{id: D, kind: on-event, lead: [so-tu-phap], …}}
"""
TITLED = TASKS.replace(
    f"{AIMS}, …", f"{AIMS}, title: Rà soát, source: {{section: III, quote: làm thứ 20}}"
).replace(
    "id: D, kind: on-event, lead: [so-tu-phap], …",
    "id: D, kind: on-event, lead: [so-tu-phap], title: Kiểm tra, source: {section: III, quote: làm thứ 21}",
)
"""The same, A and D called otherwise than the two that are called alike."""

AT = ("--month", "9", "--as-of", "2022-09-16")
FORM = "bao-cao/bieu-thang-09-2022-so-tu-phap.xlsx"


class Form:
    """A form that went out, open in the unit's Excel."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Any = load_workbook(path)
        self.sheet: Any = self.book[TAB]
        self.top = next(cell.row for cell in self.sheet["A"] if cell.value == KEYS)
        self.rows = {cell.value: cell.row for cell in self.sheet["A"] if cell.value}
        self.columns = {cell.value: cell.column for cell in self.sheet[self.top] if cell.value}

    def cell(self, mark: str, key: str) -> Any:
        return self.sheet.cell(self.rows[mark], self.columns[key])

    def fill(self, **rows: dict[str, object]) -> Form:
        """Cells by row and column: ``A={"status": …}``, where A is a task that the workspace has once."""
        for name, cells in rows.items():
            mark = next(mark for mark in self.rows if mark.split("|")[0].strip("@") == name)
            for key, value in cells.items():
                self.cell(mark, key).value = value
        return self

    def save(self, name: str = "Sở Tư pháp.xlsx") -> Path:
        path = self.path.parents[1] / name
        self.book.save(path)
        return path


def sent_out(w: Builder, tasks: str = TASKS) -> Form:
    """The form of a unit, as it was made for September: once for the same files."""
    w.tasks(tasks)
    files = frozenset(snapshot(w.root).items())
    if files not in _SENT:
        run_in(w.root, "forms", "export", *AT, "--agency", "so-tu-phap")
        _SENT[files] = (w.root / FORM).read_bytes()
    w.write(FORM, _SENT[files])
    return Form(w.root / FORM)


_SENT: dict[frozenset[tuple[str, bytes]], bytes] = {}


def read(w: Builder, path: Path, month: str = "9") -> Filled:
    """A form that came back."""
    (filled,) = read_forms(path, open_month(w.root, None, month, "2022-09-16", words("vi")))
    return filled


def faults(w: Builder, form: Form) -> list[tuple[str, str]]:
    """Each bad cell by its row's mark and column's key, with the reason."""
    found = read(w, form.save()).faults
    names = {
        form.cell(mark, key).coordinate: f"{mark.split('|')[0]}.{key}"
        for mark in form.rows
        for key in form.columns
        if key != mark
    }
    return [(names.get(fault.cell, fault.cell), fault.stop.reason) for fault in found]
