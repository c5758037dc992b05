"""Which of many changes somebody asked for: those about a task, a unit, a month.

Must not look a name up: who asks knows the ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from parplan.editing.address import JOINT, by_name
from parplan.editing.differences import Difference
from parplan.model.workspace import FileKind, kind_of
from parplan.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Sought:
    """What a change must be about; None where that is all the same. ``year`` is the plan's that has the task."""

    task: str | None = None
    agencies: frozenset[str] | None = None
    month: str | None = None
    year: int | None = None

    @property
    def is_all(self) -> bool:
        return self == Sought()

    def may_be_in(self, file: str) -> bool:
        """Whether a file of that name may hold what is asked for."""
        kind = kind_of(file)
        if kind is None:
            return self.is_all
        parts = _parts(kind, file)
        in_month = self.month is None or self.month in (parts.get("month"), parts.get("period"))
        of_unit = self.agencies is None or "agency" not in parts or parts["agency"] in self.agencies
        return in_month and of_unit

    def of(self, change: Difference, *states: Tree | None) -> Iterator[Difference]:
        """What of a change is about it, record by record; ``states`` of its file know the rest."""
        kind = kind_of(change.file)
        if not self.may_be_in(change.file):
            return
        if kind is None or (
            self.task is None and (self.agencies is None or "agency" in _parts(kind, change.file))
        ):
            yield change
            return
        if not self._is_of_year(kind, change.file, (change.before, change.after, *states)):
            return
        for one in by_record(change):
            if len(one.path) > 1 and self._is_about(kind, one, states):
                yield one

    def _is_of_year(self, kind: FileKind, file: str, states: tuple[Tree | None, ...]) -> bool:
        """Two plans may give one id to different tasks."""
        years = {
            str(state["plan"])
            for state in states
            if isinstance(state, dict) and isinstance(state.get("plan"), str)
        }
        if kind.name == "plan":
            years = {_parts(kind, file)["year"]}
        return self.year is None or not years or str(self.year) in years

    def _is_about(self, kind: FileKind, change: Difference, states: tuple[Tree | None, ...]) -> bool:
        name = change.path[1]
        whole = (change.before, change.after) if len(change.path) == 2 else ()
        records = [*whole, *(_record(state, change.path) for state in states)]
        task = self.task.lower() if self.task is not None else ""
        said = {one.lower() for record in records for one in _said(record, ("task", "criterion"))}
        about_task = self.task is None or task in said or task == name.partition(JOINT)[0].lower()
        of_unit = self.agencies is None or "agency" in _parts(kind, change.file)
        named = {
            one for record in records for one in _said(record, ("agencies", "agency", "lead", "with", "members"))
        }
        return about_task and (of_unit or bool((self.agencies or frozenset()) & {*named, name}))


def by_record(change: Difference) -> Iterator[Difference]:
    """A file or a list that came, went or changed as a whole, record by record; any other change as it is."""
    if len(change.path) > 1:
        yield change
        return
    before, after = change.before, change.after
    if not change.path:
        old, new = (tree if isinstance(tree, dict) else {} for tree in (before, after))
        for key in dict.fromkeys(chain(new, old)):
            if old.get(key) != new.get(key):
                yield from by_record(Difference(change.file, (key,), old.get(key), new.get(key)))
        return
    if not any(isinstance(tree, list) for tree in (before, after)):
        yield change
        return
    was, now = by_name(before), by_name(after)
    for name in dict.fromkeys(chain(now, was)):
        if was.get(name) != now.get(name):
            yield Difference(change.file, (*change.path, name), was.get(name), now.get(name))


def _parts(kind: FileKind, file: str) -> dict[str, str]:
    match = kind.pattern.fullmatch(file)
    return match.groupdict() if match else {}


def _record(state: Tree | None, path: tuple[str, ...]) -> Tree | None:
    items = state.get(path[0]) if isinstance(state, dict) else None
    found: Tree | None = by_name(items).get(path[1])
    return found


def _said(tree: Any, keys: tuple[str, ...], *, within: bool = False) -> Iterator[str]:
    """Every text that stands under one of some keys, however deep."""
    if isinstance(tree, dict):
        for key, inner in tree.items():
            yield from _said(inner, keys, within=key in keys)
    elif isinstance(tree, list):
        for inner in tree:
            yield from _said(inner, keys, within=within)
    elif within and isinstance(tree, str):
        yield tree
