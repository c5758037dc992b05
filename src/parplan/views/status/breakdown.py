"""Assignments counted by unit, section, criterion, task or state, as a table.

Must not count: the figures come from facts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from parplan.facts.breakdown import By, breakdown
from parplan.facts.standing import State
from parplan.facts.status.status import Sort, StatusFacts
from parplan.facts.tally import Tally, tally
from parplan.spelling import collation
from parplan.views.phrases.notices import notices
from parplan.views.phrases.phrases import Phrases
from parplan.views.sheet import Block, Sheet
from parplan.views.status.overview import headline
from parplan.views.status.tallies import tally_columns, tally_note, tally_row
from parplan.views.table import Table
from parplan.views.task import criterion_name
from parplan.words import Words

_FIRST: Final = {
    By.AGENCY: "agency-long",
    By.SECTION: "section",
    By.CRITERION: "criterion",
    By.TASK: "task-long",
    By.STATE: "state",
}


def breakdown_view(facts: StatusFacts, by: By, words: Words) -> Sheet:
    """A row for each unit, section, criterion, task or state, and one for all."""
    plan = facts.standings.plan
    block = Block(words(f"status.by.{by.value}"), breakdown_table(facts, by, words))
    blocks = (block,) if facts.shown or facts.chosen.is_everything else ()
    return Sheet(plan.plan.title, notices(facts.standings, facts.errors, words), headline(facts, words), blocks)


def breakdown_table(facts: StatusFacts, by: By, words: Words) -> Table:
    """The table alone. By criterion the rows do not add up: a task may serve several."""
    workspace, plan = facts.standings.workspace, facts.standings.plan
    phrases = Phrases(words, workspace, plan.plan)
    name = _names(facts, by, phrases)
    found = breakdown(workspace, plan, facts.shown, by)
    named = [(name(key), made) for key, made in found.items()]
    rows = [tally_row(title, made, phrases) for title, made in _sorted(named, facts.sort)]
    rows.append(tally_row(words("row.total"), tally(facts.shown), phrases, kind="total"))
    notes = (words("status.by.note") if by is By.CRITERION else "", tally_note(rows, words, phrases))
    return Table(tally_columns(words, _FIRST[by]), tuple(rows), note=" ".join(filter(None, notes)))


def _sorted(named: list[tuple[str, Tally]], sort: Sort) -> list[tuple[str, Tally]]:
    """The order of the register or plan, unless another was asked for; the worst first, for lateness."""
    match sort:
        case Sort.LATE:
            return sorted(named, key=lambda item: -item[1].all_overdue)
        case Sort.AGENCY | Sort.TASK:
            return sorted(named, key=lambda item: collation(item[0]))
    return named


def _names(facts: StatusFacts, by: By, phrases: Phrases) -> Callable[[str | None], str]:
    words = phrases.words
    titles = {task.id: f"{task.id} {task.title}" for task in facts.standings.plan.tasks}
    match by:
        case By.AGENCY:
            return lambda key: phrases.agency(key or "")
        case By.TASK:
            return lambda key: titles[key or ""]
        case By.STATE:
            return lambda key: words("state.open-all.long" if key == State.OPEN.value else f"state.{key}.long")
        case By.SECTION:
            return lambda key: words("status.by.section-name", section=key or "")
    return lambda key: criterion_name(facts.standings.workspace, key) if key else words("status.by.no-criterion")
