"""A self-assessment as one list, and for machines.

Must not round a score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from parplan.facts.points.assessment import Assessed, Assessment
from parplan.facts.points.rounds import Locked, locked_rounds
from parplan.facts.serving.reported import Reported
from parplan.views.columns import Heading, columns
from parplan.views.listing import Cell, Listing
from parplan.views.page import Properties
from parplan.views.points.compare_data import hundredths, score_data, text
from parplan.views.points.steps import StepWords
from parplan.words import Words

SCHEMA_VERSION: Final = 1

HEADS: Final = (
    Heading("index", 1.6, "left"),
    Heading("code", 0.9, "left"),
    Heading("criterion", 4.0, "left"),
    Heading("maximum", 0.9, "right"),
    Heading("step", 3.6, "left"),
    Heading("by-rule", 1.0, "right"),
    Heading("round-self", 1.0, "right"),
    Heading("round-first", 1.0, "right"),
    Heading("round-second", 1.0, "right"),
    Heading("round-appraised", 1.0, "right"),
    Heading("evidence-asked", 3.0, "left"),
    Heading("note", 2.4, "left"),
)
KINDS: Final = ("first", "second", "appraised")


def score_list(
    made: Sequence[Assessment],
    heard: Mapping[str, Reported],
    words: Words,
    properties: Properties,
    *,
    sample: bool,
) -> Listing:
    """Every criterion with its step and its score in each round."""
    steps = StepWords(words)
    return Listing(
        tab=words("scoring.tab"),
        title=properties.title,
        reference=words("scoring.reference"),
        notices=(words("status.sample"),) if sample else (),
        columns=columns(words, HEADS),
        rows=tuple(_row(one, line, heard.get(line.ref), steps) for one in made for line in one.lines),
        properties=properties,
        watermark=words("report.watermark") if sample else "",
    )


def _row(one: Assessment, line: Assessed, heard: Reported | None, steps: StepWords) -> tuple[Cell, ...]:
    words = steps.words
    rounds = {scores.round: scores.parts.get(line.ref) for scores in one.rounds}
    others = [part.score if (part := rounds.get(kind)) is not None else None for kind in KINDS]
    notes = [words("scoring.differs")] if line.differs else []
    notes += [words("scoring.unproven")] if line.needs_explaining else []
    notes += [part.note for part in rounds.values() if part is not None and part.note]
    made = line.outcome.points
    return (
        one.index.called,
        line.criterion.code or "",
        line.criterion.name,
        _cell(line.maximum),
        steps.told(line, heard),
        "" if made is None else hundredths(made),
        _cell(line.written),
        *map(_cell, others),
        words.listed(line.criterion.evidence or ()),
        "; ".join(notes),
    )


def _cell(figure: Decimal | None) -> Cell:
    return "" if figure is None else figure


def score_data_of(
    made: Sequence[Assessment], heard: Mapping[str, Reported], place: str, *, sample: bool
) -> dict[str, Any]:
    """Null where unknown; what a rule gives also as a fraction. Keys are only ever added."""
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": sample,
        "place": place,
        "year": made[0].result.year,
        "indexes": [_index(one, heard) for one in made],
    }


def _index(one: Assessment, heard: Mapping[str, Reported]) -> dict[str, Any]:
    return {
        "index": one.index.id,
        "set": one.tree.of.id,
        "self_scored": one.is_own,
        "score": text(one.points),
        "assessed_max": text(one.assessed),
        "surveyed_max": text(one.surveyed),
        "taken_out_max": text(one.taken_out),
        "open_max": text(one.open),
        "scaled": None if one.scaled is None else str(hundredths(one.scaled)),
        "rounds": {scores.round: score_data(scores.total) for scores in one.rounds},
        "locked": [_locked(locked) for locked in locked_rounds(one.index, one.result)],
        "criteria": [_line(line, heard.get(line.ref)) for line in one.lines],
        "differing": [line.ref for line in one.differing],
        "to_explain": [line.ref for line in one.to_explain],
    }


def _locked(locked: Locked) -> dict[str, Any]:
    return {
        "round": locked.round.kind,
        "locked": locked.round.locked.isoformat(),
        "total": text(locked.round.total),
        "now": text(locked.now),
        "scored": locked.round.scored,
        "scored_now": locked.scored,
        "changed": locked.is_changed or locked.has_other_criteria,
    }


def _line(line: Assessed, heard: Reported | None) -> dict[str, Any]:
    made = line.outcome.points
    return {
        "criterion": line.ref,
        "code": line.criterion.code,
        "step": line.outcome.step,
        "by_rule": None if made is None else str(hundredths(made)),
        "by_rule_exact": None if made is None else str(made),
        "written": text(line.written),
        "max": text(line.maximum),
        "differs": line.differs,
        "needs_explaining": line.needs_explaining,
        "reported": None if heard is None else _reported(heard),
    }


def _reported(heard: Reported) -> dict[str, Any]:
    reached, made = heard.reached, heard.line.outcome.points
    return {
        "task": reached.task.id,
        "target": reached.target.id,
        "done": text(reached.done),
        "of": text(reached.of),
        "units": list(reached.units),
        "asked": reached.asked,
        "by_rule": None if made is None else str(hundredths(made)),
        "by_rule_exact": None if made is None else str(made),
    }
