"""Forms of a month that came back, taken together: what they change, and every cell that is bad.

Must not write. What would bring an error into the data is told at the cell that says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parplan.editing.edit import Edited, edited
from parplan.editing.progress import UPDATES, file_of
from parplan.finding import Finding, Severity, Stop
from parplan.options.forms.filled import Fault, Filled
from parplan.options.forms.form import read_form
from parplan.options.recording import Month, recorded
from parplan.options.said import Raw
from parplan.views.findings import tell
from parplan.words import Words


@dataclass(frozen=True)
class Taken:
    """``made``: what the good rows change. ``faults``: what is bad, file by file, cell by cell."""

    made: Edited
    forms: tuple[Filled, ...]
    faults: tuple[Fault, ...]


def take(month: Month, paths: Sequence[Path], received: str | None) -> Taken:
    """Read some forms. Raises Stop for what no form says, as a day that is none."""
    common: Raw = {"received": [month.days.past(received).isoformat()]} if received else {}
    forms, faults = _read(month, paths)
    faults += [fault for form in forms for fault in form.faults]
    while True:
        made = _recorded(month, forms, common)
        brought = [fault for error in made.new_errors for fault in _at_cell(error, made, month, forms)]
        if not brought:
            return Taken(made, tuple(forms), tuple(faults))
        faults += brought


def _read(month: Month, paths: Sequence[Path]) -> tuple[list[Filled], list[Fault]]:
    """Each form, one of each unit; and a fault for each file that is none."""
    forms: dict[str, Filled] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            form = read_form(path, month)
            if form.agency in forms:
                raise Stop("form-unit-twice", first=forms[form.agency].file)
            forms[form.agency] = form
        except Stop as stop:
            faults.append(Fault(path.name, stop))
    return list(forms.values()), faults


def _recorded(month: Month, forms: Sequence[Filled], common: Raw) -> Edited:
    """What the forms say, as changes; one that says nothing changes nothing, whenever it came."""
    raws: list[Raw] = []
    for form in forms:
        said = form.raws
        raws += [*said, {"agency": [form.agency], **common}] if said and common else said
    return recorded(month, raws) if raws else edited(month.loaded)


def _at_cell(error: Finding, made: Edited, month: Month, forms: Sequence[Filled]) -> Iterator[Fault]:
    """An error that a form would bring, at the cell that says it: the row is left out from now on."""
    path = error.where.path
    form = next((one for one in forms if file_of(month.period, one.agency) == error.where.file), None)
    if form is None or len(path) < 2 or path[0] != UPDATES:
        return
    data: Any = made.loaded.sources[error.where.file].data
    update = data[UPDATES][path[1]]
    task, period = update["task"], update.get("period", "")
    said = tell(made.loaded, [error], Severity.ERROR, month.words).complaints[0].message
    fault = form.fault_at(task, period, str(path[2]) if len(path) > 2 else "status", Stop("form-says", text=said))
    left = [one for one in form.told if (one.task, one.period) != (task, period)]
    if len(left) < len(form.told):
        form.told = left
        yield fault


def fault_lines(faults: Sequence[Fault], words: Words) -> Iterator[str]:
    """Each fault in a line, its place as who opens the file sees it."""
    for fault in faults:
        why = words(f"stop.{fault.stop.reason}", **{"file": fault.file, **fault.stop.values})
        key = "forms.at-cell" if fault.cell else "forms.at-file"
        yield words(key, file=fault.file, tab=fault.tab, cell=fault.cell, why=why)


def notices(taken: Taken, month: Month) -> Iterator[str]:
    """Which forms say nothing; and of which units something was written down since theirs went out."""
    words, units = month.words, month.loaded.workspace.units
    changed = {edit.file for edit in taken.made.edits}
    for form in taken.forms:
        if not form.raws and not form.faults:
            yield words("forms.empty", file=form.file)
        elif form.is_stale and file_of(month.period, form.agency) in changed:
            yield words("forms.stale", file=form.file, agency=units.name(form.agency))
