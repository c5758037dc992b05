"""parplan coverage: criterion, task, evidence and passage of the document; what is missing in each direction.

Must not fail for what is missing unless a bar is set.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from parplan.facts.serving.coverage import CoverageFacts
from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.listed import Answer, FormOption, Output, give, list_form
from parplan.options.parameters import Option
from parplan.options.shared import AsOf, MonthOption, PlanOption, Root, draw_standings, open_workspace
from parplan.views.page import Properties
from parplan.views.points.coverage import coverage_data, coverage_list, coverage_sheet


def coverage(
    fail_under: Annotated[int | None, Option("--fail-under", min=0, max=100)] = None,
    as_of: AsOf = None,
    month: MonthOption = None,
    wide: Annotated[bool, Option("--wide")] = False,
    format_: FormOption = None,
    output: Output = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Show how far criteria, tasks, evidence and the document hang together."""
    form = list_form(format_, output)
    said = say(lang)
    loaded = open_workspace(root)
    facts = CoverageFacts(draw_standings(loaded, plan, as_of, month))
    errors, day = len(loaded.errors), facts.standings.view.day
    properties = Properties(said("coverage.title", day=day), facts.standings.plan.plan.title, day)
    answer = Answer(
        name=said("coverage.file"),
        sheet=lambda: coverage_sheet(facts, said, errors=errors, wide=wide),
        listing=lambda: coverage_list(facts, said, properties, errors=errors),
        data=lambda: coverage_data(facts),
    )
    give(answer, form, output, loaded.root, said)
    if fail_under is not None and (below := facts.below(Fraction(fail_under, 100))):
        names = said.listed(said(f"coverage.share.{name}") for name in below)
        raise Stop("coverage-below", exit_code=1, bar=fail_under, names=names)
