"""What a change to the data means, in sentences: whose record, which field, what it said and what it says.

Must not show lines of a file, or judge what was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parplan.editing.differences import Difference
from parplan.reading.tree import Tree
from parplan.words import Words


def change_lines(changes: Iterable[Difference], words: Words) -> Iterator[str]:
    """A sentence for each record that changed, in the order of the files."""
    for change in changes:
        values = {
            "file": change.file,
            "path": ".".join(change.path),
            "before": _shown(change.before),
            "after": _shown(change.after),
        }
        how = "added" if change.before is None else "removed" if change.after is None else "changed"
        yield words(f"change.{how}", **values)


def _shown(value: Tree | None) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_shown(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return value or ""
