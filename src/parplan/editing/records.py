"""A record put into a list of a file: a new one at its end, or the fields of one that is there.

Must not read what people type, or know what a record means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from parplan.editing.edit import Edited, edited
from parplan.editing.field import keys_of, next_of
from parplan.editing.text.change import Add, Change, Rewrite
from parplan.facts.sample import is_sample
from parplan.model.plan import PlanFile
from parplan.model.record import Record
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.reading.source import Source
from parplan.reading.tree import Tree
from parplan.where import Where

Fields = Mapping[str, Tree]


def in_order(model: type[Record], data: Fields) -> dict[str, Tree]:
    """A record with its keys in the order of the schema."""
    return {key: data[key] for key in keys_of(model) if key in data}


def field_changes(
    where: Where, there: Fields, said: Fields, order: Sequence[str], added_to: Sequence[str] = ()
) -> Iterator[Change]:
    """Each field that is said otherwise, or not at all, in the place that the schema gives it.

    A mapping is changed key by key; a list under one of ``added_to`` grows by what it does not hold.
    """
    for key, value in said.items():
        was = there.get(key)
        if was is None:
            yield Add(where, value, key, before=next_of(order, key, there))
        elif isinstance(was, dict) and isinstance(value, dict):
            yield from field_changes(where.at(key), was, value, (), added_to)
        elif isinstance(was, list) and isinstance(value, list) and key in added_to:
            yield from (Add(where.at(key), item) for item in value if item not in was)
        elif was != value:
            yield Rewrite(where.at(key), value)


def head_of_plan(workspace: Workspace, plan: PlanFile) -> dict[str, Tree]:
    """How a file about a plan begins: with its year, and that it is invented where the plan's figures are."""
    sample: dict[str, Tree] = {"sample": "true"} if is_sample(workspace, plan) else {}
    return {**sample, "plan": str(plan.plan.year)}


def found_in(source: Source, name: str, mark: Mapping[str, Tree | None]) -> int | None:
    """Where in the list of that name the record stands that says all this; None where there is none."""
    data: Any = source.data
    every = enumerate(data.get(name) or [])
    same = (n for n, one in every if isinstance(one, dict) and all(one.get(k) == v for k, v in mark.items()))
    return next(same, None)


def with_record(
    loaded: Loaded,
    file: str,
    head: Fields,
    name: str,
    model: type[Record],
    known_by: Sequence[str],
    record: Fields,
) -> Edited:
    """The workspace with a record in the list of a file, which is made with its head where it is not there.

    Raises Stop.
    """
    source = loaded.sources.get(file)
    if source is None:
        return edited(loaded, (), {file: {**head, name: [in_order(model, record)]}})
    return edited(loaded, put(source, name, model, known_by, [record]))


def put(
    source: Source,
    name: str,
    model: type[Record],
    known_by: Sequence[str],
    records: Iterable[Fields],
    added_to: Sequence[str] = (),
) -> Iterator[Change]:
    """Records for the list of that name: one that is known by the same fields is changed, others are added."""
    data: Any = source.data
    at, known = Where(source.file, (name,)), data.get(name)
    new: list[Tree] = []
    for record in records:
        position = found_in(source, name, {key: record.get(key) for key in known_by})
        if position is None:
            new.append(in_order(model, record))
        else:
            yield from field_changes(at.at(position), known[position], record, keys_of(model), added_to)
    if known:
        yield from (Add(at, record) for record in new)
    elif new and name in data:
        yield Rewrite(at, new)
    elif new:
        yield Add(Where(source.file), new, name)
