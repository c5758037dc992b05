"""How far criteria, tasks, evidence and the document hang together: the shares, what is missing, the whole matrix.

Must not count: every figure comes from facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from parplan.facts.points.tree import Tree
from parplan.facts.sample import is_sample
from parplan.facts.serving.coverage import CoverageFacts, Share
from parplan.model.plan import Task
from parplan.spelling import clipped
from parplan.views.columns import Heading, columns
from parplan.views.listing import Cell, Listing
from parplan.views.page import Properties
from parplan.views.phrases.notices import notices
from parplan.views.phrases.phrases import Phrases
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table, Tone
from parplan.words import Words

SCHEMA_VERSION: Final = 1

MOST_NAMED: Final = 10
"""Of what is missing in a direction; a wide sheet names every one."""

LONGEST_PASSAGE: Final = 120

_SHARES: Final = (
    Heading("direction", 4.0, "left"),
    Heading("covered", 1.0, "right"),
    Heading("of-all", 1.0, "right"),
    Heading("covered-rate", 1.2, "right"),
)
_LIST: Final = (
    Heading("index", 1.6, "left"),
    Heading("code", 0.9, "left"),
    Heading("criterion", 4.0, "left"),
    Heading("task-code", 1.0, "left"),
    Heading("task", 4.0, "left"),
    Heading("section", 1.0, "left"),
    Heading("done-count", 1.0, "right"),
    Heading("proven-count", 1.0, "right"),
)
_MATRIX: Final = (
    Heading("criterion", 3.0, "left"),
    Heading("task", 3.0, "left"),
    Heading("section", 1.0, "left"),
    Heading("done-count", 1.0, "right"),
    Heading("proven-count", 1.2, "right"),
)


def coverage_sheet(facts: CoverageFacts, words: Words, *, errors: int, wide: bool) -> Sheet:
    """The shares, then what is missing in each direction; in a wide sheet every link too."""
    writer = _Writer(facts, words)
    blocks = [Block(words("coverage.shares"), writer.shares()), *writer.missing(None if wide else MOST_NAMED)]
    if wide:
        blocks.append(Block(words("coverage.matrix"), writer.matrix()))
    headline = (
        words(
            "coverage.head",
            day=facts.standings.view.day,
            sets=words.sentences["list.semicolon"].join(writer.sets()),
        ),
    )
    if not facts.trees:
        headline = (words("coverage.no-criteria"),)
    return Sheet(facts.standings.plan.plan.title, notices(facts.standings, errors, words), headline, tuple(blocks))


def coverage_list(facts: CoverageFacts, words: Words, properties: Properties, *, errors: int) -> Listing:
    """Every link alone: a row for each criterion and task, each with its names, so that one may filter it."""
    writer = _Writer(facts, words)
    return Listing(
        tab=words("coverage.tab"),
        title=properties.title,
        reference="",
        notices=notices(facts.standings, errors, words),
        columns=columns(words, _LIST),
        rows=tuple(writer.links()),
        properties=properties,
        watermark=words("report.watermark") if writer.is_sample else "",
    )


def coverage_data(facts: CoverageFacts) -> dict[str, Any]:
    """The same for machines: shares, what is missing by its ids, and every link."""
    plan = facts.standings.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": is_sample(facts.standings.workspace, plan),
        "plan": plan.plan.year,
        "as_of": facts.standings.view.day.isoformat(),
        "criteria": _data(facts.criteria, list(facts.criteria.missing)),
        "tasks": _data(facts.tasks, [task.id for task in facts.tasks.missing]),
        "evidence": _data(
            facts.evidence,
            [
                {"task": owed.task.id, "agency": owed.agency, "period": str(owed.period) if owed.period else None}
                for owed in (one.assignment for one in facts.evidence.missing)
            ],
        ),
        "passages": _data(facts.passages, list(facts.passages.missing)) if facts.passages else None,
        "links": [{"criterion": ref, "tasks": [task.id for task in tasks]} for _, ref, tasks in facts.links()],
    }


def _data(share: Share[Any], missing: list[Any]) -> dict[str, Any]:
    return {"covered": share.met, "total": share.of, "missing": missing}


class _Writer:
    def __init__(self, facts: CoverageFacts, words: Words) -> None:
        self.facts, self.words = facts, words
        self.phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)
        self.is_sample = is_sample(facts.standings.workspace, facts.standings.plan)

    def sets(self) -> Iterator[str]:
        """The criteria sets by the decisions that put them in force."""
        for tree in self.facts.trees:
            yield self.words("coverage.set", index=tree.index.called, decision=tree.of.decision or tree.of.id)

    def shares(self) -> Table:
        """A row for each direction."""
        rows = []
        shares = (self.facts.criteria, self.facts.tasks, self.facts.evidence, self.facts.passages)
        for name, share in zip(self.facts.rates, shares, strict=True):
            if share is None:
                rows.append(Row((self.words(f"coverage.share.{name}"), "", "", self.words("unknown")), tone="dim"))
                continue
            figures = (str(share.met), str(share.of), self._rate(share.rate))
            tone: Tone = "warn" if share.missing else "plain"
            rows.append(Row((self.words(f"coverage.share.{name}"), *figures), tone=tone))
        return Table(columns(self.words, _SHARES), tuple(rows))

    def _rate(self, rate: Fraction | None) -> str:
        if rate is None:
            return self.words("coverage.nothing")
        return self.words.number(Decimal(100 * rate.numerator) / Decimal(rate.denominator), 1)

    def missing(self, most: int | None) -> Iterator[Block]:
        """What is missing in each direction, if anything is."""
        passages = self.facts.passages.missing if self.facts.passages else ()
        lists = {
            "criteria": [self._criterion(ref) for ref in self.facts.criteria.missing],
            "tasks": [self._task(task) for task in self.facts.tasks.missing],
            "evidence": [
                self.words(
                    "coverage.unproven",
                    title=self.phrases.title(one.assignment),
                    agency=self.phrases.agency(one.assignment.agency),
                )
                for one in self.facts.evidence.missing
            ],
            "passages": [clipped(passage, LONGEST_PASSAGE) for passage in passages],
        }
        for name, lines in lists.items():
            if lines:
                yield Block(self.words(f"coverage.missing.{name}", n=len(lines)), lines=self._named(lines, most))

    def _named(self, lines: Sequence[str], most: int | None) -> tuple[str, ...]:
        shown = lines[:most]
        more = [self.words("coverage.more", n=len(lines) - len(shown))] if len(shown) < len(lines) else []
        return (*(self.words("coverage.line", text=line) for line in shown), *more)

    def matrix(self) -> Table:
        """Every criterion with its tasks, where they stand in the document, what is done and proven of them."""
        rows: list[Row] = []
        for tree, ref, tasks in self.facts.links():
            name: str | None = self._criterion(ref)
            for task in tasks:
                proof = self.facts.proof(task)
                cells = (name, self._task(task), task.source.section, str(proof.done), str(proof.proven))
                rows.append(Row(cells, tone="warn" if proof.proven < proof.done else "plain"))
                name = None
            if not tasks:
                tone: Tone = "dim" if self.facts.is_served(tree, ref) else "bad"
                rows.append(Row((name, self._nobody(tree, ref), "", "", ""), tone=tone))
        return Table(columns(self.words, _MATRIX), tuple(rows), empty=self.words("coverage.no-criteria"))

    def links(self) -> Iterator[tuple[Cell, ...]]:
        """The same row by row, last the tasks that serve no criterion."""
        for tree, ref, tasks in self.facts.links():
            criterion = tree.criteria[ref]
            name = (tree.index.called, criterion.code or "", criterion.name)
            for task in tasks:
                yield (*name, *self._cells(task))
            if not tasks:
                yield (*name, "", self._nobody(tree, ref), "", "", "")
        for task in self.facts.tasks.missing:
            yield ("", "", self.words("status.by.no-criterion"), *self._cells(task))

    def _cells(self, task: Task) -> tuple[Cell, ...]:
        proof = self.facts.proof(task)
        return (task.id, task.title, task.source.section, proof.done, proof.proven)

    def _nobody(self, tree: Tree, ref: str) -> str:
        return self.words("coverage.by-above" if self.facts.is_served(tree, ref) else "coverage.by-none")

    def _criterion(self, ref: str) -> str:
        for tree in self.facts.trees:
            if ref in tree.criteria:
                found = tree.criteria[ref]
                return f"{found.code} {found.name}" if found.code else found.name
        return ref

    def _task(self, task: Task) -> str:
        return self.words("coverage.task", id=task.id, title=task.title)
