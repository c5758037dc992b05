"""parplan forms import FILE…: what units filled into their forms, written down for the month.

Must not write anything while a cell is bad, unless the good rows alone are asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from parplan.options.files import must_be_there
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.record.month import Late, keep_history, open_month
from parplan.options.record.walk import ask_yes, asked_to_write
from parplan.options.shared import AsOf, MonthOption, PlanOption, Root
from parplan.options.writing import DryRun, carry_out
from parplan.output.files.text_out import aloud, aside
from parplan.output.terminal.ask import can_ask


def forms_import(
    forms: Annotated[list[Path], Argument()],
    month: MonthOption = None,
    received: Annotated[str | None, Option("--received")] = None,
    partial: Annotated[bool, Option("--partial")] = False,
    replace_recorded: Annotated[bool, Option("--replace")] = False,
    late: Late = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Read forms into the data."""
    from parplan.options.forms.taken import take  # the reader of workbooks with it
    from parplan.options.forms.told import refusal, remainder, remark_lines, table_of, told_lines

    said = say(lang)
    must_be_there(forms)
    at = open_month(root, plan, month, as_of, said)
    keep_history(at, late=late, is_work=False)  # a form of one month says nothing of another
    taken = take(at, forms, received, replace=replace_recorded)
    for line in told_lines(taken, at):
        (aloud if taken.faults else aside)(line)
    if taken.faults and not partial:
        raise refusal(taken)
    if taken.held and can_ask() and ask_yes(said, "replace", n=len(taken.held)):
        taken = take(at, forms, received, replace=True)
    left = remainder(taken)
    if taken.made.edits or left is None:
        carry_out(
            *(at.loaded, taken.made, "forms import", said),
            dry_run=dry_run,
            table=table_of(taken, at),
            remarks=tuple(remark_lines(taken, at)),
            confirm=asked_to_write(),
        )
    if left is not None:
        raise left
