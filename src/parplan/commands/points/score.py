"""parplan score [YEAR]: the self-assessment, each criterion by its rule from what was declared or reported.

Must not write: what a rule gives stands beside what was written, never in its place.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from parplan.facts.points.assessment import Assessment, assessments, years_assessed
from parplan.facts.sample import are_sample_results
from parplan.facts.serving.reported import Reported, reported
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Stop
from parplan.model.plan import Plan
from parplan.model.workspace import Workspace
from parplan.options.language import Lang, say
from parplan.options.listed import Answer, FormOption, Output, give, list_form
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import choose_place, place_names, read_year
from parplan.options.shared import AsOf, PlanOption, Root, choose_plan, open_workspace, parse_day
from parplan.reading.load import Loaded
from parplan.views.page import Properties
from parplan.views.phrases.office import OFFICIAL
from parplan.views.points.score import score_sheet
from parplan.words import Words, words


def score(
    index_year: Annotated[str | None, Argument()] = None,
    place: Annotated[str | None, Option("--place")] = None,
    format_: FormOption = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show how each score comes about, and what is to be explained."""
    form = list_form(format_, output)
    said = say(lang)
    day = parse_day(as_of) if as_of is not None else date.today()
    loaded = open_workspace(root)
    where = choose_place(loaded, plan, place)
    made = assessments(loaded.workspace, where, _year(loaded.workspace, where, index_year))
    if not made:
        raise Stop("no-set-known", exit_code=1)
    heard = _heard(loaded.workspace, made, day)
    give(_answer(loaded, made, heard, where, said, plan), form, output, loaded.root, said)


def _year(workspace: Workspace, place: str, asked: str | None) -> int:
    """The year asked for, else the newest in which the place scored itself."""
    known = years_assessed(workspace, place)
    name = place_names(workspace)(place)
    year = read_year(asked) if asked is not None else None
    if not known:
        raise Stop("no-self-scores", exit_code=1, place=name)
    if year is not None and year not in known:
        years = ", ".join(map(str, known))
        raise Stop("no-self-scores-of-year", exit_code=1, place=name, year=asked, years=years)
    return known[-1] if year is None else year


def _heard(workspace: Workspace, made: tuple[Assessment, ...], day: date) -> dict[str, Reported]:
    """What units reported for the year's plan, where there is one."""
    plan = workspace.plans.get(made[0].result.year)
    if plan is None:
        return {}
    standings = Standings(workspace, plan, Viewpoint(day))
    return {ref: heard for one in made for ref, heard in reported(standings, one).items()}


def _answer(
    loaded: Loaded,
    made: tuple[Assessment, ...],
    heard: dict[str, Reported],
    place: str,
    said: Words,
    plan: str | None,
) -> Answer:
    """The assessment in each form; the modules of a form are read only where it is asked for."""
    from parplan.views.points.score_list import score_data_of, score_list

    workspace = loaded.workspace
    year, name = made[0].result.year, place_names(workspace)(place)
    sample = are_sample_results(workspace, (year,))
    title = said("scoring.title", place=name, year=str(year))
    properties = Properties(title, name, date(year, 12, 31))
    return Answer(
        name=said("scoring.file", year=str(year)),
        sheet=lambda: score_sheet(made, heard, name, said, sample=sample),
        listing=lambda: score_list(made, heard, said, properties, sample=sample),
        data=lambda: score_data_of(made, heard, place, sample=sample),
        paper=lambda: _paper(loaded, made[0], choose_plan(loaded, plan).plan, sample=sample),
    )


def _paper(loaded: Loaded, made: Assessment, plan: Plan, *, sample: bool) -> bytes:
    """The report as it is sent; an official paper is in the official language, whatever is spoken here."""
    # Word's library takes longer to import than everything else together
    from parplan.output.templates.shipped import template_path
    from parplan.output.templates.template import render
    from parplan.output.word.document import compose
    from parplan.output.word.packed import packed
    from parplan.views.points.self_report import self_report_view

    view = self_report_view(made, loaded.workspace, plan, words(OFFICIAL), sample=sample)
    markdown = render("self-report.vi.md.j2", view.values, loaded.root)
    return packed(compose(markdown, view.page, template_path("letterhead.docx", loaded.root)))
