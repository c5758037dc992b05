"""Forms of a month that came back, taken together: what they change, and every cell that is bad.

Must not write. What would bring an error into the data is told at the cell that says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from parplan.documents.document import column_of
from parplan.editing.edit import Edited, edited, new_remarks
from parplan.editing.progress import UPDATES, file_of
from parplan.finding import Finding, Severity, Stop
from parplan.options.forms.filled import Fault, Filled
from parplan.options.forms.form import read_forms
from parplan.options.recording import Month, recorded
from parplan.options.said import Raw
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.views.findings import tell
from parplan.views.forms.changed import Written, changed_table
from parplan.views.phrases.known import Known
from parplan.views.table import Table
from parplan.words import Words

MOST_NAMED: Final = 5
"""So many forms that say nothing are named one by one: of more, how many there are."""

MOST_REMARKS: Final = 20
"""Remarks of the checks that are told: of more, how many there are."""

ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".docx", ".csv"})
ASIDE: Final = ("~$", ".")
"""How the names of files begin that programs keep beside those which are open."""


@dataclass(frozen=True)
class Taken:
    """``made``: what the good rows change. ``faults``: what is bad, file by file, cell by cell."""

    made: Edited
    forms: tuple[Filled, ...]
    faults: tuple[Fault, ...]


def take(month: Month, paths: Sequence[Path], received: str | None) -> Taken:
    """Read some forms. Raises Stop for what no form says, as a day that is none."""
    common: Raw = {"received": [month.days.past(received).isoformat()]} if received else {}
    forms, faults = _read(month, list(dict.fromkeys(forms_in(paths))))
    faults += [fault for form in forms for fault in form.faults]
    while True:
        made = _recorded(month, forms, common)
        brought = [fault for error in made.new_errors for fault in _at_cell(error, made, month, forms)]
        if not brought:
            return Taken(made, tuple(forms), tuple(faults))
        faults += brought


def _read(month: Month, paths: Sequence[Path]) -> tuple[list[Filled], list[Fault]]:
    """Each form, one of each unit; and a fault for each file that is none, or one of two: nobody knows which."""
    forms: dict[str, Filled] = {}
    faults: list[Fault] = []
    twice = set[str]()
    for path in paths:
        try:
            for form in read_forms(path, month):
                first = forms.setdefault(form.agency, form)
                if first.is_silent:
                    forms[form.agency] = form
                elif first is not form and not form.is_silent:
                    is_beside = first.file == form.file
                    stop = Stop("form-unit-twice", first=first.tab if is_beside else first.file)
                    faults.append(Fault(form.file, stop, form.tab if is_beside else ""))
                    twice.add(form.agency)
        except Stop as stop:
            faults.append(Fault(path.name, stop))
    return [form for agency, form in forms.items() if agency not in twice], faults


def forms_in(paths: Iterable[Path], *, may_be_none: bool = False) -> Iterator[Path]:
    """Each file; of a folder, all that may be forms, but for what an open Excel or Word keeps beside its own.

    Raises Stop for a folder without any, unless there ``may_be_none``.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in ENDINGS)
        found = [one for one in inside if one.is_file() and not one.name.startswith(ASIDE)]
        if not (found or may_be_none):
            raise Stop("forms-none-here", folder=str(path))
        yield from found


def _recorded(month: Month, forms: Sequence[Filled], common: Raw) -> Edited:
    """What the forms say, as changes; one that says nothing changes nothing, whenever it came."""
    raws: list[Raw] = []
    for form in forms:
        said = form.raws
        raws += [*said, {"agency": [form.agency], **common}] if said and common else said
    return recorded(month, raws) if raws else edited(month.loaded)


def _at_cell(error: Finding, made: Edited, month: Month, forms: Sequence[Filled]) -> Iterator[Fault]:
    """An error that a form would bring, at the cell that says it: the row is left out from now on."""
    found = _told_of(error, made, month, forms)
    if found is None:
        return
    form, task, period = found
    left = [one for one in form.told if (one.task, one.period) != (task, period)]
    if len(left) < len(form.told):
        fault = _fault(error, made, month, found)
        form.told = left
        yield fault


def _told_of(
    finding: Finding, made: Edited, month: Month, forms: Sequence[Filled]
) -> tuple[Filled, str, str] | None:
    """The form, the task and the period that a finding is about, if it is about what a form says of a task."""
    path = finding.where.path
    form = next((one for one in forms if file_of(month.period, one.agency) == finding.where.file), None)
    if form is None or len(path) < 2 or path[0] != UPDATES:
        return None
    data: Any = made.loaded.sources[finding.where.file].data
    update = data[UPDATES][path[1]]
    return form, update["task"], update.get("period", "")


