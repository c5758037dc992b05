"""One field takes another value, or none: the change that this is, in the spelling that the data is written in.

Must not decide whether the value is right: the checks do, on the workspace as it would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parplan.editing.edit import Edited, edited
from parplan.editing.field import Field, keys_of, kind_at, next_of, value_at
from parplan.editing.mend import mends
from parplan.editing.text.change import Add, Change, Remove, Rewrite, changed
from parplan.finding import Finding
from parplan.model.workspace import kind_of
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.where import Where

_UNITS = ("agency", "agency-or-group")
_ROUNDS = 3
"""One mend may lay open another: a date in full-width figures, and then in the order of our days."""


def set_to(loaded: Loaded, field: Field, text: str) -> Edited:
    """The workspace with another value in a field, as people write it. Raises Stop."""
    value = _value_of(loaded, field, text)
    made = edited(loaded, _changes(loaded, field, value))
    for _ in range(_ROUNDS):
        meant = _as_meant(made.loaded, field.where, value)
        if meant == value:
            break
        value = meant
        made = edited(loaded, _changes(loaded, field, value))
    return made


def unset(loaded: Loaded, field: Field) -> Edited:
    """The workspace without a field, and without what it alone filled. Raises Stop."""
    if field.there is None:
        return edited(loaded)
    where = field.where
    data = loaded.sources[where.file].data
    while len(where.path) > 1 and len(value_at(data, where.path[:-1])) == 1:
        where = Where(where.file, where.path[:-1])
    return edited(loaded, [Remove(where)])


def _value_of(loaded: Loaded, field: Field, text: str) -> Tree:
    """What was typed: commas part the items of a list; semicolons those of prose, in which commas stand."""
    texts = [text]
    if field.shape == "list":
        texts = [part.strip() for part in re.split(";" if field.is_prose else "[,;]", text) if part.strip()]
    if field.refers_to in _UNITS:
        texts = [loaded.workspace.units.find(part) or part for part in texts]
    return texts if field.shape == "list" else texts[0]


def _changes(loaded: Loaded, field: Field, value: Tree) -> Iterable[Change]:
    if value == field.there:
        return []
    if field.there is None:
        return [_addition(loaded, field, value)]
    return [Rewrite(field.where, value)]


def _addition(loaded: Loaded, field: Field, value: Tree) -> Change:
    """A key that is not there, before the next that the schema names; with those above it that are not either."""
    key, *below = (str(step) for step in field.where.path[len(field.above.path) :])
    for step in reversed(below):
        value = {step: value}
    file = kind_of(field.where.file)
    keys = keys_of(kind_at(file.model if file else None, field.above.path))
    there = value_at(loaded.sources[field.where.file].data, field.above.path)
    return Add(field.above, value, key, next_of(keys, key, there))


def _as_meant(after: Loaded, where: Where, value: Tree) -> Tree:
    """The value, as far as what is found in it can be mended without a question."""
    found = [finding for finding in (*after.findings, *after.untold) if _is_in(finding, where)]
    source = after.sources.get(where.file)
    changes = mends(found)
    return value_at(changed(source.data, changes), where.path) if source and changes else value


def _is_in(finding: Finding, where: Where) -> bool:
    return finding.where.file == where.file and finding.where.path[: len(where.path)] == where.path
