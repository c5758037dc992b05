"""What was written down since a form went out: kept, where the form says otherwise or has nothing to say of it.

Must not write, or know whether the form or the data came later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from parplan.editing.edit import Edited
from parplan.editing.progress import ADDED_TO, UPDATES, file_of
from parplan.options.forms.filled import Filled, Told
from parplan.options.record.month import Month
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree

COLUMNS: Final = {"values": "done", "evidence": "number"}
"""Where the form has a field that is called otherwise there."""

OPTIONS: Final = {"values": "value"}
"""What a field is typed for that is called otherwise."""

KNOWN_BY: Final = ("task", "period")


@dataclass(frozen=True, slots=True)
class Held:
    """A row that is left out: ``there`` is what the data say, ``here`` what they would. No task: the head."""

    form: Filled
    task: str
    period: str
    cell: str
    there: Mapping[str, Tree]
    here: Mapping[str, Tree]


def hold_back(month: Month, forms: Sequence[Filled], made: Edited) -> list[Held]:
    """Take out of the forms, and give back, what would take the place of something that is newer than they are."""
    held: list[Held] = []
    for form in forms:
        before, after = (_file(loaded, month, form) for loaded in (month.loaded, made.loaded))
        was, now = ({"document": file["document"]} if "document" in file else {} for file in (before, after))
        if form.head and _is_replaced(was, now):
            held.append(Held(form, "", "", "", was, now))
            form.head = {}
            form.kept += 1
        if not form.is_stale:
            continue
        old, new = _updates(before), _updates(after)
        for one in tuple(form.told):
            key = one.task, one.period
            if _is_replaced(old.get(key, {}), new.get(key, {})):
                held.append(Held(form, *key, one.cells.get("status", ""), old[key], new[key]))
                form.told.remove(one)
                form.kept += 1
    return held


def _is_replaced(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether anything that stands there becomes another; what is added to it takes no place."""
    for field, was in before.items():
        now = after.get(field)
        if field in ADDED_TO or now is None:
            continue
        if isinstance(was, dict) and isinstance(now, dict) and field == "values":
            if any(was[target] != now.get(target) for target in was):
                return True
        elif was != now:
            return True
    return False


def left_empty(month: Month, form: Filled) -> Iterator[tuple[Told, str, str, Mapping[str, Tree]]]:
    """The cells that are empty, and of which the data have something since then, with field and update."""
    there = _updates(_file(month.loaded, month, form)) if form.is_stale else {}
    for one in form.told:
        update = there.get((one.task, one.period), {})
        for field in update:
            if field not in KNOWN_BY and OPTIONS.get(field, field) not in one.raw:
                column = COLUMNS.get(field, field)
                if column in one.cells:
                    yield one, field, one.cells[column], update


def left_out(month: Month, form: Filled) -> list[str]:
    """The tasks of which the form says nothing, and the data something since it went out."""
    there = _updates(_file(month.loaded, month, form)) if form.is_stale and not form.is_silent else {}
    asked = {one.assignment.task.id for one in month.asked(form.agency)}
    return [task for task, period in there if (task, period) not in form.heard and task in asked]


def _file(loaded: Loaded, month: Month, form: Filled) -> Mapping[str, Any]:
    source = loaded.sources.get(file_of(month.period, form.agency))
    return source.data if source is not None and isinstance(source.data, dict) else {}


def _updates(file: Mapping[str, Any]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """What a unit's file says, by task and period."""
    every = file.get(UPDATES)
    return {(one["task"], one.get("period", "")): one for one in every} if isinstance(every, list) else {}
