"""The options that commands share, and what each of them comes to: a folder, a plan, a day, a unit.

Must not hold a help text: those stand in the catalogue under ``help.option``, by the parameter's name.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parplan.facts.standing import Standings
from parplan.facts.units import Units
from parplan.facts.viewpoint import Viewpoint, end_of_month_report, report_months, report_months_in
from parplan.finding import Stop
from parplan.load import Loaded, find_root, load
from parplan.model.plan import Plan, PlanFile, Task
from parplan.model.workspace import AGENCIES, DATA
from parplan.period import Period
from parplan.spelling import closest, fold
from parplan.words import Words

Root = Annotated[Path | None, typer.Option("--root")]
PlanOption = Annotated[str | None, typer.Option("--plan")]
AsOf = Annotated[str | None, typer.Option("--as-of")]
MonthOption = Annotated[str | None, typer.Option("--month")]
AgencyOption = Annotated[str | None, typer.Option("--agency")]
AgenciesOption = Annotated[list[str] | None, typer.Option("--agency")]


class TableOrJson(StrEnum):
    """How a command that reads answers: for a person or for a machine."""

    table = "table"
    json = "json"


def open_workspace(root: Path | None) -> Loaded:
    """Read the folder named, or the nearest one upward that holds a register of units."""
    if root is None:
        return load(find_root(here()))
    try:
        found = stat.S_ISDIR((root / DATA).stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        found = False
    except OSError as error:
        raise Stop("folder-unreadable", folder=str(root), cause=error) from None
    if not found:
        raise Stop("root-missing", folder=str(root), wanted=AGENCIES)
    return load(root)


def here() -> Path:
    """Where the person stands. Raises Stop where that folder has gone meanwhile."""
    try:
        return Path.cwd()
    except OSError as error:
        raise Stop("folder-gone", cause=error) from None


def choose_plan(loaded: Loaded, asked: str | None, day: date | None = None) -> PlanFile:
    """The plan of the year asked for; else the one whose time holds the day; else the newest."""
    plans = loaded.workspace.plans
    if not plans:
        raise Stop("plan-missing", exit_code=1)
    if asked is not None:
        known = ", ".join(str(year) for year in sorted(plans))
        if not re.fullmatch(r"[0-9]{4}", asked) or int(asked) not in plans:
            raise Stop("plan-year-unknown", year=asked, known=known)
        return plans[int(asked)]
    when = day or date.today()
    holding = [file for file in plans.values() if file.plan.starts.earliest <= when <= file.plan.ends]
    return holding[0] if holding else plans[max(plans)]


def parse_day(text: str) -> date:
    """A day as a person types it: 2022-09-30 or 30/9/2022."""
    match = re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", text)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
        return date.fromisoformat(text)
    except ValueError:
        raise Stop("date-invalid", text=text) from None


def parse_month(text: str, plan: Plan, year: str | None = None) -> Period:
    """A report month as a person types it: 9, 2022-09 or 9/2022; one that the plan reports for."""
    match = re.fullmatch(r"(?:(\d{4})-)?(\d{1,2})|(\d{1,2})/(\d{4})", text, re.ASCII)
    number = int(match[2] or match[3]) if match else 0
    if match is None or not 1 <= number <= 12:
        raise Stop("month-invalid", text=text)
    return _reported(plan, 1, number, match[1] or match[4] or year)


@dataclass(frozen=True, slots=True)
class PeriodAsked:
    """The options that name the period of a report, as typed; one of them is to be given."""

    month: str | None
    quarter: str | None
    half: str | None
    year_end: bool
    year: str | None

    def parse(self, plan: Plan) -> Period:
        """The period, which the plan reports for."""
        given = {
            "--month": self.month is not None,
            "--quarter": self.quarter is not None,
            "--half": self.half is not None,
            "--year-end": self.year_end,
        }
        exclude(given)
        if self.month is not None:
            return parse_month(self.month, plan, self.year)
        if self.quarter is not None:
            if (number := _number(self.quarter, "Q", 4)) is None:
                raise Stop("quarter-invalid", text=self.quarter)
            return _reported(plan, 3, number[1], number[0] or self.year)
        if self.half is not None:
            if (number := _number(self.half, "H", 2)) is None:
                raise Stop("half-invalid", text=self.half)
            return _reported(plan, 6, number[1], number[0] or self.year)
        if self.year_end:
            return _reported(plan, 12, 1, self.year)
        raise Stop("period-missing")


ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def _number(text: str, letter: str, most: int) -> tuple[str | None, int] | None:
    """The year, if it was typed, and the number of a quarter or half: 3, III, Q3, 2022-Q3 or III/2022."""
    pattern = rf"(?:(\d{{4}})-)?{letter}?([1-4]|i{{1,3}}|iv)(?:/(\d{{4}}))?"
    match = re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE)
    if match is None:
        return None
    number = int(ROMAN.get(match[2].lower(), match[2]))
    return (match[1] or match[3], number) if number <= most else None


def _reported(plan: Plan, months: int, number: int, year: str | None) -> Period:
    """That month, quarter, half or year, if the plan reports for any month of it."""
    stated = year or str(plan.year)
    if not re.fullmatch(r"[12]\d{3}", stated):
        raise Stop("year-invalid", text=stated)
    period = Period(date(int(stated), (number - 1) * months + 1, 1), months)
    every = report_months(plan)
    if not every:
        raise Stop("plan-dates-reversed", exit_code=1)
    if not report_months_in(plan, period):
        raise Stop("period-outside-plan", period=period, first=every[0], last=every[-1])
    return period


def draw_standings(loaded: Loaded, plan: str | None, as_of: str | None, month: str | None) -> Standings:
    """How everything stands on the day or at the end of the month asked for; today, if neither is."""
    exclude({"--as-of": as_of is not None, "--month": month is not None})
    if loaded.workspace.is_unread(AGENCIES):
        raise Stop("register-unread", exit_code=1, file=AGENCIES)
    day = parse_day(as_of) if as_of else date.today()
    file = choose_plan(loaded, plan, None if month else day)
    view = end_of_month_report(file.plan, parse_month(month, file.plan)) if month else Viewpoint(day)
    return Standings(loaded.workspace, file, view)


def exclude(chosen: Mapping[str, bool]) -> None:
    """Refuse two options that ask for different things."""
    asked = [name for name, is_asked in chosen.items() if is_asked]
    if len(asked) > 1:
        raise Stop("options-exclude", first=asked[0], second=asked[1])


def find_members(loaded: Loaded, text: str | None, said: Words) -> tuple[str | None, frozenset[str] | None]:
    """A unit, or a group and all it holds, by id, name, short name or alias, with or without diacritics."""
    if text is None:
        return None, None
    units = Units(loaded.workspace.agencies)
    found = units.find(text)
    if found is None:
        near = units.nearest(text)
        meant = said("stop.meant", meant=near, name=units.name(near)) if near else ""
        raise Stop("agency-unknown", text=text, meant=meant)
    return found, frozenset(units.reached([found]) & units.agencies.keys())


def find_all_members(
    loaded: Loaded, texts: Sequence[str] | None, said: Words
) -> tuple[tuple[str, ...], frozenset[str] | None]:
    """Several units or groups, and all that they hold together; None where none was named."""
    if not texts:
        return (), None
    found = [find_members(loaded, text, said) for text in texts]
    asked = dict.fromkeys(unit for unit, _ in found if unit is not None)
    return tuple(asked), frozenset().union(*(members for _, members in found if members is not None))


def find_task(file: PlanFile, text: str, said: Words, left_out: Collection[str] = ()) -> Task:
    """A task by its id in any case, by its title, or by words that stand in the title of no other."""
    tasks = {task.id.lower(): task for task in file.tasks}
    if text.lower() in tasks:
        return tasks[text.lower()]
    named = [task for task in file.tasks if fold(text) == fold(task.title)]
    named = named or [task for task in file.tasks if fold(text) in fold(task.title)]
    if len(named) == 1:
        return named[0]
    if named:
        listed = "".join(f"\n  {task.id}  {task.title}" for task in named)
        raise Stop("task-ambiguous", text=text, n=len(named), tasks=listed)
    if text in left_out:
        raise Stop("task-broken", exit_code=1, text=text)
    near = closest(text, tasks)
    meant = said("stop.meant", meant=tasks[near].id, name=tasks[near].title) if near else ""
    raise Stop("task-unknown", text=text, meant=meant)
