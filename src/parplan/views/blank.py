"""The empty form of a unit's month: its head, and all that it is asked about as comments to be filled in.

Must not say anything that is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parplan.editing.text.style import written
from parplan.facts.form import Asked
from parplan.facts.standing import Standings
from parplan.reading.tree import Tree
from parplan.views.phrases.office import OFFICIAL
from parplan.views.phrases.phrases import Phrases
from parplan.words import words


def blank_form(head: Mapping[str, Tree], asked: Sequence[Asked], standings: Standings, agency: str) -> str:
    """A file that says whose it is and for which month, and leaves all else to be written."""
    said = words(OFFICIAL)
    phrases = Phrases(said, standings.workspace, standings.plan.plan)
    values = {"agency": phrases.agency(agency), "month": standings.view.month}
    top = [f"# {line}" for line in said("blank.head", **values).splitlines()]
    comments = (f"# {line}".rstrip() for line in _lines(asked, phrases, standings))
    return "\n".join([*top, written(dict(head)) + "\n".join(comments), ""])


def _lines(asked: Sequence[Asked], phrases: Phrases, standings: Standings) -> Iterator[str]:
    said, month = phrases.words, standings.view.month
    yield f"received: {month}-"
    yield f"document: {{number: , date: {month}-}}"
    yield ""
    yield "updates:"
    for one in asked:
        owed = one.assignment
        yield ""
        yield f"  # {owed.task.id} {phrases.title(owed)}"
        yield f"  # {said('blank.deadline', deadline=phrases.deadline(owed))}"
        if one.before:
            status = said(f"status-word.{one.before.update.status}")
            yield f"  # {said('blank.before', month=one.before.file.month, status=status)}"
        yield f"  - task: {owed.task.id}"
        if owed.period:
            yield f"    period: {owed.period}"
        yield "    status:"
