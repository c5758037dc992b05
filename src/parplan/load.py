"""A folder becomes a workspace: every file read once, what is sound kept, what is wrong told as findings.

Must not raise for what a person wrote, print, or write.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from parplan.checks import CHECKS
from parplan.finding import MOST_FINDINGS, Code, Family, Finding, Severity, Stop
from parplan.hygiene import check_text
from parplan.intake import Entry, entries, read
from parplan.model.agency import AgenciesFile
from parplan.model.calendar import CalendarFile
from parplan.model.index import IndexesFile
from parplan.model.plan import PlanFile
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.record import Record
from parplan.model.reminder import RemindersFile
from parplan.model.report import ReportFile
from parplan.model.result import ResultsFile
from parplan.model.settings import SettingsFile
from parplan.model.shared import File
from parplan.model.workspace import AGENCIES, DATA, REQUIRED, TEXTS, Workspace, kind_of
from parplan.shape import ids_in, validated
from parplan.source import MAX_BYTES, Reading, Source, read_text, read_yaml, unreadable
from parplan.where import START, Span, Where

F = TypeVar("F", bound=File)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """A folder that was read. ``texts`` and ``sources`` are kept by file name, for places and excerpts.

    ``untold`` are the findings of a file that come after so many others that nobody would read them; ``instead``
    holds the bytes that were read in the place of what is on the disk.
    """

    root: Path
    workspace: Workspace
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    untold: tuple[Finding, ...] = ()
    instead: Mapping[str, bytes] = field(default_factory=dict)

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


def find_root(start: Path) -> Path:
    """The nearest folder upward that holds data/agencies.yaml. Raises Stop where there is none."""
    for folder in (start, *start.parents):
        if os.path.isfile(folder / AGENCIES):  # noqa: PTH113 - Path asks the same, and raises where nobody may look
            return folder
    raise Stop("workspace-missing", folder=str(start), wanted=AGENCIES)


def load(root: Path, instead: Mapping[str, bytes] | None = None) -> Loaded:
    """Read every file under ``root``/data, then check what must hold across them.

    ``instead`` holds bytes by file name that are read in the place of what is on the disk, or beside it.
    """
    instead = instead or {}
    with _without_garbage_collection():
        reader = _Reader(root, instead)
        there = {entry.path: entry for entry in entries(root, DATA)}
        for path in sorted({*there, *(root / name for name in instead)}):
            reader.take(there.get(path) or Entry(path))
        reader.tell_missing()
        found = _checked(reader)
        workspace = _without(reader.workspace(reader.files, reader.left_out, reader.unread), found)
    loaded = Loaded(root, workspace, (), reader.sources, reader.texts, (), instead)
    told, untold = _in_order([*reader.findings, *found], loaded)
    return replace(loaded, findings=told, untold=untold)


def _checked(reader: _Reader) -> list[Finding]:
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

    def sound(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(record for record in records if (record.where.file, record.where.path) not in wrong)

    return replace(
        workspace,
        plans={year: f.model_copy(update={"tasks": sound(f.tasks)}) for year, f in workspace.plans.items()},
        results=tuple(f.model_copy(update={"results": sound(f.results)}) for f in workspace.results),
        progress=tuple(f.model_copy(update={"updates": sound(f.updates)}) for f in workspace.progress),
        decisions=tuple(f.model_copy(update={"decisions": sound(f.decisions)}) for f in workspace.decisions),
        reminders=tuple(f.model_copy(update={"reminders": sound(f.reminders)}) for f in workspace.reminders),
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


class _Reader:
    """Gathers files, findings and what could not be used, while a folder is being read."""

    def __init__(self, root: Path, instead: Mapping[str, bytes]) -> None:
        self.root = root
        self.instead = instead
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}
        self.texts: dict[str, str] = {}
        self.documents: dict[str, str] = {}
        self.files: list[File] = []
        self.left_out: set[str] = set()
        self.unread: set[str] = set()
        self.either: tuple[list[File], list[File]] = ([], [])
        self.faulty: set[str] = set()
        self.unclear: set[str] = set()

    def take(self, entry: Entry) -> None:
        """Read one file into whatever its name says it is."""
        file = entry.path.relative_to(self.root).as_posix()
        if entry.is_folder:
            self.texts[file] = ""
            self._lose(f"{file}/")
            self.findings.append(unreadable(file, entry.trouble))
            return
        kind = kind_of(file)
        model = kind.model if kind else None
        is_text = TEXTS.fullmatch(file) is not None
        if model is None and not is_text:
            self.texts[file] = ""
            meant = renamed if kind_of(renamed := str(Path(file).with_suffix(".yaml"))) else None
            self.findings.append(Finding(Code.FILE_UNKNOWN, Where(file), {"file": file}, meant))
            return
        reading = self._read(entry, file, is_text)
        self.texts[file] = reading.text
        self.findings.extend(reading.findings)
        if is_text and not reading.is_read:
            self._lose(file)
        elif is_text:
            self.documents[file] = reading.text
        elif model is not None:
            self._keep(model, file, reading)

    def _read(self, entry: Entry, file: str, is_text: bool) -> Reading:
        if file in self.instead:
            return read_text(file, self.instead[file]) if is_text else read_yaml(file, self.instead[file])
        try:
            if entry.trouble is not None:
                raise entry.trouble
            raw = read(entry.path, MAX_BYTES)
        except OSError as error:
            return Reading(None, "", (unreadable(file, error),))
        return read_text(file, raw) if is_text else read_yaml(file, raw)

    def _keep(self, model: type[File], file: str, reading: Reading) -> None:
        """Take what is sound for facts, and all that can be checked for the checks."""
        source = reading.source or reading.mended
        if source is None:
            self._lose(file)
            return
        self.sources[file] = source
        self.findings.extend(check_text(model, source))
        shaped = validated(model, source, self._only_plan())
        self.findings.extend(shaped.findings)
        self.faulty.update(shaped.left_out)
        if shaped.sound is None or reading.source is None:
            self.unread.add(file)
            self.left_out.update(ids_in(source.data))
        else:
            self.files.append(shaped.sound)
            self.left_out.update(shaped.left_out)
        either = shaped.either or ((shaped.sound, shaped.sound) if shaped.sound else None)
        if either is None:
            self.unclear.add(file)
            self.faulty.update(ids_in(source.data))
        else:
            self.either[0].append(either[0])
            self.either[1].append(either[1])

    def _lose(self, name: str) -> None:
        """Nothing of it can be used, not even for the checks."""
        self.unread.add(name)
        self.unclear.add(name)

    def _only_plan(self) -> int | None:
        """The year of the plan that every other file must be about: files come by name, plans before months."""
        years = [int(file[-9:-5]) for file in self.texts if file.startswith("data/plan-") and kind_of(file)]
        return years[0] if len(years) == 1 else None

    def to_check(self, which: int) -> Workspace:
        """All that was read, with one of the two stand-ins for each value that is wrong."""
        return self.workspace(self.either[which], self.faulty, self.unclear)

    def tell_missing(self) -> None:
        """A register that is missing counts as unread."""
        for file in REQUIRED:
            if file not in self.texts and f"{DATA}/" not in self.unread:
                self.findings.append(Finding(Code.FILE_MISSING, Where(file), {"file": file}, span=START))
            if file not in self.texts:
                self._lose(file)

    def workspace(self, files: list[File], left_out: set[str], unread: set[str]) -> Workspace:
        """Join what was read. A register that is unusable is empty."""
        return Workspace(
            agencies=_only(files, AgenciesFile) or AgenciesFile(kinds=(), agencies=()),
            indexes=_only(files, IndexesFile) or IndexesFile(places=(), indexes=()),
            calendar=_only(files, CalendarFile),
            settings=_only(files, SettingsFile),
            plans={_year_named(file): file for file in _all(files, PlanFile)},
            results=_all(files, ResultsFile),
            progress=_all(files, ProgressFile),
            decisions=_all(files, DecisionsFile),
            reports=_all(files, ReportFile),
            reminders=_all(files, RemindersFile),
            texts=self.documents,
            left_out=frozenset(left_out),
            unread=frozenset(unread),
        )


def _all(files: list[File], model: type[F]) -> tuple[F, ...]:
    return tuple(file for file in files if isinstance(file, model))


def _year_named(file: PlanFile) -> int:
    """The year in a plan's file name: two files whose heads claim one year do not hide each other."""
    return int(file.where.file.removesuffix(".yaml")[-4:])


def _only(files: list[File], model: type[F]) -> F | None:
    return next(iter(_all(files, model)), None)
