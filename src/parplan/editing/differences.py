"""What two states of a file say differently, record by record and field by field, whatever their lines look like.

Must not word it, or call a record changed for having moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from parplan.editing.address import name_of, names_of
from parplan.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that came, went or changed: None before or after. ``path`` goes by the names of records.

    A record that came or went whole is one difference, and so is a file.
    """

    file: str
    path: tuple[str, ...]
    before: Tree | None
    after: Tree | None


def differences(file: str, before: Tree | None, after: Tree | None) -> Iterator[Difference]:
    """All that differs, in the order in which the newer state says it; what went comes last."""
    return _differences(file, (), before, after)


def _differences(
    file: str, path: tuple[str, ...], before: Tree | None, after: Tree | None
) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys(chain(after, before)):
            yield from _differences(file, (*path, key), before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list) and _have_names(before) and _have_names(after):
        old, new = dict(zip(names_of(before), before, strict=True)), dict(zip(names_of(after), after, strict=True))
        for name in dict.fromkeys(chain(new, old)):
            yield from _differences(file, (*path, name), old.get(name), new.get(name))
    else:
        yield Difference(file, path, before, after)


def _have_names(items: list[Tree]) -> bool:
    """Whether every item of a list has a name of its own; a list of mere texts is a value as a whole."""
    names = [name_of(item) for item in items]
    return None not in names and len(set(names)) == len(names)
