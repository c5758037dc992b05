"""parplan show TASK|CRITERION: one task with its words, units and history, or one criterion with its scores.

Must not change what it shows.
"""

from __future__ import annotations

from typing import Annotated

from parplan.facts.serving.criterion import CriterionFacts
from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.points.criterion import find_criterion, fitting
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
from parplan.output.files.text_out import aside
from parplan.output.terminal import console as terminal
from parplan.views.points.criterion import criterion_view
from parplan.views.setup.next import Then
from parplan.views.task import task_view


def show(
    task: Annotated[str, Argument()],
    agency: AgenciesOption = None,
    wide: Annotated[bool, Option("--wide")] = False,
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
    try:
        found = find_task(standings.plan, task, said, loaded.workspace.left_out)
    except Stop as stop:
        named = find_criterion(loaded.workspace, task) if stop.reason == "task-unknown" else None
        if named is None:
            raise
        facts = CriterionFacts(standings, named.index, named.of, named.ref)
        terminal.task(criterion_view(facts, said))
        return Then("gap")
    terminal.task(task_view(standings, found, said, agencies=members, wide=wide))
    if found.id.lower() != task.lower() and (also := fitting(loaded.workspace, task)):
        aside(said("show.criteria-too", n=len(also), text=task, ref=also[0].ref))
    return Then("log", found.id)
