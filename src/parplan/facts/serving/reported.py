"""What a criterion would score by what the units reported, where the place itself declared and wrote nothing.

Must not mix reported figures with declared ones, or choose among several targets that might be meant.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from parplan.facts.points.assessment import Assessed, Assessment, assessment
from parplan.facts.points.rules import PERCENT, outcome
from parplan.facts.standing import Standings
from parplan.facts.target import Reached, targets
from parplan.model.criteria.scoring import Scoring
from parplan.model.result import Declared, Part, Result

SHARE: Final = "%"


@dataclass(frozen=True, slots=True)
class Reported:
    """``line`` is the criterion as if the units' sums had been declared; ``reached`` says whose they are."""

    line: Assessed
    reached: Reached


def reported(standings: Standings, assessment: Assessment) -> dict[str, Reported]:
    """Each criterion of which nothing is declared, but one target of one task gives its figure."""
    if standings.plan.plan.place != assessment.result.place:
        return {}
    measured = _measured(standings, f"{assessment.index.id}/{assessment.tree.of.id}/")
    found = {}
    for line in assessment.lines:
        rule, fitting = line.criterion.scoring, measured.get(line.ref, [])
        if line.points is None and line.outcome.step == "undeclared" and _is_of_shares(rule) and len(fitting) == 1:
            made = _as_if_declared(line, fitting[0])
            if made.outcome.points is not None:
                found[line.ref] = Reported(made, fitting[0])
    return found


def by_reports(standings: Standings, besides: Collection[str] = ()) -> tuple[Assessment, ...]:
    """The year's assessments of which the place itself has said nothing yet, but its units have.

    ``besides``: the indexes by which it did score itself.
    """
    workspace, year, place = standings.workspace, standings.plan.plan.year, standings.plan.plan.place
    known = {r.index: r for r in reversed(workspace.all_results) if (r.place, r.year) == (place, year)}
    # the schema reads text; a result that nobody has written holds nothing but what it is of
    nothing = Result.model_construct(index="", year=year, place=place, mark="memory", source="")
    others = (index for index in workspace.indexes.indexes if index.id not in besides)
    made = [assessment(index, known.get(index.id, nothing)) for index in others]
    return tuple(one for one in made if one is not None and reported(standings, one))


def _measured(standings: Standings, within: str) -> dict[str, list[Reached]]:
    """The targets in percent of the tasks that serve a criterion and no other of its set."""
    found: dict[str, list[Reached]] = {}
    for reached in targets(standings):
        refs = {link.ref for link in reached.task.criteria or () if link.ref.startswith(within)}
        if reached.target.unit == SHARE and reached.task.kind != "general" and len(refs) == 1:
            found.setdefault(refs.pop(), []).append(reached)
    return found


def _is_of_shares(rule: Scoring | None) -> bool:
    """Whether a rule asks for a percentage; tiers do not say so, but those of a count do not end at 100."""
    if rule is None or rule.tiers is None:
        return rule is not None and rule.ratio is not None
    return max(tier.at_least for tier in rule.tiers) == PERCENT


def _as_if_declared(line: Assessed, reached: Reached) -> Assessed:
    # the schema reads text; these are figures already
    declared = Declared.model_construct(done=reached.done, of=reached.of)
    part = Part.model_construct(criterion=line.ref, kind="self", declared=declared)
    return replace(line, part=part, outcome=outcome(line.criterion, declared))
