"""Rules of scoring stay within the maximum, and a self-score is one that its rule can give.

Must not judge an appraisal: whoever appraises may differ from the rule, and says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parplan.facts.points.rules import can_give
from parplan.finding import Code, Finding
from parplan.model.index import Criterion
from parplan.model.result import Part
from parplan.model.workspace import Workspace


def check_rules(workspace: Workspace) -> Iterator[Finding]:
    """No tier gives more than the criterion's maximum."""
    for index in workspace.indexes.indexes:
        for criterion in index.criteria().values():
            most, rule = criterion.max, criterion.scoring
            for tier in rule.tiers or () if rule else ():
                if most is not None and tier.points > most:
                    values = {"points": tier.points, "criterion": criterion.name, "max": most}
                    yield Finding(Code.RULE_OVER_MAX, tier.at("points"), values)


def check_self_scores(workspace: Workspace) -> Iterator[Finding]:
    """Nobody scores himself what a survey scores, otherwise than the rule has it, or without papers."""
    known = {ref: one for index in workspace.indexes.indexes for ref, one in index.criteria().items()}
    for result in workspace.all_results:
        for part in result.parts:
            criterion = known.get(part.criterion)
            if part.kind == "self" and criterion is not None:
                yield from _self_score(part, criterion, part.score)
                yield from _proof(part, criterion)


def _self_score(part: Part, criterion: Criterion, score: Decimal | None) -> Iterator[Finding]:
    if criterion.scoring is not None and criterion.scoring.is_survey:
        yield Finding(Code.SURVEY_SELF_SCORED, part.at("kind"), {"criterion": criterion.name})
        return
    is_possible = score is not None and (criterion.max is None or score <= criterion.max)
    if is_possible and score is not None and not can_give(criterion, score, part.declared):
        yield Finding(Code.SCORE_BREAKS_RULE, part.at("score"), {"score": score, "criterion": criterion.name})


def _proof(part: Part, criterion: Criterion) -> Iterator[Finding]:
    """Points are proven where papers are asked for; nothing is where there are none, or it does not apply."""
    applies = part.declared is None or part.declared.applies is not False
    if criterion.evidence and not part.evidence and part.score and applies:
        yield Finding(Code.SCORE_UNPROVEN, part.at("criterion"), {"criterion": criterion.name})
