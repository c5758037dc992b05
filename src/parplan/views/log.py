"""What was written when and by whom, as tables: the changes that parplan can take back.

Must not decide which those are.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from parplan.editing.undo import Fate, Told
from parplan.model.workspace import Workspace
from parplan.views.changes import change_lines
from parplan.views.columns import Heading, columns
from parplan.views.table import Row, Table
from parplan.words import Words

_UNDO: Final = (
    Heading("when", 1.6, "left"),
    Heading("who", 1.2, "left"),
    Heading("command", 1.2, "left"),
    Heading("what", 5.0, "left"),
    Heading("fate", 1.4, "left"),
)


def undo_table(history: Iterable[Told], words: Words, workspace: Workspace) -> Table:
    """Every change that the journal tells of, the newest first, and whether it still holds."""
    rows = tuple(
        Row(
            (
                words.moment(datetime.fromisoformat(told.entry.at).astimezone()),
                told.entry.who,
                told.entry.command,
                "\n".join(change_lines(told.entry.changes, words, workspace)),
                words(f"undo.fate.{told.fate.value}"),
            ),
            tone="plain" if told.fate is Fate.HOLDS else "dim",
        )
        for told in history
    )
    return Table(columns(words, _UNDO), rows, empty=words("undo.empty"))
