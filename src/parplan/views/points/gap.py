"""Points lost by criterion, the tasks that are to bring them back, and what nobody works on.

Must not count, or say of an unknown score that it is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from parplan.facts.serving.gap import Gap, Loss, Serving
from parplan.facts.standing import Standings
from parplan.model.plan import Task
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.views.points.change_words import ChangeWords, plain
from parplan.views.points.compare import criterion_called
from parplan.views.points.gap_words import GapWords
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table, Tone
from parplan.words import Words

LOSSES: Final = (
    Heading("criterion", 3.0, "left"),
    Heading("lost", 0.8, "right"),
    Heading("score", 1.3, "right"),
    Heading("serving", 4.2, "left"),
    Heading("cause-lost", 1.2, "left"),
)

MOST_NAMED: Final = 8
"""Tasks of other sets: so many are named."""

IDLE: Final = (
    Heading("code", 0.9, "left"),
    Heading("task", 3.6, "left"),
    Heading("lead", 2.4, "left"),
    Heading("state", 2.2, "left"),
)


def gap_sheet(
    made: Sequence[Gap],
    without: Sequence[Serving],
    standings: Standings,
    place: str,
    words: Words,
    *,
    sample: bool,
) -> Sheet:
    """Every index with its losses; ``without`` are the tasks that serve no criterion."""
    sheet = _Sheet(words, standings)
    title = words("gap.title", place=place, year=str(made[0].result.year), day=standings.view.day)
    notices = (words("status.sample") if sample else "", "" if sheet.said.heard else words("status.no-data"))
    blocks = [block for gap in made for block in sheet.blocks(gap)]
    if without:
        caption = words("gap.idle", n=len(without))
        blocks.append(Block("", Table(columns(words, IDLE), tuple(map(sheet.idle, without)), caption=caption)))
    return Sheet(title, tuple(filter(None, notices)), (title,), tuple(blocks))


class _Sheet:
    """Makes the blocks of a sheet."""

    def __init__(self, words: Words, standings: Standings) -> None:
        self.words = words
        self.scores = ChangeWords(words)
        self.said = GapWords(words, heard=bool(standings.reports.files))
        self.phrases = Phrases(words, standings.workspace, standings.plan.plan)

    def blocks(self, gap: Gap) -> Iterator[Block]:
        """An index: what was lost in all, what is known of it, and the losses one by one."""
        yield Block(gap.index.called, lines=tuple(self.headline(gap)))
        if gap.losses:
            yield Block("", Table(columns(self.words, LOSSES), tuple(map(self.loss, gap.losses))))
        if notes := tuple(self.unknown(gap)):
            yield Block("", lines=notes)

    def headline(self, gap: Gap) -> Iterator[str]:
        """The whole, and of how much of it the criteria tell."""
        total = gap.scores.total if gap.scores else None
        if gap.score is not None:
            values = {"score": gap.score, "scale": gap.index.scale, "lost": gap.lost}
            yield self.words("gap.whole", **values)
        elif total is not None and total.known is not None:
            yield self.words("gap.partial", score=total.points, known=plain(total.known), lost=total.lost)
        if gap.next_group is not None:
            group, lacking = gap.next_group
            yield self.words("gap.next-group", group=group.name or group.id, n=lacking)
        if gap.told:
            unserved = [loss for loss in gap.unserved if loss.lost is not None]
            lost = sum((loss.lost or 0 for loss in unserved), 0 * gap.told)
            late = sum(1 for loss in gap.losses if loss.is_late)
            known = [loss for loss in gap.losses if loss.lost is not None]
            yield self.words("gap.told", n=len(known), lost=gap.told)
            if unserved:
                yield self.words("gap.unserved", n=len(unserved), lost=lost)
            if late and self.said.heard:
                yield self.words("gap.late", n=late)

    def loss(self, loss: Loss) -> Row:
        """A criterion, what it lost, and who works on it."""
        lost = self.words("unknown") if loss.lost is None else self.words.number(loss.lost, 2)
        tasks = "; ".join(self.said.task(one) for one in loss.tasks) or self.words("gap.nobody")
        tone: Tone = "warn" if not loss.tasks else "bad" if loss.is_late and self.said.heard else "plain"
        score = self.scores.scored(loss.score, loss.maximum)
        return Row((criterion_called(loss.criterion), lost, score, tasks, self.said.cause(loss.cause)), tone=tone)

    def idle(self, serving: Serving) -> Row:
        """A task that serves no criterion."""
        task: Task = serving.task
        return Row((task.id, task.title, self.phrases.agencies(task.lead), self.said.state(serving)))

    def unknown(self, gap: Gap) -> Iterator[str]:
        """What can't be known, and why."""
        if gap.scores is None:
            yield self.words("gap.no-set")
        elif gap.scores.round != "appraised":
            yield self.words("gap.round", round=self.words(f"round.{gap.scores.round}"))
        yield from (f"{sentence(remark)}." for remark in gap.remarks)
        if gap.unknown:
            most = gap.unknown_maximum
            key = "gap.unknown" if most else "gap.unknown-open"
            yield self.words(key, n=len(gap.unknown), max=plain(most))
        if gap.apart:
            named = [task.id for task in gap.apart[:MOST_NAMED]]
            if rest := len(gap.apart) - len(named):
                named.append(self.words("gap.more", n=rest))
            yield self.words("gap.apart", n=len(gap.apart), tasks=self.words.listed(named))
