"""A folder becomes a workspace: every file read once, what is sound kept, what is wrong told as findings.

Must not raise for what a person wrote, print, or write.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeVar

from parplan.checks import CHECKS
from parplan.finding import MOST_FINDINGS, Code, Family, Finding, Severity, Stop
from parplan.model.record import Record
from parplan.model.shared import File
from parplan.model.workspace import AGENCIES, DATA, Workspace
from parplan.reading.files import Reader, Taken
from parplan.reading.lines import line_at, line_starts
from parplan.reading.related import related
from parplan.reading.source import Source
from parplan.system.folder import Entry, entries
from parplan.where import START, Span, Where

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=File)

MAX_FILES: Final = 10_000
"""Twenty years of forty units' months: more is a folder that came here by mistake."""


@dataclass(frozen=True)
class Loaded:
    """A folder that was read. ``texts`` and ``sources`` are kept by file name, for places and excerpts.

    ``untold`` are the findings of a file that come after so many others that nobody would read them; ``instead``
    holds the bytes that were read in the place of what is on the disk; ``taken`` is what came of each file.
    ``passed_over``: so many reports were not read, since what was asked for does not hang on them.
    """

    root: Path
    workspace: Workspace
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    untold: tuple[Finding, ...] = ()
    instead: Mapping[str, bytes | None] = field(default_factory=dict)
    taken: Mapping[str, Taken] = field(default_factory=dict, repr=False)
    passed_over: int = 0
    _starts: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.code.severity is Severity.ERROR)

    @property
    def file_count(self) -> int:
        return len(self.texts)

    def span(self, finding: Finding) -> Span:
        """The lines and columns of a finding."""
        if finding.span is not None:
            return finding.span
        source = self.sources.get(finding.where.file)
        return source.span(finding.where) if source else START

    def line(self, file: str, number: int) -> str:
        """A line of a file, without its end; empty where there is none. Lines count from 1."""
        text = self.texts.get(file, "")
        starts = self._starts.get(file) or self._starts.setdefault(file, line_starts(text))
        return line_at(text, starts, number)


def find_root(start: Path) -> Path:
    """The nearest folder upward that holds data/agencies.yaml. Raises Stop where there is none."""
    for folder in (start, *start.parents):
        if os.path.isfile(folder / AGENCIES):  # noqa: PTH113 - Path asks the same, and raises where nobody may look
            return folder
    raise Stop("workspace-missing", folder=str(start), wanted=AGENCIES)


def load(
    root: Path,
    instead: Mapping[str, bytes | None] | None = None,
    before: Loaded | None = None,
    about: Callable[[str], bool] | None = None,
) -> Loaded:
    """Read every file under ``root``/data, then check what must hold across them.

    ``instead`` holds bytes by file name that are read in the place of what is on the disk, or beside it; None: as
    if there were no such file. What was read ``before`` of other files is not read again. ``about`` says of which
    files the findings are wanted: they are what reading all finds in these, but the workspace lacks reports then,
    and no fact may be drawn from it.
    """
    instead = instead or {}
    with _without_garbage_collection():
        reader = Reader(root, instead, _unchanged(before, instead))
        needed = every = list(_listed(root, instead))
        if about is not None:
            needed = related(reader, every, about)
            reader = Reader(root, instead, reader.taken)  # so that all comes in its order
        for entry in needed:
            reader.take(entry)
        reader.tell_missing()
        found = _checked(reader)
        workspace = _without(reader.workspace(reader.files, reader.left_out, reader.unread), found)
    loaded = Loaded(
        root, workspace, (), reader.sources, reader.texts, (), instead, reader.taken, len(every) - len(needed)
    )
    wanted = [finding for finding in (*reader.findings, *found) if about is None or about(finding.where.file)]
    told, untold = _in_order(wanted, loaded)
    return replace(loaded, findings=told, untold=untold)


def _listed(root: Path, instead: Mapping[str, bytes | None]) -> Iterator[Entry]:
    """What there is to read, in the order of names."""
    there = {entry.path: entry for entry in entries(root, DATA)}
    if len(there) > MAX_FILES:
        raise Stop("workspace-too-large", exit_code=1, files=len(there), limit=MAX_FILES)
    gone = {root / name for name, raw in instead.items() if raw is None}
    for path in sorted({*there, *(root / name for name in instead)} - gone):
        yield there.get(path) or Entry(path)


