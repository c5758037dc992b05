"""The whole list of what was asked for, a row for each assignment: what a spreadsheet filters and counts.

Must not fold units together or leave an assignment out: that is what the sheets do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from parplan.facts.runs import Runs
from parplan.facts.standing import MarkKind, Standing, State
from parplan.facts.status.status import StatusFacts
from parplan.views.columns import Heading, columns
from parplan.views.listing import Cell, text_of
from parplan.views.phrases.notices import notices
from parplan.views.phrases.phrases import Phrases
from parplan.views.phrases.targets import TargetWords
from parplan.views.table import Row, Table
from parplan.words import Words

ASSIGNMENT: Final = (
    Heading("code", 1.2, "left"),
    Heading("task", 3.4, "left"),
    Heading("section", 0.9, "left"),
    Heading("agency", 2.2, "left"),
    Heading("group", 1.4, "left"),
    Heading("period", 1.2, "left"),
    Heading("deadline", 1.6, "left"),
    Heading("due-day", 1.4, "left"),
    Heading("state", 2.0, "left"),
    Heading("days-late", 1.0, "right"),
    Heading("days-left", 1.0, "right"),
    Heading("note", 1.8, "left"),
    Heading("word-day", 1.4, "left"),
    Heading("told", 3.0, "left"),
    Heading("figures", 1.6, "left"),
    Heading("difficulty", 2.6, "left"),
    Heading("reason", 2.6, "left"),
    Heading("proposal", 2.6, "left"),
    Heading("expected", 1.4, "left"),
    Heading("evidence", 2.4, "left"),
)


def assignment_table(facts: StatusFacts, words: Words) -> Table:
    """Every assignment that was asked for, in the order asked for; what was said of duties without a day too.

    Where nobody has reported anything, the plan alone is listed: no state, and nobody is late. Days late are 0 for
    what is in time, days left are told of what is open only.
    """
    phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)
    every = (assignment_cells(standing, phrases, facts.heard_anything) for standing in _asked_for(facts))
    rows = tuple(Row(tuple(text_of(cell, words) for cell in cells)) for cells in every)
    note = " ".join(notices(facts.standings, facts.errors, words))
    return Table(columns(words, ASSIGNMENT), rows, note=note, empty=words("status.listed.none"))


def _asked_for(facts: StatusFacts) -> Runs[Standing]:
    return facts.overdue if facts.only_overdue else facts.sorted(facts.shown + facts.standing_duties)


def assignment_cells(standing: Standing, phrases: Phrases, heard: bool) -> Iterator[Cell]:
    """A cell for each heading of ``ASSIGNMENT``; ``heard`` says whether anybody has reported anything."""
    owed, update, words = standing.assignment, standing.update, phrases.words
    yield owed.task.id
    yield owed.task.title
    yield owed.task.source.section
    yield phrases.agency(owed.agency)
    yield words("row.common" if owed.common else "row.single")
    yield words.show(owed.period) if owed.period else ""
    yield phrases.deadline(owed)
    yield owed.due.last if owed.due else ""
    yield phrases.state_name(standing) if heard else ""
    yield standing.days_late if heard and owed.due else ""
    yield standing.days_left if standing.state is State.OPEN else ""
    # the difficulty has a column of its own
    yield phrases.marks(standing, leave_out=frozenset({MarkKind.DIFFICULTY})) if heard else ""
    yield standing.word.day if standing.word else ""
    yield (update.result or "").strip() if update else ""
    yield TargetWords(phrases).figures(update, owed.task)
    texts = (update.difficulty, update.reason, update.proposal) if update else (None,) * 3
    yield from ((text or "").strip() for text in texts)
    yield update.expected or "" if update else ""
    yield phrases.evidence(update)
