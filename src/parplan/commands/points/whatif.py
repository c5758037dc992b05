"""parplan whatif [YEAR]: what the score would be under some assumptions, and which points are the cheapest.

Must not write, ever.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated

from parplan.facts.points.ranking import Ranking
from parplan.facts.sample import are_sample_results, is_sample
from parplan.facts.serving.gap import gaps
from parplan.facts.serving.whatif import WhatIf, what_if
from parplan.facts.standing import Standings
from parplan.finding import Stop
from parplan.model.index import ScoreGroup
from parplan.options.language import Lang, say
from parplan.options.listed import Answer, FormOption, Output, give, list_form
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import choose_year, find_place, place_names
from parplan.options.points.assumed import read_scenario, read_target, scores_by_index
from parplan.options.shared import AsOf, PlanOption, Root, draw_standings, find_task, open_workspace
from parplan.spelling import bare
from parplan.views.page import Properties
from parplan.views.points.whatif import TARGETS, whatif_data, whatif_list, whatif_sheet
from parplan.words import Words


def whatif(
    index_year: Annotated[str | None, Argument()] = None,
    assumed: Annotated[list[str] | None, Option("--set")] = None,
    done_tasks: Annotated[list[str] | None, Option("--done")] = None,
    scenario: Annotated[Path | None, Option("--from")] = None,
    target: Annotated[str | None, Option("--target")] = None,
    place: Annotated[str | None, Option("--place")] = None,
    format_: FormOption = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show what the score would be; it never writes to the data."""
    form = list_form(format_, output)
    said = say(lang)
    loaded = open_workspace(root)
    standings = draw_standings(loaded, plan, as_of, None)
    where = find_place(loaded.workspace, place) if place else standings.plan.plan.place
    found = gaps(standings, where, choose_year(loaded.workspace, where, index_year))
    asked = read_scenario(assumed or (), done_tasks or (), scenario)
    left_out = loaded.workspace.left_out
    tasks = {find_task(standings.plan, text, said, left_out).id for text in asked.tasks}
    scores = scores_by_index(found, asked.scores)
    made = tuple(what_if(loaded.workspace, gap, scores[gap.index.id], tasks) for gap in found)
    targets = _targets(standings, made[0], target, said) if target is not None else ()
    give(_answer(standings, made, targets, where, said), form, output, loaded.root, said)


def _targets(standings: Standings, one: WhatIf, text: str, said: Words) -> TARGETS:
    """What is to be reached: a score, a group of the index, whoever has a rank, or a place."""
    wanted = read_target(text)
    if isinstance(wanted, Decimal):
        if wanted > (most := one.index.scale):
            raise Stop("assumed-over", criterion=one.index.called, score=wanted, max=most)
        return ((text, wanted),)
    ranking = Ranking(standings.workspace, one.index, one.gap.result.year)
    if isinstance(wanted, int):
        places = ranking.at(wanted)
        name = said("compare.at-rank", rank=wanted)
        return ((name, ranking.results[places[0]].score if places else None),)
    groups = one.index.groups
    known = {bare(name): group for group in groups for name in _called(group, said)}
    if (group := known.get(bare(wanted))) is not None:
        return ((said("compare.group", group=group.name or group.id), group.at_least),)
    try:
        place = find_place(standings.workspace, wanted)
    except Stop as stop:
        if not groups:
            raise
        listed = ", ".join(group.name or group.id for group in groups)
        named = stop.values.get("known", "")
        raise Stop("whatif-target-unknown", near=stop.near, text=wanted, groups=listed, known=named) from None
    result = ranking.results.get(place)
    return ((place_names(standings.workspace)(place), result.score if result else None),)


def _called(group: ScoreGroup, said: Words) -> tuple[str, ...]:
    """How a group is called, with the word for a group or without."""
    names = (group.id, group.name or group.id)
    return (*names, *(said("compare.group", group=name) for name in names))


def _answer(standings: Standings, made: tuple[WhatIf, ...], targets: TARGETS, place: str, said: Words) -> Answer:
    """What comes of it, in each form."""
    workspace, year = standings.workspace, made[0].gap.result.year
    if not any(one.gap.scores for one in made):
        raise Stop("no-set-known", exit_code=1)
    sample = are_sample_results(workspace, (year,)) or is_sample(workspace, standings.plan)
    name, heard = place_names(workspace)(place), bool(standings.reports.files)
    properties = Properties(said("whatif.title", place=name, year=str(year)), name, standings.view.day)
    return Answer(
        name=said("whatif.file", year=str(year)),
        sheet=lambda: whatif_sheet(made, targets, name, said, heard=heard, sample=sample),
        listing=lambda: whatif_list(made, said, properties, heard=heard, sample=sample),
        data=lambda: whatif_data(made, targets, place, sample=sample),
    )
