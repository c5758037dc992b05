"""An id is given another name, with every reference to it in every file; and the files that bear it.

Must not know which fields refer: the model marks them, and the check of references follows the marks.
Must not touch what is written in sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from parplan.checks.everywhere.references import references
from parplan.editing.edit import Edit, Edited, edit_of, with_edits
from parplan.editing.text.change import Replace
from parplan.finding import Stop
from parplan.model.agency import Agency, Group
from parplan.model.index import Criterion, Index, Place
from parplan.model.plan import Task
from parplan.model.scalar import is_slug
from parplan.model.shared import File
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.system.folder import is_device_name
from parplan.where import Where

_REFER: Final = {"agency": ("agency", "agency-or-group", "ranked"), "place": ("place", "ranked")}
"""How the model marks what refers to a kind, where not by its own name."""

_DECISIONS: Final = "decisions"
"""The file of that name beside those of the units holds what was decided."""


_Named = Agency | Group | Place | Index | Criterion | Task


@dataclass(frozen=True, slots=True)
class Thing:
    """What bears an id; units and groups are of one kind, for they share their ids.

    ``beside`` are the ids that it must differ from, ``ref`` is how others refer to it; ``year`` is that of the
    plan whose task it is.
    """

    kind: str
    id: str
    where: Where
    beside: frozenset[str]
    ref: str
    year: int | None = None


def things(workspace: Workspace) -> Iterator[Thing]:
    """All that can be renamed."""
    register, indexes = workspace.agencies, workspace.indexes
    yield from _things("agency", [*register.agencies, *register.groups])
    yield from _things("place", indexes.places)
    yield from _things("index", indexes.indexes)
    for index in indexes.indexes:
        for known in index.sets:
            yield from _things("criterion", known.criteria, f"{index.id}/{known.id}/")
    for year, plan in workspace.plans.items():
        yield from _things("task", plan.tasks, year=year)


def _things(kind: str, every: Sequence[_Named], before: str = "", year: int | None = None) -> Iterator[Thing]:
    ids = frozenset(one.id for one in every)
    yield from (Thing(kind, one.id, one.at("id"), ids, before + one.id, year) for one in every)


def renamed(loaded: Loaded, thing: Thing, new: str) -> Edited:
    """The workspace with another id for a thing, wherever it stands. Raises Stop for one that cannot be."""
    if loaded.errors:  # what is left out for an error may refer to it, and nobody would see
        raise Stop("rename-errors", exit_code=1, n=len(loaded.errors))
    new = new.removeprefix(thing.ref.removesuffix(thing.id))
    _refuse(thing, new)
    changes = [Replace(thing.where, new)]
    for file in loaded.workspace.files:
        changes += (Replace(where, name) for where, name in _references(file, thing, new))
    changes.sort(key=lambda change: change.where.file)
    edits = [
        edit_of(loaded.sources.get(file), file, list(group))
        for file, group in groupby(changes, key=lambda change: change.where.file)
    ]
    return with_edits(loaded, [piece for edit in edits for piece in _moved(edit, thing, new)])


def _refuse(thing: Thing, new: str) -> None:
    if not is_slug(new):
        raise Stop("rename-malformed", text=new)
    if new != thing.id and new in thing.beside:
        raise Stop("rename-taken", text=new)
    alike = {name.casefold() for name in thing.beside if name != thing.id or thing.kind == "agency"}
    if new != thing.id and new.casefold() in alike:  # on some drives, files of such names are one
        raise Stop("rename-alike", text=new)
    if thing.kind == "agency" and (is_device_name(new) or new.casefold() == _DECISIONS):
        raise Stop("rename-reserved", text=new)


def _references(file: File, thing: Thing, new: str) -> Iterator[tuple[Where, str]]:
    """Where a file refers to a thing, or to what bears its name in its own, and what is to stand there."""
    for kind, name, record, steps in references(file):
        where = record.at(*steps)
        if kind == "sibling":
            if name == thing.id and where.path[:-2] == thing.where.path[:-2]:
                yield where, new
        elif kind in _REFER.get(thing.kind, (thing.kind,)) and name == thing.ref and _is_of_plan(file, thing):
            yield where, thing.ref.removesuffix(thing.id) + new
        elif kind == "criterion" and thing.kind == "index" and name.startswith(f"{thing.id}/"):
            yield where, new + name.removeprefix(thing.id)


def _is_of_plan(file: File, thing: Thing) -> bool:
    plan = getattr(file, "plan", None)
    return thing.year is None or thing.year == getattr(plan, "year", plan)


def _moved(edit: Edit, thing: Thing, new: str) -> Iterator[Edit]:
    """The file of a unit's reports bears its id. Where it goes there is none: it would be an error by itself."""
    folder, _, name = edit.file.rpartition("/")
    is_its_own = name == f"{thing.id}.yaml" and folder.startswith("data/progress/")
    if thing.kind != "agency" or not is_its_own or new == thing.id:
        yield edit
        return
    yield replace(edit, after=None)
    yield replace(edit, file=f"{folder}/{new}.yaml", before=None)
