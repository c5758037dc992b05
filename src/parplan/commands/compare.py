"""parplan compare [FROM] [TO]: index results of two years side by side.

Must not compare what was measured differently without saying so.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Annotated, Final

import typer

from parplan.facts.change import changes, years_known
from parplan.facts.sample import are_sample_results
from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.shared import PlanOption, Root, TableOrJson, choose_plan, open_workspace
from parplan.output.files.text_out import write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import listed
from parplan.views.compare import compare_data, compare_view

RESULTS: Final = "data/results"


def compare(
    first: Annotated[str | None, typer.Argument()] = None,
    second: Annotated[str | None, typer.Argument()] = None,
    format_: Annotated[TableOrJson, typer.Option("--format")] = TableOrJson.table,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show what changed between two years; by default the newest two of which anything is known."""
    said = say(lang)
    loaded = open_workspace(root)
    workspace, place = loaded.workspace, choose_plan(loaded, plan).plan.place
    known = years_known(workspace, place)
    broken = words_of_files(finding.where.file for finding in loaded.errors)
    if not known:
        if broken:
            raise Stop("results-broken", exit_code=1, files=broken)
        raise Stop("results-missing", exit_code=1)
    before, after = _years(first, second, known)
    made = changes(workspace, place, before, after)
    name = next((p.name for p in workspace.indexes.places if p.id == place), place)
    if broken:
        sys.stderr.write(said("compare.broken", files=broken) + "\n")
    if not made:
        years = ", ".join(str(year) for year in known)
        raise Stop("no-results", exit_code=1, place=name, before=str(before), after=str(after), years=years)
    sample = are_sample_results(workspace, (before, after))
    if format_ is TableOrJson.json:
        write(listed(compare_data(made, place, before, after, sample=sample)))
    else:
        terminal.compare(compare_view(made, name, before, after, said, sample=sample))


def _years(first: str | None, second: str | None, known: tuple[int, ...]) -> tuple[int, int]:
    """The years asked for; one alone, or the newest for none, is compared with the year before it."""
    for text in (first, second):
        if text is not None and not re.fullmatch(r"[0-9]{4}", text):
            raise Stop("year-invalid", text=text)
    if first and first == second:
        raise Stop("years-same", year=first)
    if first and second:
        return int(first), int(second)
    after = int(first) if first else known[-1]
    return after - 1, after


def words_of_files(files: Iterable[str]) -> str:
    """The files of results among some, each once."""
    return ", ".join(sorted({file for file in files if file.startswith(f"{RESULTS}/")}))
