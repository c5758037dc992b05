"""One task for machines: what the document says, what it measures, who owes it, what was reported.

Must not hold a finished string: names of keys are for ever, words are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from parplan.facts.sample import is_sample
from parplan.facts.standing import Standings
from parplan.facts.status.selection import Selection
from parplan.facts.target import Reached, targets
from parplan.model.plan import Task
from parplan.model.progress import Evidence, Update
from parplan.views.status.data import iso, standing_data
from parplan.views.task import standings_of

SCHEMA_VERSION: Final = 1


def task_data(standings: Standings, task: Task, agencies: frozenset[str] | None = None) -> dict[str, Any]:
    """All that is known of a task from a viewpoint, perhaps of some units only. Keys are only ever added."""
    chosen = Selection(agencies=agencies)
    deadline, product = task.deadline, task.product
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": is_sample(standings.workspace, standings.plan),
        "plan": standings.plan.plan.year,
        "as_of": standings.view.day.isoformat(),
        "task": task.id,
        "title": task.title,
        "kind": task.kind,
        "lead": list(task.lead),
        "with": list(task.partners or ()),
        "deadline": {"words": deadline.words, "rule": deadline.rule} if deadline else None,
        "product": {"what": product.what, "by": product.by} if product else None,
        "criteria": [{"ref": link.ref, "by": link.by} for link in task.criteria or ()],
        "section": task.source.section,
        "quote": task.source.quote,
        "note": task.note,
        "targets": [_target(reached) for reached in targets(standings) if reached.task.id == task.id],
        "assignments": [standing_data(one) for one in chosen.of(standings_of(standings, task))],
        "updates": list(_updates(standings, task, chosen)),
    }


def _target(reached: Reached) -> dict[str, Any]:
    return {
        "target": reached.target.id,
        "measure": reached.target.measure,
        "unit": reached.target.unit,
        "value": _text(reached.value),
        "done": _text(reached.done),
        "of": _text(reached.of),
        "units": list(reached.units),
        "asked": reached.asked,
        "verdict": reached.verdict.value,
    }


def _updates(standings: Standings, task: Task, chosen: Selection) -> Iterator[dict[str, Any]]:
    """What was reported, oldest first."""
    said = [
        word
        for (of, agency, _), every in standings.words.items()
        if of == task.id and chosen.has_agency(agency)
        for word in every
    ]
    for word in sorted(said, key=lambda word: (word.file.month, word.day)):
        yield {"month": str(word.file.month), "agency": word.file.agency, **_update(word.update)}


def _update(update: Update) -> dict[str, Any]:
    values = {
        target: {"value": _text(said.value), "done": _text(said.done), "of": _text(said.of)}
        for target, said in update.values.items()
    }
    return {
        "period": str(update.period) if update.period else None,
        "status": update.status,
        "date": iso(update.date),
        "values": values,
        "result": update.result,
        "difficulty": update.difficulty,
        "reason": update.reason,
        "proposal": update.proposal,
        "expected": iso(update.expected),
        "evidence": [_evidence(one) for one in update.evidence or ()],
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "type": one.type,
        "number": one.number,
        "date": iso(one.date),
        "issuer": one.issuer,
        "title": one.title,
        "link": one.link,
    }


def _text(number: Decimal | None) -> str | None:
    """A decimal as text: a binary float would not be what was reported."""
    return None if number is None else str(number)
