"""Who changed the data, and when: as git tells it, else as our journal does, else only as the data say.

Must not write, or word what it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Final

from parplan.editing.differences import Difference, differences
from parplan.editing.past.journal import Entry, Journal, digest
from parplan.editing.past.sought import Sought
from parplan.editing.past.undo import Fate, history
from parplan.finding import Stop
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.workspace import DATA, TEXTS
from parplan.reading.load import Loaded
from parplan.reading.source import MAX_BYTES, read_text, read_yaml
from parplan.reading.tree import Tree
from parplan.system.git import Commit, Touched, commits, contents, is_shallow, top_of, uncommitted

_AT_ONCE: Final = 40
"""Commits whose contents git is asked for together."""


class Origin(Enum):
    """From where it is known that something was changed."""

    GIT = "git"
    OPEN = "open"
    """It lies on the disk, and no commit holds it yet."""
    JOURNAL = "journal"
    DATA = "data"
    """The data alone say so: what they hold, and under which day."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody changed at once. ``mark`` is a commit's name or the command; who and when may be unknown.

    ``unclear`` files could not be read; ``reshaped`` ones say the same in other lines.
    """

    origin: Origin
    when: datetime | date | None
    who: str
    mark: str
    changes: tuple[Difference, ...]
    subject: str = ""
    unclear: tuple[str, ...] = ()
    reshaped: tuple[str, ...] = ()
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The deeds that were asked for, the newest first, and how far they can be trusted to be all.

    ``refused`` is why git could not tell, ``torn`` how many lines of the journal could not be read.
    """

    origin: Origin
    deeds: tuple[Deed, ...]
    has_more: bool
    is_shallow: bool = False
    refused: Stop | None = None
    torn: int = 0


def story(loaded: Loaded, sought: Sought, most: int, since: date | None = None) -> Story:
    """The newest deeds that were asked for. Raises OSError for a journal that cannot be read."""
    refused = None
    if top_of(loaded.root) is not None:
        try:
            return _told_by_git(loaded, sought, most, since)
        except Stop as stop:
            refused = stop
    journal = Journal(loaded.root)
    if journal.entries():
        found = _told_by_journal(loaded, sought)
        deeds, has_more = _newest(found, most, since)
        return Story(Origin.JOURNAL, deeds, has_more, refused=refused, torn=journal.torn())
    deeds, has_more = _newest(_told_by_data(loaded, sought), most, since)
    return Story(Origin.DATA, deeds, has_more, refused=refused, torn=journal.torn())


def _newest(deeds: Iterable[Deed], most: int, since: date | None) -> tuple[tuple[Deed, ...], bool]:
    wanted = (deed for deed in deeds if since is None or (deed.when is not None and day_of(deed.when) >= since))
    found = tuple(islice(wanted, most + 1))
    return found[:most], len(found) > most


def day_of(when: datetime | date) -> date:
    """The day, here, on which it was."""
    return when.astimezone().date() if isinstance(when, datetime) else when


# --- git ------------------------------------------------------------------------------------------------------


@dataclass
class _Contents:
    """What git keeps, read as trees: what one commit left behind is what the next one found."""

    root: Path
    trees: dict[tuple[str, str], _State] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)

    def fetch(self, touched: Iterable[Touched]) -> None:
        """Ask git for all that some files held."""
        wanted = {name for one in touched for name in (one.before, one.after)} - self.raw.keys()
        self.raw |= contents(self.root, wanted, MAX_BYTES)

    def state(self, file: str, name: str) -> _State:
        """What a file held under that name."""
        if (file, name) not in self.trees:
            raw = self.raw.get(name)
            is_there = bool(name)
            self.trees[file, name] = _read(file, raw) if raw is not None else _State(None, is_unclear=is_there)
        return self.trees[file, name]


@dataclass(frozen=True, slots=True)
class _State:
    """What a file says, if there is one; and whether it could not be read."""

    tree: Tree | None
    is_unclear: bool = False


def _read(file: str, raw: bytes) -> _State:
    if TEXTS.fullmatch(file):
        return _State(digest(read_text(file, raw).text.encode()))  # a page of prose is a value that tells nothing
    source = read_yaml(file, raw).source
    return _State(source.data if source else None, is_unclear=source is None)


def _told_by_git(loaded: Loaded, sought: Sought, most: int, since: date | None) -> Story:
    every = commits(loaded.root, DATA)
    shallow = is_shallow(loaded.root)

    def walk() -> Iterator[Deed]:
        yield from _open(loaded, sought)
        kept = [commit for commit in every if commit.parents or not shallow]  # its oldest seem to make everything
        yield from _committed(loaded.root, kept, sought)

    deeds, has_more = _newest(walk(), most, since)
    return Story(Origin.GIT, deeds, has_more, is_shallow=shallow)


def _committed(root: Path, every: list[Commit], sought: Sought) -> Iterator[Deed]:
    for start in range(0, len(every), _AT_ONCE):
        known, few = _Contents(root), every[start : start + _AT_ONCE]  # not all of a long history at once
        known.fetch(one for commit in few for one in _wanted(commit.files, sought))
        for commit in few:
            states = {
                one.file: (known.state(one.file, one.before), known.state(one.file, one.after))
                for one in _wanted(commit.files, sought)
            }
            told = _Told.of(states, sought)
            if told.is_anything:
                yield told.deed(Origin.GIT, _moment(commit.at), commit.who, commit.name, commit.subject)


