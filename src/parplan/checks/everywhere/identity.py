"""An id names one thing; a group comes to units in the end, and is there for something.

Must not ask whether what is referred to is there: that is another check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parplan.finding import Code, Finding
from parplan.model.agency import Agency, AgencyKind, Group
from parplan.model.index import CriteriaSet, Criterion, Index, Place
from parplan.model.plan import Target, Task
from parplan.model.progress import Decision
from parplan.model.workspace import Workspace
from parplan.spelling import closest
from parplan.system.folder import is_device_name

Named = AgencyKind | Agency | Group | Place | Index | CriteriaSet | Criterion | Task | Target | Decision


def check_duplicates(workspace: Workspace) -> Iterator[Finding]:
    """No two things of a family share an id, or all but its case; units and groups are one family."""
    register, indexes = workspace.agencies, workspace.indexes
    families: list[Sequence[Named]] = [
        register.kinds,
        [*register.agencies, *register.groups],
        indexes.places,
        indexes.indexes,
        *(index.sets for index in indexes.indexes),
        *(known.criteria for index in indexes.indexes for known in index.sets),
    ]
    for plan in workspace.plans.values():
        families.append(plan.tasks)
        families.extend(task.targets or () for task in plan.tasks)
        files = [file for file in workspace.decisions if file.plan == plan.plan.year]
        families.append([decision for file in files for decision in file.decisions])
    for family in families:
        yield from _repeated(family)


def check_device_names(workspace: Workspace) -> Iterator[Finding]:
    """The file of a unit's reports bears its id: one that every machine can make."""
    for agency in workspace.agencies.agencies:
        if is_device_name(agency.id):
            yield Finding(Code.ID_RESERVED, agency.at("id"), {"id": agency.id})


def _repeated(family: Iterable[Named]) -> Iterator[Finding]:
    first: dict[str, Named] = {}
    spelt: dict[str, Named] = {}
    for thing in family:
        same = first.setdefault(thing.id, thing)
        alike = spelt.setdefault(thing.id.casefold(), thing)
        if same is not thing:
            yield Finding(Code.ID_DUPLICATE, thing.at("id"), {"id": thing.id, "first": same.at("id")})
        elif alike is not thing:
            yield Finding(Code.ID_DIFFERS_BY_CASE, thing.at("id"), {"id": thing.id, "first": alike.at("id")})


def check_groups(workspace: Workspace) -> Iterator[Finding]:
    """A group says whom it holds, and does not hold itself, however many groups lie between."""
    groups = {group.id: group for group in workspace.agencies.groups}
    inside = {name: _inside([name], groups) for name in groups}
    for group in groups.values():
        if group.members is None and group.kinds is None:
            yield Finding(Code.GROUP_EMPTY, group.where, {"group": group.id})
        for position, member in enumerate(group.members or ()):
            if group.id == member or group.id in inside.get(member, ()):
                yield Finding(
                    Code.GROUP_CIRCULAR, group.at("members", position), {"group": group.id, "member": member}
                )


def _inside(names: Iterable[str], groups: dict[str, Group]) -> set[str]:
    """Every unit and group that some groups come to."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        group = groups.get(waiting.pop())
        for member in (group.members or ()) if group else ():
            if member not in found:
                found.add(member)
                waiting.append(member)
    return found


def check_group_use(workspace: Workspace) -> Iterator[Finding]:
    """A group is there for some task or decision, or for another group that is."""
    if not workspace.plans or any(_may_name_groups(file) for file in workspace.unread):
        return
    groups = {group.id: group for group in workspace.agencies.groups}
    used = _used(workspace, groups)
    for group in workspace.agencies.groups:
        if group.id not in used:
            yield Finding(Code.GROUP_UNUSED, group.at("id"), {"group": group.id, "name": group.name})


def _used(workspace: Workspace, groups: dict[str, Group]) -> set[str]:
    """Every unit and group that is named, or was meant where it is not: a typing error is told as such."""
    known = groups.keys() | {agency.id for agency in workspace.agencies.agencies}
    used: set[str] = set()
    for wrong in (workspace.agencies, *workspace.plans.values(), *workspace.decisions):
        used |= wrong.left_out_texts & groups.keys()
    new = used | set(_named(workspace))
    while new:
        new |= _inside(new, groups)
        used |= new
        new = {near for name in new - known if (near := closest(name, groups))} - used
    return used


def _may_name_groups(file: str) -> bool:
    return file.startswith("data/plan-") or file.endswith(("/decisions.yaml", "/"))


def _named(workspace: Workspace) -> Iterator[str]:
    """Every unit and group that a task or a decision names."""
    for plan in workspace.plans.values():
        for task in plan.tasks:
            yield from (*task.lead, *(task.partners or ()))
    for file in workspace.decisions:
        for decision in file.decisions:
            yield from decision.agencies or ()
