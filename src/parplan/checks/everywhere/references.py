"""Whatever refers to something refers to something that is there.

Must not know fields by name: the model marks those that refer, and this follows every one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Final, get_args

from parplan.finding import Code, Family, Finding
from parplan.model.plan import Task
from parplan.model.record import Record, records_in
from parplan.model.scalar import Refers
from parplan.model.shared import File
from parplan.model.workspace import AGENCIES, DATA, INDEXES, Workspace
from parplan.spelling import Folded, closest
from parplan.where import Step, Where

CODES: Final = {
    "agency": Code.AGENCY_UNKNOWN,
    "agency-or-group": Code.AGENCY_UNKNOWN,
    "agency-kind": Code.AGENCY_KIND_UNKNOWN,
    "task": Code.TASK_UNKNOWN,
    "index": Code.INDEX_UNKNOWN,
    "place": Code.PLACE_UNKNOWN,
    "ranked": Code.PLACE_UNKNOWN,
    "criterion": Code.CRITERION_UNKNOWN,
    "plan": Code.PLAN_UNKNOWN,
    "code": Code.CODE_UNKNOWN,
}

MOST_MEANT: Final = 50
"""Of so many unknown names in a file it is looked up what was meant: each is held against all that are known."""


def check_references(workspace: Workspace) -> Iterator[Finding]:
    """Every field that the model marks as referring names a thing that is known."""
    known = _Known(workspace)
    for file in workspace.files:
        looked_up: set[tuple[str, str]] = set()  # by file: what is told of one hangs on no other
        there: dict[str, Collection[str]] = {}
        for kind, name, record, steps in references(file):
            if kind not in there:
                there[kind] = known.there(kind, file)
            if name not in there[kind] and not known.may_be(kind, name, file):
                if len(looked_up) < MOST_MEANT:
                    looked_up.add((kind, name))
                guess = (kind, name) in looked_up
                yield known.missing(kind, name, record.at(*steps), file, guess=guess)


def names(workspace: Workspace) -> dict[str, dict[str, str]]:
    """What there is to refer to, id and name, for each kind that the model marks; tasks are those of all plans."""
    register, indexes = workspace.agencies, workspace.indexes
    agencies = {agency.id: agency.name for agency in register.agencies}
    plans = workspace.plans
    places = {place.id: place.name for place in indexes.places}
    return {
        "agency": agencies,
        "agency-or-group": agencies | {group.id: group.name for group in register.groups},
        "agency-kind": {kind.id: kind.name for kind in register.kinds},
        "task": {task.id: task.title for plan in plans.values() for task in plan.tasks},
        "index": {index.id: index.name for index in indexes.indexes},
        "place": places,
        "ranked": agencies | places,
        "criterion": {
            ref: criterion.name for index in indexes.indexes for ref, criterion in index.criteria().items()
        },
        "plan": {str(year): plan.plan.title for year, plan in plans.items()},
        "code": dict.fromkeys([*(code.slug for code in Code), *(family.value for family in Family)], ""),
    }


def untold(workspace: Workspace) -> frozenset[str]:
    """The kinds of which nobody can tell what there is, since the file that says so could not be read."""
    registers = {"agency": AGENCIES, "agency-or-group": AGENCIES, "agency-kind": AGENCIES}
    registers |= {"index": INDEXES, "place": INDEXES, "criterion": INDEXES}
    hidden = any(file == f"{DATA}/" or file.startswith("data/plan-") for file in workspace.unread)
    plans = {"plan"} if hidden else set()
    found = {kind for kind, file in registers.items() if workspace.is_unread(file)}
    ranked = {"ranked"} if found & {"agency", "place"} else set()
    return frozenset(plans | found | ranked)


class _Known:
    """What there is to refer to, and what there would be but for errors of its own."""

    def __init__(self, workspace: Workspace) -> None:
        register, indexes = workspace.agencies, workspace.indexes
        self.left_out = workspace.left_out
        self.found: dict[tuple[str, int | None, str], tuple[str, str] | None] = {}
        self.spelt: dict[tuple[str, int | None], tuple[dict[str, str], Folded]] = {}
        self.tasks = {year: {task.id: task.title for task in plan.tasks} for year, plan in workspace.plans.items()}
        self.groups = {group.id: group.name for group in register.groups}
        self.names = names(workspace)
        self.silent = untold(workspace)
        self.called = {agency.id: [agency.short or "", *(agency.aliases or ())] for agency in register.agencies}
        self.called |= {group.id: list(group.aliases or ()) for group in register.groups}
        self.called |= {index.id: [index.short or ""] for index in indexes.indexes}

    def there(self, kind: str, file: File) -> Collection[str]:
        """What a reference of a kind in a file may name for certain."""
        names = self._of(kind, file) or {}
        return names.keys() - self.groups.keys() if kind == "agency" else names

    def may_be(self, kind: str, name: str, file: File) -> bool:
        """Whether it cannot be told if there is what a reference in a file names."""
        if kind in self.silent or self._of(kind, file) is None:
            return True
        return name in self.left_out or name.rpartition("/")[2] in self.left_out

    def missing(self, kind: str, name: str, where: Where, file: File, *, guess: bool) -> Finding:
        """What is wrong with a reference to what there is not."""
        if self._is_group(kind, name):
            return Finding(Code.AGENCY_NOT_GROUP, where, {"id": name, "name": self.groups[name]})
        near, called = (self._meant(kind, name, file) if guess else None) or (None, "")
        return Finding(CODES[kind], where, {"id": name, "name": called}, near)

    def _is_group(self, kind: str, name: str) -> bool:
        return kind == "agency" and name in self.groups

    def _meant(self, kind: str, name: str, file: File) -> tuple[str, str] | None:
        """The id that is near, or that of the thing whose name or other name is near, and how it is called."""
        asked = (kind, _year(file) if kind == "task" else None, name)
        if asked not in self.found:  # the same mistake is often made in many files
            names = self._of(kind, file) or {}
            spelt, folded = self._spelt(asked[:2], names)
            near = folded.closest(name)
            self.found[asked] = (spelt[near], names[spelt[near]]) if near else None
        return self.found[asked]

    def _spelt(self, of: tuple[str, int | None], names: dict[str, str]) -> tuple[dict[str, str], Folded]:
        """Whatever some names go by, and the id of each; tasks are those of one plan."""
        if of not in self.spelt:
            spelt = {known: known for known in names}
            for known, title in names.items():
                for other in (title, *self.called.get(known, ())):
                    spelt.setdefault(other, known)
            self.spelt[of] = spelt, Folded(spelt)
        return self.spelt[of]

    def _of(self, kind: str, file: File) -> dict[str, str] | None:
        """The names that a reference in a file may use; None where that can't be told."""
        if kind != "task":
            return self.names.get(kind)
        year = _year(file)
        return self.tasks.get(year) if year is not None else None


