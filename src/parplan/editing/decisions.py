"""A decision written into its month's file: made with its head, or added to; under an id of its own.

Must not judge whether the decision changes anything: the checks do.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Final

from parplan.calendar.period import Period
from parplan.editing.records import in_order
from parplan.model.progress import Decision, DecisionsFile
from parplan.model.workspace import Workspace
from parplan.reading.tree import Tree

DECISIONS: Final = "decisions"
KNOWN_BY: Final = ("id",)


def decisions_file(month: Period) -> str:
    """The file in which the decisions of a month stand."""
    return f"data/progress/{month}/decisions.yaml"


def new_id(workspace: Workspace, kind: str, task: str) -> str:
    """An id that no decision has yet: by what is decided, of which task."""
    taken = {decision.id for file in workspace.decisions for decision in file.decisions} | workspace.left_out
    names = (f"{kind}-{task}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(name for name in names if name not in taken)


def decision_of(fields: Mapping[str, Tree]) -> dict[str, Tree]:
    """A decision with its keys in the order of the schema."""
    return in_order(Decision, fields)


def new_decisions_file(head: Mapping[str, Tree], decision: Tree) -> dict[str, Tree]:
    """A month's file of decisions, made with its head."""
    return in_order(DecisionsFile, {**head, DECISIONS: [decision]})
