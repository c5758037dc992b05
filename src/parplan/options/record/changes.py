"""What was typed of a month, as changes to its files.

Must not ask anybody, or write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from parplan.editing.edit import Edited, edited
from parplan.editing.progress import Said, file_of, into, new_file
from parplan.editing.text.change import Change
from parplan.facts.assignments import STANDING
from parplan.finding import Stop, Stops
from parplan.model.plan import Task
from parplan.options.record.month import Month, find_units, head_of
from parplan.options.record.said import (
    PROSE,
    Context,
    Raw,
    read_fields,
    read_paper,
    read_said,
)
from parplan.options.shared import find_task
from parplan.reading.tree import Tree

OF_TASK: Final = frozenset((*PROSE, "status", "date", "value", "expected", "evidence", "period"))
"""What is said of a task, and of nothing else."""

MOST_TOLD: Final = 10
"""Wrong rows that are told: of more, the first."""


def recorded(month: Month, raws: Iterable[Raw], *, nothing: bool = False, numbers: Sequence[int] = ()) -> Edited:
    """What was typed, as changes. ``nothing``: whatever a unit is not said to have done, nothing arose of it.

    Raises Stop; each of several rows with its number, from 1 unless ``numbers`` say otherwise.
    """
    files: dict[str, _File] = {}
    _take_all(month, list(raws), files, numbers, nothing=nothing)
    for agency, file in files.items() if nothing else ():
        file.saids.extend(_nothing(month, agency, {said.task for said in file.saids}))
    changes: list[Change] = []
    new_files: dict[str, dict[str, Tree]] = {}
    for agency, file in files.items():
        name = file_of(month.period, agency)
        source = month.loaded.sources.get(name)
        if source is not None:
            changes += into(source, file.head, file.saids)
        elif name in month.loaded.texts:
            raise Stop("file-faulty", exit_code=1, file=name)
        else:
            new_files[name] = new_file({**head_of(month), "agency": agency, **file.head}, file.saids)
    return edited(month.loaded, changes, new_files)


def _take_all(
    month: Month, raws: list[Raw], files: dict[str, _File], numbers: Sequence[int], *, nothing: bool
) -> None:
    """Every row; of several, those that are wrong are told together, each with its number, whole."""
    refused: list[tuple[int, Stop]] = []
    for number, raw in zip(numbers or range(1, len(raws) + 1), raws, strict=True):
        try:
            _take(month, raw, files, nothing=nothing)
        except Stop as stop:
            refused.append((number, stop))
    if refused and len(raws) == 1 and not numbers:
        raise refused[0][1]
    if refused:
        told = [
            month.words("record.row", n=number, why=month.words(f"stop.{one.reason}", **one.values))
            for number, stop in refused[:MOST_TOLD]
            for one in (stop, *stop.beside)
        ]
        worst = max(stop.exit_code for _, stop in refused)
        raise Stop("rows-refused", exit_code=worst, n=len(refused), rows="\n".join(told))


@dataclass
class _File:
    """What comes into one unit's file."""

    head: dict[str, Tree] = field(default_factory=dict)
    saids: list[Said] = field(default_factory=list)


def _take(month: Month, raw: Raw, files: dict[str, _File], *, nothing: bool) -> None:
    """One row: its head and, where it names a task, its update, to each unit that it is of."""
    task, head, agencies = _read_row(month, raw, nothing=nothing)
    units = month.loaded.workspace.units
    for agency in agencies:
        file = files.setdefault(agency, _File())
        if any(file.head.get(key, value) != value for key, value in head.items()):
            raise Stop("head-twice", agency=units.name(agency))
        file.head |= head
        if task is None:
            continue
        if (task.id, agency) not in month.owed:
            raise Stop("record-not-owed", exit_code=1, agency=units.name(agency), task=task.id)
        said = read_said(raw, Context(month.days, task, month.asked(agency), units, month.words))
        if any((one.task, one.period) == (said.task, said.period) for one in file.saids):
            raise Stop("said-twice-task", task=task.id, agency=units.name(agency))
        file.saids.append(said)


def _read_row(month: Month, raw: Raw, *, nothing: bool) -> tuple[Task | None, dict[str, Tree], tuple[str, ...]]:
    """The task, the head and the units of a row. Raises Stop; beside it, whatever else is wrong in the row."""
    stops, task, head, agencies = Stops(), None, dict[str, Tree](), tuple[str, ...]()
    with stops.gathered():
        if "task" in raw:
            task = find_task(month.plan, raw["task"][0], month.words, month.loaded.workspace.left_out)
    with stops.gathered():
        head = _head_of_report(month, raw)
    with stops.gathered():
        if "agency" not in raw:
            raise Stop("said-missing-unit")
        agencies = _of_row(month, raw, task)
    if stops.found:
        with stops.gathered():
            read_fields(raw, task, month.days, month.loaded.workspace.units)
    elif task is None and (OF_TASK & raw.keys() or not (head or nothing)):
        raise Stop("said-without-task")
    elif "document" in head and len(agencies) > 1:
        raise Stop("document-several")
    stops.raise_any()
    return task, head, agencies


def _of_row(month: Month, raw: Raw, task: Task | None) -> tuple[str, ...]:
    """The units of a row; of a group, those that are asked about the task."""
    named = find_units(month, raw["agency"])
    if task is None or len(named) == 1:
        return named
    groups = month.loaded.workspace.units.is_group
    if not any(groups(name) for text in raw["agency"] if (name := month.loaded.workspace.units.find(text))):
        return named
    return tuple(unit for unit in named if any(one.assignment.task is task for one in month.asked(unit)))


def _head_of_report(month: Month, raw: Raw) -> dict[str, Tree]:
    """When a report came, and the paper it came with."""
    head: dict[str, Tree] = {}
    if "received" in raw:
        head["received"] = month.days.past(raw["received"][0]).isoformat()
    if "document" in raw:
        head["document"] = read_paper(raw["document"][0], month.days)
    if "note" in raw:
        head["note"] = raw["note"][0]
    return head


def _nothing(month: Month, agency: str, told: set[str]) -> Iterator[Said]:
    """«Không phát sinh» for each duty without a day of which the unit's file says nothing yet."""
    for one in month.asked(agency):
        task = one.assignment.task
        if task.kind in STANDING and one.said is None and task.id not in told:
            yield Said(task.id, None, {"status": "none"})
