"""Where a command writes, and in which form: what -o and --format come to together.

Must not write: a file is put down by whoever draws it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from parplan.finding import Stop
from parplan.output.files.place import FOLDER, refuse_folder, stream_of
from parplan.system.folder import is_device_name
from parplan.words import Words

if TYPE_CHECKING:
    from parplan.output.files.save import Saved

F = TypeVar("F", bound=StrEnum)

STDOUT: Final = "-"


def form_of(
    wanted: Path | None,
    asked: F | None,
    suffixes: Mapping[F, Sequence[str]],
    usual: F,
    *,
    printed: Sequence[F] | None = None,
) -> F:
    """The form that --format or the file's name asks for; refuses a name that says another form than it holds.

    ``suffixes``: how the files of each form may end; an ending alone says the first form that has it. ``printed``:
    the forms that standard output takes, if not every one; where none is asked for, it gets the first of them.
    """
    if wanted is None or is_folder(wanted) or _is_device(wanted):
        return asked or usual
    if str(wanted) == STDOUT:
        if printed is None:
            return asked or usual
        if asked is not None and asked not in printed:
            raise Stop("format-not-printed", format=asked.value, known=", ".join(sorted(printed)))
        return asked or printed[0]
    suffix = wanted.suffix.lower()
    named = next((form for form, known in suffixes.items() if suffix in known), None)
    if named is None:
        every = dict.fromkeys(each for known in suffixes.values() for each in known)
        raise Stop("suffix-unknown", file=str(wanted), known=", ".join(every))
    if asked is not None and suffix not in suffixes[asked]:
        fitting = ", ".join(suffixes[asked])
        raise Stop("format-unknown", file=str(wanted), format=asked.value, known=fitting, named=named.value)
    return asked or named


def path_for(root: Path, wanted: Path | None, name: str) -> Path:
    """The path to write to: in the workspace's folder for it where nothing is asked, by ``name`` in a folder.

    Refuses one in a folder that a workspace is read from.
    """
    if wanted is None:
        return _shown(root / FOLDER) / name
    if str(wanted) == STDOUT:
        return wanted
    path = wanted / name if is_folder(wanted) else wanted
    refuse_folder(path)
    return path


def is_folder(path: Path) -> bool:
    """Whether a folder is there; a name that can be none, such as one that is too long, is told by who writes."""
    return os.path.isdir(path)  # noqa: PTH112 - Path asks the same, and raises


def own_name(unit: str, suffix: str) -> str:
    """The file of a unit: its id, but for one that Windows takes for a device, such as ``con``."""
    return f"{unit}_{suffix}" if is_device_name(unit) else f"{unit}{suffix}"


def make_room(root: Path, path: Path) -> None:
    """Make the workspace's own folder for what is made from it, if that is where a path leads."""
    if path.parent == _shown(root / FOLDER):
        make_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder, if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        cause = NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        raise Stop("folder-not-writable", folder=str(folder), cause=cause) from None
    except OSError as error:
        raise Stop("folder-not-writable", folder=str(folder), cause=error) from error


@contextmanager
def folder_made(folder: Path) -> Iterator[None]:
    """A folder to write into, made if it is not there; what is refused leaves no empty one behind."""
    new = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    make_folder(folder)
    try:
        yield
    except BaseException:
        for each in new:
            with suppress(OSError):
                each.rmdir()
        raise


def moved(saved: Saved | None, wanted: Path | None, said: Words) -> list[str]:
    """What is to be told of a file that does not lie where it was asked for."""
    if saved is None or f"report.saved.{saved.reason}" not in said:
        return []
    return [said(f"report.saved.{saved.reason}", wanted=str(wanted), file=str(saved.path))]


def _shown(path: Path) -> Path:
    """A path as one who stands in the current folder would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _is_device(path: Path) -> bool:
    try:
        return stream_of(path) is not None
    except OSError:  # who writes there is told
        return False
