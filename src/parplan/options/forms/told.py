"""What somebody is told of forms before they are written down: each bad cell, what is kept, and what was not read.

Must not change what was taken from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from parplan.documents.document import column_of
from parplan.editing.edit import new_remarks
from parplan.editing.progress import file_of
from parplan.finding import Severity, Stop
from parplan.options.forms.filled import Fault, Filled
from parplan.options.forms.overtaken import left_empty, left_out
from parplan.options.forms.taken import Taken, fault_of, told_of
from parplan.options.record.month import Month
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.spelling import bare
from parplan.views.findings import tell
from parplan.views.forms.changed import Written, changed_fields, changed_table, said_of
from parplan.views.phrases.known import Known
from parplan.views.table import Table
from parplan.words import Words

MOST_NAMED: Final = 5
"""So many forms that say nothing, and cells that are not read, are named: of more, how many there are."""

MOST_REMARKS: Final = 20
"""Remarks of the checks that are told: of more, how many there are."""


def told_lines(taken: Taken, month: Month) -> Iterator[str]:
    """All of it: what is bad, what is left out, what else is to be known."""
    yield from fault_lines(taken.faults, month.words)
    yield from held_lines(taken, month)
    yield from beside_lines(taken, month)
    yield from notices(taken, month)


def beside_lines(taken: Taken, month: Month) -> Iterator[str]:
    """What else lies in a folder with forms: in one line what we made ourselves, and each other file."""
    words = month.words
    if taken.own:
        key = "forms.own-more" if len(taken.own) > MOST_NAMED else "forms.own"
        more, files = len(taken.own) - MOST_NAMED, ", ".join(taken.own[:MOST_NAMED])
        yield words(key, n=len(taken.own), files=files, more=more, month=month.period)
    for fault in taken.others[:MOST_NAMED]:
        why = words(f"stop.{fault.stop.reason}", **{"file": fault.file, **fault.stop.values})
        yield words("forms.other", file=fault.file, why=why)
    if len(taken.others) > MOST_NAMED:
        yield words("forms.other-more", n=len(taken.others) - MOST_NAMED, month=month.period)


def fault_lines(faults: Sequence[Fault], words: Words) -> Iterator[str]:
    """Each fault in a line, its place as who opens the file sees it."""
    for fault in faults:
        why = words(f"stop.{fault.stop.reason}", **{"file": fault.file, **fault.stop.values})
        yield words("forms.at", place=place_of(fault, fault.cell, words), why=why)


def place_of(one: Fault | Filled, cell: str, words: Words) -> str:
    """A cell as who opens the file counts: in Excel by its letter, in Word by row and column. Else the form."""
    where = where_of(one, words)
    if not cell:
        return where
    if not one.table:
        return words("forms.cell", where=where, cell=cell)
    letters = cell.rstrip("0123456789")
    row, column = cell.removeprefix(letters), column_of(letters) + 1
    return words("forms.cell-of-table", where=where, row=row, column=column)


def where_of(one: Fault | Filled, words: Words) -> str:
    """A file, and what of it holds the form."""
    key = "forms.table" if one.table else "forms.sheet"
    return words(key, file=one.file, tab=one.tab, table=one.table) if one.table or one.tab else one.file


def remark_lines(taken: Taken, month: Month) -> Iterator[str]:
    """What the checks will say from now on that they did not say before, at the cells that say it."""
    new, words = new_remarks(month.loaded, taken.made.loaded), month.words
    for finding in new[:MOST_REMARKS]:
        found = told_of(finding, taken.made, month, taken.forms)
        fault = fault_of(finding, taken.made, month, found) if found else None
        (told,) = tell(taken.made.loaded, [finding], Severity.HINT, words).complaints
        place = f"{told.file}:{told.span.line}"
        if fault and fault.cell:
            place = place_of(fault, fault.cell, words)
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
    """What is to be known of forms before they are written down: those that say nothing, or lie under another's
    name; what was taken from them, or was not, on less than a mark or a typed text; and what the data keep."""
    words = month.words
    silent = [form for form in taken.forms if form.is_silent]
    if len(silent) > MOST_NAMED:
        yield words("forms.empty-several", n=len(silent), of=len(taken.forms))
    for form in taken.forms:
        if form.is_silent and len(silent) <= MOST_NAMED:
            yield words("forms.empty", file=form.file)
        yield from _of_name(form, month)
        yield from _of_rows(form, words)
        yield from _of_cells(form, words)
        yield from _kept(form, month)


def _of_name(form: Filled, month: Month) -> Iterator[str]:
    """A file that goes by another unit than its form does."""
    units, name = month.loaded.workspace.units, f" {bare(form.file.rpartition('.')[0])} "
    named = {unit for unit in units.agencies if f" {bare(units.name(unit))} " in name}
    if named and form.agency not in named:
        others = month.words.listed(units.name(unit) for unit in units.in_order(named))
        yield month.words("forms.named-otherwise", file=form.file, agency=units.name(form.agency), named=others)


def _of_rows(form: Filled, words: Words) -> Iterator[str]:
    where = where_of(form, words)
    if form.guesses:
        rows = (words("forms.row-of", row=one.row, task=one.task) for one in form.guesses)
        yield words("forms.by-title", rows=words.listed(rows), where=where)
    if form.strays:
        yield words("forms.strays", rows=words.listed(map(str, form.strays)), where=where)
    if form.lost:
        yield words("forms.lost", tasks=words.listed(form.lost), where=where)


def _of_cells(form: Filled, words: Words) -> Iterator[str]:
    kinds = {
        "formulas": form.formulas,
        "early": form.early,
        "links": form.links,
        "notes": form.notes,
        "outside": form.outside,
    }
    for key, cells in kinds.items():
        for places in [cells] if cells and not form.table else [[cell] for cell in cells]:
            named = words.listed(places[:MOST_NAMED])
            if len(places) > MOST_NAMED:
                named = words("forms.more-cells", cells=", ".join(places[:MOST_NAMED]), n=len(places) - MOST_NAMED)
            yield words(f"forms.{key}", place=place_of(form, named, words))


def _kept(form: Filled, month: Month) -> Iterator[str]:
    """What was written down since a form went out, and stands nowhere in it."""
    words = month.words
    known, name = _known(month.loaded, month), file_of(month.period, form.agency)
    for _, field, cell, update in left_empty(month, form):
        there = said_of(known, name, field, update)
        yield words("forms.left-empty", place=place_of(form, cell, words), there=there)
    tasks = left_out(month, form)
    if tasks:
        yield words("forms.left-out", where=where_of(form, words), tasks=words.listed(tasks))


def held_lines(taken: Taken, month: Month) -> Iterator[str]:
    """The rows that are left out, and field by field what stands there and what the form says."""
    words, known = month.words, _known(taken.made.loaded, month)
    for one in taken.held:
        file = file_of(month.period, one.form.agency)
        fields = [
            words("forms.held-field" if was else "forms.held-new", field=label, was=was, now=now)
            for label, was, now in changed_fields(known, file, one.there, one.here)
        ]
        place = place_of(one.form, one.cell, words)
        what = one.task or words("forms.of-report")
        listed = "; ".join(fields)
        yield words("forms.held", place=place, what=what, fields=f"{listed[:1].upper()}{listed[1:]}")


def _known(loaded: Loaded, month: Month) -> Known:
    return Known(month.words, loaded.workspace, month.loaded.workspace)


def refusal(taken: Taken) -> Stop:
    """Why nothing is written: bad cells, or files that are no forms; what can be done about it."""
    cells, files = sum(bool(fault.cell) for fault in taken.faults), len(taken.faults)
    if cells:
        return Stop("forms-faulty", exit_code=1, n=files)
    if taken.made.edits:
        return Stop("forms-not-taken", exit_code=1, n=files)
    return Stop("forms-none-taken", exit_code=1, n=files)


def remainder(taken: Taken) -> Stop | None:
    """What is left to be done when the rest is written."""
    held, faults = len(taken.held), len(taken.faults)
    if held and not faults:
        return Stop("forms-held", exit_code=1, n=held)
    if held:
        return Stop("forms-partly-held", exit_code=1, n=faults, held=held)
    return Stop("forms-partly", exit_code=1, n=faults) if faults else None