def _year(file: File) -> int | None:
    """The year of the plan that a file is, or is about."""
    plan = getattr(file, "plan", None)
    return plan if isinstance(plan, int) else getattr(plan, "year", None)


Reference = tuple[str, str, Record, tuple[Step, ...]]
"""What is referred to, the name, and where it stands: a record, and the steps within it."""


def references(record: Record) -> list[Reference]:
    """Every reference in a record and those inside it."""
    found: list[Reference] = []
    _gather(record, found)
    return found


def _gather(record: Record, found: list[Reference]) -> None:
    for name, key, kind in _fields(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, Record):
            _gather(value, found)
        elif not isinstance(value, tuple):
            if kind is not None:
                found.append((kind, str(value), record, (key,)))
        elif kind is not None:
            found.extend((kind, str(item), record, (key, position)) for position, item in enumerate(value))
        else:
            for item in value:
                _gather(item, found)


@cache
def _fields(model: type[Record]) -> tuple[tuple[str, str, str | None], ...]:
    """The fields that refer to something, or hold records that do: name, key in the file, what it refers to."""
    found = []
    for name, info in model.model_fields.items():
        kind = _refers([*info.metadata, info.annotation])
        if kind or any(_fields(inside) for inside in records_in(info.annotation) if inside is not model):
            found.append((name, info.alias or name, kind))
    return tuple(found)


def _refers(parts: Collection[Any]) -> str | None:
    for part in parts:
        if isinstance(part, Refers):
            return part.to
        inside = (
            (*getattr(part, "__metadata__", ()), *get_args(part)) if not isinstance(part, type) else get_args(part)
        )
        if inside and (kind := _refers(inside)):
            return kind
    return None


def _may_be_there(workspace: Workspace, task: Task, target: str) -> bool:
    """Whether a task has a target of which only something else is wrong, or targets that could not be read."""
    return target in workspace.left_out or (task.id in workspace.left_out and not task.targets)


def check_target_references(workspace: Workspace) -> Iterator[Finding]:
    """A value is reported for a target that its task has; its count does not exceed its total."""
    plans = {year: {task.id: task for task in plan.tasks} for year, plan in workspace.plans.items()}
    for file in workspace.progress:
        tasks = plans.get(file.plan, {})
        for update in file.updates:
            task = tasks.get(update.task) if update.values else None
            if task is None:
                continue
            targets = {target.id: target.measure for target in task.targets or ()}
            for name, figure in update.values.items():
                if name not in targets and not _may_be_there(workspace, task, name):
                    meant = closest(name, targets)
                    values = {"id": name, "task": task.id, "name": targets[meant] if meant else ""}
                    yield Finding(Code.TARGET_UNKNOWN, update.where.key("values", name), values, meant)
                if figure.done is not None and figure.of is not None and figure.done > figure.of:
                    values = {"done": str(figure.done), "of": str(figure.of)}
                    yield Finding(Code.COUNT_OVER_TOTAL, update.at("values", name, "done"), values)
