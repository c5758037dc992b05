"""parplan guide: what is to be done now, from the data and the day.

Must not do any of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from parplan.facts.status.guide import GuideFacts
from parplan.options.language import Lang, say
from parplan.options.parameters import Option
from parplan.options.shared import AsOf, PlanOption, Root, TableOrJson, draw_standings, open_workspace
from parplan.output.files.made_report import reports_made
from parplan.output.files.text_out import write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import listed
from parplan.views.status.guide import guide_data, guide_sheet


def guide(
    as_of: AsOf = None,
    format_: Annotated[TableOrJson, Option("--format")] = TableOrJson.table,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Tell what is to be done on the day, and by which commands."""
    said = say(lang)
    loaded = open_workspace(root)
    standings = draw_standings(loaded, plan, as_of, None)
    facts = GuideFacts(standings, len(loaded.errors))
    year, months = standings.plan.plan.year, (month for month in (facts.before, facts.month) if month)
    facts = replace(facts, made={month: reports_made(loaded.root, year, month) for month in months})
    given = {"as_of": as_of, "plan": plan, "root": root, "lang": lang}
    if format_ is TableOrJson.json:
        write(listed(guide_data(facts, given)))
    else:
        terminal.sheet(guide_sheet(facts, said, given))
