"""Scores, ranks and their changes in words, for whoever shows them.

Must not compute a change, or print an unknown figure as anything but unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from parplan.facts.points.change import IndexChange, set_of
from parplan.facts.points.comparison import Line
from parplan.facts.points.ranking import Ranked
from parplan.facts.points.score import Score
from parplan.model.index import ScoreGroup
from parplan.model.result import Result
from parplan.words import Words, rounded


def in_percent(share: Fraction) -> Decimal:
    """A share in percent, to one decimal as offices have it: exact up to there."""
    percent = share * 100
    return rounded(Decimal(percent.numerator) / Decimal(percent.denominator), 1)


def plain(figure: Decimal) -> Decimal:
    """A figure without noughts at its end: a maximum that was added up is none the more exact for them."""
    return figure.normalize()


class ChangeWords:
    """Says changes of scores and places in words, for whoever shows them."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def score(self, change: Decimal | None) -> str:
        """Risen or fallen by so much, the same, or not known."""
        if change is None:
            return self.words("unknown")
        if change == 0:
            return self.words("compare.same")
        return self.words("compare.up" if change > 0 else "compare.down", n=abs(change))

    def places(self, change: int | None) -> str:
        """Places risen or fallen; risen means that the number went down."""
        if change is None:
            return self.words("unknown")
        if change == 0:
            return self.words("compare.places-same")
        return self.words("compare.places-up" if change > 0 else "compare.places-down", n=abs(change))

    def against(self, difference: Decimal | None) -> str:
        if difference is None:
            return self.words("unknown")
        if difference == 0:
            return self.words("compare.equal")
        return self.words("compare.above" if difference > 0 else "compare.below", n=abs(difference))

    def figure(self, score: Decimal | None) -> str:
        return self.words("unknown") if score is None else self.words.number(score, 2)

    def scored(self, score: Score | None, maximum: Decimal | None) -> str:
        """A criterion's score of its maximum; of how much of it, where parts are unknown."""
        if score is None:
            return self.words("unknown")
        points, known = self.figure(score.points), score.known
        if score.is_whole or known is None:
            most = known if known is not None else maximum
            return self.words("compare.of-max", score=points, max=plain(most)) if most else points
        if not maximum:
            return self.words("compare.partial-open", score=points, known=plain(known))
        return self.words("compare.partial", score=points, known=plain(known), rest=plain(maximum - known))

    def percent(self, share: Fraction | None) -> str:
        """A share in percent."""
        return self.words("unknown") if share is None else self.words("compare.percent", n=in_percent(share))

    def moved(self, share: Fraction) -> str:
        """How far a share rose or fell, in points of percent."""
        if share == 0:
            return self.words("compare.same")
        return self.words("compare.percent-up" if share > 0 else "compare.percent-down", n=in_percent(abs(share)))

    def line(self, line: Line) -> str:
        """What a criterion rose or fell by, or why that cannot be said."""
        part = line.cells[-1].score.part if line.cells[-1].score else None
        if part is not None and part.change is not None and part.change.score is not None:
            return self.words("compare.part-published", change=self.score(part.change.score))
        if line.reason:
            return self.words(f"compare.reason.{line.reason}")
        if line.change is not None:
            return self.score(line.change)
        return self.words("unknown") if line.moved is None else self.moved(line.moved)

    def ranked(self, ranked: Ranked | None, group: str = "") -> str:
        """A rank; said to be computed where nobody published it, shared where others have it too."""
        if ranked is None:
            return self.words.listed((self.words("unknown"), group)) if group else self.words("unknown")
        text = self.words(
            "compare.rank" if ranked.of else "compare.rank-alone", rank=ranked.rank, ranked=ranked.of
        )
        if ranked.is_computed:
            text = self.words("compare.rank-shared" if ranked.is_shared else "compare.rank-computed", rank=text)
        return self.words.listed((text, group)) if group else text

    def place_in(self, ranked: Ranked | None) -> str:
        """A rank alone, for a list of ranks; shared where others have it too."""
        if ranked is None:
            return self.words("unknown")
        rank = self.words("compare.rank-alone", rank=ranked.rank)
        return self.words("compare.shared", rank=rank) if ranked.is_shared else rank

    def group(self, group: ScoreGroup | None) -> str:
        """A group by its letter, or by the name that it has."""
        return self.words("compare.group", group=group.name or group.id) if group else ""

    def rank(self, result: Result | None) -> str:
        """The rank, with the group where the Ministry named one."""
        text = self.rank_only(result)
        if result is not None and result.group is not None:
            text = self.words.listed((text, self.words("compare.group", group=result.group)))
        return text

    def rank_only(self, result: Result | None) -> str:
        """The rank among those ranked: "33/63"."""
        if result is None or result.rank is None:
            return self.words("unknown")
        key = "compare.rank" if result.ranked is not None else "compare.rank-alone"
        return self.words(key, rank=result.rank, ranked=result.ranked)

    def change_of(self, change: IndexChange) -> str:
        """The published change; the computed one where none was published, or beside it where they differ."""
        published, computed = change.published_score, change.score
        if published is None or published == computed:
            return self.score(computed)
        if computed is None:
            return self.score(published)
        values = {"published": self.score(published), "computed": self.score(computed)}
        return self.words("compare.published-beside", **values)

    def places_of(self, change: IndexChange) -> str:
        return self.places(change.told_places)

    def notes(self, change: IndexChange, before: int, after: int, *, mapped: bool = False) -> Iterator[str]:
        """What has to be said beside the figures, so that nobody draws a false conclusion.

        ``mapped``: there is a way from the criteria of the one set to those of the other.
        """
        name = change.index.called
        if change.published_score is not None and change.score not in (None, change.published_score):
            key = "compare.contradicts" if change.contradicts else "compare.rounding"
            yield self.words(key, index=name, published=change.published_score, computed=change.score)
        if change.sets_differ:
            names = [self._set_name(change, set_id) for set_id in change.sets]
            values = {"before": str(before), "after": str(after), "set_before": names[0], "set_after": names[1]}
            key = "compare.sets-differ" if change.published_score is not None else "compare.sets-differ-computed"
            if mapped:
                key = "compare.sets-mapped"
            yield self.words(key, index=name, **values)

    def _set_name(self, change: IndexChange, set_id: str | None) -> str:
        known = set_of(change.index, set_id)
        if known is None or known.decision is None:
            return self.words("compare.set-unnamed", id=set_id or "")
        return self.words("compare.set-decision", decision=known.decision)
