"""What a report's sentences say of each index: its score, its rank, and what changed since the year before.

Must not hold prose (the template does) or compute (facts do).
"""

from __future__ import annotations

from collections.abc import Iterable

from parplan.facts.change import IndexChange, set_of
from parplan.model.result import Result
from parplan.views.citing import Citing
from parplan.views.compare import ChangeWords
from parplan.words import Words


def index_values(changes: Iterable[IndexChange], words: Words, citing: Citing) -> list[dict[str, str]]:
    """The values for each index whose later year is known; empty strings for what is not."""
    return [_values(change, change.after, ChangeWords(words), citing) for change in changes if change.after]


def _values(change: IndexChange, result: Result, said: ChangeWords, citing: Citing) -> dict[str, str]:
    score, places = change.told_score, change.told_places
    is_mixed = score is not None and places is not None and (score > 0) != (places > 0)
    return {
        "name": change.index.short,
        "year": str(result.year),
        "before": str(result.year - 1),
        "score": said.figure(result.score),
        "unit": change.index.unit,
        "rank": said.rank_only(result),
        "group": result.group or "",
        "change": said.score(score) if score is not None else "",
        "places": said.places(places) if places is not None else "",
        "mixed": "1" if is_mixed else "",
        "new_set": _new_set(change, citing),
    }


def _new_set(change: IndexChange, citing: Citing) -> str:
    """The decision by which the later year was measured, where the earlier was by another."""
    made = set_of(change.index, change.sets[1]) if change.sets_differ else None
    return citing.cite(made.decision, made.date) if made and made.decision else ""
