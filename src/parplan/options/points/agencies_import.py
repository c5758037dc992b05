"""A list of units as what it changes in the register, and every row that is bad.

Must not write, or say of a unit that is there what contradicts it unless told to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from parplan.documents.document import Document
from parplan.editing.edit import Edited, edited
from parplan.editing.field import keys_of
from parplan.editing.records import field_changes, in_order
from parplan.editing.text.change import Add, Change
from parplan.finding import Stop
from parplan.model.agency import Agency
from parplan.model.workspace import AGENCIES
from parplan.options.shared import must_know_units
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.spelling import bare
from parplan.tables.agencies import Listed, read_agencies, slug_of
from parplan.tables.cells import Fault
from parplan.tables.heads import find_table
from parplan.where import Where

UNITS: Final = "agencies"
KINDS: Final = "kinds"


@dataclass(frozen=True)
class UnitsRead:
    """What a list comes to: changes, how many units are new, and what is bad."""

    made: Edited
    new: int
    known: int
    faults: tuple[Fault, ...]


def agencies_read(
    loaded: Loaded, document: Document, *, kind: str | None, table: int | None, replace: bool
) -> UnitsRead:
    """The units of a list, put into the register. Raises Stop where there is no such list."""
    must_know_units(loaded)
    headed = find_table(document, "agencies", table)
    if headed is None:
        raise Stop("table-no-agencies", exit_code=1)
    units = loaded.workspace.units
    known = lambda name: found if (found := units.find(name)) in units.agencies else None  # noqa: E731
    found = read_agencies(headed, known, kind or "")
    register = _Register(loaded, replace=replace)
    for one in found.rows:
        register.take(one)
    made = edited(loaded, [*register.new_kinds(), *register.changes])
    return UnitsRead(made, register.new, register.known, (*found.faults, *register.faults))


class _Register:
    """The register as it grows."""

    def __init__(self, loaded: Loaded, *, replace: bool) -> None:
        data: Any = loaded.sources[AGENCIES].data
        self.units = {one["id"]: (n, one) for n, one in enumerate(data[UNITS])}
        self.kinds: dict[str, str] = {
            bare(text): one["id"] for one in data[KINDS] for text in (one["name"], one["id"])
        }
        self.replace = replace
        self.changes: list[Change] = []
        self.faults: list[Fault] = []
        self.made: dict[str, str] = {}
        self.new = self.known = 0

    def take(self, one: Listed) -> None:
        """A unit: added, or told more of where it is there."""
        position, said = self.units.get(one.id, (-1, {}))
        kind = one.kind if said else one.kind or one.heading
        if not said and not kind:
            self.faults.append(Fault(one.at, Stop("table-kind-needed", text=one.name)))
            return
        record = _record(one) | ({"kind": self._kind(kind)} if kind else {})
        if not said:
            self.new += 1
            self.changes.append(Add(Where(AGENCIES, (UNITS,)), in_order(Agency, record)))
            return
        self.known += 1
        rest = {key: value for key, value in record.items() if key not in ("id", "name")}
        other = next((key for key, value in rest.items() if _contradicts(said, key, value)), None)
        if other is not None and not self.replace:
            was, told = _shown(said[other]), _shown(rest[other])
            self.faults.append(
                Fault(one.at, Stop("table-unit-other", text=one.name, field=other, known=was, said=told))
            )
            return
        where = Where(AGENCIES, (UNITS, position))
        self.changes += field_changes(where, said, rest, keys_of(Agency), ("aliases",))

    def _kind(self, text: str) -> str:
        """The id of a kind by its name; a new one where there is none."""
        known = self.kinds.get(bare(text))
        if known is not None:
            return known
        self.made.setdefault(slug_of(text), text)
        return slug_of(text)

    def new_kinds(self) -> Iterator[Change]:
        """The kinds that units of the list are of and the register does not know."""
        for id_, name in self.made.items():
            yield Add(Where(AGENCIES, (KINDS,)), {"id": id_, "name": name})


def _record(one: Listed) -> dict[str, Tree]:
    record: dict[str, Tree] = {"id": one.id, "name": one.name, **one.texts}
    record |= {"aliases": list(one.aliases)} if one.aliases else {}
    return record | ({"contact": dict(one.contact)} if one.contact else {})


def _contradicts(said: Mapping[str, Any], key: str, value: Tree) -> bool:
    """Whether what is there is another text; a list only grows."""
    was = said.get(key)
    if isinstance(was, dict) and isinstance(value, dict):
        return any(name in was and was[name] != text for name, text in value.items())
    return was is not None and not isinstance(was, list) and was != value


def _shown(tree: Tree) -> str:
    if isinstance(tree, dict):
        return ", ".join(map(str, tree.values()))
    return ", ".join(map(str, tree)) if isinstance(tree, Sequence) and not isinstance(tree, str) else str(tree)
