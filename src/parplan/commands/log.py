"""parplan log: who recorded or changed what in the data, when, and on which paper; the newest first.

Must not write, or judge what was changed.
"""

from __future__ import annotations

from typing import Annotated

from parplan.editing.past.history import story
from parplan.editing.past.sought import Sought
from parplan.finding import Stop
from parplan.options.days import parse_day
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.shared import (
    AgenciesOption,
    MonthOption,
    PeriodAsked,
    PlanOption,
    Root,
    TableOrJson,
    choose_plan,
    find_all_members,
    find_task,
    must_know_units,
    open_workspace,
)
from parplan.output.files.text_out import write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import listed
from parplan.reading.load import Loaded
from parplan.views.log import log_data, log_sheet
from parplan.views.setup.next import Then
from parplan.words import Words


def log(
    task: Annotated[str | None, Argument()] = None,
    agency: AgenciesOption = None,
    month: MonthOption = None,
    since: Annotated[str | None, Option("--since")] = None,
    limit: Annotated[int, Option("-n", "--limit", min=1, max=100_000)] = 20,
    format_: Annotated[TableOrJson, Option("--format")] = TableOrJson.table,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then | None:
    """Tell of the newest changes; of a task, some units or a month alone, if any is named."""
    said = say(lang)
    loaded = open_workspace(root)
    day = parse_day(since) if since is not None else None
    sought, unknown = _sought(loaded, task, agency, month, plan, said)
    try:
        found = story(loaded, sought, limit, day)
    except OSError as error:
        raise Stop("journal-unreadable", cause=error) from error
    if unknown is not None and not found.deeds:
        raise unknown
    if format_ is TableOrJson.json:
        write(listed(log_data(found, said, loaded.workspace)))
    else:
        terminal.sheet(log_sheet(found, sought, day, limit, said, loaded.workspace))
    return Then("show", sought.task) if sought.task and unknown is None else None


def _sought(
    loaded: Loaded, task: str | None, agency: list[str] | None, month: str | None, plan: str | None, said: Words
) -> tuple[Sought, Stop | None]:
    """What was asked for; and why a task is unknown, if it is: its id may stand in what was."""
    if agency:
        must_know_units(loaded)
    asked, members = find_all_members(loaded, agency, said)
    units = members | {*asked} if members is not None else None
    period = str(PeriodAsked(month).choose(loaded, plan)[1]) if month is not None else None
    file = choose_plan(loaded, plan) if task is not None or plan is not None else None
    if task is None or file is None:
        return Sought(None, units, period, file.plan.year if file else None), None
    try:
        found = find_task(file, task, said, loaded.workspace.left_out)
    except Stop as stop:
        if stop.reason == "task-ambiguous":
            raise
        return Sought(task, units, period), stop
    return Sought(found.id, units, period, file.plan.year), None
