"""Where a decision is written down: in its month's file, under an id of its own.

Must not judge whether the decision changes anything: the checks do.
"""

from __future__ import annotations

from itertools import count
from typing import Final

from parplan.calendar.period import Period
from parplan.model.workspace import Workspace, month_file_name

DECISIONS: Final = "decisions"
KNOWN_BY: Final = ("id",)


def decisions_file(month: Period) -> str:
    """The file in which the decisions of a month stand."""
    return month_file_name(str(month), DECISIONS)


def new_id(workspace: Workspace, kind: str, task: str) -> str:
    """An id that no decision has yet: by what is decided, of which task."""
    taken = {decision.id for file in workspace.decisions for decision in file.decisions} | workspace.left_out
    names = (f"{kind}-{task}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(name for name in names if name not in taken)
