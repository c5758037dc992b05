"""Proposed tasks as records of a plan file.

Must not decide anything: what is open stands for the unit that follows the plan, and is asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from parplan.cutting.drafts import Draft
from parplan.cutting.vocabulary import vocabulary
from parplan.reading.tree import Tree

NOTE_SEPARATOR = "; "


def task_record(draft: Draft, words: Mapping[str, str]) -> dict[str, Tree]:
    """A task with its keys in the order of the schema; ``words`` name the fields that a note speaks of."""
    record: dict[str, Tree] = {"id": draft.id, "title": draft.title, "kind": draft.kind}
    record["lead"] = list(draft.lead) or [vocabulary()["unknown"]["id"]]
    if draft.partners:
        record["with"] = list(draft.partners)
    deadline: dict[str, Tree] = {key: text for key, text in (("words", draft.words), ("rule", draft.rule)) if text}
    if deadline:
        record["deadline"] = deadline
    if draft.product:
        record["product"] = {"what": draft.product, "by": "document"}
    if draft.criteria:
        record["criteria"] = [{"ref": ref, "by": "document"} for ref in draft.criteria]
    record["source"] = {"section": draft.section, "quote": draft.quote}
    if draft.notes:
        record["note"] = NOTE_SEPARATOR.join(_noted(head, text, words) for head, text in draft.notes)
    return record


def _noted(head: str, text: str, words: Mapping[str, str]) -> str:
    named = words.get(head, head)
    return f"{named}: {text}" if named else text
