"""Years of the indexes side by side: scores, ranks, criteria, and whom a place is held against.

Must not compute a change, or print an unknown figure as anything but unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from parplan.facts.points.compared import Beside, Compared
from parplan.facts.points.comparison import Cell, Comparison, Line
from parplan.facts.points.score import Scores
from parplan.model.index import Criterion, ScoreGroup
from parplan.views.columns import Heading, columns
from parplan.views.points.change_words import ChangeWords, plain
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table, Tone
from parplan.words import Words

FOREMOST: Final = 5
"""Criteria that rose or fell most: so many are told."""

FEW: Final = 3
"""So many other places stand in the table of the index itself; more have one of their own."""

BAR: Final = 10
"""Letters of a bar that is full."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How much is shown: criteria down to a ``depth``, ``bars`` beside them, the ``sources`` of each figure."""

    depth: int = 1
    bars: bool = False
    sources: bool = False


def compare_sheet(
    made: Sequence[Compared], place: str, named: Callable[[str], str], words: Words, shown: Shown, *, sample: bool
) -> Sheet:
    """All that is set side by side; ``named`` says what a place is called, ``sample`` that some is invented."""
    sheet = _Words(words, named, shown)
    years = made[0].years
    key = "compare.title" if len(years) == 2 else "compare.title-years"
    listed = words.listed(map(str, years))
    title = words(key, place=place, before=str(years[0]), after=str(years[-1]), years=listed)
    blocks = [Block("", sheet.indexes(made)), *(block for one in made for block in sheet.blocks(one))]
    notes = [f"* {note}" for one in made for note in sheet.remarks(one)]
    if notes:
        blocks.append(Block("", lines=tuple(notes)))
    if sources := list(dict.fromkeys(source for one in made for source in sheet.sources(one))):
        blocks.append(Block("", lines=tuple(sources)))
    return Sheet(title, (words("status.sample"),) if sample else (), (title,), tuple(blocks))


def criterion_called(criterion: Criterion) -> str:
    """A criterion by its number and name."""
    return f"{criterion.code} {criterion.name}" if criterion.code else criterion.name


