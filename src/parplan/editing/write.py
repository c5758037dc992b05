"""Edits reach the disk, all or none, if every file is still the one that was read; and the journal tells of them.

Must not write over bytes that were not seen, or what the journal could not be told of first.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from parplan.editing.edit import Edit
from parplan.editing.past.journal import JOURNAL, Entry, Journal
from parplan.editing.past.undo import unfinished
from parplan.finding import Stop
from parplan.model.workspace import DATA
from parplan.system.disk import Replacement, bytes_at, clear_leftovers, replace_files
from parplan.system.lock import lift_dead, locked


def write(root: Path, edits: Iterable[Edit], command: str, undoes: str = "") -> None:
    """Write edits, as the only one who writes there: none of them if one file is no longer the one that was read.

    Raises Stop. All are written or none; only if the machine stops in between, some, and each of those whole: the
    journal, which is told first, then knows what was under way. ``command`` is what asked for them.
    """
    every = tuple(edits)
    if not every:
        # a writer that was killed when all was done left it, and no other write may follow
        lift_dead(root, lambda: _clear_all(root / DATA))
        return
    if not undoes:
        refuse_unfinished(root)
    file = every[0].file
    try:
        with locked(root):
            for edit in every:
                file = edit.file
                _clear_way(root, edit)
            file = JOURNAL
            with Journal(root).telling(Entry.of(every, command, undoes)) as told:
                file = every[0].file
                obstacle = replace_files(Replacement(root / edit.file, edit.after, edit.before) for edit in every)
                told.holds = obstacle is None
    except OSError as error:
        raise Stop("edit-not-written", file=file, cause=error) from error
    finally:
        _leave_no_empty_folder(root, every)
    if obstacle is not None:
        file = next((edit.file for edit in every if (root / edit.file).resolve() == obstacle.path.resolve()), file)
        if obstacle.why == "changed":
            raise Stop("file-changed-meanwhile", file=file)
        raise Stop("edit-not-written", file=file, cause=PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def refuse_unfinished(root: Path) -> None:
    """Raises Stop where the last writer was killed half-way: nothing is built upon half a change."""
    try:
        entry = unfinished(root)
    except OSError as error:
        raise Stop("edit-not-written", file=JOURNAL, cause=error) from error
    if entry is not None:
        raise Stop("write-unfinished", exit_code=1, command=entry.command)


def _clear_all(data: Path) -> None:
    for folder in (data, *(path for path in data.rglob("*") if path.is_dir())):
        clear_leftovers(folder)


def _clear_way(root: Path, edit: Edit) -> None:
    """A folder for the file, free of what killed writers left there. Raises Stop for a way out of here."""
    path = root / edit.file
    if not path.resolve().is_relative_to(root.resolve()):
        raise Stop("path-outside", path=edit.file, root=str(root))
    if bytes_at(path) != edit.before:
        raise Stop("file-changed-meanwhile", file=edit.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(path.parent, [path.name])


def _leave_no_empty_folder(root: Path, edits: Iterable[Edit]) -> None:
    """Where the last file of a month went, or its first did not come, the month goes too."""
    for folder in {(root / edit.file).parent for edit in edits if None in (edit.before, edit.after)}:
        with suppress(OSError):
            folder.rmdir()
