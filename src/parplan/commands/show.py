"""parplan show TASK: one task, its words in the document, its units, its history; of all units or of some.

Must not change what it shows.
"""

from __future__ import annotations

from typing import Annotated

import typer

from parplan.options.language import Lang, say
from parplan.options.shared import (
    AgenciesOption,
    AsOf,
    MonthOption,
    PlanOption,
    Root,
    draw_standings,
    find_all_members,
    find_task,
    open_workspace,
)
from parplan.output.terminal import console as terminal
from parplan.views.task import task_view


def show(
    task: Annotated[str, typer.Argument()],
    agency: AgenciesOption = None,
    wide: Annotated[bool, typer.Option("--wide")] = False,
    as_of: AsOf = None,
    month: MonthOption = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show one task whole."""
    said = say(lang)
    loaded = open_workspace(root)
    standings = draw_standings(loaded, plan, as_of, month)
    _, members = find_all_members(loaded, agency, said)
    found = find_task(standings.plan, task, said, loaded.workspace.left_out)
    terminal.task(task_view(standings, found, said, agencies=members, wide=wide))
