"""Rounds that were sent: whether as many criteria stand scored there as went out, and come to the same total.

Must not call a round changed of whose criteria nobody wrote down how many were sent, while some are unknown.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from parplan.facts.points.score import Scores, set_of_result, settled
from parplan.facts.points.tree import Tree
from parplan.model.index import Index
from parplan.model.result import Part, Result, Round


class Locked(NamedTuple):
    """A round as it was sent, and what stands there now: how many criteria are ``scored``, and their sum.

    ``now`` is None where it may be of other criteria than those that were sent.
    """

    round: Round
    scored: int
    now: Decimal | None

    @property
    def has_other_criteria(self) -> bool:
        """Whether scores were taken away or added since."""
        return self.round.scored is not None and self.round.scored != self.scored

    @property
    def is_changed(self) -> bool:
        """Whether scores come to something else now."""
        return self.now is not None and self.round.total is not None and self.now != self.round.total


def locked_rounds(index: Index, result: Result) -> tuple[Locked, ...]:
    """Every round of a result that was sent."""
    known = set_of_result(index, result)
    tree = Tree(index, known) if known is not None else None
    return tuple(_locked(tree, result, one) for one in result.rounds or ())


def scored_in(result: Result, kind: str) -> dict[str, Part]:
    """What a round says, criterion by criterion, those of surveys apart."""
    own = settled(result.parts, kind).items()
    return {ref: part for ref, part in own if part.kind == kind and _is_told(part)}


def to_lock(tree: Tree, result: Result, kind: str) -> tuple[int, Decimal] | None:
    """Of a round that nobody has sent: of how many criteria there is a score, and what they come to."""
    told = scored_in(result, kind)
    if not told or any(sent.kind == kind for sent in result.rounds or ()):
        return None
    made = Scores(tree, told, kind).summed(tree.areas)
    return len(told), made.points if made is not None else Decimal()


def _locked(tree: Tree | None, result: Result, sent: Round) -> Locked:
    told = scored_in(result, sent.kind)
    is_same = tree is not None and (
        _is_whole(tree, told, sent.kind) if sent.scored is None else sent.scored == len(told)
    )
    made = Scores(tree, told, sent.kind).summed(tree.areas) if tree is not None and is_same else None
    return Locked(sent, len(told), made.points if made is not None else None)


def _is_whole(tree: Tree, told: Mapping[str, Part], kind: str) -> bool:
    """Whether every criterion is known but what a survey is to score."""
    for ref, _ in tree.walk():
        rule = tree.criteria[ref].scoring
        is_survey = rule is not None and rule.is_survey and kind != "survey"
        is_told = is_survey or any(at in told for at in (ref, *tree.above(ref)))
        if not tree.children(ref) and not is_told:
            return False
    return True


def _is_told(part: Part) -> bool:
    return part.score is not None or (part.declared is not None and part.declared.applies is False)
