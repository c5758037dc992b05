"""The month that is being written down: whose it is, what is asked of it, and whether it has gone up.

Must not ask anybody, write, or let a month that has gone up be changed unawares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from parplan.calendar.period import Period
from parplan.editing.records import head_of_plan
from parplan.facts.form import Asked, asked_of, known_on, month_open, went_up
from parplan.facts.monthly_register import owing
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import end_of_month_report, final_folder, written_months
from parplan.finding import Stop
from parplan.model.plan import Plan, PlanFile
from parplan.options.days import Days
from parplan.options.parameters import Option
from parplan.options.record.said import (
    read_kind,
    read_period,
    read_status,
)
from parplan.options.shared import day_asked, find_members, find_task, must_know_units, plan_of_month
from parplan.options.writing import open_to_write
from parplan.output.files.made_report import reports_made
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.words import Words

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


def head_of(month: Month) -> dict[str, Tree]:
    """How a file of the month begins."""
    return {**head_of_plan(month.loaded.workspace, month.plan), "month": str(month.period)}
