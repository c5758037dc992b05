"""Rounds that were sent: whether what stands there still comes to the total that went out.

Must not call a round changed of which parts are unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from parplan.facts.points.score import Scores, set_of_result, settled
from parplan.facts.points.tree import Tree
from parplan.model.index import Index
from parplan.model.result import Part, Result, Round


@dataclass(frozen=True, slots=True)
class Locked:
    """A round as it was sent, and what its criteria come to ``now``; None where not all of them are known."""

    round: Round
    now: Decimal | None

    @property
    def is_changed(self) -> bool:
        return self.now is not None and self.round.total is not None and self.now != self.round.total


def locked_rounds(index: Index, result: Result) -> tuple[Locked, ...]:
    """Every round of a result that was sent."""
    known = set_of_result(index, result)
    tree = Tree(index, known) if known is not None else None
    return tuple(
        Locked(one, _now(tree, result, one.kind) if tree is not None else None) for one in result.rounds or ()
    )


def _now(tree: Tree, result: Result, kind: str) -> Decimal | None:
    """What the criteria of a round come to, those of surveys apart."""
    own = {ref: part for ref, part in settled(result.parts, kind).items() if part.kind == kind}
    told = {ref for ref, part in own.items() if _is_told(part)}
    for ref, _ in tree.walk():
        rule = tree.criteria[ref].scoring
        is_survey = rule is not None and rule.is_survey and kind != "survey"
        is_told = is_survey or any(at in told for at in (ref, *tree.above(ref)))
        if not tree.children(ref) and not is_told:
            return None
    made = Scores(tree, own, kind).summed(tree.areas)
    return made.points if made is not None else None


def _is_told(part: Part) -> bool:
    return part.score is not None or (part.declared is not None and part.declared.applies is False)