def _fault(finding: Finding, made: Edited, month: Month, found: tuple[Filled, str, str]) -> Fault:
    """What a check says, at the cell that it is about."""
    form, task, period = found
    path = finding.where.path
    said = tell(made.loaded, [finding], Severity.HINT, month.words).complaints[0].message
    name = "/".join(map(str, path[2:4] if path[2:3] == ("values",) else path[2:3])) or "status"
    return form.fault_at(task, period, name, Stop("form-says", text=said))


def fault_lines(faults: Sequence[Fault], words: Words) -> Iterator[str]:
    """Each fault in a line, its place as who opens the file sees it."""
    for fault in faults:
        why = words(f"stop.{fault.stop.reason}", **{"file": fault.file, **fault.stop.values})
        yield words("forms.at", place=place_of(fault, words), why=why)


def place_of(fault: Fault, words: Words) -> str:
    """A cell as who opens the file counts: in Excel by its letter, in Word by row and column. Else the form."""
    where = _where(fault, words)
    if not fault.cell:
        return where
    if not fault.table:
        return words("forms.cell", where=where, cell=fault.cell)
    letters = fault.cell.rstrip("0123456789")
    row, column = fault.cell.removeprefix(letters), column_of(letters) + 1
    return words("forms.cell-of-table", where=where, row=row, column=column)


def _where(one: Fault | Filled, words: Words) -> str:
    """A file, and what of it holds the form."""
    key = "forms.table" if one.table else "forms.sheet"
    return words(key, file=one.file, tab=one.tab, table=one.table) if one.table or one.tab else one.file


def remark_lines(taken: Taken, month: Month) -> Iterator[str]:
    """What the checks will say from now on that they did not say before, at the cells that say it."""
    new, words = new_remarks(month.loaded, taken.made.loaded), month.words
    for finding in new[:MOST_REMARKS]:
        found = _told_of(finding, taken.made, month, taken.forms)
        fault = _fault(finding, taken.made, month, found) if found else None
        (told,) = tell(taken.made.loaded, [finding], Severity.HINT, words).complaints
        place = f"{told.file}:{told.span.line}"
        if fault and fault.cell:
            place = place_of(fault, words)
        yield words("write.remark", place=place, message=told.message)
    if len(new) > MOST_REMARKS:
        yield words("write.more-remarks", n=len(new) - MOST_REMARKS)


def table_of(taken: Taken, month: Month) -> Table:
    """What the forms change, field by field."""
    before, after = month.loaded, taken.made.loaded
    files = [
        Written(edit.file, form.agency, _data(before, edit.file), _data(after, edit.file))
        for edit in taken.made.edits
        for form in taken.forms
        if file_of(month.period, form.agency) == edit.file
    ]
    return changed_table(files, Known(month.words, after.workspace, before.workspace))


def _data(loaded: Loaded, file: str) -> Tree | None:
    source = loaded.sources.get(file)
    return source.data if source else None


def notices(taken: Taken, month: Month) -> Iterator[str]:
    """What is to be known of forms before they are written down: those that say nothing, that others overtook, and
    what was taken from them, or was not, on less than a mark or a typed text."""
    words, units = month.words, month.loaded.workspace.units
    changed = {edit.file for edit in taken.made.edits}
    silent = [form for form in taken.forms if form.is_silent]
    if len(silent) > MOST_NAMED:
        yield words("forms.empty-several", n=len(silent), of=len(taken.forms))
    for form in taken.forms:
        if form.is_silent and len(silent) <= MOST_NAMED:
            yield words("forms.empty", file=form.file)
        elif form.is_stale and file_of(month.period, form.agency) in changed:
            yield words("forms.stale", file=form.file, agency=units.name(form.agency))
        where = _where(form, words)
        if form.guesses:
            rows = (words("forms.row-of", row=one.row, task=one.task) for one in form.guesses)
            yield words("forms.by-title", rows=words.listed(rows), where=where)
        if form.strays:
            yield words("forms.strays", rows=words.listed(map(str, form.strays)), where=where)
        if form.formulas:
            yield words("forms.formulas", cells=words.listed(form.formulas), where=where)
        if form.has_notes:
            yield words("forms.notes", file=form.file)
