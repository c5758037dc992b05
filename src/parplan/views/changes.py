"""What a change to the data means, in sentences: whose record, which field, what it said and what it says.

Must not show lines of a file, or judge what was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Any, Final

from parplan.editing.address import by_name
from parplan.editing.differences import Difference
from parplan.model.record import Record
from parplan.model.workspace import Workspace, kind_of
from parplan.views.phrases.known import Known
from parplan.views.phrases.stated import LONGEST_PROSE, Kind, Stated
from parplan.words import Words

MOST_RECORDS: Final = 8
"""Of a file that came whole, so many records are told; the rest is counted."""

MOST_WHOLE: Final = 4
"""Of more files that came whole at once, none is told record by record."""

READ_WHOLE: Final = ("progress", "decisions", "report", "reminders")
"""Files that are told record by record when they come whole; of the others, how much they hold."""

HEAD: Final = ("sample", "plan", "month", "agency", "period")
"""What a file says of itself that its name says too."""

NAMED: Final = ("id", "task", "period", "name", "title", "index", "year", "place", "criterion", "ref", "number")
"""What a record is called by."""

NAMED_OTHERWISE: Final = {"Decision": ("kind", *NAMED), "Part": ("kind", *NAMED), "SpecialDay": ("date",)}

_BEFORE: Final = 20
"""Letters of two long texts that are told before the first of them that differs."""


def change_lines(changes: Iterable[Difference], words: Words, *workspaces: Workspace) -> Iterator[str]:
    """A sentence for each record that changed, in the order of the files.

    The workspaces know the names: the newest is asked first. One record of a file is told in one line with it,
    several stand below it.
    """
    yield from changes_known(changes, Known(words, *workspaces))


def changes_known(changes: Iterable[Difference], known: Known, *, papers: bool = False) -> Iterator[str]:
    """The same for who tells of much: names are looked up once. ``papers``: with the one that each is based on."""
    files = [(file, tuple(group)) for file, group in groupby(changes, key=lambda change: change.file)]
    most = MOST_RECORDS if sum(not group[0].path for _, group in files) <= MOST_WHOLE else 0
    for file, group in files:
        yield from _File(known, file, papers=papers, most=most).lines(group)


class _File:
    """Words what changed in one file."""

    def __init__(self, known: Known, file: str, *, papers: bool, most: int) -> None:
        self.papers, self.most = papers, most
        kind = kind_of(file)
        self.known, self.words, self.file = known, known.words, file
        self.kind = kind.name if kind else ""
        self.model: Any = kind.model if kind else None
        self.stated = Stated(known, file)

    def lines(self, changes: tuple[Difference, ...]) -> Iterator[str]:
        heading = self.stated.heading()
        if not changes[0].path:
            yield from self._whole(heading, changes[0])
            return
        heading = self._with_paper(heading, ())
        records: dict[tuple[str, ...], list[Difference]] = {}
        for change in chain.from_iterable(map(self._spread, changes)):
            records.setdefault(change.path[:2] if self._items(change.path) else (), []).append(change)
        said = [self._record(path, group) for path, group in records.items()]
        if len(said) == 1:
            yield self.words("change.in", heading=heading, what=said[0])
        elif said:
            yield self.words("change.heading", heading=heading)
            yield from (self.words("change.item", what=what) for what in said)

    def _with_paper(self, name: str, path: tuple[str, ...]) -> str:
        """With the paper that a file or record says it rests on, where that is wanted."""
        paper = self.known.paper(self.file, path) if self.papers else ""
        return self.words("change.with-paper", name=name, paper=paper) if paper else name

    def _items(self, path: tuple[str, ...]) -> type[Record] | None:
        """What a path's first list holds, if it is a list of records."""
        kind = Kind.of(self.model, path[0])
        return kind.item.record if kind and kind.is_list else None

    def _spread(self, change: Difference) -> Iterator[Difference]:
        """A list of records that came, went or changed as a whole, record by record."""
        if len(change.path) > 1 or self._items(change.path) is None:
            yield change
            return
        old, new = (by_name(tree) for tree in (change.before, change.after))
        for name in dict.fromkeys(chain(new, old)):
            if old.get(name) != new.get(name):
                yield Difference(self.file, (*change.path, name), old.get(name), new.get(name))

    def _record(self, path: tuple[str, ...], changes: list[Difference]) -> str:
        """What became of a record: of the file's own head, for no path."""
        model = self._items(path) if path else None
        if model is None:
            return "; ".join(self._field(change, 0, Kind(self.model)) for change in changes)
        came = next((change for change in changes if change.path == path), None)
        if came is not None:
            return self._came(model, came)
        name = self._with_paper(self.stated.item(model, path[1], self.known.record(self.file, path)), path)
        said = "; ".join(self._field(change, 2, Kind(model)) for change in changes)
        return self.words("change.in", heading=name, what=said)

    def _came(self, model: type[Record], change: Difference) -> str:
        """A record that came, went, or says something else as a whole."""
        tree = change.after if change.after is not None else change.before
        data = tree if isinstance(tree, dict) else None
        name = self.stated.item(model, change.path[1], data)
        if change.after is None:
            return self.words("change.removed", what=name)
        said = self._told(model, data or {})
        if not said:
            return self.words("change.added-bare", what=name)
        return self.words("change.added" if change.before is None else "change.now", what=name, said=said)

    def _told(self, model: type[Record], data: dict[str, Any]) -> str:
        """What a record says beyond its name."""
        if model.__name__ != "Update":
            left_out = NAMED_OTHERWISE.get(model.__name__, NAMED)
            return "; ".join(self.stated.parts(model, data, leave_out=left_out))
        values = {key: self.stated.plain(model, key, data) for key in ("status", "date") if key in data}
        how = "bare" if "date" not in values else "done" if data.get("status") == "done" else "open"
        first = self.words(f"change.status.{how}", **{"status": "", **values})
        return "; ".join([first, *self.stated.parts(model, data, leave_out=(*NAMED, *values))])

    def _field(self, change: Difference, depth: int, kind: Kind) -> str:
        """What became of a field; the path is walked from ``depth`` on, where something of that kind stands."""
        labels: list[str] = []
        here: Kind | None = kind
        for position, step in enumerate(change.path[depth:], start=depth + 1):
            model = here.record if here else None
            item = here.item.record if here and here.is_list else None
            if model is not None:
                labels.append(self.stated.label(step))
                here = Kind.of(model, step)
            elif item is not None and here:
                if position == len(change.path) and None in (change.before, change.after):
                    here = here.item  # its value says what it is called
                    break
                labels[-1] = self.stated.item(item, step, self.known.record(self.file, change.path[:position]))
                here = here.item
            else:
                labels.append(self._measure(change.path, step))
                here = here.item if here else None
        *above, field = filter(None, labels)
        became = self._became(field, here, change)
        return self.words("change.in", heading=": ".join(above), what=became) if above else became

    def _measure(self, path: tuple[str, ...], step: str) -> str:
        """The target that a figure is about."""
        return self.known.measure(path[1].partition("@")[0], step, self.file) if len(path) > 1 else step

    def _became(self, label: str, kind: Kind | None, change: Difference) -> str:
        before, after = change.before, change.after
        if before is None or after is None:
            came = after if before is None else before
            assert came is not None
            key = "change.field-added" if before is None else "change.field-removed"
            return self.words(key, field=label, value=self.stated.value(kind, came))
        if isinstance(before, list) and isinstance(after, list):
            return self._list(label, kind, before, after)
        if isinstance(before, str) and isinstance(after, str):
            before, after = apart(before, after)
        values = {"before": self.stated.value(kind, before), "after": self.stated.value(kind, after)}
        return self.words("change.field", field=label, **values)

    def _list(self, label: str, kind: Kind | None, before: list[Any], after: list[Any]) -> str:
        """What came into a list and what went out of it; where neither did, only the order is another."""
        parts = (
            ("came", [one for one in after if one not in before]),
            ("went", [o for o in before if o not in after]),
        )
        said = [self.words(f"change.{how}", value=self.stated.value(kind, items)) for how, items in parts if items]
        return self.words("change.list", field=label, what="; ".join(said) or self.words("change.order"))

    def _whole(self, heading: str, change: Difference) -> Iterator[str]:
        """A file that came or went, or of which nobody could tell records apart."""
        tree = change.after if change.after is not None else change.before
        data = tree if isinstance(tree, dict) else {}
        lists = {key: inner for key, inner in data.items() if self._items((key,)) and isinstance(inner, list)}
        counts = [self.words("change.count", field=self.stated.label(key), n=len(lists[key])) for key in lists]
        head = {key: inner for key, inner in data.items() if key not in (*HEAD, *lists)}
        is_read = self.kind in READ_WHOLE and change.before is None
        parts = list(self.stated.parts(self.model, head)) if is_read else []
        how = "added" if change.before is None else "removed" if change.after is None else "now"
        said = "; ".join([*parts, *counts])
        yield (
            self.words(f"change.file-{how}", heading=heading, said=said)
            if said
            else self.words(f"change.file-{how}-bare", heading=heading)
        )
        if is_read and self.most:
            yield from self._records(lists)

    def _records(self, lists: dict[str, list[Any]]) -> Iterator[str]:
        every = [(key, name, item) for key, items in lists.items() for name, item in by_name(items).items()]
        for key, name, item in every[: self.most]:
            model = self._items((key,))
            assert model is not None
            said = self._told(model, item) if isinstance(item, dict) else ""
            called = self.stated.item(model, name, item if isinstance(item, dict) else None)
            what = self.words("change.in", heading=called, what=said) if said else called
            yield self.words("change.item", what=what)
        if len(every) > self.most:
            yield self.words("change.item", what=self.words("change.more", n=len(every) - self.most))


def apart(before: str, after: str) -> tuple[str, str]:
    """Two long texts from shortly before where they part: their beginnings would show nothing."""
    one, other = " ".join(before.split()), " ".join(after.split())
    if max(len(one), len(other)) <= LONGEST_PROSE:
        return before, after
    alike = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = one.rfind(" ", 0, max(alike - _BEFORE, 0)) + 1
    return tuple(f"… {text[start:]}" if start else text for text in (one, other))  # type: ignore[return-value]