def _unchanged(before: Loaded | None, instead: Mapping[str, bytes | None]) -> Mapping[str, Taken]:
    """What came of the files that now hold what they held."""
    if before is None:
        return {}
    was, missing = before.instead, object()
    return {
        file: taken for file, taken in before.taken.items() if was.get(file, missing) == instead.get(file, missing)
    }


def _checked(reader: Reader) -> list[Finding]:
    """What the checks find, whatever stands for the values that could not be read."""
    one, other = (reader.to_check(which) for which in (0, 1))
    found = [finding for check in CHECKS for finding in check(one)]
    if all(first is second for first, second in zip(*reader.either, strict=True)):
        return found
    also = {_said(finding) for check in CHECKS for finding in check(other)}
    told = {wrong for finding in reader.findings if (wrong := _wrong_place(finding))}
    return [finding for finding in found if _said(finding) in also and not _is_below(finding.where, told)]


def _wrong_place(finding: Finding) -> Where | None:
    """Where a value is wrong, or missing: no more is to be said of it."""
    if finding.code.severity is not Severity.ERROR:
        return None
    if finding.code is Code.KEY_MISSING:
        return finding.where.at(str(finding.values["key"]))
    return finding.where if finding.where.path and finding.code.family is Family.SCHEMA else None


def _is_below(where: Where, told: set[Where]) -> bool:
    return any(Where(where.file, where.path[:depth]) in told for depth in range(1, len(where.path) + 1))


def _said(finding: Finding) -> tuple[Code, Where, str]:
    return finding.code, finding.where, str(sorted(finding.values.items()))


def _without(workspace: Workspace, findings: list[Finding]) -> Workspace:
    """Leave out what was reported or decided in error: a fact that is not defined must not enter any count."""
    wrong = {
        (finding.where.file, finding.where.path[:2])
        for finding in findings
        if finding.code.severity is Severity.ERROR and len(finding.where.path) > 1
    }
    if not wrong:
        return workspace
    endless = {finding.where.file for finding in findings if finding.code is Code.PLAN_TOO_LONG}

    def sound(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(record for record in records if (record.where.file, record.where.path) not in wrong)

    def kept(file: F, name: str) -> F:
        """The file with its sound records only; the very same where all are: what it holds, it was given."""
        every = getattr(file, name)
        return file if len(left := sound(every)) == len(every) else file.model_copy(update={name: left})

    plans = {year: f for year, f in workspace.plans.items() if f.plan.where.file not in endless}
    return replace(
        workspace,
        plans={year: kept(f, "tasks") for year, f in plans.items()},
        results=tuple(kept(f, "results") for f in workspace.results),
        progress=tuple(kept(f, "updates") for f in workspace.progress),
        decisions=tuple(kept(f, "decisions") for f in workspace.decisions),
        reminders=tuple(kept(f, "reminders") for f in workspace.reminders),
    )


def _in_order(findings: list[Finding], loaded: Loaded) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """By file and place; what is said twice is said once, and of a file that is all wrong, the rest by itself."""
    placed: dict[tuple[str, int, int, str, str], Finding] = {}
    for finding in findings:
        span = loaded.span(finding)
        key = (finding.where.file, span.line, span.column, finding.code.slug, str(finding.values))
        placed[key] = finding
    told: Counter[str] = Counter()
    kept: list[Finding] = []
    rest: list[Finding] = []
    for key in sorted(placed):
        file = key[0]
        told[file] += 1
        if told[file] <= MOST_FINDINGS:
            kept.append(placed[key])
            continue
        rest.append(placed[key])
        if told[file] == MOST_FINDINGS + 1:
            span = loaded.span(placed[key])
            kept.append(Finding(Code.FINDINGS_MANY, Where(file), {"shown": MOST_FINDINGS}, span=span))
    return tuple(kept), tuple(rest)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Reading makes many small objects and no rubbish: collecting among them costs most of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
