"""What two states of a file say differently, record by record and field by field, whatever their lines look like.

Must not word it, or call a record changed for having moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from parplan.editing.address import by_name, name_of
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
    return _differences(file, (), before, after, {})


def all_differences(states: Iterable[tuple[str, Tree | None, Tree | None]]) -> tuple[Difference, ...]:
    """All that differs in some files; where an id was changed, that alone, and not that references follow it."""
    every = tuple(states)
    found = [one for state in every for one in differences(*state)]
    ids = [one for one in found if one.path[-1:] == ("id",) and one.before and one.after]
    if not ids:
        return tuple(found)
    renamed = {str(one.before): str(one.after) for one in ids}
    rest = (one for file, old, new in every for one in _differences(file, (), old, new, renamed))
    return (*ids, *rest)


def _differences(
    file: str, path: tuple[str, ...], before: Tree | None, after: Tree | None, renamed: Mapping[str, str]
) -> Iterator[Difference]:
    if before == after or _follows(before, after, renamed):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys(chain(after, before)):
            yield from _differences(file, (*path, key), before.get(key), after.get(key), renamed)
    elif isinstance(before, list) and isinstance(after, list) and _have_names(before) and _have_names(after):
        old, new = by_name(before), by_name(after)
        called = _called_otherwise(old, new, renamed)
        for name in dict.fromkeys(chain(new, old)):
            if name not in called.values():
                was = called.get(name, name)
                yield from _differences(file, (*path, was), old.get(was), new.get(name), renamed)
    else:
        yield Difference(file, path, before, after)


def _follows(before: Any, after: Any, renamed: Mapping[str, str]) -> bool:
    """Whether a value differs only by ids that were changed."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_follows(before[key], after[key], renamed) for key in before)
    if isinstance(before, list) and isinstance(after, list):
        pairs = zip(before, after, strict=False)
        return len(before) == len(after) and all(_follows(*pair, renamed) for pair in pairs)
    if not (isinstance(before, str) and isinstance(after, str)):
        return False
    parts = zip(before.split("/"), after.split("/"), strict=False)
    return before.count("/") == after.count("/") and all(
        renamed.get(old, old) == new or old == new for old, new in parts
    )


def _called_otherwise(old: dict[str, Any], new: dict[str, Any], renamed: Mapping[str, str]) -> dict[str, str]:
    """The new names of records that say the same but for ids; and the old ones."""
    came = [name for name in new if name not in old]
    found: dict[str, str] = {}
    for was in (name for name in old if name not in new):
        same = (name for name in came if _follows(_rest(old[was]), _rest(new[name]), renamed))
        if name := next(same, None):
            found[name] = was
            came.remove(name)
    return found


def _rest(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "id"}


def _have_names(items: list[Tree]) -> bool:
    """Whether every item of a list has a name of its own; a list of mere texts is a value as a whole."""
    names = [name_of(item) for item in items]
    return None not in names and len(set(names)) == len(names)
