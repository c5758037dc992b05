"""A folder becomes a workspace: every file read once, what is sound kept, what is wrong told as findings.

Must not raise for what a person wrote, print, or write.
"""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from parplan.checks import CHECKS
from parplan.checks.references import LONGEST_NAME
from parplan.finding import Code, Finding, Severity, Stop
from parplan.model.agency import AgenciesFile
from parplan.model.calendar import CalendarFile
from parplan.model.index import IndexesFile
from parplan.model.plan import PlanFile
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.record import Record
from parplan.model.report import ReportFile
from parplan.model.result import ResultsFile
from parplan.model.shared import File
from parplan.model.workspace import AGENCIES, LAYOUT, REQUIRED, TEXTS, Workspace
from parplan.source import MAX_BYTES, Reading, Source, read_text, read_yaml
from parplan.where import START, Span, Where

Loc = tuple[str | int, ...]
F = TypeVar("F", bound=File)


@dataclass(frozen=True)
class Loaded:
    """A folder that was read. ``texts`` and ``sources`` are kept by file name, for places and excerpts."""

    root: Path
    workspace: Workspace
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

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
        if (folder / AGENCIES).is_file():
            return folder
    raise Stop("workspace-missing", folder=str(start), wanted=AGENCIES)


def load(root: Path) -> Loaded:
    """Read every file under ``root``/data, then check what must hold across them."""
    with _without_garbage_collection():
        reader = _Reader(root)
        for path in _files(root):
            reader.take(path)
        workspace = reader.workspace()
        for check in CHECKS:
            reader.findings.extend(check(workspace))
    loaded = Loaded(root, workspace, (), reader.sources, reader.texts)
    return Loaded(root, workspace, _in_order(reader.findings, loaded), reader.sources, reader.texts)


def _in_order(findings: list[Finding], loaded: Loaded) -> tuple[Finding, ...]:
    """By file and place; the same thing said twice is said once."""
    placed = {
        (f.where.file, loaded.span(f).line, loaded.span(f).column, f.code.slug, str(f.values)): f for f in findings
    }
    return tuple(placed[place] for place in sorted(placed))


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


def _files(root: Path) -> list[Path]:
    """Every file under data/ in a fixed order; names that begin with a dot belong to other programs.

    A folder named like a file, a link to a folder and a link to nothing count too: nothing gets lost in silence.
    """
    every = (root / "data").rglob("*")
    found = (path for path in every if not path.is_dir() or path.is_symlink() or path.suffix == ".yaml")
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(root).parts))


class _Reader:
    """Gathers files, findings and what could not be used, while a folder is being read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}
        self.texts: dict[str, str] = {}
        self.documents: dict[str, str] = {}
        self.files: list[File] = []
        self.left_out: set[str] = set()
        self.unread: set[str] = set()

    def take(self, path: Path) -> None:
        """Read one file into whatever its name says it is."""
        file = path.relative_to(self.root).as_posix()
        model = next((model for pattern, model in LAYOUT if pattern.fullmatch(file)), None)
        is_text = TEXTS.fullmatch(file) is not None
        if model is None and not is_text:
            self.texts[file] = ""
            self.findings.append(Finding(Code.FILE_UNKNOWN, Where(file), {"file": file}))
            return
        reading = self._read(path, file, is_text)
        self.texts[file] = reading.text
        self.findings.extend(reading.findings)
        if is_text:
            self.documents[file] = reading.text
        elif model is None or reading.source is None:
            self.unread.add(file)
        else:
            self.sources[file] = reading.source
            self._keep(model, reading.source)

    def _read(self, path: Path, file: str, is_text: bool) -> Reading:
        try:
            if path.stat().st_size > MAX_BYTES:
                values = {"limit": MAX_BYTES // 1024 // 1024}
                return Reading(None, "", (Finding(Code.FILE_TOO_LARGE, Where(file), values, span=START),))
            if not (path.is_file() or path.is_dir()):  # a pipe or a device would be read for ever
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            raw = path.read_bytes()
        except OSError as error:
            cause = {"cause": error.strerror or str(error)}
            return Reading(None, "", (Finding(Code.FILE_UNREADABLE, Where(file), cause, span=START),))
        return read_text(file, raw) if is_text else read_yaml(file, raw)

    def _keep(self, model: type[File], source: Source) -> None:
        made = _validated(model, source, self.findings, self.left_out)
        if made is None:
            self.unread.add(source.file)
        else:
            self.files.append(made)

    def workspace(self) -> Workspace:
        """Join what was read. A register that is missing or unusable counts as unread, and is empty."""
        for file in REQUIRED:
            if file not in self.texts:
                self.findings.append(Finding(Code.FILE_MISSING, Where(file), {"file": file}, span=START))
                self.unread.add(file)
        files = self.files
        return Workspace(
            agencies=_only(files, AgenciesFile) or AgenciesFile(kinds=(), agencies=()),
            indexes=_only(files, IndexesFile) or IndexesFile(places=(), indexes=()),
            calendar=_only(files, CalendarFile),
            plans={_year_named(file): file for file in _all(files, PlanFile)},
            results=_all(files, ResultsFile),
            progress=_all(files, ProgressFile),
            decisions=_all(files, DecisionsFile),
            reports=_all(files, ReportFile),
            texts=self.documents,
            left_out=frozenset(self.left_out),
            unread=frozenset(self.unread),
        )


def _all(files: list[File], model: type[F]) -> tuple[F, ...]:
    return tuple(file for file in files if isinstance(file, model))


def _year_named(file: PlanFile) -> int:
    """The year in a plan's file name: two files whose heads claim one year do not hide each other."""
    return int(file.where.file.removesuffix(".yaml")[-4:])


