"""A table of a criteria set as a new set of an index, and every cell that is bad.

Must not write, or touch a set that is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from parplan.documents.document import Document
from parplan.editing.edit import Edited, edited
from parplan.editing.field import keys_of, next_of
from parplan.editing.records import in_order
from parplan.editing.text.change import Add, Rewrite
from parplan.editing.text.style import Quoted
from parplan.finding import Stop
from parplan.model.index import CriteriaSet, Index
from parplan.model.index import Criterion as Known
from parplan.model.scalar import is_slug
from parplan.model.workspace import INDEXES
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.tables.criteria import Criteria, Criterion, read_criteria
from parplan.tables.heads import find_table
from parplan.where import Where

SETS: Final = "sets"


@dataclass(frozen=True, slots=True)
class NewSet:
    """What was asked for beside the file: which index, what the set is called, and whose it is."""

    index: Index
    id: str
    decision: str | None = None
    first: int | None = None
    source: str | None = None
    table: int | None = None


def criteria_in(document: Document, table: int | None) -> Criteria:
    """The criteria of a document. Raises Stop where it has no such table."""
    headed = find_table(document, "criteria", table)
    found = read_criteria(headed) if headed is not None else Criteria()
    if not found.rows and not found.faults:
        raise Stop("table-no-criteria", exit_code=1)
    return found


def with_set(loaded: Loaded, found: Criteria, wanted: NewSet) -> Edited:
    """The workspace with the set at the end of its index's; nothing changes where it is there word for word."""
    if not is_slug(wanted.id):
        raise Stop("table-id-unread", text=wanted.id)
    data: Any = loaded.sources[INDEXES].data
    position, index = next((n, one) for n, one in enumerate(data["indexes"]) if one.get("id") == wanted.index.id)
    where, record, sets = Where(INDEXES, ("indexes", position)), _record(found, wanted), index.get(SETS)
    there = next((one for one in sets or () if one.get("id") == wanted.id), None)
    if there == record:
        return edited(loaded)
    if there is not None:
        raise Stop("table-set-there", exit_code=1, set=wanted.id, index=wanted.index.called)
    if sets:
        return edited(loaded, [Add(where.at(SETS), record)])
    if sets is not None:
        return edited(loaded, [Rewrite(where.at(SETS), [record])])
    return edited(loaded, [Add(where, [record], SETS, before=next_of(keys_of(Index), SETS, index))])


def _record(found: Criteria, wanted: NewSet) -> dict[str, Tree]:
    said = {"id": _quoted(wanted.id), "decision": wanted.decision, "source": wanted.source, "mark": "read"}
    said["first"] = str(wanted.first) if wanted.first else None
    record: dict[str, Tree] = {key: value for key, value in said.items() if value is not None}
    return in_order(CriteriaSet, record | {"criteria": [_criterion(one) for one in found.rows]})


def _criterion(one: Criterion) -> dict[str, Tree]:
    said: dict[str, Tree] = {"id": _quoted(one.id), "name": one.name, "mark": "read"}
    said |= {"code": _quoted(one.code)} if one.code else {}
    said |= {"parent": _quoted(one.parent)} if one.parent else {}
    said |= {"max": f"{one.max:f}"} if one.max is not None else {}
    said |= {"scoring": "yes-no"} if one.is_yes_no else {}
    said |= {"evidence": list(one.evidence)} if one.evidence else {}
    said |= {"note": ". ".join(text.rstrip(".") for text in one.words)} if one.words else {}
    return in_order(Known, said)


def _quoted(text: str) -> str:
    return Quoted(text) if re.fullmatch(r"[0-9.]+", text) else text
