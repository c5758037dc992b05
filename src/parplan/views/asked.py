"""One thing that a unit is asked about, in lines: the task, its day, what was said the month before.

Must not decide what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.facts.form import Asked
from parplan.facts.standing import Standings
from parplan.model.progress import Update
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.words import Words


def asked_lines(one: Asked, standings: Standings, words: Words, number: int, of: int) -> Iterator[str]:
    """A blank line, which task of how many, and its last word, if it has one."""
    phrases = Phrases(words, standings.workspace, standings.plan.plan)
    owed = one.assignment
    yield ""
    yield words("record.ask.task", number=number, of=of, task=owed.task.id, title=phrases.title(owed))
    yield words("record.ask.deadline", deadline=phrases.deadline(owed))
    if one.before:
        values = {"month": one.before.file.month, "day": one.before.day}
        yield words("record.ask.before", told=told(one.before.update, phrases, words), **values)


def told(update: Update, phrases: Phrases, words: Words) -> str:
    """What an update says, in one line."""
    parts = (
        words(f"status-word.{update.status}"),
        sentence(update.result),
        sentence(update.difficulty),
        phrases.evidence(update),
    )
    return "; ".join(part for part in parts if part)
