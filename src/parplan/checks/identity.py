"""An id names one thing, and a group comes to units in the end.

Must not follow references to ids: that is another check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parplan.finding import Code, Finding
from parplan.model.agency import Agency, AgencyKind, Group
from parplan.model.index import CriteriaSet, Criterion, Index, Place
from parplan.model.plan import Target, Task
from parplan.model.progress import Decision
from parplan.model.workspace import Workspace

Named = AgencyKind | Agency | Group | Place | Index | CriteriaSet | Criterion | Task | Target | Decision


def check_duplicates(workspace: Workspace) -> Iterator[Finding]:
    """No two things of the same family share an id; units and groups are one family."""
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


def _repeated(family: Iterable[Named]) -> Iterator[Finding]:
    first: dict[str, Named] = {}
    for thing in family:
        if thing.id in first:
            yield Finding(
                Code.ID_DUPLICATE,
                thing.at("id"),
                {"id": thing.id, "first": first[thing.id].at("id")},
            )
        else:
            first[thing.id] = thing


def check_groups(workspace: Workspace) -> Iterator[Finding]:
    """A group says whom it holds, and does not hold itself, however many groups lie between."""
    groups = {group.id: group for group in workspace.agencies.groups}
    for group in groups.values():
        if group.members is None and group.kinds is None:
            yield Finding(Code.GROUP_EMPTY, group.where, {"group": group.id})
        for position, member in enumerate(group.members or ()):
            if group.id == member or group.id in _inside(member, groups):
                yield Finding(
                    Code.GROUP_CIRCULAR, group.at("members", position), {"group": group.id, "member": member}
                )


def _inside(name: str, groups: dict[str, Group]) -> set[str]:
    """Every unit and group that a group comes to."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        group = groups.get(waiting.pop())
        for member in (group.members or ()) if group else ():
            if member not in found:
                found.add(member)
                waiting.append(member)
    return found
