"""Forms of a month that came back, taken together: what they change, and every cell that is bad.

Must not write. What would bring an error into the data is told at the cell that says it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from parplan.documents.package import LARGEST_FILE
from parplan.editing.edit import Edited, edited
from parplan.editing.progress import UPDATES, file_of
from parplan.finding import Finding, Severity, Stop
from parplan.options.forms.filled import Fault, Filled
from parplan.options.forms.form import read_forms
from parplan.options.forms.overtaken import Held, hold_back
from parplan.options.record.changes import recorded
from parplan.options.record.month import Month
from parplan.options.record.said import Raw
from parplan.output.files.digests import written_in
from parplan.output.files.seal import seal_of
from parplan.output.files.seal_note import made_of
from parplan.output.terminal.progress import tracked
from parplan.system.folder import read
from parplan.views.findings import tell

ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".docx", ".csv"})
OTHERS: Final = frozenset({"form-foreign", "form-other-month", "form-other-plan"})
"""Why a file is no form of the month: in a folder such files lie beside those that are, and stop none of them."""

ASIDE: Final = ("~$", ".")
"""How the names of files begin that programs keep beside those which are open."""


@dataclass(frozen=True)
class Taken:
    """``made``: what the good rows change. ``faults``: what is bad, file by file, cell by cell.

    ``held``: rows that are left out, since what they would replace was written down after their form went out.
    ``others``: files in a folder that are no forms of the month; ``own``: the names of those that we made.
    """

    made: Edited
    forms: tuple[Filled, ...]
    faults: tuple[Fault, ...]
    held: tuple[Held, ...]
    others: tuple[Fault, ...] = ()
    own: tuple[str, ...] = ()


def take(month: Month, paths: Sequence[Path], received: str | None, *, replace: bool = False) -> Taken:
    """Read some forms; ``replace``: whatever was written down since they went out.

    Raises Stop for what no form says, as a day that is none.
    """
    common: Raw = {"received": [month.days.past(received).isoformat()]} if received else {}
    forms, faults, beside = _read(month, list(dict.fromkeys(forms_in(paths))), set(paths))
    if beside and not (forms or faults):
        raise Stop("forms-none-of-month", month=month.period, n=len(beside))
    made = _proven(month, forms, common)
    held = [] if replace else hold_back(month, forms, made)
    if held:
        made = _proven(month, forms, common)
    faults += [fault for form in forms for fault in form.faults]
    own = tuple(path.name for path, _ in beside if _is_own(path))
    others = tuple(Fault(path.name, stop) for path, stop in beside if path.name not in own)
    return Taken(made, tuple(forms), tuple(faults), tuple(held), others, own)


def _proven(month: Month, forms: Sequence[Filled], common: Raw) -> Edited:
    """What the forms change, without the rows that would bring an error: those are told at their cells."""
    while True:
        made = _recorded(month, forms, common)
        brought = [_at_cell(error, made, month, forms) for error in made.new_errors]
        if not any(brought):
            return made


def _read(
    month: Month, paths: Sequence[Path], named: Container[Path]
) -> tuple[list[Filled], list[Fault], list[tuple[Path, Stop]]]:
    """Each form, one of each unit; a fault for each named file that is none, or one of two: nobody knows which;
    and the files that are none, and that nobody named."""
    forms: dict[str, Filled] = {}
    faults: list[Fault] = []
    beside: list[tuple[Path, Stop]] = []
    twice = set[str]()
    for path in tracked(paths, month.words("progress.forms-read")):
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
            if stop.reason in OTHERS and path not in named:
                beside.append((path, stop))
            else:
                faults.append(Fault(path.name, stop))
    return [form for agency, form in forms.items() if agency not in twice], faults, beside


def _is_own(path: Path) -> bool:
    """Whether we made a file, and no unit can have filled it in: it is as it was made, or a report."""
    try:
        content = read(path, LARGEST_FILE)
        seal, written = seal_of(content), written_in(path.parent)
    except OSError:
        return False
    if seal is None:
        return written.is_ours(path.name, content)
    return seal.is_whole or made_of(seal.note) is not None


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


def _at_cell(error: Finding, made: Edited, month: Month, forms: Sequence[Filled]) -> bool:
    """Whether a form would bring an error: it is told at the cell that says it, and the row left out from now."""
    found = told_of(error, made, month, forms)
    if found is None:
        return False
    form, task, period = found
    left = [one for one in form.told if (one.task, one.period) != (task, period)]
    if len(left) == len(form.told):
        return False
    form.faults.append(fault_of(error, made, month, found))
    form.told = left
    return True


def told_of(
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


def fault_of(finding: Finding, made: Edited, month: Month, found: tuple[Filled, str, str]) -> Fault:
    """What a check says, at the cell that it is about."""
    form, task, period = found
    path = finding.where.path
    said = tell(made.loaded, [finding], Severity.HINT, month.words).complaints[0].message
    name = "/".join(map(str, path[2:4] if path[2:3] == ("values",) else path[2:3])) or "status"
    return form.fault_at(task, period, name, Stop("form-says", text=said))
