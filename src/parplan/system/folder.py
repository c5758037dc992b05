"""What somebody else put into a folder: the names of all files in it, and the bytes of one, within bounds.

Must not know what a file means, read through a link that leads out of the folder, or wait for a pipe or a device.
"""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

DEEPEST: Final = 8
"""Folders within folders that are looked into. The data need three; a path of a thousand is no name any more."""

_PIECE: Final = 1 << 20
_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
)


_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)


class Entry(NamedTuple):
    """A file, or a folder of which nobody sees what it holds; ``trouble`` is why it is not looked into."""

    path: Path
    trouble: OSError | None = None
    is_folder: bool = False


def entries(root: Path, name: str) -> Iterator[Entry]:
    """Every file below a folder of ``root``, but for what other programs leave there by themselves.

    A folder named like a file, a link to a folder and a link to nothing count too, and so does a folder that
    cannot be read or lies too deep: nothing gets lost in silence.
    """
    top = root / name
    within = os.path.realpath(root)
    waiting = [(top, 0)] if is_there(top) else []
    while waiting:
        folder, depth = waiting.pop()
        if (trouble := _leading_out(within, folder)) is not None:
            yield Entry(folder, trouble, is_folder=True)
            continue
        try:
            with os.scandir(folder) as found:
                inside = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield Entry(folder, error, is_folder=True)
            continue
        for entry in inside:
            path = folder / entry.name
            if _is_foreign(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False) and path.suffix != ".yaml" and depth + 1 < DEEPEST:
                waiting.append((path, depth + 1))
            else:
                yield Entry(path, _leading_out(within, path) if entry.is_symlink() else None)


def _is_foreign(name: str) -> bool:
    """Hidden files, and what Windows and Word put into any folder that they open."""
    return name.startswith((".", "~$")) or name.casefold() in ("thumbs.db", "desktop.ini")


def is_device_name(name: str) -> bool:
    """Whether Windows takes a file's name for a device, whatever its ending."""
    return name.partition(".")[0].strip().casefold() in _DEVICES


def is_there(path: Path) -> bool:
    """Whether something has that name, even if nobody may look at it: only what is not there is passed over."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def leading_out(root: Path, path: Path) -> OSError | None:
    """Why a path must not be followed: it leads out of the folder ``root``."""
    return _leading_out(os.path.realpath(root), path)


def _leading_out(within: str, path: Path) -> OSError | None:
    real = os.path.realpath(path)
    if real == within or real.startswith(within.rstrip(os.sep) + os.sep):
        return None
    # what the kernel itself says where it is asked to stay beneath a folder (openat2, RESOLVE_BENEATH)
    return OSError(errno.EXDEV, os.strerror(errno.EXDEV))


def read(path: Path, most: int) -> bytes:
    """The bytes of an ordinary file. Raises OSError for a folder, a pipe, a device, and one of more than ``most``.

    Its size is not believed: files of the system say that they have none.
    """
    _must_be_ordinary(path.stat())  # before it is opened: opening some devices does something
    handle = os.open(path, _FLAGS)
    try:
        _must_be_ordinary(os.fstat(handle))
        pieces: list[bytes] = []
        size = os.fstat(handle).st_size
        while size <= most and (piece := os.read(handle, _PIECE)):
            pieces.append(piece)
            size = max(size, sum(map(len, pieces)))
        if size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return b"".join(pieces)
    finally:
        os.close(handle)


def _must_be_ordinary(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
