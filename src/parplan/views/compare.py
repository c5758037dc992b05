"""Two years of the indexes side by side: scores, ranks, what was published and what the scores come to.

Must not compute a change, or print an unknown figure as anything but unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from parplan.facts.change import IndexChange, PartChange, set_of
from parplan.model.result import Result
from parplan.views.columns import Heading, columns
from parplan.views.table import Row, Table
from parplan.words import Words

SCHEMA_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class CompareView:
    """A title, the table of indexes, the table of criteria where any are known, notes, sources.

    ``notice`` must be known before any figure is believed; empty where there is none.
    """

    notice: str
    title: str
    table: Table
    parts: Table | None
    notes: tuple[str, ...]
    sources: tuple[str, ...]


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

    def notes(self, change: IndexChange, before: int, after: int) -> Iterator[str]:
        """What has to be said beside the figures, so that nobody draws a false conclusion."""
        name = change.index.called
        if change.published_score is not None and change.score not in (None, change.published_score):
            key = "compare.contradicts" if change.contradicts else "compare.rounding"
            yield self.words(key, index=name, published=change.published_score, computed=change.score)
        if change.sets_differ:
            names = [self._set_name(change, set_id) for set_id in change.sets]
            values = {"before": str(before), "after": str(after), "set_before": names[0], "set_after": names[1]}
            key = "compare.sets-differ" if change.published_score is not None else "compare.sets-differ-computed"
            yield self.words(key, index=name, **values)

    def _set_name(self, change: IndexChange, set_id: str | None) -> str:
        known = set_of(change.index, set_id)
        if known is None or known.decision is None:
            return self.words("compare.set-unnamed", id=set_id or "")
        return self.words("compare.set-decision", decision=known.decision)


def compare_view(
    changes: tuple[IndexChange, ...], place: str, before: int, after: int, words: Words, *, sample: bool = False
) -> CompareView:
    """Word the changes of a place between two years; ``sample``: some of the figures were invented."""
    said = ChangeWords(words)
    parts = tuple(_part_rows(changes, said))
    return CompareView(
        words("status.sample") if sample else "",
        words("compare.title", place=place, before=str(before), after=str(after)),
        _table(changes, before, after, said),
        _parts_table(parts, before, after, words) if parts else None,
        tuple(note for change in changes for note in said.notes(change, before, after)),
        tuple(_sources(changes, words)),
    )


def _headings(what: str, before: int, after: int) -> tuple[Heading, ...]:
    return (
        Heading(what, 2.4, "left"),
        Heading("year", 1.5, "right", values=(("year", str(before)),)),
        Heading("year", 1.5, "right", values=(("year", str(after)),)),
        Heading("score-change", 2.8, "left"),
    )


def _table(changes: tuple[IndexChange, ...], before: int, after: int, said: ChangeWords) -> Table:
    """One block per index: its score, its rank, and the mean it is held against."""
    words = said.words
    rows: list[Row] = []
    for change in changes:
        rows.append(Row((change.index.called,), kind="block"))
        first, second = change.before, change.after
        figures = (said.figure(first.score if first else None), said.figure(second.score if second else None))
        mark = " *" if any(said.notes(change, before, after)) else ""
        rows.append(Row((words("column.score"), *figures, said.change_of(change) + mark)))
        rows.append(Row((words("column.rank"), said.rank(first), said.rank(second), said.places_of(change))))
        if change.mean is not None:
            means = (said.figure(change.mean_before), said.figure(change.mean_after))
            moved = None
            if change.mean_before is not None and change.mean_after is not None:
                moved = change.mean_after - change.mean_before
            rows.append(Row((change.mean.name, *means, said.score(moved)), tone="dim"))
            against = (said.against(change.against_mean_before), said.against(change.against_mean_after))
            rows.append(Row((words("column.against-mean", mean=change.mean.name), *against, ""), tone="dim"))
    return Table(columns(words, _headings("index", before, after)), tuple(rows))


def _part_rows(changes: tuple[IndexChange, ...], said: ChangeWords) -> Iterator[Row]:
    for change in changes:
        for part in change.parts:
            cells = (_part_score(part, said, old=True), _part_score(part, said, old=False))
            yield Row((part.criterion.name, *cells, _part_change(part, said)))


def _part_score(part: PartChange, said: ChangeWords, *, old: bool) -> str:
    found = part.before if old else part.after
    if found is None:
        return said.words("unknown")
    if part.criterion.max is None:
        return said.figure(found.score)
    return said.words("compare.of-max", score=said.figure(found.score), max=part.criterion.max)


def _part_change(part: PartChange, said: ChangeWords) -> str:
    published = part.after.change if part.after else None
    if published is not None and published.score is not None:
        return said.words("compare.part-published", change=said.score(published.score))
    return said.words("compare.not-comparable") if part.change is None else said.score(part.change)


def _parts_table(rows: tuple[Row, ...], before: int, after: int, words: Words) -> Table:
    heads = columns(words, _headings("criterion", before, after))
    return Table(heads, rows, caption=words("compare.parts-title"))


def _sources(changes: tuple[IndexChange, ...], words: Words) -> Iterator[str]:
    """Where the figures come from, each named once."""
    seen: set[str] = set()
    for change in changes:
        for result in (change.before, change.after):
            if result is None:
                continue
            name = f"{change.index.called} {result.year}"
            line = words("compare.source-line", year=name, source=result.source)
            if line not in seen:
                seen.add(line)
                yield line


def compare_data(
    changes: tuple[IndexChange, ...], place: str, before: int, after: int, *, sample: bool = False
) -> dict[str, Any]:
    """The same for machines: figures as they were published, null where unknown. Keys are only ever added."""
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": sample,
        "place": place,
        "from": before,
        "to": after,
        "indexes": [
            {
                "index": change.index.id,
                "before": _result_data(change.before),
                "after": _result_data(change.after),
                "change": {
                    "score": _text(change.score),
                    "places": change.places,
                    "published_score": _text(change.published_score),
                    "published_places": change.published_places,
                    "sets_differ": change.sets_differ,
                },
                "mean": {"before": _text(change.mean_before), "after": _text(change.mean_after)},
                "against_mean": {
                    "before": _text(change.against_mean_before),
                    "after": _text(change.against_mean_after),
                },
            }
            for change in changes
        ],
    }


def _result_data(result: Result | None) -> dict[str, Any] | None:
    if result is None:
        return None
    return {
        "year": result.year,
        "score": _text(result.score),
        "rank": result.rank,
        "ranked": result.ranked,
        "group": result.group,
        "set": result.set,
        "mark": result.mark,
        "source": result.source,
    }


def _text(number: Decimal | None) -> str | None:
    """A decimal as text: a binary float would not be the figure that was published."""
    return None if number is None else str(number)
