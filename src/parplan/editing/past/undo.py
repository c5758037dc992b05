"""Which change of parplan's would be taken back next, by the journal and by what lies on the disk.

Must not take back what somebody has built upon, or write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from parplan.editing.edit import Edit
from parplan.editing.past.journal import Entry, Journal, digest
from parplan.finding import Stop
from parplan.system.disk import bytes_at


class Fate(Enum):
    """What became of a change: it holds, was taken back, never came to be, or stopped half-way."""

    HOLDS = "holds"
    UNDONE = "undone"
    VOID = "void"
    PARTIAL = "partial"
    OVERTAKEN = "overtaken"
    """Somebody has changed one of its files since, and not by parplan."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of the journal and what became of it."""

    entry: Entry
    fate: Fate


def history(root: Path) -> tuple[Told, ...]:
    """Every change that the journal tells of, the newest first. Raises OSError."""
    return tuple(_walked(root, Journal(root).entries()))


def _walked(root: Path, entries: tuple[Entry, ...]) -> Iterator[Told]:
    """From the newest back: what lies on the disk tells whether each change came to be."""
    state: dict[str, str] = {}
    undone: set[str] = set()
    for entry in reversed(entries):
        for one in entry.stretches:
            state.setdefault(one.file, digest(bytes_at(root / one.file)))
        fate = _fate(entry, state)
        if fate is Fate.HOLDS:
            undone.add(entry.undoes)
        for one in entry.stretches:
            if fate is not Fate.OVERTAKEN:
                state[one.file] = one.was
        # of one that stopped half-way, its undoing leaves what it is found in: half of it
        yield Told(entry, Fate.UNDONE if entry.at in undone else fate)


def _fate(entry: Entry, state: dict[str, str]) -> Fate:
    now = [state[one.file] == one.now for one in entry.stretches]
    was = [state[one.file] == one.was for one in entry.stretches]
    if all(now):
        return Fate.HOLDS
    if all(was):
        return Fate.VOID
    return Fate.PARTIAL if all(a or b for a, b in zip(now, was, strict=True)) else Fate.OVERTAKEN


def unfinished(root: Path) -> Entry | None:
    """The newest change, if its writer was killed with some of its files written and some not. Raises OSError."""
    journal = Journal(root)
    entry = journal.newest()
    if entry is None or journal.has_ended(entry):
        return None
    state = {one.file: digest(bytes_at(root / one.file)) for one in entry.stretches}
    return entry if _fate(entry, state) is Fate.PARTIAL else None


def next_undone(root: Path) -> tuple[Entry, tuple[Edit, ...]]:
    """The last change that still holds, and the edits that take it back. Raises Stop, and OSError.

    Of one that stopped half-way, only the files that it had reached are taken back.
    """
    if Journal(root).lost_its_end:
        raise Stop("undo-journal-torn", exit_code=1)
    for told in history(root):
        if told.entry.undoes or told.fate in (Fate.UNDONE, Fate.VOID):
            continue
        return told.entry, tuple(_taken_back(root, told.entry))
    raise Stop("undo-nothing", exit_code=1)


def _taken_back(root: Path, entry: Entry) -> Iterator[Edit]:
    for one in entry.stretches:
        there = bytes_at(root / one.file)
        if digest(there) == one.now:
            edit = one.taken_back(there)
            if digest(edit.after) != one.was:  # the journal itself was changed
                raise Stop("undo-damaged", exit_code=1, file=one.file)
            yield edit
        elif digest(there) != one.was:
            raise Stop("undo-overtaken", exit_code=1, file=one.file)
