"""A round that was sent stays as it was sent.

Must not ask who changed it.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.facts.points.rounds import locked_rounds
from parplan.finding import Code, Finding
from parplan.model.workspace import Workspace


def check_rounds(workspace: Workspace) -> Iterator[Finding]:
    """As many criteria stand scored in a locked round as were sent, and they come to the total that was sent.

    Where nobody wrote down how many, nothing is compared until all are known.
    """
    indexes = {index.id: index for index in workspace.indexes.indexes}
    for result in workspace.all_results:
        index = indexes.get(result.index)
        for locked in locked_rounds(index, result) if index is not None else ():
            one = locked.round
            if locked.has_other_criteria:
                counts = {"day": one.locked, "scored": one.scored, "now": locked.scored}
                yield Finding(Code.LOCKED_COUNT, one.at("scored"), counts)
            if locked.is_changed:
                sums = {"day": one.locked, "total": one.total, "sum": locked.now}
                yield Finding(Code.LOCKED_CHANGED, one.at("total"), sums)
