"""A folder's files taken in one by one: what is sound, what stands for it in checks, what could not be used.

Must not check what holds across files, or choose which findings are told.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from parplan.finding import Code, Finding
from parplan.model.agency import AgenciesFile
from parplan.model.calendar import CalendarFile
from parplan.model.index import IndexesFile
from parplan.model.plan import PlanFile
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.reminder import RemindersFile
from parplan.model.report import ReportFile
from parplan.model.result import ResultsFile
from parplan.model.settings import SettingsFile
from parplan.model.shared import File
from parplan.model.workspace import DATA, REQUIRED, TEXTS, Workspace, kind_of
from parplan.reading.hygiene import check_text
from parplan.reading.records import Shaped, ids_in, validated
from parplan.reading.source import MAX_BYTES, Reading, Source, read_text, read_yaml, unreadable
from parplan.system.folder import Entry, read
from parplan.where import START, Where

F = TypeVar("F", bound=File)


class Taken(NamedTuple):
    """What came of one file by itself; ``only_plan`` is what it was held against beside its own text."""

    reading: Reading
    only_plan: int | None = None
    hygiene: tuple[Finding, ...] = ()
    shaped: Shaped | None = None


class Reader:
    """Gathers files, findings and what could not be used, while a folder is being read.

    ``known``: what came of files that are to be taken as they were, unread.
    """

    def __init__(
        self, root: Path, instead: Mapping[str, bytes | None], known: Mapping[str, Taken] | None = None
    ) -> None:
        self.root = root
        self.instead = instead
        self.known = known or {}
        self.taken: dict[str, Taken] = {}
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
        self.years: list[int] = []

    def name(self, entry: Entry) -> str:
        """A file's path in the workspace."""
        return entry.path.relative_to(self.root).as_posix()

    def take(self, entry: Entry) -> None:
        """Read one file into whatever its name says it is."""
        file = self.name(entry)
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
        if model is PlanFile:
            self.years.append(int(file[-9:-5]))
        reading = self._read(entry, file, is_text)
        self.texts[file] = reading.text
        self.taken[file] = Taken(reading)
        self.findings.extend(reading.findings)
        if is_text and not reading.is_read:
            self._lose(file)
        elif is_text:
            self.documents[file] = reading.text
        elif model is not None:
            self._keep(model, file, reading)

    def _read(self, entry: Entry, file: str, is_text: bool) -> Reading:
        if file in self.known:
            return self.known[file].reading
        try:
            raw = self.raw(entry, file)
        except OSError as error:
            return Reading(None, "", (unreadable(file, error),))
        return read_text(file, raw) if is_text else read_yaml(file, raw)

    def raw(self, entry: Entry, file: str) -> bytes:
        """A file's bytes, or what is to be read in their place. Raises OSError."""
        raw = self.instead.get(file)
        if raw is None and entry.trouble is not None:
            raise entry.trouble
        return read(entry.path, MAX_BYTES) if raw is None else raw

    def _keep(self, model: type[File], file: str, reading: Reading) -> None:
        """Take what is sound for facts, and all that can be checked for the checks."""
        source = reading.source or reading.mended
        if source is None:
            self._lose(file)
            return
        self.sources[file] = source
        shaped = self._shaped(model, file, reading, source)
        self.faulty.update(shaped.left_out)
        if shaped.sound is None or reading.source is None:
            self.unread.add(file)
            self.left_out.update(ids_in(model, source.data))
        else:
            self.files.append(shaped.sound)
            self.left_out.update(shaped.left_out)
        either = shaped.either or ((shaped.sound, shaped.sound) if shaped.sound else None)
        if either is None:
            self.unclear.add(file)
            self.faulty.update(ids_in(model, source.data))
        else:
            self.either[0].append(either[0])
            self.either[1].append(either[1])

    def _shaped(self, model: type[File], file: str, reading: Reading, source: Source) -> Shaped:
        """The file's records, and what is wrong with them and their texts."""
        plan, known = self._only_plan(), self.known.get(file)
        if known is None or known.shaped is None or known.only_plan != plan:
            hygiene = tuple(check_text(model, source))
            known = Taken(reading, plan, hygiene, validated(model, source, plan))
        self.taken[file] = known
        assert known.shaped is not None
        self.findings.extend((*known.hygiene, *known.shaped.findings))
        return known.shaped

    def _lose(self, name: str) -> None:
        """Nothing of it can be used, not even for the checks."""
        self.unread.add(name)
        self.unclear.add(name)

    def _only_plan(self) -> int | None:
        """The year of the plan that every other file must be about: files come by name, plans before months."""
        return self.years[0] if len(self.years) == 1 else None

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
