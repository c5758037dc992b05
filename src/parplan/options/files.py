"""Which files of a workspace a run is about, and by which path they are shown.

Must not read one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from os.path import normpath
from pathlib import Path
from unicodedata import normalize

from parplan.finding import Stop
from parplan.options.shared import here

Named = Callable[[str], bool]
"""Whether a file, by its path in the workspace, is one that was asked about."""


def workspace_in(paths: list[Path] | None) -> Path | None:
    """A path that is itself a workspace stands for --root."""
    if paths and len(paths) == 1 and os.path.isdir(paths[0] / "data"):  # noqa: PTH112 - as below
        return paths[0]
    return None


def named_files(root: Path, paths: list[Path] | None, changed: str | None) -> Named | None:
    """Which files are asked about: those named, those git calls changed; None for all. Stop for one elsewhere."""
    if changed is not None:
        if paths:
            raise Stop("options-exclude", first="--changed", second="PATH")
        from parplan.system.git import changed_files  # to start a process is not asked of most runs

        # a disk of macOS takes letters apart that git keeps together
        files = {normalize("NFC", file) for file in changed_files(root, changed)}
        return lambda file: normalize("NFC", file) in files
    if not paths or workspace_in(paths):
        return None
    wanted = [_inside(root, path) for path in paths]
    return lambda file: any(name in (file, ".") or file.startswith(f"{name}/") for name in wanted)


def _inside(root: Path, path: Path) -> str:
    if not os.path.exists(path):  # noqa: PTH110 - Path asks the same, and raises where nobody may look
        raise Stop("path-missing", path=str(path))
    # links that lead to the workspace are gone, none in it: there one is the file that it stands for
    meant, real = Path(normpath(here() / path)), os.path.realpath(root)
    for folder in (meant, *meant.parents):
        if os.path.realpath(folder) == real:
            return meant.relative_to(folder).as_posix()
    raise Stop("path-outside", path=str(path), root=str(root))


def way_to(root: Path, *, from_the_top: bool) -> str:
    """What stands before a file's path in the workspace: the way from where the person stands, to be clicked on.

    ``from_the_top``: that from the top of the repository, wherever the run stood, as what is read beside a change
    wants it.
    """
    if from_the_top and (way := way_from_the_top(root)) is not None:
        return way
    try:
        there, stands = root.resolve(), Path.cwd()
    except OSError:  # the folder in which the person stands is gone: nothing is near
        return f"{root.as_posix()}/"
    near = there.is_relative_to(stands) or stands.is_relative_to(there)
    return _way(Path(os.path.relpath(there) if near else there))


def way_from_the_top(root: Path) -> str | None:
    """The way from the top of the repository to a workspace; None outside of any."""
    from parplan.system.git import top_of

    there = root.resolve()
    top = top_of(there)
    return None if top is None else _way(there.relative_to(top))


def _way(folder: Path) -> str:
    return "" if folder == Path() else f"{folder.as_posix()}/"


def must_be_there(paths: Iterable[Path]) -> None:
    """Raises Stop for a file or folder that was named and is not there."""
    for path in paths:
        if not os.path.lexists(path):
            raise Stop("path-missing", path=str(path))
