"""What is known of the scores of one result: by criterion, and up the tree.

Must not fill a gap: where parts are unknown, a sum says of how much of the maximum it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from parplan.facts.points.tree import Tree, total
from parplan.model.index import CriteriaSet, Index
from parplan.model.result import Part, Result

ROUNDS: Final = ("appraised", "second", "first", "self")
"""By whom a result's criteria were scored, the last word first; a survey's score holds in each of these rounds."""


class Score(NamedTuple):
    """``points`` of what is ``known`` of the maximum, both sums where parts were added up.

    ``known`` is None where some maximum is not. ``part`` is the record, where the criterion has one of its own.
    """

    points: Decimal
    known: Decimal | None
    is_whole: bool
    part: Part | None = None

    @property
    def share(self) -> Fraction | None:
        """What part of the known maximum was reached, exactly."""
        return Fraction(self.points) / Fraction(self.known) if self.known else None

    @property
    def lost(self) -> Decimal | None:
        """What is lacking of the known maximum."""
        return None if self.known is None else self.known - self.points


def round_of(parts: Iterable[Part]) -> str:
    """The last round in which criteria were scored; the settled one where only surveys are known."""
    kinds = {part.kind for part in parts if part.score is not None}
    return next((kind for kind in ROUNDS if kind in kinds), ROUNDS[0])


def settled(parts: Sequence[Part], of_round: str | None = None) -> dict[str, Part]:
    """Each criterion's record in a round, the last one unless another is named; the first, of several alike."""
    wanted = of_round or round_of(parts)
    found: dict[str, Part] = {}
    for part in parts:
        if part.kind in (wanted, "survey"):
            found.setdefault(part.criterion, part)
    return found


def set_of_result(index: Index, result: Result) -> CriteriaSet | None:
    """The set that a result was measured by: as it says, else that of its criteria, else the one of its year."""
    named = result.set or next((_set_in(index, part.criterion) for part in result.parts), None)
    if named is not None:
        return next((known for known in index.sets if known.id == named), None)
    fitting = [known for known in index.sets if known.first is not None and _holds(known, result.year)]
    return fitting[0] if len(fitting) == 1 else None


def _set_in(index: Index, ref: str) -> str | None:
    of, _, rest = ref.partition("/")
    return rest.partition("/")[0] if of == index.id else None


def _holds(known: CriteriaSet, year: int) -> bool:
    return (known.first or year) <= year <= (known.last or year)


class Scores:
    """The scores of a tree's criteria in one round of one result."""

    def __init__(self, tree: Tree, parts: Mapping[str, Part], of_round: str = ROUNDS[0]) -> None:
        self.tree = tree
        self.parts = parts
        self.round = of_round
        self._known: dict[str, Score] = {}
        for ref, _ in reversed(tree.order):
            if (found := self._found(ref)) is not None:
                self._known[ref] = found

    def _found(self, ref: str) -> Score | None:
        part = self.parts.get(ref)
        if part is not None and part.score is not None:
            return Score(part.score, self.tree.maximum(ref), True, part)
        return self.computed(ref)

    def of(self, ref: str) -> Score | None:
        """A criterion's score: its own, else what is known of its parts; None where nothing is."""
        return self._known.get(ref)

    def summed(self, refs: Sequence[str]) -> Score | None:
        """What is known of several criteria together."""
        each = [self.of(ref) for ref in refs]
        known = [score for score in each if score is not None]
        if not known:
            return None
        is_whole = len(known) == len(each) and all(score.is_whole for score in known)
        points = sum((score.points for score in known), Decimal())
        return Score(points, total(score.known for score in known), is_whole)

    def computed(self, ref: str) -> Score | None:
        """What the parts of a criterion come to, whatever it says itself."""
        return self.summed(self.tree.children(ref))

    @property
    def total(self) -> Score | None:
        """What the areas come to; None where they are not known to share out the scale."""
        return self.summed(self.tree.areas)

    def deepest(self) -> list[str]:
        """The criteria furthest down of which something is known, and those of which nothing is, in order."""
        found: list[str] = []
        waiting = [*reversed(self.tree.children(None))]
        while waiting:
            ref = waiting.pop()
            parts = self.tree.children(ref)
            if parts and (self.of(ref) is None or self.computed(ref) is not None):
                waiting += reversed(parts)
            else:
                found.append(ref)
        return found


def scores_of(index: Index, result: Result, of_round: str | None = None) -> Scores | None:
    """The scores of a result by criterion; None where its set is not known."""
    found = set_of_result(index, result)
    if found is None:
        return None
    wanted = of_round or round_of(result.parts)
    return Scores(Tree(index, found), settled(result.parts, wanted), wanted)
