"""parplan gap [YEAR]: points lost by criterion, and the tasks that are to bring them back.

Must not hide what is not known.
"""

from __future__ import annotations

from typing import Annotated

from parplan.facts.sample import are_sample_results, is_sample
from parplan.facts.serving.gap import Gap, gaps, idle
from parplan.facts.standing import Standings
from parplan.options.language import Lang, say
from parplan.options.listed import Answer, FormOption, Output, give, list_form
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import choose_year, find_place, place_names
from parplan.options.shared import AsOf, PlanOption, Root, draw_standings, open_workspace
from parplan.views.page import Properties
from parplan.views.points.gap import gap_sheet
from parplan.views.setup.next import Then
from parplan.words import Words


def gap(
    index_year: Annotated[str | None, Argument()] = None,
    place: Annotated[str | None, Option("--place")] = None,
    format_: FormOption = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then:
    """Show where points were lost, who works on it, and what nobody works on."""
    form = list_form(format_, output)
    said = say(lang)
    loaded = open_workspace(root)
    standings = draw_standings(loaded, plan, as_of, None)
    where = find_place(loaded.workspace, place) if place else standings.plan.plan.place
    made = gaps(standings, where, choose_year(loaded.workspace, where, index_year))
    give(_answer(standings, made, where, said), form, output, loaded.root, said)
    return Then("whatif", index_year or "") if any(one.scores for one in made) else Then("compare")


def _answer(standings: Standings, made: tuple[Gap, ...], place: str, said: Words) -> Answer:
    """The losses in each form; the modules of a form are read only where it is asked for."""
    from parplan.views.points.gap_list import gap_data, gap_list

    workspace, year = standings.workspace, made[0].result.year
    sample = are_sample_results(workspace, (year,)) or is_sample(workspace, standings.plan)
    name = place_names(workspace)(place)
    without = idle(standings)
    title = said("gap.title", place=name, year=str(year), day=standings.view.day)
    properties = Properties(title, name, standings.view.day)
    return Answer(
        name=said("gap.file", year=str(year)),
        sheet=lambda: gap_sheet(made, without, standings, name, said, sample=sample),
        listing=lambda: gap_list(made, without, standings, said, properties, sample=sample),
        data=lambda: gap_data(made, without, standings, place, sample=sample),
    )
