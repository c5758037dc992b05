"""The workspace: every file under data/, read and joined; and the list of patterns that file names follow.

Must not read files, draw facts, or hold anything that was not written in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from parplan.model.agency import AgenciesFile
from parplan.model.calendar import CalendarFile
from parplan.model.index import IndexesFile
from parplan.model.plan import PlanFile
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.report import ReportFile
from parplan.model.result import Result, ResultsFile
from parplan.model.shared import File

AGENCIES: Final = "data/agencies.yaml"
INDEXES: Final = "data/indexes.yaml"
CALENDAR: Final = "data/calendar.yaml"
REQUIRED: Final = (AGENCIES, INDEXES)

LAYOUT: Final[tuple[tuple[re.Pattern[str], type[File]], ...]] = tuple(
    (re.compile(rf"data/{pattern}"), model)
    for pattern, model in (
        (r"agencies\.yaml", AgenciesFile),
        (r"indexes\.yaml", IndexesFile),
        (r"calendar\.yaml", CalendarFile),
        (r"plan-(?P<year>\d{4})\.yaml", PlanFile),
        (r"results/(?P<year>\d{4})\.yaml", ResultsFile),
        (r"progress/(?P<month>\d{4}-(?:0[1-9]|1[0-2]))/decisions\.yaml", DecisionsFile),
        (r"progress/(?P<month>\d{4}-(?:0[1-9]|1[0-2]))/(?P<agency>[A-Za-z0-9.-]+)\.yaml", ProgressFile),
        (r"reports/(?P<period>\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?)\.yaml", ReportFile),
    )
)
"""Every YAML file under data/ matches one of these, first match first; named parts must agree with its head."""

TEXTS: Final = re.compile(r"data/sources/[^/]+\.txt")
"""The documents that quotes are checked against."""


@dataclass(frozen=True)
class Workspace:
    """All that was read and is sound. ``left_out``: ids of records with errors; ``unread``: files with no data."""

    agencies: AgenciesFile
    indexes: IndexesFile
    calendar: CalendarFile | None = None
    plans: Mapping[int, PlanFile] = field(default_factory=dict)
    results: tuple[ResultsFile, ...] = ()
    progress: tuple[ProgressFile, ...] = ()
    decisions: tuple[DecisionsFile, ...] = ()
    reports: tuple[ReportFile, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()

    @cached_property
    def files(self) -> tuple[File, ...]:
        """Every file that was read, registers first."""
        single = [self.agencies, self.indexes, *([self.calendar] if self.calendar else [])]
        several = [*self.plans.values(), *self.results, *self.progress, *self.decisions, *self.reports]
        return (*single, *several)

    @cached_property
    def all_results(self) -> tuple[Result, ...]:
        """Every published result: those the plans set out from, then those of data/results/."""

        def walk() -> Iterator[Result]:
            for plan in self.plans.values():
                yield from plan.baseline
            for file in self.results:
                yield from file.results

        return tuple(walk())
