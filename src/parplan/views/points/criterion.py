"""The whole story of one criterion: its place and rule, who serves it, its scores, and what it was before.

Must not compute a score.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from parplan.facts.sample import are_sample_results, is_sample
from parplan.facts.serving.criterion import Before, CriterionFacts, Scored
from parplan.model.criteria.scoring import Each, Scoring
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases
from parplan.views.points.change_words import ChangeWords, plain
from parplan.views.points.compare import criterion_called
from parplan.views.points.compare_data import score_data, text
from parplan.views.points.gap_list import serving_data
from parplan.views.points.gap_words import GapWords
from parplan.views.table import Row, Table, Tone, without_empty_columns
from parplan.views.task import TaskView
from parplan.words import Words

SCHEMA_VERSION: Final = 1
KINDS: Final = ("self", "first", "second", "appraised", "survey")

TASKS: Final = (Heading("task", 4.0, "left"), Heading("lead", 2.0, "left"), Heading("state", 2.0, "left"))
SCORES: Final = (
    Heading("index-year", 0.8, "left"),
    Heading("criterion", 3.0, "left"),
    *(Heading(f"round-{kind}", 1.2, "right") for kind in KINDS),
)


def criterion_view(facts: CriterionFacts, place: str, words: Words) -> TaskView:
    """Word everything that is known of a criterion; ``place`` is what the one is called whose scores are shown."""
    said = _Writer(facts, words)
    years = [scored.year for scored in facts.scores]
    return TaskView(
        words("status.sample") if are_sample_results(facts.standings.workspace, years) else "",
        f"{facts.ref}  {criterion_called(facts.criterion)}",
        tuple(said.lines()),
        "",
        words("criterion.tasks", day=facts.standings.view.day),
        said.tasks(),
        words("criterion.scores", place=place),
        said.scores(),
        (),
    )


def criterion_data(facts: CriterionFacts) -> dict[str, Any]:
    """The same for machines: null where unknown. Keys are only ever added."""
    criterion, tree, heard = facts.criterion, facts.tree, bool(facts.standings.reports.files)
    years, workspace = [scored.year for scored in facts.scores], facts.standings.workspace
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": are_sample_results(workspace, years) or is_sample(workspace, facts.standings.plan),
        "place": facts.place,
        "as_of": facts.standings.view.day.isoformat(),
        "criterion": facts.ref,
        "index": facts.index.id,
        "set": facts.of.id,
        "code": criterion.code,
        "name": criterion.name,
        "max": None if criterion.is_beside_maximum else text(tree.maximum(facts.ref)),
        "above": list(reversed(tuple(tree.above(facts.ref)))),
        "below": list(tree.children(facts.ref)),
        "scoring": criterion.scoring.model_dump(mode="json", exclude_none=True) if criterion.scoring else None,
        "evidence": list(criterion.evidence or ()),
        "before": [{"set": b.of.id, "kind": b.block.kind, "criteria": list(b.block.old)} for b in facts.before],
        "tasks": [serving_data(one, heard=heard) for one in facts.tasks],
        "scores": [_scored_data(scored) for scored in facts.scores],
    }


def _scored_data(scored: Scored) -> dict[str, Any]:
    rounds = {kind: score_data(score) for kind, score in scored.rounds.items()}
    return {"year": scored.year, "criterion": scored.ref, "rounds": rounds}


class _Writer:
    def __init__(self, facts: CriterionFacts, words: Words) -> None:
        self.facts, self.words, self.said = facts, words, ChangeWords(words)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Its place, maximum, rule, the papers asked for, and what it was."""
        facts, words, tree = self.facts, self.words, self.facts.tree
        decision = facts.of.decision or facts.of.id
        yield words("criterion.set"), words("criterion.of", index=facts.index.called, decision=decision)
        for above in facts.above:
            yield words("criterion.above"), criterion_called(above)
        most = tree.maximum(facts.ref)
        is_beside = facts.criterion.is_beside_maximum
        yield words("criterion.max"), words("unknown") if most is None or is_beside else words.number(plain(most))
        if facts.criterion.scoring is not None:
            yield words("criterion.rule"), rule_in_words(facts.criterion.scoring, words)
        elif not facts.below:
            yield words("criterion.rule"), words("scoring.step.no-rule")
        for below in facts.below:
            yield words("criterion.below"), criterion_called(below)
        for asked in facts.criterion.evidence or ():
            yield words("criterion.evidence"), asked
        for before in facts.before:
            yield words("criterion.before"), self.before(before)

    def before(self, before: Before) -> str:
        """What it was in another set, and what became of that."""
        block, criteria = before.block, self.facts.index.criteria()
        old = [criterion_called(criteria[ref]) for ref in block.old if ref in criteria]
        fate = self.words(f"criterion.fate.{block.kind}")
        decision = before.of.decision or before.of.id
        if not old:
            return self.words("criterion.not-before", decision=decision, fate=fate)
        return self.words("criterion.was", decision=decision, old="; ".join(old), fate=fate)

    def tasks(self) -> Table:
        """Who serves it, and how that stands."""
        standings = self.facts.standings
        heard = bool(standings.reports.files)
        said, phrases = (
            GapWords(self.words, heard=heard),
            Phrases(self.words, standings.workspace, standings.plan.plan),
        )
        rows = []
        for one in self.facts.tasks:
            tone: Tone = "bad" if one.is_late and heard else "plain"
            called = f"{one.task.id} {one.task.title}"
            rows.append(Row((called, phrases.agencies(one.task.lead), said.state(one)), tone=tone))
        return Table(columns(self.words, TASKS), tuple(rows), empty=self.words("criterion.no-tasks"))

    def scores(self) -> Table:
        """Year by year, round by round."""
        rows = tuple(map(self._row, self.facts.scores))
        made = Table(columns(self.words, SCORES), rows, empty=self.words("criterion.no-scores"))
        return without_empty_columns(made)

    def _row(self, scored: Scored) -> Row:
        name = criterion_called(scored.criterion) if scored.ref != self.facts.ref else ""
        cells = [
            self.said.scored(scored.rounds[kind], scored.criterion.max) if kind in scored.rounds else ""
            for kind in KINDS
        ]
        return Row((str(scored.year), name, *cells))


def rule_in_words(rule: Scoring, words: Words) -> str:
    """How a criterion is scored, as one would say it."""
    said = [_rule(rule, words)]
    if rule.not_applicable is not None:
        said.append(words(f"rule.not-applicable-{rule.not_applicable}"))
    return "; ".join(said)


def _rule(rule: Scoring, words: Words) -> str:
    if rule.way is not None:
        return words(f"rule.{rule.way}")
    if rule.tiers is not None:
        tiers = sorted(rule.tiers, key=lambda tier: -tier.at_least)
        return "; ".join(words("rule.tier", at_least=plain(t.at_least), points=plain(t.points)) for t in tiers)
    if rule.ratio is not None:
        said = [words("rule.ratio")]
        said += [words("rule.floor", floor=plain(rule.ratio.floor))] if rule.ratio.floor is not None else []
        said += [words("rule.cap", cap=plain(rule.ratio.cap))] if rule.ratio.cap is not None else []
        return "; ".join(said)
    each: dict[str, Each | None] = {
        "count": rule.count,
        "deduction": rule.deduction,
        "bonus": rule.bonus,
        "penalty": rule.penalty,
    }
    name, cases = next((name, cases) for name, cases in each.items() if cases is not None)
    said = [words(f"rule.{name}", each=plain(cases.each))]
    said += [words("rule.most", most=plain(cases.most))] if cases.most is not None else []
    return "; ".join(said)
