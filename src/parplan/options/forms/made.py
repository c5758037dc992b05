"""Of which units a form of a month lies in a folder: made there to be sent, or come back.

Must not read what was filled in, or stop at a file that is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parplan.documents.reader import open_document
from parplan.finding import Stop
from parplan.options.forms.layout import mark_of
from parplan.options.forms.taken import forms_in
from parplan.options.record.month import Month


def made_for(month: Month, folder: Path) -> frozenset[str]:
    """The units whose forms for the month are there."""
    return frozenset(_marks(month, folder)) if folder.is_dir() else frozenset()


def _marks(month: Month, folder: Path) -> Iterator[str]:
    wanted = month.plan.plan.year, str(month.period)
    for path in forms_in([folder], may_be_none=True):
        try:
            sheets = open_document(path).tables
        except Stop:  # a report of ours, or somebody's own file
            continue
        yield from (mark.agency for s in sheets if (mark := mark_of(s.rows)) and (mark.plan, mark.month) == wanted)
