"""parplan status: what is overdue, due soon, not reported, in difficulty.

Must not leave records with errors unmentioned.
"""

from __future__ import annotations

from typing import Annotated

import typer

from parplan.commands.options import (
    AgencyOption,
    AsOf,
    Lang,
    MonthOption,
    PlanOption,
    Root,
    TableOrJson,
    draw_standings,
    find_agency,
    open_workspace,
    say,
)
from parplan.render import terminal
from parplan.views.status import status_facts, status_view
from parplan.views.status_data import status_data


def status(
    as_of: AsOf = None,
    month: MonthOption = None,
    agency: AgencyOption = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    format_: Annotated[TableOrJson, typer.Option("--format")] = TableOrJson.table,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show how everything owed under a plan stands."""
    said = say(lang)
    loaded = open_workspace(root)
    standings = draw_standings(loaded, plan, as_of, month)
    unit = find_agency(loaded, agency, said)
    facts = status_facts(standings, unit, errors=len(loaded.errors), only_overdue=overdue)
    if format_ is TableOrJson.json:
        terminal.show_json(status_data(facts))
    else:
        terminal.status(status_view(facts, said))
