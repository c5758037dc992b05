"""parplan undo: takes back the last change that parplan wrote, in all its files.

Must not take back what somebody has changed since.
"""

from __future__ import annotations

from typing import Annotated, Final

from parplan.editing.edit import with_edits
from parplan.editing.past.undo import history, next_undone
from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.parameters import Option
from parplan.options.shared import Root, open_workspace
from parplan.options.writing import DryRun, carry_out
from parplan.output.terminal import console as terminal
from parplan.views.log import undo_table

USUAL: Final = 20
"""Changes that are listed unasked."""


def undo(
    list_: Annotated[bool, Option("--list")] = False,
    limit: Annotated[int | None, Option("-n", "--limit", min=1, max=100_000)] = None,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Take back the last change, or list those that can be taken back."""
    if limit is not None and not list_:
        raise Stop("limit-without-list")
    said = say(lang)
    loaded = open_workspace(root)
    try:
        if list_:
            terminal.show(terminal.table(undo_table(history(loaded.root), said, loaded.workspace, limit or USUAL)))
            return
        entry, edits = next_undone(loaded.root)
    except OSError as error:
        raise Stop("journal-unreadable", cause=error) from error
    made = with_edits(loaded, edits)
    carry_out(loaded, made, "undo", said, dry_run=dry_run, undoes=entry.at)
