"""parplan rename: another id for a task, unit, criterion, index or place, with every reference to it.

Must not touch what is written in sentences.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from parplan.editing.renaming import Thing, renamed, things
from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.place import listed
from parplan.options.shared import PlanOption, Root
from parplan.options.writing import DryRun, carry_out, open_to_write
from parplan.reading.load import Loaded
from parplan.spelling import closest


class Kind(StrEnum):
    """What can be renamed; groups of units are ``agency``, for they share their names."""

    task = "task"
    agency = "agency"
    criterion = "criterion"
    index_ = "index"
    place = "place"


def rename(
    old: Annotated[str, Argument()],
    new: Annotated[str, Argument()],
    kind: Annotated[Kind | None, Option("--kind")] = None,
    plan: PlanOption = None,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Give something another id."""
    said = say(lang)
    loaded = open_to_write(root)
    thing = _meant(loaded, old, kind, plan)
    carry_out(loaded, renamed(loaded, thing, new), "rename", said, dry_run=dry_run)


def _meant(loaded: Loaded, old: str, kind: Kind | None, plan: str | None) -> Thing:
    """The one thing that has this id. Raises Stop for none, and for several."""
    every = [
        thing
        for thing in things(loaded.workspace)
        if kind in (None, thing.kind) and (plan is None or thing.year is None or str(thing.year) == plan)
    ]
    found = [thing for thing in every if old in (thing.id, thing.ref)]
    if not found:
        raise Stop("rename-unknown", text=old, near=closest(old, [thing.ref for thing in every]))
    kinds = {thing.kind for thing in found}
    if len(kinds) > 1:
        raise Stop("rename-kinds", text=old, known=", ".join(sorted(kinds)))
    if len(found) > 1 and kinds == {"task"}:
        raise Stop("rename-plans", text=old, known=listed(tuple(str(thing.year) for thing in found)))
    if len(found) > 1:
        raise Stop("rename-sets", text=old, known=listed(tuple(thing.ref for thing in found)))
    return found[0]
