"""What compare shows as one list: a row for each score, rank and criterion, a column for each year.

Must not leave a figure out, or round one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from parplan.facts.points.compared import Beside, Compared
from parplan.facts.points.comparison import Line
from parplan.views.columns import Heading, columns
from parplan.views.listing import Cell, Listing
from parplan.views.page import Properties
from parplan.views.points.change_words import ChangeWords, in_percent
from parplan.words import Words

LEAST: Final = 0.9


def compare_list(
    made: Sequence[Compared],
    place: str,
    named: Callable[[str], str],
    words: Words,
    depth: int,
    properties: Properties,
    *,
    sample: bool,
) -> Listing:
    """Every index with its score, rank, criteria down to a depth, and the places that it is held against."""
    years = made[0].years
    rows = _Rows(ChangeWords(words), named, depth)
    listed = words.listed(map(str, years))
    return Listing(
        tab=words("compare.list.tab"),
        title=properties.title,
        reference=words("compare.list.reference", place=place, years=listed),
        notices=(words("status.sample"),) if sample else (),
        columns=columns(words, _headings(years)),
        rows=tuple(row for one in made for row in rows.of(one)),
        properties=properties,
        watermark=words("report.watermark") if sample else "",
    )


def _headings(years: Sequence[int]) -> tuple[Heading, ...]:
    return (
        Heading("index", 1.6, "left"),
        Heading("place-name", 1.8, "left"),
        Heading("code", LEAST, "left"),
        Heading("criterion", 4.0, "left"),
        Heading("maximum", LEAST, "right"),
        *(Heading("year", 1.1, "right", values=(("year", str(year)),)) for year in years),
        Heading("difference", 1.1, "right"),
        Heading("percent", 1.1, "right"),
        Heading("note", 3.0, "left"),
    )


class _Rows:
    """Makes the rows."""

    def __init__(self, said: ChangeWords, named: Callable[[str], str], depth: int) -> None:
        self.said, self.words, self.named, self.depth = said, said.words, named, depth

    def of(self, one: Compared) -> Iterator[tuple[Cell, ...]]:
        """The rows of an index."""
        yield from self._place(one, one.own)
        for line in one.comparison.lines:
            if line.depth <= self.depth and any(cell.score for cell in line.cells):
                yield self._line(one, line)
        for other in one.others:
            if other.place != one.own.place:
                yield from self._place(one, other)

    def _place(self, one: Compared, beside: Beside) -> Iterator[tuple[Cell, ...]]:
        name = self.named(beside.place) if beside.place else self.words("compare.at-rank", rank=beside.rank)
        head = (one.index.called, name, "")
        scores = [_cell(score) for score in beside.scores]
        change = one.change if beside is one.own else None
        published = change.published_score if change else None
        note = self.words("compare.list.published", n=published) if published is not None else ""
        maximum = one.index.scale
        yield (*head, self.words("column.score"), maximum, *scores, _cell(beside.change), "", note)
        ranks = [rank.rank if rank else "" for rank in beside.ranks]
        if any(ranks):
            computed = any(rank is not None and rank.is_computed for rank in beside.ranks)
            said = self.words("compare.list.computed") if computed else ""
            first, last = beside.ranks[0], beside.ranks[-1]
            moved: Cell = first.rank - last.rank if first and last else ""
            yield (*head, self.words("column.rank"), "", *ranks, moved, "", said)

    def _line(self, one: Compared, line: Line) -> tuple[Cell, ...]:
        scores = [_cell(cell.score.points if cell.score else None) for cell in line.cells]
        notes = [self.words(f"compare.reason.{line.reason}")] if line.reason else []
        last = line.cells[-1].score
        if last is not None and not last.is_whole and last.known is not None:
            notes.append(self.words("compare.list.partial", known=last.known))
        return (
            one.index.called,
            self.named(one.own.place or ""),
            line.criterion.code or "",
            line.criterion.name,
            _cell(line.cells[-1].maximum),
            *scores,
            _cell(line.change),
            _percent(line.moved),
            "; ".join(notes),
        )


def _cell(figure: Decimal | None) -> Cell:
    return "" if figure is None else figure


def _percent(share: Fraction | None) -> Cell:
    return "" if share is None else in_percent(share)
