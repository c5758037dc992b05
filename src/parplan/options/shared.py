"""The options that commands share, and what each of them comes to: a folder, a plan, a day, a unit.

Must not hold a help text: those stand in the catalogue under ``help.option``, by the parameter's name.
"""

import re
import stat
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Annotated, NamedTuple

from parplan.calendar.period import Period
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint, month_so_far, report_months, report_months_in, written_months
from parplan.finding import Stop
from parplan.model.plan import Plan, PlanFile, Task
from parplan.model.workspace import AGENCIES, DATA
from parplan.options.days import Named, named_half, named_month, named_quarter, parse_day
from parplan.options.parameters import Option
from parplan.reading.load import Loaded, find_root, load
from parplan.spelling import closest, fold
from parplan.system.answers import rests_on
from parplan.words import Words

Root = Annotated[Path | None, Option("--root")]
PlanOption = Annotated[str | None, Option("--plan")]
AsOf = Annotated[str | None, Option("--as-of")]
MonthOption = Annotated[str | None, Option("--month")]
AgencyOption = Annotated[str | None, Option("--agency")]
AgenciesOption = Annotated[list[str] | None, Option("--agency")]


class TableOrJson(StrEnum):
    """How a command that reads answers: for a person or for a machine."""

    table = "table"
    json = "json"


def open_workspace(root: Path | None) -> Loaded:
    """Read the folder named, or the nearest one upward that holds a register of units."""
    return load(find_workspace(root))


def find_workspace(root: Path | None) -> Path:
    """The folder named, or the nearest one upward that holds a register of units: it is about to be read."""
    if root is None:
        start = here()
        found = find_root(start)
        above = takewhile(lambda folder: folder != found, (start, *start.parents))
        rests_on(str(found), [str(folder / AGENCIES) for folder in above])
        return found
    try:
        if not _is_folder(root):
            raise Stop("root-no-folder", folder=str(root))
        has_data = _is_folder(root / DATA)
    except OSError as error:
        raise Stop("folder-unreadable", folder=str(root), cause=error) from None
    if not has_data:
        raise Stop("root-missing", folder=str(root), wanted=AGENCIES)
    rests_on(str(root))
    return root


