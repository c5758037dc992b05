"""How every command that changes the data does it: shown first, proven, written as one, and told.

Must not decide what is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final

from parplan.editing.edit import Edit, Edited, joined, new_remarks
from parplan.editing.past.journal import meaning_of
from parplan.editing.write import refuse_unfinished, write
from parplan.finding import Severity, Stop
from parplan.options.parameters import Option
from parplan.options.shared import open_workspace
from parplan.output.files.made_report import every_report
from parplan.output.files.text_out import HUSHED, aloud, aside, write_patch
from parplan.output.terminal import console as terminal
from parplan.output.text.diff import unified
from parplan.reading.load import Loaded
from parplan.views.changes import change_lines
from parplan.views.findings import tell
from parplan.views.table import Table
from parplan.words import Words

MOST_SHOWN: Final = 5
"""Files whose lines are shown unasked: nobody reads those of forty."""

MOST_LINES: Final = 200
"""Lines of new files that are shown unasked."""

Confirm = Callable[[Words], bool] | None
"""Asks somebody whether to write; nobody is asked for None."""

DryRun = Annotated[bool, Option("--dry-run")]


def open_to_write(root: Path | None) -> Loaded:
    """Read the workspace that is to be changed. Raises Stop where the last change stopped half-way."""
    loaded = open_workspace(root)
    refuse_unfinished(loaded.root)
    return loaded


def carry_out(
    loaded: Loaded,
    made: Edited,
    command: str,
    said: Words,
    *,
    dry_run: bool,
    sentences: Iterable[str] = (),
    table: Table | None = None,
    remarks: Iterable[str] | None = None,
    undoes: str = "",
    confirm: Confirm = None,
) -> None:
    """Show what is to change, in sentences and in lines, and write it unless it is only to be shown.

    Raises Stop, with nothing written, where it would bring errors: those are shown. What ``undoes`` another change
    brings back whatever was there before it, errors too. ``sentences`` and ``remarks``: its own, in the place of
    those of the changes and of the checks; ``table``: the changes, field by field. ``confirm`` asks somebody
    before anything is written.
    """
    if made.new_errors:
        told = tell(made.loaded, made.new_errors, Severity.ERROR, said)
        terminal.findings(told.complaints)
        if not undoes:
            raise Stop("edit-brings-errors", exit_code=1, n=len(made.new_errors))
    if not made.edits:
        write(loaded.root, (), command)  # takes away what a killed writer left
        aside(said("write.nothing"))
        return
    # who reads a table and is asked about it has no use for the same in the words of the files
    is_read = table is not None and confirm is not None
    has_lines = dry_run or (_are_few(made.edits) and not is_read)
    _show(loaded, made, said, sentences, table, has_lines=has_lines, is_asked=dry_run or confirm is not None)
    for line in remarks or ():
        aside(line)
    if not dry_run and confirm is not None and not confirm(said):
        aside(said("write.left"))
        return
    if not dry_run:
        write(loaded.root, made.edits, command, undoes)
    if remarks is None and not undoes:
        _tell_remarks(loaded, made, said)
    _tell_stale(loaded, made, said)
    done = "shown" if dry_run else "undone" if undoes else "written"
    aside(said(f"write.{done}", files=len(made.edits)))


def _are_few(edits: Sequence[Edit]) -> bool:
    """Whether somebody would read the lines: those of few files, and none of a whole plan that comes."""
    new = sum(edit.after.count(b"\n") for edit in edits if edit.before is None and edit.after is not None)
    return len(edits) <= MOST_SHOWN and new <= MOST_LINES


def _show(
    loaded: Loaded,
    made: Edited,
    said: Words,
    sentences: Iterable[str],
    table: Table | None,
    *,
    has_lines: bool,
    is_asked: bool,
) -> None:
    """What is to change: field by field where somebody has a table of it, in sentences, in lines of the files."""
    if HUSHED.get() and not is_asked:
        return
    if table is not None:
        terminal.show(terminal.table(table))
    for line in sentences or change_lines(meaning_of(made.edits), said, made.loaded.workspace, loaded.workspace):
        aside(line)
    if has_lines:
        show_lines(made.edits)


def _tell_stale(loaded: Loaded, made: Edited, said: Words) -> None:
    """Which reports no longer agree, if there are any: most writers need nothing of what draws one."""
    if reports := tuple(every_report(loaded.root)):
        from parplan.options.report import is_overtaken

        if gone := [name for name, report in reports if is_overtaken(report, loaded, made.loaded, said)]:
            aloud(said("write.stale", files=", ".join(gone)))


def _tell_remarks(loaded: Loaded, made: Edited, said: Words) -> None:
    """What ``validate`` will now say that it did not say before: nobody should first hear of it in a review."""
    new = new_remarks(loaded, made.loaded)
    for one in tell(made.loaded, new[:MOST_SHOWN], Severity.ERROR, said).complaints:
        aside(said("write.remark", place=f"{one.file}:{one.span.line}", message=one.message))
    if len(new) > MOST_SHOWN:
        aside(said("write.more-remarks", n=len(new) - MOST_SHOWN))


def show_lines(edits: Iterable[Edit]) -> None:
    """The lines that change, as a patch."""
    write_patch("".join(unified(edit.file, edit.before, edit.after, was) for was, edit in joined(edits)))
