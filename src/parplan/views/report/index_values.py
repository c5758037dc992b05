"""What a report's sentences say of each index: its score, its rank, and what changed since the year before.

Must not hold prose (the template does) or compute (facts do).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from parplan.facts.points.change import IndexChange, set_of
from parplan.model.index import Index
from parplan.model.result import Result
from parplan.views.phrases.called import index_called, unit_called
from parplan.views.phrases.citing import Citing
from parplan.views.points.change_words import ChangeWords
from parplan.words import Words


def index_values(changes: Iterable[IndexChange], words: Words, citing: Citing) -> list[dict[str, str]]:
    """The values for each index of whose later year a sentence can say something; empty strings for the rest."""
    said = ChangeWords(words)
    known = ((change, change.after) for change in changes if change.after and _is_told(change.after))
    return [_values(change, after, said, citing) for change, after in known]


def _is_told(result: Result) -> bool:
    return result.score is not None or result.rank is not None


def _values(change: IndexChange, result: Result, said: ChangeWords, citing: Citing) -> dict[str, str]:
    score, places = change.told_score, change.told_places
    is_mixed = score is not None and places is not None and (score > 0) != (places > 0)
    return {
        "name": index_called(change.index, said.words),
        "year": str(result.year),
        "before": str(result.year - 1),
        "score": "" if result.score is None else score_called(change.index, result.score, said.words),
        "rank": _rank(change.index, result, said),
        "group": result.group or "",
        "change": _change(change.index, score, said) if score is not None else "",
        "places": said.places(places) if places is not None else "",
        "mixed": "1" if is_mixed else "",
        "new_set": _new_set(change, citing),
    }


def score_called(index: Index, score: Decimal, words: Words) -> str:
    """A score with its unit; out of how many, where that is not a hundred."""
    if index.unit == "%":
        return words("called.score-percent", score=score)
    key = "called.score" if index.scale == 100 else "called.score-of"
    return words(key, score=score, scale=index.scale, unit=unit_called(index, words))


def _rank(index: Index, result: Result, said: ChangeWords) -> str:
    if result.rank is None:
        return ""
    rank = said.rank_only(result)
    return said.words("called.rank", rank=rank, among=index.ranked_among) if index.ranked_among else rank


def _change(index: Index, score: Decimal, said: ChangeWords) -> str:
    """Risen or fallen by so much, in what the index counts in; a share moves by percentage points."""
    moved = said.score(score)
    if score == 0:
        return moved
    key = "called.change-percent" if index.unit == "%" else "called.change"
    return said.words(key, change=moved, unit=unit_called(index, said.words))


def _new_set(change: IndexChange, citing: Citing) -> str:
    """The decision by which the later year was measured, where the earlier was by another."""
    made = set_of(change.index, change.sets[1]) if change.sets_differ else None
    return citing.cite(made.decision, made.date) if made and made.decision else ""
