"""Lost points in a report: what its sentences say of each index, and the criteria with the tasks that serve them.

Must not count, or call a loss what nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from parplan.facts.report.report import ReportFacts
from parplan.facts.serving.gap import Gap, Loss
from parplan.model.index import Index
from parplan.views.columns import Heading, columns
from parplan.views.phrases.called import index_called, unit_called
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.views.points.change_words import plain
from parplan.views.points.compare import criterion_called
from parplan.views.points.gap_words import GapWords
from parplan.views.report.index_values import score_called
from parplan.views.table import Row, Table, unless_all
from parplan.words import Words

LOSSES: Final = (
    Heading("number", 0.6),
    Heading("criterion", 3.4, "left"),
    Heading("maximum", 0.9),
    Heading("score-reached", 0.9),
    Heading("lost", 0.9),
    Heading("cause-lost", 1.2, "left"),
    Heading("serving", 3.4, "left"),
    Heading("lead", 2.2, "left"),
    Heading("state", 2.0, "left"),
)
OF_CRITERION: Final = 6
"""The columns that tell of the criterion; the rest tell of its tasks, a row for each."""


class LostPointsTables:
    """Draws up a table for each index that lost points by criterion."""

    def __init__(self, facts: ReportFacts, phrases: Phrases) -> None:
        self.facts = facts
        self.phrases = phrases
        self.words = phrases.words
        self.said = GapWords(phrases.words, heard=facts.has_updates)

    def tables(self) -> tuple[Table, ...]:
        return tuple(self._table(gap) for gap in self.facts.lost_points.gaps if gap.losses)

    def _table(self, gap: Gap) -> Table:
        """What was lost by criterion, most first, and in the last row all of it where all of it is known."""
        told = [row for number, loss in enumerate(gap.losses, start=1) for row in self._rows(number, loss)]
        if len(gap.losses) > 1 and all(loss.lost is not None for loss in gap.losses):
            total = ("", self.words("row.total"), "", "", self.words.number(gap.told, 2), "", "", "", "")
            told.append(Row(total, kind="total"))
        rows = unless_all(told, self.words("report.unknown"))
        return Table(
            columns(self.words, LOSSES),
            rows,
            caption=self.words("report.gap.caption", index=gap.index.called, year=str(gap.result.year)),
            note=" ".join(filter(None, self._notes(gap, rows))),
            numbered=True,
        )

    def _rows(self, number: int, loss: Loss) -> Iterator[Row]:
        score = loss.score.points if loss.score else None
        most = self.words("report.unknown") if loss.maximum is None else self.words.number(plain(loss.maximum))
        figures = (most, self._figure(score), self._figure(loss.lost))
        own = (str(number), criterion_called(loss.criterion), *figures, _begun(self.said.cause(loss.cause)))
        if not loss.tasks:
            yield Row((*own, _begun(self.words("gap.nobody")), "", ""))
        for n, serving in enumerate(loss.tasks):
            lead = self.phrases.agencies(serving.task.lead)
            cells = own if n == 0 else (None,) * OF_CRITERION
            yield Row((*cells, serving.task.title, lead, _begun(self.said.state(serving))))

    def _figure(self, figure: Decimal | None) -> str:
        return self.words("report.unknown") if figure is None else self.words.number(figure, 2)

    def _notes(self, gap: Gap, rows: Iterable[Row]) -> Iterator[str]:
        """By whom it was scored, which signs stand for what is not known, and which tasks could not be placed."""
        if all(loss.lost is None for loss in gap.losses):
            yield self.words("report.gap.no-scores")
        elif gap.scores is not None and gap.scores.round != "appraised":
            yield self.words("gap.round", round=self.words(f"round.{gap.scores.round}"))
        yield from (f"{sentence(remark)}." for remark in gap.remarks)
        yield self.phrases.sign_note("unknown", rows)
        if gap.apart:
            yield self.words("report.gap.apart", n=len(gap.apart))


def lost_values(facts: ReportFacts, words: Words) -> list[dict[str, str]]:
    """The values for each index; ``year`` is empty where nothing of its points was known by the close."""
    lost = facts.lost_points
    told = [_values(gap, words, heard=facts.has_updates) for gap in lost.gaps]
    return [*told, *({"name": index_called(index, words), "year": ""} for index in lost.without)]


def _values(gap: Gap, words: Words, *, heard: bool) -> dict[str, str]:
    total = gap.scores.total if gap.scores else None
    is_partial = gap.score is None and total is not None and total.known is not None
    known = [loss for loss in gap.losses if loss.lost is not None]
    unserved = [loss.lost for loss in gap.unserved if loss.lost is not None]
    late = sum(1 for loss in gap.losses if loss.is_late) if heard else 0
    most = gap.unknown_maximum
    return {
        "name": index_called(gap.index, words),
        "year": str(gap.result.year),
        "score": "" if gap.score is None else score_called(gap.index, gap.score, words),
        "lost": "" if gap.lost is None else _points(gap.lost, gap.index, words),
        "partly": words.number(plain(total.known)) if is_partial and total and total.known else "",
        "partly_lost": _points(total.lost, gap.index, words) if is_partial and total and total.lost else "",
        "is_whole": "1" if gap.told in (gap.lost, total.lost if is_partial and total else None) else "",
        "criteria": _some(len(known), words),
        "told": _points(gap.told, gap.index, words),
        "unserved": _some(len(unserved), words),
        "unserved_lost": _points(sum(unserved, Decimal()), gap.index, words),
        "late": _some(late, words),
        "subjective": _some(sum(1 for loss in gap.losses if loss.cause == "subjective"), words),
        "unknown": _some(len(gap.unknown), words) if known else "",
        "unknown_most": words.number(plain(most)) if most else "",
    }


def _points(points: Decimal, index: Index, words: Words) -> str:
    """Points in what the index counts in; parts of a share are points of percent."""
    figure = words.number(points, 2)
    key = "called.change-percent" if index.unit == "%" else "called.change"
    return words(key, change=figure, unit=unit_called(index, words))


def _begun(text: str) -> str:
    """A cell of its own begins with a capital."""
    return text[:1].upper() + text[1:]


def _some(number: int, words: Words) -> str:
    return words.count(number) if number else ""
