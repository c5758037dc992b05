"""A round that was sent stays as it was sent.

Must not ask who changed it.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.facts.points.rounds import locked_rounds
from parplan.finding import Code, Finding
from parplan.model.workspace import Workspace


def check_rounds(workspace: Workspace) -> Iterator[Finding]:
    """Where all criteria of a locked round are known, they come to the total that was sent."""
    indexes = {index.id: index for index in workspace.indexes.indexes}
    for result in workspace.all_results:
        index = indexes.get(result.index)
        for locked in locked_rounds(index, result) if index is not None else ():
            if locked.is_changed:
                one = locked.round
                values = {"day": one.locked, "total": one.total, "sum": locked.now}
                yield Finding(Code.LOCKED_CHANGED, one.at("total"), values)
