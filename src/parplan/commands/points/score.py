"""parplan score [YEAR]: the self-assessment, each criterion by its rule from what was declared or reported.

Must not write: what a rule gives stands beside what was written, never in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from parplan.facts.points.assessment import Assessment
from parplan.facts.sample import are_sample_results, is_sample
from parplan.facts.serving.reported import Reported
from parplan.model.plan import Plan
from parplan.options.language import Lang, say
from parplan.options.listed import Answer, FormOption, Output, give, list_form
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import choose_place, place_names
from parplan.options.points.scored import choose_scored, own_of
from parplan.options.shared import AsOf, PlanOption, Root, choose_plan, day_asked, open_workspace
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
    loaded = open_workspace(root)
    day = day_asked(loaded, plan, as_of)
    where = choose_place(loaded, plan, place)
    found = choose_scored(loaded.workspace, where, index_year, day)
    give(_answer(loaded, found.made, found.heard, where, said, plan), form, output, loaded.root, said)


def _answer(
    loaded: Loaded,
    made: tuple[Assessment, ...],
    heard: Mapping[str, Reported],
    place: str,
    said: Words,
    plan: str | None,
) -> Answer:
    """The assessment in each form; the modules of a form are read only where it is asked for."""
    from parplan.views.points.score_list import score_data_of, score_list

    workspace = loaded.workspace
    year, name = made[0].result.year, place_names(workspace)(place)
    sample = are_sample_results(workspace, (year,)) or bool(heard and is_sample(workspace, workspace.plans[year]))
    title = said("scoring.title", place=name, year=str(year))
    properties = Properties(title, name, date(year, 12, 31))
    return Answer(
        name=said("scoring.file", year=str(year)),
        sheet=lambda: score_sheet(made, heard, name, said, sample=sample),
        listing=lambda: score_list(made, heard, said, properties, sample=sample),
        data=lambda: score_data_of(made, heard, place, sample=sample),
        paper=lambda: _paper(loaded, own_of(made), choose_plan(loaded, plan).plan, sample=sample),
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
