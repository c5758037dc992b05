"""The workspace: every file under data/, read and joined; and the list of patterns that file names follow.

Must not read files, draw facts, or hold anything that was not written in one of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple
from unicodedata import normalize

from parplan.calendar.due_days import WorkingCalendar
from parplan.model.agency import AgenciesFile
from parplan.model.calendar import CalendarFile
from parplan.model.index import IndexesFile
from parplan.model.plan import PlanFile
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.reminder import RemindersFile
from parplan.model.report import ReportFile
from parplan.model.result import Result, ResultsFile
from parplan.model.settings import SettingsFile
from parplan.model.shared import File
from parplan.model.units import Units

DATA: Final = "data"
AGENCIES: Final = "data/agencies.yaml"
INDEXES: Final = "data/indexes.yaml"
CALENDAR: Final = "data/calendar.yaml"
REQUIRED: Final = (AGENCIES, INDEXES)

_MONTH: Final = r"(?P<month>[0-9]{4}-(?:0[1-9]|1[0-2]))"


class FileKind(NamedTuple):
    """One kind of file. ``name`` is what its schema is called, ``globs`` are how an editor tells its files.

    A glob that begins with "!" takes files out again.
    """

    name: str
    pattern: re.Pattern[str]
    model: type[File]
    globs: tuple[str, ...]


def _kind(name: str, model: type[File], pattern: str, *globs: str) -> FileKind:
    return FileKind(name, re.compile(rf"data/{pattern}\.yaml"), model, globs)


LAYOUT: Final = (
    _kind("agencies", AgenciesFile, r"agencies", AGENCIES),
    _kind("indexes", IndexesFile, r"indexes", INDEXES),
    _kind("calendar", CalendarFile, r"calendar", CALENDAR),
    _kind("settings", SettingsFile, r"settings", "data/settings.yaml"),
    _kind("plan", PlanFile, r"plan-(?P<year>[0-9]{4})", "data/plan-*.yaml"),
    _kind("results", ResultsFile, r"results/(?P<year>[0-9]{4})", "data/results/*.yaml"),
    _kind("decisions", DecisionsFile, rf"progress/{_MONTH}/decisions", "data/progress/*/decisions.yaml"),
    _kind(
        "progress",
        ProgressFile,
        rf"progress/{_MONTH}/(?P<agency>[A-Za-z0-9.-]+)",
        "data/progress/*/*.yaml",
        "!data/progress/*/decisions.yaml",
    ),
    _kind(
        "report",
        ReportFile,
        r"reports/(?P<period>[0-9]{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]|final))?)",
        "data/reports/*.yaml",
    ),
    _kind("reminders", RemindersFile, r"reminders/(?P<year>[0-9]{4})", "data/reminders/*.yaml"),
)
"""Every YAML file under data/ is of one of these, first match first; named parts must agree with its head."""


def month_file_name(month: str, name: str) -> str:
    """The file of a month: of a unit, by its id, or the decisions."""
    return f"data/progress/{month}/{name}.yaml"


TEXTS: Final = re.compile(r"data/sources/[^/]+\.txt")
"""The documents that quotes are checked against."""


def kind_of(file: str) -> FileKind | None:
    """What a file is by its name, relative to the workspace; None for one that fits no pattern."""
    return next((kind for kind in LAYOUT if kind.pattern.fullmatch(file)), None)


@dataclass(frozen=True)
class Workspace:
    """All that was read and is sound. ``left_out``: ids of records with errors.

    ``unread``: files with no data; and folders, with a stroke at their end, of which nobody knows what they hold.
    """

    agencies: AgenciesFile
    indexes: IndexesFile
    calendar: CalendarFile | None = None
    settings: SettingsFile | None = None
    plans: Mapping[int, PlanFile] = field(default_factory=dict)
    results: tuple[ResultsFile, ...] = ()
    progress: tuple[ProgressFile, ...] = ()
    decisions: tuple[DecisionsFile, ...] = ()
    reports: tuple[ReportFile, ...] = ()
    reminders: tuple[RemindersFile, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()

    @cached_property
    def units(self) -> Units:
        """The register of units, for look-ups: made once."""
        return Units(self.agencies)

    def is_unread(self, file: str) -> bool:
        """Whether a file could not be read, or lies where nobody could look."""
        parts = file.split("/")
        above = ("/".join(parts[:depth]) + "/" for depth in range(1, len(parts)))
        return file in self.unread or any(folder in self.unread for folder in above)

    def document(self, plan: PlanFile) -> str | None:
        """The document that a plan names, if it could be read: macOS may take the letters of a name apart."""
        wanted = f"{DATA}/{plan.plan.source.file}"
        return next((text for name, text in self.texts.items() if normalize("NFC", name) == wanted), None)

    @cached_property
    def files(self) -> tuple[File, ...]:
        """Every file that was read, registers first."""
        single = [self.agencies, self.indexes, *(file for file in (self.calendar, self.settings) if file)]
        several = [*self.plans.values(), *self.results, *self.progress, *self.decisions, *self.reports]
        return (*single, *several, *self.reminders)

    @cached_property
    def working_calendar(self) -> WorkingCalendar:
        """Which days nobody works: the weekends alone, where no calendar was written or it could not be read."""
        days = self.calendar.days if self.calendar else ()
        return WorkingCalendar.of(
            off=(day.date for day in days if day.kind == "off"),
            working=(day.date for day in days if day.kind == "working"),
        )

    @cached_property
    def all_results(self) -> tuple[Result, ...]:
        """Every published result: those the plans set out from, then those of data/results/."""

        def walk() -> Iterator[Result]:
            for plan in self.plans.values():
                yield from plan.baseline
            for file in self.results:
                yield from file.results

        return tuple(walk())