class _Words(ChangeWords):
    """Words the parts of a sheet."""

    def __init__(self, words: Words, named: Callable[[str], str], shown: Shown) -> None:
        super().__init__(words)
        self.named, self.shown = named, shown

    def indexes(self, made: Sequence[Compared]) -> Table:
        """A block for each index: scores, ranks, and those that it is held against, if they are few."""
        rows = [row for one in made for row in self._index(one)]
        return Table(columns(self.words, _headings("index", made[0].years)), tuple(rows))

    def _index(self, one: Compared) -> Iterator[Row]:
        yield Row((one.index.called,), kind="block")
        known = one.change
        change = self.change_of(known) if known else self.score(one.own.change)
        mark = " *" if any(self.remarks(one)) else ""
        yield Row((self.words("column.score"), *self._scores(one), change + mark))
        ranks = [
            self.ranked(rank, self.group(group) if rank or result else "")
            for rank, group, result in zip(one.own.ranks, self._told_groups(one), one.own.results, strict=True)
        ]
        first, last = one.own.ranks[0], one.own.ranks[-1]
        computed = first.rank - last.rank if first and last else None
        published = known.published_places if known else None
        moved = self.places(computed if published is None else published)
        yield Row((self.words("column.rank"), *ranks, moved))
        for other in () if _is_ranking(one) else one.others:
            yield from self._beside(one, other)

    def _told_groups(self, one: Compared) -> list[ScoreGroup | None]:
        """Groups as they were published; those that scores come to, where a place crossed from one to another."""
        crossed = one.crossed is not None
        return [
            group if crossed or (result is not None and result.group is not None) else None
            for group, result in zip(one.groups, one.own.results, strict=True)
        ]

    def _scores(self, one: Compared) -> Iterator[str]:
        """The published total; where there is none, what is known of it by criterion."""
        for result, made in zip(one.own.results, one.comparison.scores, strict=True):
            if result is not None and result.score is None and made is not None and made.total is not None:
                yield self.scored(made.total, one.index.scale)
            else:
                yield self.figure(result.score if result else None)

    def _beside(self, one: Compared, other: Beside) -> Iterator[Row]:
        name = self._called(other)
        scores = [
            self.figure(score) if rank is None or other.rank else f"{self.figure(score)} ({self.ranked(rank)})"
            for score, rank in zip(other.scores, other.ranks, strict=True)
        ]
        if other.rank:
            scores = [
                f"{score} ({self.named(result.place)})" if result else score
                for score, result in zip(scores, other.results, strict=True)
            ]
        yield Row((name, *scores, self.score(other.change)), tone="dim")
        against = (self.against(difference) for difference in one.against(other))
        yield Row((self.words("column.against-mean", mean=name), *against, ""), tone="dim")

    def _called(self, other: Beside) -> str:
        return self.words("compare.at-rank", rank=other.rank) if other.place is None else self.named(other.place)

    def blocks(self, one: Compared) -> Iterator[Block]:
        """Criteria, what rose and fell most, and the other places in their order."""
        if rows := list(self._criteria(one.comparison)):
            # an index with hardly anything known by criterion needs no title of its own
            caption = self.words("compare.parts-title", index=one.index.called)
            heads = columns(self.words, self._criteria_heads(one.years))
            yield Block("", Table(heads, tuple(rows), caption=caption))
        for key, lines in (("risen", one.comparison.risen), ("fallen", one.comparison.fallen)):
            if self.shown.depth and len(one.comparison.lines) > FOREMOST and lines:
                rows = [self._line(line) for line in lines[:FOREMOST]]
                heads = columns(self.words, self._criteria_heads(one.years))
                title = self.words(f"compare.{key}", index=one.index.called)
                yield Block("", Table(heads, tuple(rows), caption=title))
        if one.apart is not None and (rows := list(self._criteria(one.apart))):
            names = (self.named(one.others[0].place or ""), self.named(one.own.place or ""))
            title = self.words("compare.apart", index=one.index.called, year=str(one.years[-1]), other=names[0])
            yield Block("", Table(columns(self.words, self._apart_heads(names)), tuple(rows), caption=title))
        if _is_ranking(one):
            title = self.words("compare.ranking", index=one.index.called)
            computed = any(rank.is_computed for other in one.others for rank in other.ranks[-1:] if rank)
            note = self.words("compare.ranks-computed") if computed else ""
            heads = columns(self.words, _ranking_heads(one.years))
            yield Block("", Table(heads, self._ranking(one), caption=title, note=note))

    def _criteria(self, comparison: Comparison) -> Iterator[Row]:
        for line in comparison.lines:
            if line.depth <= self.shown.depth and any(cell.score for cell in line.cells):
                yield self._line(line)

    def _line(self, line: Line) -> Row:
        tone: Tone = "good" if line.order > 0 else "bad" if line.order < 0 else "plain"
        cells = [self._cell(cell) for cell in line.cells]
        drawn = (bar(line.cells[-1].share),) if self.shown.bars else ()
        return Row((criterion_called(line.criterion), *cells, self.line(line), *drawn), tone=tone)

    def _cell(self, cell: Cell) -> str:
        if cell.score is None and cell.reason in ("new", "unmapped", "no-map", "regrouped"):
            return self.words("compare.none")
        return self.scored(cell.score, cell.maximum)

    def _criteria_heads(self, years: Sequence[int]) -> tuple[Heading, ...]:
        return (*_headings("criterion", years), *((Heading("bar", 1.2, "left"),) if self.shown.bars else ()))

    def _apart_heads(self, names: Sequence[str]) -> tuple[Heading, ...]:
        heads = [Heading("called", 1.5, "right", values=(("name", name),)) for name in names]
        bars = (Heading("bar", 1.2, "left"),) if self.shown.bars else ()
        return (Heading("criterion", 2.4, "left"), *heads, Heading("difference", 2.0, "left"), *bars)

    def _ranking(self, one: Compared) -> tuple[Row, ...]:
        return tuple(
            Row(
                (
                    self.place_in(other.ranks[-1]),
                    self.named(other.place or ""),
                    *map(self.figure, other.scores),
                    self.score(other.change),
                ),
                kind="total" if other.place == one.own.place else "row",
            )
            for other in one.others
        )

    def remarks(self, one: Compared) -> Iterator[str]:
        """What has to be said beside the figures, so that nobody draws a false conclusion."""
        name, years = one.index.called, one.years
        if one.change is not None:
            mapped = one.comparison.crosses_sets and any(line.moved is not None for line in one.comparison.lines)
            yield from self.notes(one.change, years[0], years[-1], mapped=mapped)
        if one.crossed is not None:
            before, after = (group.name or group.id for group in one.crossed)
            yield self.words("compare.crossed", index=name, before=before, after=after)
        for result, made in zip(one.own.results, one.comparison.scores, strict=True):
            if result is not None and made is not None:
                yield from self._beside_published(name, result.year, result.score, made)
        if one.comparison.gone and one.comparison.crosses_sets:
            gone = [self._old_name(one, ref) for ref in one.comparison.gone]
            yield self.words("compare.gone", index=name, criteria="; ".join(gone))

    def _beside_published(self, name: str, year: int, score: Decimal | None, made: Scores) -> Iterator[str]:
        """Which round's the scores are, if not the last; of how much the total is; what the areas come to."""
        if made.round != "appraised" and any(part.kind != "survey" for part in made.parts.values()):
            yield self.words("compare.round", index=name, year=str(year), round=self.words(f"round.{made.round}"))
        total = made.total
        if score is None and total is not None and not total.is_whole and total.known is not None:
            rest = plain(made.tree.index.scale - total.known)
            yield self.words("compare.unknown-rest", index=name, year=str(year), rest=rest)
        if score is not None and total is not None and total.is_whole and total.points != score:
            values = {"published": score, "computed": total.points}
            yield self.words("compare.total-differs", index=name, year=str(year), **values)

    def _old_name(self, one: Compared, ref: str) -> str:
        every = one.index.criteria()
        return criterion_called(every[ref]) if ref in every else ref

    def sources(self, one: Compared) -> Iterator[str]:
        """Where the figures come from, each named once; asked for, those of the others and of single criteria."""
        asked = self.shown.sources
        for beside in (one.own, *(one.others if asked else ())):
            for result in beside.results:
                if result is None:
                    continue
                year = f"{one.index.called} {result.year}"
                if beside is not one.own:
                    year = self.words.listed((year, self.named(result.place)))
                yield self.words("compare.source-line", year=year, source=result.source)
                for part in result.parts if asked else ():
                    if part.source is not None:
                        named = self.words.listed((year, self._old_name(one, part.criterion)))
                        yield self.words("compare.source-line", year=named, source=part.source)


def _is_ranking(one: Compared) -> bool:
    """Whether the other places stand in a table of their own."""
    return one.has_everybody or len(one.others) > FEW


def _headings(what: str, years: Sequence[int]) -> tuple[Heading, ...]:
    heads = [Heading("year", 1.5, "right", values=(("year", str(year)),)) for year in years]
    return (Heading(what, 2.4, "left"), *heads, Heading("score-change", 2.8, "left"))


def _ranking_heads(years: Sequence[int]) -> tuple[Heading, ...]:
    heads = _headings("place-name", years)
    return (Heading("rank-in", 1.2, "left", values=(("year", str(years[-1])),)), *heads)


def bar(share: Fraction | None) -> str:
    """A share of the maximum as a bar; empty where it is not known."""
    if share is None:
        return ""
    full = int(min(max(share, Fraction()), Fraction(1)) * BAR + Fraction(1, 2))
    return "█" * full + "░" * (BAR - full)
