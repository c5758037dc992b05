"""Units that a document names and the register does not know, put into it for a person to place.

Must not guess what kind of unit one is, or let it into a group that is there: closed months never change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parplan.editing.text.change import Add, Change
from parplan.model.workspace import AGENCIES
from parplan.reading.tree import Tree
from parplan.where import Where


def registering(
    register: Any,
    units: Iterable[Mapping[str, Tree]],
    groups: Iterable[Mapping[str, Tree]],
    kind: Mapping[str, Tree],
) -> Iterator[Change]:
    """The changes to the register: new units in a kind of their own, and new groups."""
    top = Where(AGENCIES)
    listed = list(units)
    if listed and not any(one.get("id") == kind["id"] for one in register["kinds"]):
        yield Add(top.at("kinds"), dict(kind))
    yield from (Add(top.at("agencies"), dict(one)) for one in listed)
    named = [dict(one) for one in groups]
    if register.get("groups"):
        yield from (Add(top.at("groups"), one) for one in named)
    elif named:
        yield Add(top, list(named), "groups")
