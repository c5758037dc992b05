"""A self-assessment as a sheet: each criterion with its step, what differs, what needs explaining, round by round.

Must not compute a score.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from parplan.facts.points.assessment import SELF, Assessed, Assessment
from parplan.facts.points.rounds import locked_rounds, to_lock
from parplan.facts.serving.reported import Reported
from parplan.views.columns import Heading, columns
from parplan.views.points.change_words import ChangeWords, plain
from parplan.views.points.compare import criterion_called
from parplan.views.points.steps import StepWords
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table, Tone
from parplan.words import Words

LINES: Final = (
    Heading("criterion", 3.0, "left"),
    Heading("step", 3.6, "left"),
    Heading("written", 0.9, "right"),
    Heading("note", 2.0, "left"),
)
EXPLAIN: Final = (Heading("criterion", 3.0, "left"), Heading("evidence-asked", 4.0, "left"))


def score_sheet(
    made: Sequence[Assessment], heard: Mapping[str, Reported], place: str, words: Words, *, sample: bool
) -> Sheet:
    """Every index that a place scored itself by; ``heard``: what its units reported where it declared nothing.

    ``sample``: some of the figures were invented.
    """
    sheet = _Sheet(words, heard)
    title = words("scoring.title", place=place, year=str(made[0].result.year))
    blocks = tuple(block for one in made for block in sheet.blocks(one))
    return Sheet(title, (words("status.sample"),) if sample else (), (title,), blocks)


class _Sheet:
    def __init__(self, words: Words, heard: Mapping[str, Reported]) -> None:
        self.words, self.steps, self.scores = words, StepWords(words), ChangeWords(words)
        self.heard = heard

    def blocks(self, one: Assessment) -> Iterator[Block]:
        """The whole, the steps, what is to be explained, and the rounds area by area."""
        yield Block(one.index.called, lines=tuple(self.headline(one)))
        yield Block("", Table(columns(self.words, LINES), tuple(map(self.line, one.lines))))
        if one.to_explain:
            caption = self.words("scoring.explain", n=len(one.to_explain))
            rows = tuple(map(self.explain, one.to_explain))
            yield Block("", Table(columns(self.words, EXPLAIN), rows, caption=caption))
        if len(one.rounds) > 1:
            yield Block("", self.rounds(one))

    def headline(self, one: Assessment) -> Iterator[str]:
        """What the criteria come to, and what is still to come."""
        if one.is_own:
            yield self.words("scoring.total", points=self.scores.figure(one.points), max=plain(one.assessed))
        else:
            yield self.words("scoring.not-begun")
        if one.scaled is not None:
            scaled = self.steps.points(one.scaled)
            yield self.words("scoring.scaled", out=plain(one.taken_out), points=scaled, scale=one.index.scale)
        if one.surveyed:
            yield self.words("scoring.surveyed", max=plain(one.surveyed))
        if one.open:
            yield self.words("scoring.open", max=plain(one.open))
        yield from self.reported([self.heard[line.ref].line for line in one.lines if line.ref in self.heard])
        if one.differing:
            yield self.words("scoring.differing", n=len(one.differing))
        yield from self.locked(one)

    def locked(self, one: Assessment) -> Iterator[str]:
        """Which rounds were sent, which of them changed after that, and what the first would be sent with."""
        if (unsent := to_lock(one.tree, one.result, SELF)) is not None:
            n, total = unsent
            own = self.words(f"column.round-{SELF}")
            yield self.words("scoring.to-lock", round=own, n=n, total=self.scores.figure(total))
        for locked in locked_rounds(one.index, one.result):
            sent = locked.round
            values = {"round": self.words(f"column.round-{sent.kind}"), "day": sent.locked}
            if sent.total is None:
                yield self.words("scoring.locked", **values)
            elif locked.is_changed:
                now = self.scores.figure(locked.now)
                yield self.words("scoring.locked-changed", **values, total=self.scores.figure(sent.total), now=now)
            else:
                yield self.words("scoring.locked-total", **values, total=self.scores.figure(sent.total))
            if locked.has_other_criteria:
                yield self.words("scoring.locked-count", **values, scored=sent.scored, now=locked.scored)

    def reported(self, lines: Sequence[Assessed]) -> Iterator[str]:
        """What the units' figures come to, apart from what was declared."""
        if lines:
            points = self.scores.figure(sum((line.given for line in lines if line.given is not None), Decimal()))
            most = plain(sum((line.maximum for line in lines if line.maximum is not None), Decimal()))
            yield self.words("scoring.reported", n=len(lines), points=points, max=most)

    def line(self, line: Assessed) -> Row:
        """A criterion, how its score came about, and what was written."""
        written = "" if line.written is None else self.words.number(line.written, 2)
        notes = [self.words("scoring.differs")] if line.differs else []
        notes += [self.words("scoring.unproven")] if line.needs_explaining else []
        tone: Tone = "bad" if line.differs else "warn" if line.needs_explaining else "plain"
        step = self.steps.told(line, self.heard.get(line.ref))
        return Row((criterion_called(line.criterion), step, written, "; ".join(notes)), tone=tone)

    def explain(self, line: Assessed) -> Row:
        """A criterion without its papers, and which were asked for."""
        return Row((criterion_called(line.criterion), self.words.listed(line.criterion.evidence or ())))

    def rounds(self, one: Assessment) -> Table:
        """The areas in each round, with what the last changed against the first."""
        rounds = (Heading(f"round-{scores.round}", 1.2, "right") for scores in one.rounds)
        heads = (Heading("criterion", 3.0, "left"), *rounds, Heading("score-change", 1.6, "left"))
        rows = [
            self._round_row(one, criterion_called(one.tree.criteria[ref]), ref) for ref in one.tree.children(None)
        ]
        rows.append(self._round_row(one, self.words("row.total"), None))
        return Table(columns(self.words, heads), tuple(rows), caption=self.words("scoring.rounds"))

    def _round_row(self, one: Assessment, name: str, ref: str | None) -> Row:
        each = [scores.of(ref) if ref is not None else scores.total for scores in one.rounds]
        most: Decimal | None = one.tree.maximum(ref) if ref is not None else one.index.scale
        cells = [self.scores.scored(score, most) for score in each]
        first, last = each[0], each[-1]
        same = first is not None and last is not None and first.known == last.known
        moved = self.scores.score(last.points - first.points) if same and first and last else ""
        return Row((name, *cells, moved), kind="total" if ref is None else "row")
