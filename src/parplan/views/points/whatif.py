"""What the score would be, what it would mean, and which points are the cheapest.

Must not say a rank that does not follow, or that a task will bring what it is only to raise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from parplan.facts.points.compared import less
from parplan.facts.points.score import Score
from parplan.facts.serving.whatif import Assumed, Gain, WhatIf
from parplan.model.index import ScoreGroup
from parplan.views.columns import Heading, columns
from parplan.views.listing import Cell, Listing
from parplan.views.page import Properties
from parplan.views.points.change_words import ChangeWords, plain
from parplan.views.points.compare import criterion_called
from parplan.views.points.compare_data import hundredths, score_data, text
from parplan.views.points.gap_words import GapWords
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table
from parplan.words import Words

SCHEMA_VERSION: Final = 1
MOST_GAINS: Final = 10

ASSUMED: Final = (
    Heading("criterion", 3.0, "left"),
    Heading("score-now", 1.0, "right"),
    Heading("score-then", 1.0, "right"),
    Heading("score-change", 1.4, "left"),
    Heading("because", 1.6, "left"),
)
GAINS: Final = (
    Heading("criterion", 3.0, "left"),
    Heading("lost", 0.8, "right"),
    Heading("per-task", 1.0, "right"),
    Heading("serving", 4.0, "left"),
)
TARGETS = Sequence[tuple[str, Decimal | None]]
"""What is to be reached: what it is called, and the score that it takes; None where nobody knows that."""


def whatif_sheet(
    made: Sequence[WhatIf], targets: TARGETS, place: str, words: Words, *, heard: bool, sample: bool
) -> Sheet:
    """Every index; ``heard`` says whether anybody has reported anything, ``sample`` that some is invented."""
    sheet = _Sheet(words, heard=heard)
    title = words("whatif.title", place=place, year=str(made[0].gap.result.year))
    blocks = tuple(block for one in made for block in sheet.blocks(one, targets))
    return Sheet(title, (words("status.sample"),) if sample else (), (title,), blocks)


class _Sheet:
    def __init__(self, words: Words, *, heard: bool) -> None:
        self.words, self.said = words, ChangeWords(words)
        self.tasks = GapWords(words, heard=heard)

    def blocks(self, one: WhatIf, targets: TARGETS) -> Iterator[Block]:
        """What comes of it, the assumptions, and what is still to be gained."""
        yield Block(one.index.called, lines=tuple(self.headline(one, targets)))
        if one.assumed:
            heads = columns(self.words, ASSUMED)
            caption = self.words("whatif.assumed")
            yield Block("", Table(heads, tuple(self.assumed(one, each) for each in one.assumed), caption=caption))
        if one.cheapest:
            rows = tuple(map(self.gain, one.cheapest[:MOST_GAINS]))
            yield Block("", Table(columns(self.words, GAINS), rows, caption=self.words("whatif.cheapest")))

    def headline(self, one: WhatIf, targets: TARGETS) -> Iterator[str]:
        """The score, the group, the rank as far as it follows, and the targets."""
        if not one.assumed and one.gap.score is not None:
            yield self.words("gap.whole", score=one.gap.score, scale=one.index.scale, lost=one.gap.lost)
        elif one.score is not None and one.gap.score is not None:
            yield self.words(
                "whatif.score", before=one.gap.score, after=one.score, gained=self.said.score(one.gained)
            )
        elif one.now is not None:
            scale = one.index.scale
            before, after = (self.said.scored(score, scale) for score in (one.now, one.then))
            yield self.words("whatif.partial", before=before, after=after)
        if one.unknowable:
            yield self.words("whatif.unknowable", n=len(one.unknowable))
        left, entered = one.groups
        if left and entered and left.id != entered.id:
            names = {"before": left.name or left.id, "after": entered.name or entered.id}
            yield self.words("whatif.group", **names)
        if one.bounds is not None and one.assumed:
            bounds = one.bounds
            key = "whatif.rank-open" if bounds.worst is None else "whatif.rank"
            key = "whatif.rank-one" if bounds.best == bounds.worst else key
            yield self.words(key, best=bounds.best, worst=bounds.worst, n=bounds.known)
        for name, wanted in targets:
            yield self._target(one, name, wanted)
        if any(each.task for each in one.assumed):
            yield self.words("whatif.tasks")

    def _target(self, one: WhatIf, name: str, wanted: Decimal | None) -> str:
        if wanted is None or one.score is None:
            return self.words("whatif.target-unknown", name=name)
        lacking = wanted - one.score
        key = "whatif.target-reached" if lacking <= 0 else "whatif.target"
        return self.words(key, name=name, wanted=wanted, n=abs(lacking))

    def assumed(self, one: WhatIf, each: Assumed) -> Row:
        """A criterion now and then."""
        scores = one.gap.scores
        assert scores is not None
        most = plain(each.maximum) if each.maximum else None
        then = self.words.number(each.after, 2)
        then = self.words("compare.of-max", score=then, max=most) if most is not None else then
        moved = self.said.score(None if each.before is None else each.after - each.before)
        because = self.words("whatif.because", task=each.task) if each.task else ""
        name = criterion_called(scores.tree.criteria[each.ref])
        return Row((name, self.said.scored(each.known, each.maximum), then, moved, because))

    def gain(self, gain: Gain) -> Row:
        """Points that can still be gained, and by which tasks."""
        per_task = hundredths(gain.per_task)
        open_tasks = "; ".join(self.tasks.task(one) for one in gain.loss.tasks if not one.is_done)
        lost = self.said.figure(gain.loss.lost)
        return Row((criterion_called(gain.loss.criterion), lost, self.said.figure(per_task), open_tasks))


def whatif_list(
    made: Sequence[WhatIf], words: Words, properties: Properties, *, heard: bool, sample: bool
) -> Listing:
    """The assumptions, then everything that can still be gained."""
    tasks = GapWords(words, heard=heard)
    rows: list[tuple[Cell, ...]] = []
    for one in made:
        scores = one.gap.scores
        for each in one.assumed:
            assert scores is not None
            criterion = scores.tree.criteria[each.ref]
            before: Cell = "" if each.before is None else each.before
            name = (one.index.called, criterion.code or "", criterion.name)
            rows.append((*name, before, each.after, "", "", each.task or ""))
        for gain in one.cheapest:
            per_task = hundredths(gain.per_task)
            served = "; ".join(tasks.task(task) for task in gain.loss.tasks if not task.is_done)
            name = (one.index.called, gain.loss.criterion.code or "", gain.loss.criterion.name)
            points: Cell = "" if gain.loss.score is None else gain.loss.score.points
            rows.append((*name, points, "", gain.loss.lost or "", per_task, served))
    return Listing(
        tab=words("whatif.tab"),
        title=properties.title,
        reference=words("whatif.reference"),
        notices=(words("status.sample"),) if sample else (),
        columns=columns(words, LIST),
        rows=tuple(rows),
        properties=properties,
        watermark=words("report.watermark") if sample else "",
    )


LIST: Final = (
    Heading("index", 1.6, "left"),
    Heading("code", 0.9, "left"),
    Heading("criterion", 4.0, "left"),
    Heading("score-now", 1.0, "right"),
    Heading("score-then", 1.0, "right"),
    Heading("lost", 1.0, "right"),
    Heading("per-task", 1.0, "right"),
    Heading("serving", 4.0, "left"),
)


def whatif_data(made: Sequence[WhatIf], targets: TARGETS, place: str, *, sample: bool) -> dict[str, Any]:
    """The same for machines: null where unknown. Keys are only ever added."""
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": sample,
        "place": place,
        "year": made[0].gap.result.year,
        "indexes": [_data(one, targets) for one in made],
    }


def _state(score: Decimal | None, total: Score | None, group: ScoreGroup | None) -> dict[str, Any]:
    return {"score": text(score), "total": score_data(total), "group": group.id if group else None}


def _data(one: WhatIf, targets: TARGETS) -> dict[str, Any]:
    before, after = one.groups
    bounds = one.bounds
    score = one.score
    return {
        "index": one.index.id,
        "before": _state(one.gap.score, one.now, before),
        "after": _state(score, one.then, after),
        "gained": text(one.gained),
        "rank": {"best": bounds.best, "worst": bounds.worst, "by": bounds.known} if bounds else None,
        "targets": [
            {"name": name, "score": text(wanted), "lacking": text(less(wanted, score))} for name, wanted in targets
        ],
        "assumed": [
            {"criterion": each.ref, "before": text(each.before), "after": text(each.after), "task": each.task}
            for each in one.assumed
        ],
        "unknowable": [each.ref for each in one.unknowable],
        "cheapest": [
            {
                "criterion": gain.loss.ref,
                "lost": text(gain.loss.lost),
                "open_tasks": gain.open,
                "per_task": str(hundredths(gain.per_task)),
                "per_task_exact": str(gain.per_task),
            }
            for gain in one.cheapest
        ],
    }
