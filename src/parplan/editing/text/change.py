"""What may be changed in a file, as values; and what the file must say once it is.

Must not know how a file is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from parplan.reading.tree import Tree
from parplan.spelling import respelt
from parplan.where import Step, Where


@dataclass(frozen=True, slots=True)
class Replace:
    """Another text for the scalar at an address; for the key itself, where the address is ``on_key``."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Add:
    """A key and its value at the end of the mapping at an address; without a key, an item at a list's end.

    ``before``: a key of the mapping that the new one is to stand before.
    """

    where: Where
    value: Tree
    key: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Without the key and its value, or the item of a list, at an address; what held it must hold others too."""

    where: Where


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Another value at an address, whatever either is: a mapping, a list or a scalar."""

    where: Where
    value: Tree


@dataclass(frozen=True, slots=True)
class Trim:
    """No blanks at the ends of a file's lines. Changes nothing that the file says."""

    where: Where


@dataclass(frozen=True, slots=True)
class Compose:
    """Every letter of a file in one piece (NFC). Changes nothing that the file says."""

    where: Where


@dataclass(frozen=True, slots=True)
class Respell:
    """Our own letters in a scalar, each in the place of one that only looks like it, however it is written."""

    where: Where


Change = Replace | Add | Remove | Rewrite | Trim | Compose | Respell


def changed(data: Tree, changes: Iterable[Change]) -> Tree:
    """What a file must say after some changes: its content with exactly those. Raises LookupError, TypeError."""
    made = [deepcopy(data)]
    every = list(changes)
    gone = {change.where.path for change in every if isinstance(change, Remove)}
    for change in every:
        if not isinstance(change, Trim | Compose | Remove):
            _change(made, change)
    # what lies in a record before the record, and the last of a list first: no position moves before its own turn
    for path in sorted(gone, reverse=True):
        parent = _parent(made, path)
        del parent[path[-1]]
        if not parent:
            raise LookupError(str(path))
    return made[0]


def _parent(made: Tree, path: tuple[Step, ...]) -> Any:
    parent: Any = made
    for step in (0, *path)[:-1]:
        parent = parent[step]
    return parent


def _change(made: list[Tree], change: Replace | Add | Rewrite | Respell) -> None:
    parent, last = _parent(made, change.where.path), (0, *change.where.path)[-1]
    if isinstance(change, Replace) and change.where.on_key:
        _put(parent, [(change.text if key == last else key, value) for key, value in parent.items()])
    elif isinstance(change, Respell):
        parent[last] = respelt(parent[last])
    elif isinstance(change, Replace):
        parent[last] = change.text
    elif isinstance(change, Rewrite):
        parent[last] = change.value
    elif change.key is None:
        parent[last].append(change.value)
    elif change.before is None:
        parent[last][change.key] = change.value
    else:
        at = list(parent[last]).index(change.before)
        items = list(parent[last].items())
        _put(parent[last], [*items[:at], (change.key, change.value), *items[at:]])


def _put(mapping: dict[str, Tree], items: list[tuple[str, Tree]]) -> None:
    mapping.clear()
    mapping.update(items)
