"""parplan forms import FILE…: what units filled into their forms, written down for the month.

Must not write anything while a cell is bad, unless the good rows alone are asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.recording import Late, keep_history, open_month
from parplan.options.shared import AsOf, MonthOption, PlanOption, Root
from parplan.options.walk import ask_to_write
from parplan.options.writing import DryRun, carry_out
from parplan.output.files.text_out import aside
from parplan.output.terminal.ask import can_ask


def forms_import(
    forms: Annotated[list[Path], typer.Argument()],
    month: MonthOption = None,
    received: Annotated[str | None, typer.Option("--received")] = None,
    partial: Annotated[bool, typer.Option("--partial")] = False,
    late: Late = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Read forms into the data."""
    from parplan.options.forms.taken import (
        fault_lines,
        notices,
        remark_lines,
        table_of,
        take,
    )  # the reader of workbooks with it

    said = say(lang)
    at = open_month(root, plan, month, as_of, said)
    keep_history(at, late=late, is_work=False)  # a form of one month says nothing of another
    taken = take(at, forms, received)
    for line in (*fault_lines(taken.faults, said), *notices(taken, at)):
        aside(line)
    if taken.faults and not partial:
        raise Stop("forms-faulty", exit_code=1, n=len(taken.faults))
    confirm = ask_to_write if can_ask() else None
    carry_out(
        *(at.loaded, taken.made, "forms import", said),
        dry_run=dry_run,
        table=table_of(taken, at),
        remarks=tuple(remark_lines(taken, at)),
        confirm=confirm,
    )
    if taken.faults:
        raise Stop("forms-partly", exit_code=1, n=len(taken.faults))
