"""The place that was asked for: whether something of ours may be put there at all, or is only poured into it.

Must not look at what lies there already.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from parplan.finding import Stop
from parplan.model.workspace import AGENCIES
from parplan.system import windows
from parplan.system.answers import once_only

_DESCRIPTOR: Final = re.compile(r"/dev/(?P<name>stdout|stderr)|/(?:dev|proc/self)/fd/(?P<number>[0-9]{1,4})")
_STANDARD: Final = {"stdout": 1, "stderr": 2}
_NOT_OURS: Final = ("data", "templates")
_USUAL_LIMIT: Final = 255


def stream_of(path: Path) -> Callable[[bytes], None] | None:
    """How to pour something into a pipe, a device or a stream of this process; None for a place in a folder.

    Raises OSError where the name is none.
    """
    once_only()  # what goes there does not come by the streams that an answer is kept of
    if found := _DESCRIPTOR.fullmatch(str(path)):
        number = _STANDARD[found["name"]] if found["name"] else int(found["number"])
        return lambda content: _pour(number, content)
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None

    def into(content: bytes) -> None:
        path.write_bytes(content)

    return into


def refuse_place(path: Path) -> None:
    """Raises Stop for a name that no file can have, a folder that a workspace is read from, and a link out."""
    if windows.IS_WINDOWS and windows.is_no_name(path.name):
        raise Stop("output-no-name", file=str(path))
    folder, real = Path(os.path.realpath(path.parent)), Path(os.path.realpath(path))
    refuse_folder(real)
    if path.is_symlink() and not real.is_relative_to(folder):
        raise Stop("output-link", file=str(path), target=str(real))


FOLDER: Final = "bao-cao"
"""Where a workspace keeps what is made from it; never among its data, where a file of ours is one too many."""


def refuse_folder(path: Path) -> None:
    """Raises Stop for what would lie, wherever links lead, in a folder that a workspace is read from."""
    if (inside := read_by_workspace(path.parent)) is not None:
        raise Stop("output-in-data", file=str(path), inside=inside, folder=FOLDER)


def read_by_workspace(folder: Path) -> str | None:
    """The name of the folder that a workspace is read from, if this one lies in it, wherever its links lead."""
    real = Path(os.path.realpath(folder))
    within = (each for each in (real, *real.parents) if each.name.casefold() in _NOT_OURS)
    return next((each.name for each in within if (each.parent / AGENCIES).is_file()), None)


def name_limit(folder: Path) -> int:
    """How many bytes a name may have in a folder."""
    if not hasattr(os, "pathconf"):
        return _USUAL_LIMIT
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (OSError, ValueError):
        return _USUAL_LIMIT


def _pour(number: int, content: bytes) -> None:
    """All of it into an open stream, behind what was written there before."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(number, rest) :]
