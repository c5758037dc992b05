"""parplan show TASK|CRITERION: one task with its words, units and history, or one criterion with its scores.

Must not change what it shows.
"""

from __future__ import annotations

from typing import Annotated

from parplan.facts.serving.criterion import CriterionFacts
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import place_names
from parplan.options.points.criterion import fitting, task_or_criterion
from parplan.options.shared import (
    AgenciesOption,
    AsOf,
    MonthOption,
    PlanOption,
    Root,
    TableOrJson,
    draw_standings,
    find_all_members,
    open_workspace,
)
from parplan.output.files.text_out import aside, write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import listed
from parplan.views.setup.next import Then
from parplan.views.task import task_view
from parplan.words import Words


def show(
    task: Annotated[str, Argument()],
    agency: AgenciesOption = None,
    place: Annotated[str | None, Option("--place")] = None,
    wide: Annotated[bool, Option("--wide")] = False,
    format_: Annotated[TableOrJson, Option("--format")] = TableOrJson.table,
    as_of: AsOf = None,
    month: MonthOption = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then:
    """Show one task whole, or a criterion where no task is meant."""
    said = say(lang)
    loaded = open_workspace(root)
    standings = draw_standings(loaded, plan, as_of, month)
    _, members = find_all_members(loaded, agency, said)
    found = task_or_criterion(standings, task, said, place)
    if isinstance(found, CriterionFacts):
        return _criterion(found, said, format_)
    if format_ is TableOrJson.json:
        from parplan.views.status.task_data import task_data

        write(listed(task_data(standings, found, members)))
    else:
        terminal.task(task_view(standings, found, said, agencies=members, wide=wide))
        if found.id.lower() != task.lower() and (also := fitting(loaded.workspace, task)):
            aside(said("show.criteria-too", n=len(also), text=task, ref=also[0].ref))
    return Then("log", found.id)


def _criterion(facts: CriterionFacts, said: Words, form: TableOrJson) -> Then:
    from parplan.views.points.criterion import criterion_data, criterion_view

    if form is TableOrJson.json:
        write(listed(criterion_data(facts)))
    else:
        called = place_names(facts.standings.workspace)(facts.place)
        terminal.task(criterion_view(facts, called, said))
    return Then("gap")
