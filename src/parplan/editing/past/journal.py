"""The journal: what parplan wrote, when, for whom, and how it is taken back. One line a change, in the workspace.

Must not be needed by anything but ``undo`` and ``log``: it is no data, and whoever loses it loses only those.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from parplan.editing.differences import Difference, all_differences
from parplan.editing.edit import Edit, joined
from parplan.reading.source import read_yaml
from parplan.reading.tree import Tree
from parplan.system.disk import bytes_at

JOURNAL: Final = ".parplan.journal"
"""Beside ``data/``, in the workspace's own folder."""


_END: Final = b'{"ended":"'
"""How the line begins that follows a change of several files, once all of them are written."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What became of one file: from the byte ``at`` on, ``out`` went and ``put`` came in its place.

    ``was`` and ``now`` are digests of the whole file before and after; empty where there was no such file.
    """

    file: str
    was: str
    now: str
    at: int
    out: str
    put: str

    @classmethod
    def of(cls, edit: Edit) -> Stretch:
        """The fewest lines that hold all that an edit changes."""
        before, after = edit.before or b"", edit.after or b""
        start = before.rfind(b"\n", 0, _alike(before, after)) + 1
        alike = before[len(before) - _alike(before[start:][::-1], after[start:][::-1]) :]
        end = len(alike) - (alike.find(b"\n") + 1 or len(alike))
        out, put = before[start : len(before) - end], after[start : len(after) - end]
        return cls(edit.file, digest(edit.before), digest(edit.after), start, _text(out), _text(put))

    def taken_back(self, there: bytes | None) -> Edit:
        """The edit that makes a file what it was, where it is what this left behind."""
        if not self.was:
            return Edit(self.file, there, None)
        now = there or b""
        back = now[: self.at] + _raw(self.out) + now[self.at + len(_raw(self.put)) :]
        return Edit(self.file, there, back)


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: ``at`` in universal time, to the microsecond, is what it is known by.

    ``undoes`` names the entry that it takes back; ``changes`` are what it says differently.
    """

    at: str
    who: str
    command: str
    stretches: tuple[Stretch, ...]
    changes: tuple[Difference, ...]
    undoes: str

    @classmethod
    def of(cls, edits: Iterable[Edit], command: str, undoes: str = "") -> Entry:
        """What some edits come to, now, by whoever is at work here."""
        every = tuple(edits)
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        return cls(now, _who(), command, tuple(map(Stretch.of, every)), meaning_of(every), undoes)

    def line(self) -> bytes:
        """The entry as a line."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode(errors="surrogateescape")

    @classmethod
    def read(cls, line: bytes) -> Entry | None:
        """The entry of a line; None for one that is torn, or no entry."""
        try:
            said: Any = json.loads(line.decode(errors="surrogateescape"))
            stretches = tuple(Stretch(**one) for one in said["stretches"])
            changes = tuple(Difference(**{**one, "path": tuple(one["path"])}) for one in said["changes"])
            return cls(said["at"], said["who"], said["command"], stretches, changes, said["undoes"])
        except (ValueError, TypeError, LookupError, AttributeError):
            return None


@dataclass(slots=True)
class Telling:
    """An entry that was told before its deed: whether the deed ``holds``, else it is taken out again."""

    holds: bool = field(default=False)


class Journal:
    """The journal of a workspace."""

    def __init__(self, root: Path) -> None:
        self._path = root / JOURNAL

    def entries(self) -> tuple[Entry, ...]:
        """All that can be read, oldest first; lines that cannot are passed over. Raises OSError."""
        return tuple(filter(None, map(Entry.read, self._lines())))

    def newest(self) -> Entry | None:
        """The last entry that can be read. Raises OSError."""
        return next(filter(None, map(Entry.read, reversed(self._lines()))), None)

    @property
    def lost_its_end(self) -> bool:
        """Whether the newest whole line cannot be read: nobody knows what was written last. Raises OSError.

        A line without its end is that of a writer that was killed before it wrote anything.
        """
        lines = self._lines()
        if lines and not self._is_whole() and Entry.read(lines[-1]) is None:
            lines.pop()
        return bool(lines) and Entry.read(lines[-1]) is None

    def torn(self) -> int:
        """How many lines cannot be read. Raises OSError."""
        return sum(1 for line in self._lines() if Entry.read(line) is None)

    def _lines(self) -> list[bytes]:
        """The lines of all changes; not those that only tell that one ended."""
        lines = (bytes_at(self._path) or b"").split(b"\n")
        return [line for line in lines if line and not line.startswith(_END)]

    def _is_whole(self) -> bool:
        return (bytes_at(self._path) or b"\n").endswith(b"\n")

    def has_ended(self, entry: Entry) -> bool:
        """Whether the writer of a change came to its end: whatever became of the files since. Raises OSError."""
        return len(entry.stretches) < 2 or _end_of(entry).rstrip() in (bytes_at(self._path) or b"").split(b"\n")

    @contextmanager
    def telling(self, entry: Entry) -> Iterator[Telling]:
        """Tell of a deed before it is done, and take it back where it does not hold. Raises OSError.

        Only who holds the folder's lock may. A writer that is killed leaves its entry: what lies on the disk
        then tells how far it came.
        """
        told = Telling()
        size, joint = self._whole()
        try:
            self._append(joint + entry.line() + b"\n")
            yield told
        finally:
            if not told.holds:
                self._cut(size)
            elif len(entry.stretches) > 1:  # one file is never written by half
                self._append(_end_of(entry))

    def _whole(self) -> tuple[int, bytes]:
        """How many bytes hold whole entries, and what parts the next from them; a killed writer's rest is cut."""
        content = bytes_at(self._path) or b""
        rest = content[content.rfind(b"\n") + 1 :]
        if not rest or Entry.read(rest):
            return len(content), b"\n" if rest else b""
        self._cut(len(content) - len(rest))
        return len(content) - len(rest), b""

    def _append(self, line: bytes) -> None:
        rest = memoryview(line)
        with self._path.open("ab", buffering=0) as file:
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())

    def _cut(self, size: int) -> None:
        """As it was before: a journal that tells of nothing is not there."""
        if size:
            os.truncate(self._path, size)
        else:
            self._path.unlink(missing_ok=True)


def meaning_of(edits: Iterable[Edit]) -> tuple[Difference, ...]:
    """What some edits change, in meaning."""
    return all_differences((edit.file, _data(edit.before), _data(edit.after)) for _, edit in joined(edits))


def _end_of(entry: Entry) -> bytes:
    return _END + entry.at.encode() + b'"}\n'


def digest(content: bytes | None) -> str:
    """By which a file's state is told from others; empty for no file."""
    return hashlib.sha256(content).hexdigest() if content is not None else ""


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes two texts begin alike with."""
    differ = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))


def _text(raw: bytes) -> str:
    return raw.decode(errors="surrogateescape")


def _raw(text: str) -> bytes:
    return text.encode(errors="surrogateescape")


def _data(raw: bytes | None) -> Tree | None:
    source = read_yaml("", raw).source if raw is not None else None
    return source.data if source else None


def _who() -> str:
    """The name under which somebody is logged in; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