def _wanted(files: Iterable[Touched], sought: Sought) -> Iterator[Touched]:
    """Files of data among some, in which what was asked for may be."""
    return (one for one in files if _is_of_data(one.file) and sought.may_be_in(one.file))


def _is_of_data(file: str) -> bool:
    return file.endswith(".yaml") or TEXTS.fullmatch(file) is not None


@dataclass(frozen=True, slots=True)
class _Told:
    """What two states of some files say differently."""

    changes: tuple[Difference, ...]
    unclear: tuple[str, ...]
    reshaped: tuple[str, ...]

    @classmethod
    def of(cls, states: Mapping[str, tuple[_State, _State]], sought: Sought) -> _Told:
        unclear = tuple(file for file, pair in states.items() if any(state.is_unclear for state in pair))
        changes: list[Difference] = []
        reshaped = []
        for file, (before, after) in states.items():
            if file in unclear:
                continue
            found = tuple(differences(file, before.tree, after.tree))
            if not found:
                reshaped.append(file)
            changes += (one for change in found for one in sought.of(change, after.tree, before.tree))
        narrow = sought.task is not None  # nobody knows whether they were about it
        return cls(tuple(changes), () if narrow else unclear, () if not sought.is_all else tuple(reshaped))

    @property
    def is_anything(self) -> bool:
        return bool(self.changes or self.unclear or self.reshaped)

    def deed(self, origin: Origin, when: datetime | None, who: str, mark: str, subject: str = "") -> Deed:
        """All of it as somebody's deed."""
        return Deed(origin, when, who, mark, self.changes, subject, self.unclear, self.reshaped)


def _open(loaded: Loaded, sought: Sought) -> Iterator[Deed]:
    """What no commit holds yet, together where the journal knows that it was written together."""
    known, touched = _Contents(loaded.root), tuple(_wanted(uncommitted(loaded.root, DATA), sought))
    known.fetch(Touched(one.file, one.before, "") for one in touched)
    last = _last_written(loaded.root)
    groups: dict[str, dict[str, tuple[_State, _State]]] = {}
    for one in touched:
        source = loaded.sources.get(one.file)
        entry = last.get((one.file, digest(source.raw if source else None)))
        pair = known.state(one.file, one.before), _on_disk(loaded, one.file)
        groups.setdefault(entry.at if entry else "", {})[one.file] = pair
    entries = {entry.at: entry for entry in last.values()}
    for at in sorted(groups, reverse=True):
        told, entry = _Told.of(groups[at], sought), entries.get(at)
        who, command = (entry.who, entry.command) if entry else ("", "")
        if told.is_anything:
            yield told.deed(Origin.OPEN, _moment(at), who, command)


def _on_disk(loaded: Loaded, file: str) -> _State:
    """What a file says now, as it was read with all others."""
    if TEXTS.fullmatch(file) and file in loaded.texts:
        return _State(digest(loaded.texts[file].encode()))
    source = loaded.sources.get(file)
    # of what is broken, a part may have been read
    is_unclear = loaded.workspace.is_unread(file) or (source is None and file in loaded.texts)
    return _State(source.data if source else None, is_unclear=is_unclear)


def _last_written(root: Path) -> dict[tuple[str, str], Entry]:
    """The last entry that left each file in each state; a journal that cannot be read knows none."""
    try:
        entries = Journal(root).entries()
    except OSError:
        return {}
    return {(one.file, one.now): entry for entry in entries for one in entry.stretches}


# --- without git ----------------------------------------------------------------------------------------------


def _told_by_journal(loaded: Loaded, sought: Sought) -> Iterator[Deed]:
    for told in history(loaded.root):
        if told.fate is Fate.VOID:
            continue
        changes = tuple(
            one for change in told.entry.changes for one in sought.of(change, _data(loaded, change.file))
        )
        if changes or sought.is_all:
            when, who, command = _moment(told.entry.at), told.entry.who, told.entry.command
            files = tuple(one.file for one in told.entry.stretches) if not changes else ()
            yield Deed(Origin.JOURNAL, when, who, command, changes, reshaped=files, fate=told.fate)


def _data(loaded: Loaded, file: str) -> Tree | None:
    source = loaded.sources.get(file)
    return source.data if source else None


def _told_by_data(loaded: Loaded, sought: Sought) -> Iterator[Deed]:
    """What units reported and what was decided, by the day on which it came in or was decided."""
    workspace = loaded.workspace
    files: tuple[ProgressFile | DecisionsFile, ...] = (*workspace.progress, *workspace.decisions)
    found: list[tuple[date, Deed]] = []
    for file in files:
        name = file.where.file
        whole = Difference(name, (), None, _data(loaded, name))
        changes = tuple(sought.of(whole, whole.after))
        decided = file.decisions if isinstance(file, DecisionsFile) else ()
        days = (one.document.date or one.from_ for one in decided)
        day = file.received if isinstance(file, ProgressFile) else max(days, default=None)
        if changes:
            found.append((day or file.month.first, Deed(Origin.DATA, day, "", "", changes)))
    return (deed for _, deed in sorted(found, key=lambda pair: pair[0], reverse=True))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
