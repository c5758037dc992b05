"""Rows that say of one task what several units owe, or in several periods, put together as that task.

Must not put together what has no id of its own in the document: two tasks may be called alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from parplan.calendar.deadline_rules import Refusal, parse
from parplan.calendar.due_days import Once
from parplan.cutting.drafts import Doubt, Draft
from parplan.cutting.table.rows import Row
from parplan.cutting.vocabulary import vocabulary
from parplan.model.workspace import Workspace
from parplan.spelling import one_line


def put_together(found: Sequence[tuple[Draft, Row]], workspace: Workspace) -> list[Draft]:
    """One task for each id that the rows give; rows without ids are tasks as they are."""
    made: dict[str, Draft] = {}
    for draft, row in found:
        own = row.cells.get("id", "")
        first = made.get(own) if own else None
        if first is None:
            made[own or draft.id] = draft
            _rhythm(draft, row)
            continue
        first.lead += [unit for unit in draft.lead if unit not in first.lead]
    for draft in made.values():
        draft.lead = _as_group(draft.lead, workspace)
    return list(made.values())


def _rhythm(draft: Draft, row: Row) -> None:
    """A row of one period of many: its task has that rhythm; which day of it, the row does not say."""
    period = one_line(row.cells.get("period", ""))
    if not period:
        return
    try:
        rule = parse(period, 2001)
    except Refusal:
        return
    rhythms: dict[str, str] = vocabulary()["rhythms"]
    if isinstance(rule, Once) and rule.start is not None:
        months = (rule.due.last.year - rule.start.year) * 12 + rule.due.last.month - rule.start.month + 1
        if str(months) in rhythms:
            draft.kind, draft.rule = "periodic", rhythms[str(months)]
            text = draft.words
            draft.words = ""
            draft.doubts = [one for one in draft.doubts if one.at != ("kind",)]
            draft.doubts.append(Doubt("rhythm-of-period", ("deadline",), {"text": f"{period}, {text}"}))


def _as_group(ids: list[str], workspace: Workspace) -> list[str]:
    """A group, where some units are all of its members and nobody else."""
    if len(ids) < 2:
        return ids
    units = workspace.units
    every = {name: units.reached([name]) & units.agencies.keys() for name in units.groups}
    return next(([name] for name, members in every.items() if members == set(ids)), ids)
