"""parplan show TASK: one task, its words in the document, its units, its history.

Must not change what it shows.
"""

from __future__ import annotations

from typing import Annotated

import typer

from parplan.commands.options import (
    AsOf,
    Lang,
    MonthOption,
    PlanOption,
    Root,
    draw_standings,
    find_task,
    open_workspace,
    say,
)
from parplan.render import terminal
from parplan.views.task import task_view


def show(
    task: Annotated[str, typer.Argument()],
    as_of: AsOf = None,
    month: MonthOption = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show one task whole."""
    said = say(lang)
    standings = draw_standings(open_workspace(root), plan, as_of, month)
    terminal.task(task_view(standings, find_task(standings.plan, task, said), said))
