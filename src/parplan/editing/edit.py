"""Changes to a workspace, proven to change nothing else, and what would come of them.

Must not write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from parplan.editing.address import named
from parplan.editing.text.change import Change, changed
from parplan.editing.text.splice import spliced
from parplan.editing.text.style import written
from parplan.finding import Code, Finding, Severity, Stop
from parplan.reading.load import Loaded, load
from parplan.reading.source import BOM, Source, read_yaml
from parplan.reading.tree import Tree

_ROUNDS: Final = 20
"""Each mends some hundreds of mistakes of every file; a file with more is wrong as a whole."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A file's bytes as they were read, and as they are to be; None where there is no such file."""

    file: str
    before: bytes | None
    after: bytes | None


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


def edited(
    loaded: Loaded, changes: Iterable[Change] = (), new_files: Mapping[str, dict[str, Tree]] | None = None
) -> Edited:
    """Make changes to a workspace that was read, and new files beside what is there.

    Raises Stop where a change would change anything else, and where there is a file of that name.
    """
    # by what they say: a mapping that is added has no hash
    once = {repr(change): change for change in changes}.values()
    every = sorted(once, key=lambda change: change.where.file)
    edits = [
        edit_of(loaded.sources.get(file), file, list(group))
        for file, group in groupby(every, key=lambda change: change.where.file)
    ]
    edits += [_new(loaded, file, data) for file, data in (new_files or {}).items()]
    return with_edits(loaded, edits)


def with_edits(loaded: Loaded, edits: Iterable[Edit]) -> Edited:
    """A workspace with some files as they are to be.

    ``new_errors`` are those that the edits bring: a record that had errors before, and was left out, may now show
    mistakes that it always had, and these are not among them.
    """
    every = tuple(edit for edit in edits if edit.before != edit.after)
    after = load(loaded.root, {**loaded.instead, **{edit.file: edit.after for edit in every}}, loaded)
    names: dict[int, list[str]] = {}
    known = {_record(loaded, error, names) for error in loaded.errors}
    was = {_mark(loaded, error, names) for error in loaded.errors}
    unread = {file for file in loaded.texts if file in loaded.workspace.unread or _is_cut(loaded, file)}
    edited_files = {edit.file for edit in every}
    new = tuple(
        error
        for error in after.errors
        if _mark(after, error, names) not in was
        and not (error.where.file in edited_files and _record(after, error, names) in known)
        and error.where.file not in unread
    )
    return Edited(every, after, new)


def onto(loaded: Loaded, made: Edited) -> Edited:
    """The same, as changes to the workspace on the disk: a file may have been begun in between."""
    return with_edits(loaded, [replace(edit, before=_before(loaded, edit.file)) for edit in made.edits])


def _before(loaded: Loaded, file: str) -> bytes | None:
    return loaded.sources[file].raw if file in loaded.sources else None


def new_remarks(before: Loaded, after: Loaded) -> tuple[Finding, ...]:
    """What is no error, and is told now that was not told before."""
    names: dict[int, list[str]] = {}
    was = {_mark(before, found, names) for found in before.findings}
    light = (found for found in after.findings if found.code.severity is not Severity.ERROR)
    return tuple(found for found in light if _mark(after, found, names) not in was)


def joined(edits: Iterable[Edit]) -> Iterator[tuple[str, Edit]]:
    """Each edit, and the name that its file had: one that goes and one that comes beside it may be one file.

    They are, where most of their lines are alike.
    """
    every = list(edits)
    gone = [edit for edit in every if edit.after is None]
    was = {edit.file: found for edit in every if edit.before is None and (found := _earlier(edit, gone))}
    left = {edit.file for edit in was.values()}
    for edit in every:
        if edit.file in was:
            yield was[edit.file].file, replace(edit, before=was[edit.file].before)
        elif edit.file not in left:
            yield edit.file, edit


def _earlier(edit: Edit, gone: list[Edit]) -> Edit | None:
    beside = [one for one in gone if one.file.rpartition("/")[0] == edit.file.rpartition("/")[0]]
    return next((one for one in beside if _alike(one.before or b"", edit.after or b"")), None)


def _alike(one: bytes, other: bytes) -> bool:
    old, new = Counter(one.splitlines()), Counter(other.splitlines())
    return (old & new).total() * 2 > max(old.total(), new.total())


def _mark(loaded: Loaded, error: Finding, names: dict[int, list[str]]) -> tuple[object, ...]:
    """What an error is known by, wherever its record moves to."""
    return error.code, error.where.file, _names(loaded, error, names)


def _record(loaded: Loaded, error: Finding, names: dict[int, list[str]]) -> tuple[object, ...]:
    """The record that an error lies in: the file, the list's name, and what it goes by there."""
    return error.where.file, _names(loaded, error, names)[:2]


def _names(loaded: Loaded, error: Finding, names: dict[int, list[str]]) -> tuple[str, ...]:
    source = loaded.sources.get(error.where.file)
    return named(source.data, error.where.path, names) if source else ()


def _new(loaded: Loaded, file: str, data: dict[str, Tree]) -> Edit:
    raw = written(data).encode()
    again = read_yaml(file, raw).source
    if file in loaded.texts or again is None or again.data != data:
        raise Stop("edit-refused", file=file)
    return Edit(file, None, raw)


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
        edit_of(loaded.sources.get(file), file, [change for change in changes if change.where.file == file])
    except Stop:
        return False
    return True


def edit_of(source: Source | None, file: str, changes: list[Change]) -> Edit:
    """A file with some changes, proven to say exactly what it must then. Raises Stop where that cannot be."""
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
