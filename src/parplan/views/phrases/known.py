"""What people call the things that files name by ids; and where in a workspace such a thing stands.

Must not tell what is in them. A name that no workspace knows stays the id that it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from parplan.checks.everywhere.references import names
from parplan.editing.address import IDENTITIES, JOINT
from parplan.model.record import Record
from parplan.model.shared import File, Paper
from parplan.model.workspace import Workspace
from parplan.reading.stand_in import field_of, key_of
from parplan.words import Words

LONGEST_NAME: Final = 60
"""Letters of a title that tell it from others."""


class Known:
    """The names in some workspaces: where two know a thing, the first is right."""

    def __init__(self, words: Words, *workspaces: Workspace) -> None:
        self.words = words
        self._workspaces = workspaces

    @cached_property
    def _names(self) -> Mapping[str, dict[str, str]]:
        every: dict[str, dict[str, str]] = {}
        for workspace in reversed(self._workspaces):
            for kind, known in names(workspace).items():
                every.setdefault(kind, {}).update(known)
            every["index"].update((index.id, index.called) for index in workspace.indexes.indexes)
        return every

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str], str]:
        """By year and id: two plans may give one id to different tasks."""
        return {
            (str(year), task.id): task.title
            for workspace in reversed(self._workspaces)
            for year, plan in workspace.plans.items()
            for task in plan.tasks
        }

    @cached_property
    def _files(self) -> Sequence[Mapping[str, File]]:
        return [{file.where.file: file for file in workspace.files} for workspace in self._workspaces]

    def named(self, kind: str, name: str, file: str) -> str:
        """What an id of that kind stands for in a file."""
        if kind == "task":
            return self.task(name, file)
        # a plan goes by its year, a code by itself
        return name if kind in ("plan", "code") else self._names.get(kind, {}).get(name, name)

    def task(self, name: str, file: str) -> str:
        """A task by its id and the beginning of its title."""
        title = self._titles.get((self.year(file), name)) or self._names.get("task", {}).get(name)
        return self.words("change.record.task", id=name, called=shortened(title, LONGEST_NAME)) if title else name

    def measure(self, task: str, target: str, file: str) -> str:
        """A target of a task by its measure; nothing where the task has no other."""
        plans = (workspace.plans.get(int(self.year(file) or 0)) for workspace in self._workspaces)
        found = next((one for plan in plans if plan for one in plan.tasks if one.id == task), None)
        measures = {one.id: one.measure for one in (found.targets if found else None) or ()}
        if list(measures) == [target]:
            return ""
        return shortened(measures.get(target, target), LONGEST_NAME)

    def year(self, file: str) -> str:
        """The plan that a file is about: as it says itself, else the year in its name."""
        said = next((plan for files in self._files if (plan := getattr(files.get(file), "plan", None))), None)
        if isinstance(said, int):
            return str(said)
        year = re.search("[0-9]{4}", file)
        return year[0] if year else ""

    def record(self, file: str, path: Sequence[str]) -> Record | None:
        """The record at a path by names, in the first workspace that has it."""
        found = (_followed(files.get(file), path) for files in self._files)
        return next((record for record in found if isinstance(record, Record)), None)

    def paper(self, file: str, path: Sequence[str]) -> str:
        """The paper on which the record at a path rests; empty where it names none."""
        paper = getattr(self.record(file, path), "document", None)
        if not isinstance(paper, Paper):
            return ""
        return self.words(
            f"paper.{'dated' if paper.date else 'number'}", number=paper.number, date=paper.date or ""
        )


def _followed(tree: Any, path: Sequence[str]) -> Any:
    for step in path:
        if isinstance(tree, Record):
            field = field_of(type(tree), step)
            tree = getattr(tree, field) if field else None
        else:
            items = tree if isinstance(tree, tuple) else ()
            tree = next((item for item in items if isinstance(item, Record) and _goes_by(item) == step), None)
    return tree


def _goes_by(record: Record) -> str:
    """What a record of a list goes by in a path."""
    said = written(record)
    keys = next((keys for keys in IDENTITIES if keys[0] in said), ())
    return JOINT.join(said[key] for key in keys if key in said)


def written(record: Record) -> dict[str, str]:
    """The plain values of a record, as they may be written in a file."""
    values = {key_of(name, info): getattr(record, name) for name, info in type(record).model_fields.items()}
    return {key: str(value) for key, value in values.items() if value is not None and not _is_several(value)}


def _is_several(value: object) -> bool:
    return isinstance(value, (Record, dict)) or type(value) is tuple  # a period, too, is one, and one word


def shortened(text: str, most: int) -> str:
    """The beginning of a text in one line, no word of it torn."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    start = line[:most].rpartition(" ")[0] or line[:most]
    return start.rstrip(" ,;:.-“(") + "…"
