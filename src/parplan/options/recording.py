"""The month that is being written down, by whom and of which tasks; and what was typed, as changes to its files.

Must not ask anybody, write, or let a month that has gone up be changed unawares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final

from parplan.calendar.period import Period
from parplan.editing.edit import Edited, edited
from parplan.editing.progress import Said, file_of, into, new_file
from parplan.editing.records import head_of_plan
from parplan.editing.text.change import Change
from parplan.facts.assignments import STANDING
from parplan.facts.form import Asked, asked_of, known_on, month_open, went_up
from parplan.facts.monthly_register import owing
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import end_of_month_report, final_folder, written_months
from parplan.finding import Stop, Stops
from parplan.model.plan import Plan, PlanFile, Task
from parplan.options.days import Days
from parplan.options.parameters import Option
from parplan.options.said import (
    PROSE,
    Context,
    Raw,
    read_fields,
    read_kind,
    read_paper,
    read_period,
    read_said,
    read_status,
)
from parplan.options.shared import day_asked, find_members, find_task, must_know_units, plan_of_month
from parplan.options.writing import open_to_write
from parplan.output.files.made_report import reports_made
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.words import Words

OF_TASK: Final = frozenset((*PROSE, "status", "date", "value", "expected", "evidence", "period"))
"""What is said of a task, and of nothing else."""

MOST_TOLD: Final = 10
"""Wrong rows that are told: of more, the first."""

Late = Annotated[bool, Option("--late")]


@dataclass(frozen=True)
class Month:
    """A month of a plan that is written down, seen on a day."""

    loaded: Loaded
    plan: PlanFile
    period: Period
    day: date
    words: Words
    _asked: dict[str, tuple[Asked, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def standings(self) -> Standings:
        """As the month's report sees everything."""
        return Standings(self.loaded.workspace, self.plan, end_of_month_report(self.plan.plan, self.period))

    @cached_property
    def now(self) -> Standings:
        """As everything is known on the day."""
        return known_on(self.standings, self.day)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The units that owe anything under the plan."""
        return owing(self.standings)

    def asked(self, agency: str) -> tuple[Asked, ...]:
        """All that a unit is asked about."""
        if agency not in self._asked:
            self._asked[agency] = asked_of(self.standings, agency)
        return self._asked[agency]

    @property
    def days(self) -> Days:
        """How days are read beside the month: a report of it may come, and tell of things, until its end."""
        return Days(min(self.day, self.period.last), self.day)

    @cached_property
    def owed(self) -> frozenset[tuple[str, str]]:
        """Who owes which task, or has owed or may owe it: tasks of which somebody decided are not judged here."""
        plan = self.plan.plan.year
        decided = {d.task for f in self.loaded.workspace.decisions if f.plan == plan for d in f.decisions}
        duties = (standing.assignment for standing in self.standings.standing_duties(self.period))
        every = (self.standings.assignments + duties).runs
        owed = {(run.first.task.id, agency) for run in every for agency in run.agencies}
        free = {task.id for task in self.plan.tasks if task.kind == "general" or task.id in decided}
        return frozenset(owed | {(task, unit) for task in free for unit in self.loaded.workspace.units.agencies})

    @property
    def is_history(self) -> bool:
        """Whether the report of the month has gone up."""
        return self.day > went_up(self.loaded.workspace, self.plan, self.period)


def open_month(
    root: Path | None,
    plan: str | None,
    month: str | None,
    as_of: str | None,
    words: Words,
    typed: Mapping[str, Sequence[str] | None] = MappingProxyType({}),
) -> Month:
    """The month asked for, else the one that is open on the day; today, unless another day is named.

    ``typed``: the names and words of closed lists that were typed; an unknown one is told before any month.
    """
    loaded = open_to_write(root)
    must_know_units(loaded)
    day = day_asked(loaded, plan, as_of)
    file = plan_of_month(loaded, plan, month, day)
    _must_be_known(typed, loaded, file, words)
    if month is not None:
        return Month(loaded, file, _named(file.plan, month, words), day, words)
    found = month_open(loaded.workspace, file, day)
    if found is None:
        last = final_folder(file.plan)
        raise Stop("month-none-open", plan=file.plan.year, last=last, number=f"{last.number}/{last.year}")
    return Month(loaded, file, found, day, words)


def _must_be_known(
    typed: Mapping[str, Sequence[str] | None], loaded: Loaded, plan: PlanFile, words: Words
) -> None:
    readers: dict[str, Callable[[str], object]] = {
        "kind": read_kind,
        "status": read_status,
        "task": lambda text: find_task(plan, text, words, loaded.workspace.left_out),
        "agency": lambda text: find_members(loaded, text, words),
    }
    for name, read in readers.items():
        for text in typed.get(name) or ():
            read(text)


def _named(plan: Plan, text: str, words: Words) -> Period:
    """A month that may be written down: one for which there is a report, or the one after the last."""
    known = written_months(plan)
    period = read_period(text, known, words)
    if period not in known:
        raise Stop("period-outside-plan", period=period, first=known[0], last=known[-1])
    return period


def keep_history(month: Month, *, late: bool, is_work: bool = True) -> None:
    """Raises Stop where the month is history, and nobody said that it may change.

    ``is_work``: what is written has a day of its own, and may stand in the open month.
    """
    if not month.is_history:
        if late:
            raise Stop("late-needless", month=month.period)
        return
    if late:
        return
    made = ", ".join(reports_made(month.loaded.root, month.plan.plan.year, month.period))
    gone = went_up(month.loaded.workspace, month.plan, month.period)
    now = month_open(month.loaded.workspace, month.plan, month.day)
    told = month.words("record.reports-made", files=made) if made else ""
    if now is None or not is_work:
        raise Stop("month-closed", exit_code=1, month=month.period, day=gone, made=told)
    number, year = f"{now.number}/{now.year}", month.plan.plan.year
    if plan_of_month(month.loaded, None, number, month.day).plan.year != year:  # the next plan has begun
        number += f" --plan {year}"
    raise Stop("month-closed-open", exit_code=1, month=month.period, day=gone, made=told, open=now, number=number)


def find_units(month: Month, texts: Sequence[str]) -> tuple[str, ...]:
    """The units that some names come to, each once; a group stands for its members that owe anything."""
    found: dict[str, None] = {}
    for text in texts:
        name, members = find_members(month.loaded, text, month.words)
        units = month.loaded.workspace.units
        every = [name] if name in units.agencies else [unit for unit in month.units if unit in (members or ())]
        found.update(dict.fromkeys(unit for unit in every if unit is not None))
    return tuple(found)


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


def head_of(month: Month) -> dict[str, Tree]:
    """How a file of the month begins."""
    return {**head_of_plan(month.loaded.workspace, month.plan), "month": str(month.period)}


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
