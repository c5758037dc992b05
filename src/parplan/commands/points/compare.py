"""parplan compare [FROM] [TO] …: index results of two or more years side by side.

Must not compare what was measured differently without saying so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

from parplan.facts.points.change import years_known
from parplan.facts.points.compared import Compared, compared
from parplan.facts.sample import are_sample_results
from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.listed import Answer, FormOption, ListForm, Output, give, list_form
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import choose_place, place_names, read_against, read_years
from parplan.options.shared import PlanOption, Root, open_workspace
from parplan.output.files.text_out import aloud
from parplan.reading.load import Loaded
from parplan.views.page import Properties
from parplan.views.points.compare import Shown, compare_sheet
from parplan.words import Words

RESULTS: Final = "data/results"


def compare(
    years: Annotated[list[str] | None, Argument()] = None,
    place: Annotated[str | None, Option("--place")] = None,
    against: Annotated[str | None, Option("--against")] = None,
    depth: Annotated[int, Option("--depth", min=0, max=99)] = 1,
    sources: Annotated[bool, Option("--sources")] = False,
    format_: FormOption = None,
    output: Output = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show what changed between years; by default the newest two of which anything is known."""
    form = list_form(format_, output)
    said = say(lang)
    loaded = open_workspace(root)
    where = choose_place(loaded, plan, place)
    chosen = _years(loaded, where, years or [], said)
    made = compared(loaded.workspace, where, chosen, read_against(loaded.workspace, against))
    if not made:
        _refuse(loaded, where, chosen)
    is_drawn = form is ListForm.table and output is None and sys.stdout.isatty()
    answer = _answer(loaded, made, Shown(depth, is_drawn, sources), said)
    give(answer, form, output, loaded.root, said)


def _years(loaded: Loaded, place: str, typed: list[str], said: Words) -> tuple[int, ...]:
    """The years to compare; what could not be read is told first."""
    known = years_known(loaded.workspace, place)
    broken = words_of_files(finding.where.file for finding in loaded.errors)
    if not known:
        if broken:
            raise Stop("results-broken", exit_code=1, files=broken)
        raise Stop("results-missing", exit_code=1)
    chosen = read_years(typed, known)
    if broken:
        aloud(said("compare.broken", files=broken))
    return chosen


def _refuse(loaded: Loaded, place: str, years: tuple[int, ...]) -> None:
    known = ", ".join(str(year) for year in years_known(loaded.workspace, place))
    name = place_names(loaded.workspace)(place)
    raise Stop("no-results", exit_code=1, place=name, before=str(years[0]), after=str(years[-1]), years=known)


def _answer(loaded: Loaded, made: tuple[Compared, ...], shown: Shown, said: Words) -> Answer:
    """The comparison in each form; the modules of a form are read only where it is asked for."""
    from parplan.views.points.compare_data import compare_data
    from parplan.views.points.compare_list import compare_list

    years, place = made[0].years, made[0].own.place or ""
    sample = are_sample_results(loaded.workspace, years)
    named = place_names(loaded.workspace)
    title = said("compare.list.title", place=named(place), years=said.listed(map(str, years)))
    properties = Properties(title, named(place), date(years[-1], 12, 31))
    return Answer(
        name=said("compare.file", years="-".join(map(str, years))),
        sheet=lambda: compare_sheet(made, named(place), named, said, shown, sample=sample),
        listing=lambda: compare_list(made, named(place), named, said, shown.depth, properties, sample=sample),
        data=lambda: compare_data(made, place, shown.depth, sample=sample),
    )


def words_of_files(files: Iterable[str]) -> str:
    """The files of results among some, each once."""
    return ", ".join(sorted({file for file in files if file.startswith(f"{RESULTS}/")}))
