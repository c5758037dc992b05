"""One change to a file, proven to change nothing else; then written, if the file is still the one that was read.

Must not write what it has not read again, or over bytes that it has not seen.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from parplan.disk import replace_file
from parplan.finding import Finding, Stop
from parplan.load import Loaded, load
from parplan.source import BOM, Source, read_yaml
from parplan.splice import Change, changed, record_of, spliced


@dataclass(frozen=True, slots=True)
class Edit:
    """A file's bytes as they were read, and as they are to be."""

    file: str
    before: bytes
    after: bytes


@dataclass(frozen=True)
class Edited:
    """A workspace with changes in place, none of them written yet."""

    edits: tuple[Edit, ...]
    loaded: Loaded
    new_errors: tuple[Finding, ...]
    left: tuple[str, ...] = ()


def edited(loaded: Loaded, changes: Iterable[Change]) -> Edited:
    """Make changes to a workspace that was read. Raises Stop where one of them would change anything else.

    ``new_errors`` are those that the changes bring: a record that was left out before and now is read may show
    mistakes that it always had, and these are not among them.
    """
    every = sorted(dict.fromkeys(changes), key=lambda change: change.where.file)
    edits = tuple(
        _edit(loaded.sources.get(file), file, list(group))
        for file, group in groupby(every, key=lambda change: change.where.file)
    )
    edits = tuple(edit for edit in edits if edit.before != edit.after)
    after = load(loaded.root, {edit.file: edit.after for edit in edits})
    known = {(error.code, error.where) for error in loaded.errors}
    touched = {record_of(change.where) for change in every}
    new = tuple(
        error
        for error in after.errors
        if (error.code, error.where) not in known and record_of(error.where) not in touched
    )
    return Edited(edits, after, new)


def edited_without_harm(loaded: Loaded, changes: Iterable[Change]) -> Edited:
    """The changes that bring no new errors, file by file; ``left`` names the files that are left as they are."""
    every = list(changes)
    made = edited(loaded, every)
    if not made.new_errors:
        return made
    files = sorted({change.where.file for change in every})
    harmful = {
        file for file in files if edited(loaded, [c for c in every if c.where.file == file]).new_errors
    } or set(files)
    kept = edited(loaded, [change for change in every if change.where.file not in harmful])
    return replace(kept, left=tuple(sorted(harmful)))


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
    """Write edits: all of them, unless one of the files is no longer the one that was read. Raises Stop."""
    every = tuple(edits)
    for edit in every:
        if _on_disk(root / edit.file) != edit.before:
            raise Stop("file-changed-meanwhile", file=edit.file)
    for edit in every:
        try:
            if not replace_file(root / edit.file, edit.after):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        except OSError as error:
            raise Stop("edit-not-written", file=edit.file, cause=error) from error


def _on_disk(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
