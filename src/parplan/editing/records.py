"""A record put into a list of a file: a new one at its end, or the fields of one that is there.

Must not read what people type, or know what a record means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from parplan.editing.text.change import Add, Change, Rewrite
from parplan.model.record import Record
from parplan.reading.source import Source
from parplan.reading.tree import Tree
from parplan.where import Where

Fields = Mapping[str, Tree]


def keys_of(model: type[Record]) -> tuple[str, ...]:
    """The keys of a record, as files write them, in the order of the schema."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


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
            later = order[order.index(key) + 1 :] if key in order else ()
            yield Add(where, value, key, before=next((name for name in later if name in there), None))
        elif isinstance(was, dict) and isinstance(value, dict):
            yield from field_changes(where.at(key), was, value, (), added_to)
        elif isinstance(was, list) and isinstance(value, list) and key in added_to:
            yield from (Add(where.at(key), item) for item in value if item not in was)
        elif was != value:
            yield Rewrite(where.at(key), value)


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
    at, known = Where(source.file, (name,)), data.get(name) or []
    new: list[Tree] = []
    for record in records:
        mark = [record.get(key) for key in known_by]
        there = (n for n, one in enumerate(known) if isinstance(one, dict) and [*map(one.get, known_by)] == mark)
        position = next(there, None)
        if position is None:
            new.append(in_order(model, record))
        else:
            rest = {key: value for key, value in record.items() if key not in known_by}
            yield from field_changes(at.at(position), known[position], rest, keys_of(model), added_to)
    if new and known:
        yield from (Add(at, record) for record in new)
    elif new and name in data:
        yield Rewrite(at, new)
    elif new:
        yield Add(Where(source.file), new, name)