def _is_folder(path: Path) -> bool:
    """Whether a folder is there; one that may not be looked at is an OSError, unlike what Path says of it."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


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
        if not re.fullmatch(r"[0-9]{4}", asked) or int(asked) not in plans:
            raise Stop("plan-year-unknown", year=asked, known=_years(plans))
        return plans[int(asked)]
    when = day or date.today()
    holding = [file for file in plans.values() if file.plan.starts.earliest <= when <= file.plan.ends]
    return holding[0] if holding else plans[max(plans)]


def plan_of_month(loaded: Loaded, asked: str | None, month: str | None, day: date) -> PlanFile:
    """The plan asked for, else the one of the day; a month typed with its year may be of one other plan alone.

    In January the reports of December come in, and the plan of the day is the next one.
    """
    own = choose_plan(loaded, asked, day)
    named = named_month(month) if asked is None and month is not None else None
    if named is None or named.year is None:
        return own
    typed = (named.number, named.year)
    plans = loaded.workspace.plans.values()
    found = [f for f in plans if typed in {(one.number, str(one.year)) for one in written_months(f.plan)}]
    return found[0] if len(found) == 1 else own


def day_asked(loaded: Loaded, plan: str | None, text: str | None) -> date:
    """The day asked for, else today; without its year, the one nearest to today within the time of the plan."""
    today = date.today()
    if text is None or not loaded.workspace.plans:
        return today if text is None else parse_day(text)
    own = choose_plan(loaded, plan).plan
    return parse_day(text, min(max(today, own.starts.earliest), own.ends))


class PeriodAsked(NamedTuple):
    """The options that name the period of a report, as typed; one of them is to be given."""

    month: str | None = None
    quarter: str | None = None
    half: str | None = None
    year_end: bool = False
    year: str | None = None
    final: bool = False

    @property
    def is_given(self) -> bool:
        """Whether any of them was typed."""
        return self.final or self.year_end or any((self.month, self.quarter, self.half, self.year))

    def parse(self, plan: Plan) -> Period:
        """The period, which the plan reports for."""
        return _reported(plan, self._named())

    def choose(self, loaded: Loaded, asked: str | None) -> tuple[PlanFile, Period]:
        """The plan asked for, else the one that reports for the period; and the period."""
        named, plans = self._named(), loaded.workspace.plans
        if asked is not None or named.year is None or len(plans) < 2:
            file = choose_plan(loaded, asked)
            return file, _reported(file.plan, named)
        found = [file for file in plans.values() if _period(file.plan, named) is not None]
        own = [file for file in found if file.plan.year == int(named.year)]
        if len(found) > 1 and not own:
            raise Stop("plan-needed", period=named.of(named.year), known=_years(f.plan.year for f in found))
        if not found:
            raise Stop("period-in-no-plan", period=named.of(named.year), known=_years(plans))
        file = (own or found)[0]
        return file, _reported(file.plan, named)

    def _named(self) -> Named:
        given = {
            "--month": self.month is not None,
            "--quarter": self.quarter is not None,
            "--half": self.half is not None,
            "--year-end": self.year_end,
            "--final": self.final,
        }
        exclude(given)
        found = self._typed()
        if found.year and self.year and found.year != self.year:
            period = self.month or self.quarter or self.half
            raise Stop("years-contradict", period=period, of=found.year, year=self.year)
        year = found.year or self.year
        if year is not None and not re.fullmatch(r"[12]\d{3}", year, re.ASCII):
            raise Stop("year-invalid", text=year)
        return found._replace(year=year)

    def _typed(self) -> Named:
        if self.month is not None:
            if (found := named_month(self.month)) is None:
                raise Stop("month-invalid", text=self.month)
        elif self.quarter is not None:
            if (found := named_quarter(self.quarter)) is None:
                raise Stop("quarter-invalid", text=self.quarter)
        elif self.half is not None:
            if (found := named_half(self.half)) is None:
                raise Stop("half-invalid", text=self.half)
        elif self.final:
            found = Named(0, 1, None)
        elif self.year_end:
            found = Named(12, 1, None)
        else:
            raise Stop("period-missing")
        return found


def _reported(plan: Plan, named: Named) -> Period:
    """That month, quarter, half or year, which the plan reports for."""
    every = report_months(plan)
    if not every:
        raise Stop("plan-dates-reversed", exit_code=1)
    period = _period(plan, named)
    if period is None:
        raise Stop("period-outside-plan", period=named.of(named.year or plan.year), first=every[0], last=every[-1])
    return period


def _period(plan: Plan, named: Named) -> Period | None:
    """The period of that name for which a plan reports; in the plan's own year, unless that has none."""
    if not named.months:
        return Period.whole_plan(plan.year) if named.year in (None, str(plan.year)) else None
    years = [named.year] if named.year else [plan.year, *(month.year for month in report_months(plan))]
    return next((period for period in map(named.of, years) if report_months_in(plan, period)), None)


def _years(years: Iterable[int]) -> str:
    return ", ".join(str(year) for year in sorted(years))


def draw_standings(loaded: Loaded, plan: str | None, as_of: str | None, month: str | None) -> Standings:
    """How everything stands on the day or at the end of the month asked for, if that is over; else today."""
    exclude({"--as-of": as_of is not None, "--month": month is not None})
    must_know_units(loaded)
    if month is not None:
        file, period = PeriodAsked(month).choose(loaded, plan)
        return Standings(loaded.workspace, file, month_so_far(file.plan, period, date.today()))
    day = day_asked(loaded, plan, as_of)
    return Standings(loaded.workspace, choose_plan(loaded, plan, day), Viewpoint(day))


def must_know_units(loaded: Loaded) -> None:
    """Raises Stop where the register of units could not be read: no name is unknown for that."""
    if loaded.workspace.is_unread(AGENCIES):
        raise Stop("register-unread", exit_code=1, file=AGENCIES)


def exclude(chosen: Mapping[str, bool]) -> None:
    """Refuse two options that ask for different things."""
    asked = [name for name, is_asked in chosen.items() if is_asked]
    if len(asked) > 1:
        raise Stop("options-exclude", first=asked[0], second=asked[1])


def exclude_each(first: Mapping[str, bool], others: Mapping[str, bool]) -> None:
    """Refuse each of some options beside the first ones; among themselves the others go together."""
    for name, is_asked in others.items():
        exclude({**first, name: is_asked})


def find_members(loaded: Loaded, text: str | None, said: Words) -> tuple[str | None, frozenset[str] | None]:
    """A unit, or a group and all it holds, by id, name, short name or alias, with or without diacritics."""
    if text is None:
        return None, None
    units = loaded.workspace.units
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