def _only(files: list[File], model: type[F]) -> F | None:
    return next(iter(_all(files, model)), None)


def _validated(model: type[File], source: Source, findings: list[Finding], left_out: set[str]) -> File | None:
    """The file as its model; records with errors are left out, one by one, so that the rest still counts."""
    kept = _Kept(source.data)
    try:
        made = model.model_validate(source.data)
    except ValidationError as error:
        # pydantic counts a list's sound items only: one that holds something wrong is not empty for that
        details = [d for d in error.errors(include_url=False) if d["type"] != "too_short" or not d["input"]]
        findings.extend(_finding(model, source, detail) for detail in details)
        kept.drop({(str(loc[0]), loc[1]) for d in details if len(loc := d["loc"]) > 1 and isinstance(loc[1], int)})
        left_out.update(kept.dropped_ids)
        try:
            made = model.model_validate(kept.data)
        except ValidationError:
            left_out.update(_ids(source.data))
            return None
    _set_addresses(made, Where(source.file), kept.positions)
    return made


class _Kept:
    """A file's content without some of its records, and where in the file those that stay were written."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.positions: dict[str, list[int]] = {}
        self.dropped_ids: set[str] = set()

    def drop(self, records: set[tuple[str, int]]) -> None:
        if not isinstance(self.data, dict):
            return
        self.data = dict(self.data)
        for name in {name for name, _ in records}:
            every = self.data[name]
            if not isinstance(every, list):
                continue
            stay = [i for i in range(len(every)) if (name, i) not in records]
            self.dropped_ids.update(_ids([every[i] for i in range(len(every)) if i not in stay]))
            self.data[name] = [every[i] for i in stay]
            self.positions[name] = stay


def _ids(data: Any) -> Iterator[str]:
    """Every id that stands in some content, however deep: references to them are not reported as unknown."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        for value in data.values():
            yield from _ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from _ids(value)


def _set_addresses(record: Record, where: Where, positions: Mapping[str, list[int]]) -> None:
    """Tell a record and those inside it where they stand."""
    record._where = where
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        key = info.alias or name
        if isinstance(value, Record):
            _set_addresses(value, where.at(key), {})
        elif isinstance(value, tuple):
            written = positions.get(key, range(len(value)))
            for position, item in zip(written, value, strict=True):
                if not isinstance(item, Record):
                    break
                _set_addresses(item, where.at(key, position), {})


_SHAPES: dict[str, tuple[Code, dict[str, object]]] = {
    "missing": (Code.KEY_MISSING, {}),
    "extra_forbidden": (Code.KEY_UNKNOWN, {}),
    "model_type": (Code.TYPE_WRONG, {"wanted": "mapping"}),
    "model_attributes_type": (Code.TYPE_WRONG, {"wanted": "mapping"}),
    "dict_type": (Code.TYPE_WRONG, {"wanted": "mapping"}),
    "tuple_type": (Code.TYPE_WRONG, {"wanted": "list"}),
    "too_short": (Code.VALUE_EMPTY, {}),
    "greater_than_equal": (Code.VALUE_OUT_OF_RANGE, {}),
    "less_than_equal": (Code.VALUE_OUT_OF_RANGE, {}),
}
"""pydantic's own error types as codes; ours are named after their code."""


def _finding(model: type[BaseModel], source: Source, detail: Any) -> Finding:
    """One of pydantic's errors as a finding, at the place in the file that it speaks of."""
    loc: Loc = tuple(step for step in detail["loc"] if step != "[key]")
    on_key = len(loc) < len(detail["loc"])
    code, values = _SHAPES.get(detail["type"]) or (Code.of(detail["type"].replace("_", "-")), {})
    values = values | {key: value for key, value in detail.get("ctx", {}).items() if key != "error"}
    meant = values.pop("meant", None)
    where = Where(source.file, loc, on_key)
    if code is Code.KEY_MISSING:
        where, values = Where(source.file, loc[:-1]), {"key": loc[-1]}
    elif code is Code.KEY_UNKNOWN:
        where, values = Where(source.file, loc, on_key=True), {"key": loc[-1]}
        meant = _near(str(loc[-1]), _keys(_model_at(model, loc[:-1])))
    elif code is Code.VALUE_UNKNOWN:
        meant = _near(str(values["text"]), str(values["choices"]).split(", "))
    elif code is Code.TYPE_WRONG and detail["input"] == "":
        code, values = Code.VALUE_EMPTY, {}
    return Finding(code, where, values, str(meant) if meant else None)


def _near(text: str, choices: list[str]) -> str | None:
    """The choice that was probably meant. What is longer than any of them could be is not compared at all."""
    return next(iter(get_close_matches(text, choices, 1)), None) if len(text) <= LONGEST_NAME else None


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _model_at(model: type[BaseModel] | None, loc: Loc) -> type[BaseModel] | None:
    """Which record the schema wants at a path."""
    for step in loc:
        if model is None or isinstance(step, int):
            continue
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        model = _record_in(fields[step].annotation) if step in fields else model
    return model


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
