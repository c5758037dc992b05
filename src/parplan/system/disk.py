"""Files reach the disk whole or not at all, several of them together, and never over what was not seen.

Must not decide whether a file may be replaced, or wait for another writer: who calls does, and holds the lock.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final, Literal, NamedTuple

from parplan.system.answers import once_only
from parplan.system.windows import IS_WINDOWS

_LEFTOVER: Final = re.compile(r"\.parplan-\d+-\d+\.tmp|\..+\.\d+\.tmp")
"""What a killed writer leaves; the second form is that of versions before 0.2, of which any name may be."""

_PAUSES: Final = (0.02, 0.05, 0.1, 0.2) if IS_WINDOWS else ()
"""Seconds to wait for who holds a file: elsewhere nobody does."""

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a file is to hold, and what it held when it was looked at; ``None``: no such file.

    One that ``goes_first`` is taken away before any other is put: it must not be found beside a newer one.
    """

    path: Path
    content: bytes | None
    seen: bytes | None
    goes_first: bool = False


class Obstacle(NamedTuple):
    """Why nothing was written: a file is no longer what was seen, or a program or a read-only mark holds it."""

    path: Path
    why: Literal["changed", "held"]


def replace_files(files: Iterable[Replacement]) -> Obstacle | None:
    """Write all beside their places and sync them, look once more, then put each into its place. Raises OSError.

    All or none, unless the machine stops in between: then each is the old one or the new one, whole.
    """
    once_only()
    every = [replace(file, path=_target(file.path)) for file in files]
    ready: list[Path] = []
    begun: list[Replacement] = []
    try:
        for file in every:
            if file.seen is not None and not file.path.stat().st_mode & stat.S_IWUSR:
                return Obstacle(file.path, "held")
            ready.append(_beside(file.path))
            if file.content is not None:
                _prepare(file, file.content, ready[-1])
        for step in (_take_away, _put):
            for file, beside in zip(every, ready, strict=True):
                begun.append(file)
                if why := _patiently(step, file, beside):
                    _undo(begun)
                    return Obstacle(file.path, why)
    except BaseException:
        _undo(begun)
        raise
    finally:
        for beside in ready:
            with suppress(OSError):  # a scanner may hold it; the next writer takes it away
                beside.unlink(missing_ok=True)
    _sync_folders({file.path.parent for file in every})
    return None


def bytes_at(path: Path) -> bytes | None:
    """What a file holds; ``None`` where there is none. Raises OSError where that can't be known."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def clear_leftovers(folder: Path, names: Iterable[str] = ()) -> None:
    """Take away what killed writers left in a folder; only who holds its lock may: to others it may be in use.

    Under the names of older versions, only what belongs to one of ``names`` is surely ours.
    """
    older = tuple(f".{name}." for name in names)
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            ours = entry.name.startswith((".parplan-", *older))
            if ours and _LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _target(path: Path) -> Path:
    """The file itself: a link to it stays a link."""
    try:
        return path.resolve() if path.is_symlink() else path
    except RuntimeError:  # links that lead in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def _beside(path: Path) -> Path:
    """A name in the same folder that is no longer than any other: the file's own may have no room for more."""
    return path.with_name(f".parplan-{os.getpid()}-{next(_numbers)}.tmp")


def _prepare(file: Replacement, content: bytes, beside: Path) -> None:
    """The whole content, on the disk; with the owner and mode that it is to have before anything is in it."""
    with beside.open("xb") as made:
        if file.seen is not None:
            _keep_traits(file.path, beside)
        made.write(content)
        made.flush()
        os.fsync(made.fileno())


def _keep_traits(path: Path, beside: Path) -> None:
    """Owner, mode and what else the system keeps with a file, as far as it lets us."""
    was = path.stat()
    if hasattr(os, "chown"):
        for owner in ((was.st_uid, was.st_gid), (-1, was.st_gid)):
            with suppress(OSError):
                os.chown(beside, *owner)
                break
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):
                    os.setxattr(beside, name, os.getxattr(path, name))
    beside.chmod(stat.S_IMODE(was.st_mode))


_Step = Callable[[Replacement, Path], Literal["changed", "held"] | None]


def _patiently(step: _Step, file: Replacement, beside: Path) -> Literal["changed", "held"] | None:
    """Once more where a file is held: scanners and OneDrive let go of what was just written, Word does not."""
    for pause in _PAUSES:
        if (why := step(file, beside)) != "held":
            return why
        time.sleep(pause)
    return step(file, beside)


def _take_away(file: Replacement, _: Path) -> Literal["changed", "held"] | None:
    """A file that is not to be found for a moment, if it is still as it was seen."""
    if not file.goes_first or file.seen is None or file.path.stat().st_nlink > 1:
        return None
    if bytes_at(file.path) != file.seen:
        return "changed"
    try:
        file.path.unlink()
    except PermissionError:
        return "held"
    return None


def _put(file: Replacement, beside: Path) -> Literal["changed", "held"] | None:
    """Into its place, if that is still as it was seen: the last look before is all that a file system offers."""
    there = bytes_at(file.path)
    if there != file.seen and not (file.goes_first and there is None):
        return "changed"
    try:
        if file.content is None:
            file.path.unlink(missing_ok=True)
        elif there is None:
            _put_new(beside, file.path)
        elif file.path.stat().st_nlink > 1:
            _put_into(file.path, file.content)
        else:
            beside.replace(file.path)
    except FileExistsError:
        return "changed"
    except PermissionError:
        # Windows refuses to replace a file that Word holds open: for us no failure, but a reason to say so
        return "held"
    return None


def _put_new(beside: Path, path: Path) -> None:
    """Where nothing is; FileExistsError if somebody was faster."""
    if os.name == "nt":
        beside.rename(path)
        return
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a drive without hard links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        beside.rename(path)


def _put_into(path: Path, content: bytes) -> None:
    """Into the file itself: it has other names, which are to keep telling the same."""
    with path.open("r+b", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]
        file.truncate()
        os.fsync(file.fileno())


def _undo(begun: Iterable[Replacement]) -> None:
    """What was there before, wherever ours lies now, or nothing does."""
    for file in begun:
        with suppress(OSError):
            there = bytes_at(file.path)
            if there == file.seen or there not in (file.content, None):
                continue
            if file.seen is None:
                file.path.unlink()
                continue
            beside = _beside(file.path)
            try:
                back = Replacement(file.path, file.seen, there)  # mode and owner of one that went are lost
                _prepare(back, file.seen, beside)
                _put(back, beside)
            finally:
                beside.unlink(missing_ok=True)


def _sync_folders(folders: Iterable[Path]) -> None:
    """The names, too, are to outlast a power cut; some drives can't promise that."""
    if os.name == "nt":
        return
    for folder in folders:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
