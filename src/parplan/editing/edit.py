"""One change to a file, proven to change nothing else; then written, if the file is still the one that was read.

Must not write what it has not read again, or over bytes that it has not seen.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from parplan.editing.splice import Change, changed, record_of, spliced, written
from parplan.finding import Code, Finding, Stop
from parplan.reading.load import Loaded, load
from parplan.reading.source import BOM, Source, read_yaml
from parplan.reading.tree import Tree
from parplan.system.disk import Replacement, bytes_at, clear_leftovers, replace_files
from parplan.system.lock import lift_dead, locked

_ROUNDS: Final = 20
"""Each mends some hundreds of mistakes of every file; a file with more is wrong as a whole."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A file's bytes as they were read, and as they are to be. A file that is to be made had none before."""

    file: str
    before: bytes | None
    after: bytes


@dataclass(frozen=True)
class Edited:
    """A workspace with changes in place, none of them written yet.

    ``left`` names files that are left as they are; ``is_done`` is false where there is more to change.
    """

    edits: tuple[Edit, ...]
    loaded: Loaded
    new_errors: tuple[Finding, ...]
    left: tuple[str, ...] = ()
    is_done: bool = True


def edited(loaded: Loaded, changes: Iterable[Change]) -> Edited:
    """Make changes to a workspace that was read. Raises Stop where one of them would change anything else.

    ``new_errors`` are those that the changes bring: a record that was left out before and now is read may show
    mistakes that it always had, and these are not among them.
    """
    # by what they say: a mapping that is added has no hash
    once = {repr(change): change for change in changes}.values()
    every = sorted(once, key=lambda change: change.where.file)
    edits = tuple(
        _edit(loaded.sources.get(file), file, list(group))
        for file, group in groupby(every, key=lambda change: change.where.file)
    )
    edits = tuple(edit for edit in edits if edit.before != edit.after)
    after = load(loaded.root, {**loaded.instead, **{edit.file: edit.after for edit in edits}})
    known = {(error.code, error.where) for error in loaded.errors}
    unread = {file for file in loaded.texts if file in loaded.workspace.unread or _is_cut(loaded, file)}
    touched = {record_of(change.where) for change in every}
    new = tuple(
        error
        for error in after.errors
        if (error.code, error.where) not in known
        and record_of(error.where) not in touched
        and error.where.file not in unread
    )
    return Edited(edits, after, new)


def with_file(loaded: Loaded, file: str, data: dict[str, Tree]) -> Edited:
    """A new file beside those that were read. Raises Stop where there is one of that name."""
    raw = written(data).encode()
    again = read_yaml(file, raw).source
    if file in loaded.texts or again is None or again.data != data:
        raise Stop("edit-refused", file=file)
    after = load(loaded.root, {**loaded.instead, file: raw})
    known = {(error.code, error.where) for error in loaded.errors}
    new = tuple(error for error in after.errors if (error.code, error.where) not in known)
    return Edited((Edit(file, None, raw),), after, new)


def _is_cut(loaded: Loaded, file: str) -> bool:
    """Whether a file has more mistakes than are told, so that nobody knows which of them are new."""
    return any(found.code is Code.FINDINGS_MANY and found.where.file == file for found in loaded.findings)


def edited_without_harm(loaded: Loaded, changes: Iterable[Change]) -> Edited:
    """The changes that bring no new errors; ``left`` names the files that are left as they are.

    Those are files that cannot be changed without touching something else, and those whose changes bring errors.
    """
    every = list(changes)
    files = sorted({change.where.file for change in every})
    kept = _harmless(loaded, every, [file for file in files if _can_be_made(loaded, every, file)])
    made = edited(loaded, [change for change in every if change.where.file in kept])
    if made.new_errors:  # harmful only together: nobody knows which
        made, kept = edited(loaded, []), []
    return replace(made, left=tuple(file for file in files if file not in kept))


def edited_throughout(loaded: Loaded, wanted: Callable[[Loaded], Iterable[Change]]) -> Edited:
    """Changes without harm, and those that show only once these are made: not all mistakes are told at once."""
    made = edited_without_harm(loaded, wanted(loaded))
    edits, left = {edit.file: edit for edit in made.edits}, set(made.left)
    for _ in range(_ROUNDS):
        if not made.edits:
            break
        made = edited_without_harm(made.loaded, (c for c in wanted(made.loaded) if c.where.file not in left))
        left.update(made.left)
        for edit in made.edits:
            first = edits.get(edit.file, edit)
            edits[edit.file] = replace(edit, before=first.before)
    every = tuple(edits[file] for file in sorted(edits))
    return replace(made, edits=every, left=tuple(sorted(left)), is_done=not made.edits)


def _harmless(loaded: Loaded, changes: list[Change], files: list[str]) -> list[str]:
    """The files whose changes bring no new errors, found by halves: a load for every file would take minutes."""
    if not files or not edited(loaded, [change for change in changes if change.where.file in files]).new_errors:
        return files
    if len(files) == 1:
        return []
    half = len(files) // 2
    return _harmless(loaded, changes, files[:half]) + _harmless(loaded, changes, files[half:])


def _can_be_made(loaded: Loaded, changes: list[Change], file: str) -> bool:
    try:
        _edit(loaded.sources.get(file), file, [change for change in changes if change.where.file == file])
    except Stop:
        return False
    return True


def _edit(source: Source | None, file: str, changes: list[Change]) -> Edit:
    if source is None:
        raise Stop("edit-refused", file=file)
    try:
        wanted, text = changed(source.data, changes), spliced(source, changes)
    except (LookupError, TypeError, ValueError):
        raise Stop("edit-refused", file=file) from None
    raw = (BOM if source.had_bom else b"") + text.encode()
    again = read_yaml(file, raw).source
    if again is None or again.data != wanted or _order(again.data) != _order(wanted):
        raise Stop("edit-refused", file=file)
    return Edit(file, source.raw, raw)


def _order(data: object) -> object:
    """Keys in their order: to Python, two mappings are equal whatever theirs is."""
    if isinstance(data, dict):
        return [(key, _order(value)) for key, value in data.items()]
    return [_order(item) for item in data] if isinstance(data, list) else data


def write(root: Path, edits: Iterable[Edit]) -> None:
    """Write edits, as the only one who writes there: none of them if one file is no longer the one that was read.

    Raises Stop. All are written or none; only if the machine stops in between, some, and each of those whole.
    """
    every = tuple(edits)
    if not every:
        lift_dead(root)  # a writer that was killed when all was done left it, and no other write may follow
        return
    file = every[0].file
    try:
        with locked(root):
            for edit in every:
                file = edit.file
                _clear_way(root, edit)
            obstacle = replace_files(Replacement(root / edit.file, edit.after, edit.before) for edit in every)
    except OSError as error:
        raise Stop("edit-not-written", file=file, cause=error) from error
    if obstacle is not None:
        file = next((edit.file for edit in every if (root / edit.file).resolve() == obstacle.path.resolve()), file)
        if obstacle.why == "changed":
            raise Stop("file-changed-meanwhile", file=file)
        raise Stop("edit-not-written", file=file, cause=PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _clear_way(root: Path, edit: Edit) -> None:
    """A folder for the file, free of what killed writers left there. Raises Stop for a way out of here."""
    path = root / edit.file
    if not path.resolve().is_relative_to(root.resolve()):
        raise Stop("path-outside", path=edit.file, root=str(root))
    if bytes_at(path) != edit.before:
        raise Stop("file-changed-meanwhile", file=edit.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(path.parent, [path.name])
