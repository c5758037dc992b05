"""What compare shows, for machines: figures as they were published, null where unknown.

Must not round a score, or take a key away that there once was.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from parplan.facts.points.compared import Beside, Compared
from parplan.facts.points.comparison import Cell, Line
from parplan.facts.points.ranking import Ranked
from parplan.facts.points.score import Score
from parplan.model.result import Result
from parplan.views.points.change_words import in_percent
from parplan.words import rounded

SCHEMA_VERSION: Final = 1


def compare_data(made: Sequence[Compared], place: str, depth: int, *, sample: bool = False) -> dict[str, Any]:
    """Keys are only ever added. ``before`` and ``after`` are the first and the last of the years."""
    years = made[0].years
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": sample,
        "place": place,
        "from": years[0],
        "to": years[-1],
        "years": list(years),
        "indexes": [_index(one, depth) for one in made],
    }


def _index(one: Compared, depth: int) -> dict[str, Any]:
    change = one.change
    before, after = (change.mean_before, change.mean_after) if change else (None, None)
    against = (change.against_mean_before, change.against_mean_after) if change else (None, None)
    return {
        "index": one.index.id,
        "before": result_data(one.own.results[0]),
        "after": result_data(one.own.results[-1]),
        "change": {
            "score": text(change.score) if change else text(one.own.change),
            "places": change.places if change else None,
            "published_score": text(change.published_score) if change else None,
            "published_places": change.published_places if change else None,
            "sets_differ": change.sets_differ if change else one.comparison.crosses_sets,
        },
        "mean": {"before": text(before), "after": text(after)},
        "against_mean": {"before": text(against[0]), "after": text(against[1])},
        "results": [result_data(result) for result in one.own.results],
        "ranks": [_rank(rank) for rank in one.own.ranks],
        "groups": [group.id if group else None for group in one.groups],
        "totals": [score_data(made.total) if made else None for made in one.comparison.scores],
        "rounds": [made.round if made else None for made in one.comparison.scores],
        "criteria": [_line(line) for line in one.comparison.lines if line.depth <= depth],
        "risen": [line.ref for line in one.comparison.risen],
        "fallen": [line.ref for line in one.comparison.fallen],
        "dropped": list(one.comparison.gone),
        "against": [_beside(one, other) for other in one.others],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "criterion": line.ref,
        "code": line.criterion.code,
        "name": line.criterion.name,
        "depth": line.depth,
        "scores": [_cell(cell) for cell in line.cells],
        "change": text(line.change),
        "change_percent": share_text(line.moved),
        "not_comparable": line.reason or None,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    data = score_data(cell.score) or {"score": None, "known": None, "whole": None}
    return data | {"max": text(cell.maximum), "percent": share_text(cell.share)}


def score_data(score: Score | None) -> dict[str, Any] | None:
    """A score, of what part of the maximum it is known, and whether that is all."""
    if score is None:
        return None
    return {"score": text(score.points), "known": text(score.known), "whole": score.is_whole}


def _beside(one: Compared, other: Beside) -> dict[str, Any]:
    return {
        "place": other.place,
        "rank": other.rank,
        "results": [result_data(result) for result in other.results],
        "ranks": [_rank(rank) for rank in other.ranks],
        "above": [text(difference) for difference in one.against(other)],
    }


def _rank(ranked: Ranked | None) -> dict[str, Any] | None:
    if ranked is None:
        return None
    return {"rank": ranked.rank, "ranked": ranked.of, "computed": ranked.is_computed, "shared": ranked.is_shared}


def result_data(result: Result | None) -> dict[str, Any] | None:
    """A result as it was published."""
    if result is None:
        return None
    return {
        "year": result.year,
        "place": result.place,
        "score": text(result.score),
        "rank": result.rank,
        "ranked": result.ranked,
        "group": result.group,
        "set": result.set,
        "mark": result.mark,
        "source": result.source,
    }


def share_text(share: Fraction | None) -> str | None:
    """A share in percent, to one decimal."""
    return None if share is None else str(in_percent(share))


def hundredths(points: Fraction) -> Decimal:
    """Points that no decimal says exactly, as they are printed."""
    return rounded(Decimal(points.numerator) / Decimal(points.denominator), 2)


def text(number: Decimal | None) -> str | None:
    """A decimal as text: a binary float would not be the figure that was published."""
    return None if number is None else str(number)
