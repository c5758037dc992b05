"""parplan new-month [MONTH]: an empty form for each unit that owes a report, with all that it is asked about.

Must not say anything in a unit's place: what is not known stands in comments, and a form is no report.
"""

from __future__ import annotations

from typing import Annotated

from parplan.editing.edit import Edit, with_edits
from parplan.editing.progress import file_of
from parplan.facts.monthly_register import register
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.record.month import find_units, head_of, open_month
from parplan.options.shared import AsOf, PlanOption, Root
from parplan.options.writing import DryRun, carry_out
from parplan.views.blank import blank_form


def new_month(
    month: Annotated[str | None, Argument()] = None,
    whose: Annotated[list[str] | None, Option("--agency")] = None,
    dry_run: DryRun = False,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Make the month's empty forms."""
    said = say(lang)
    at = open_month(root, plan, month, as_of, said, {"agency": whose})
    silent = register(at.standings, at.period).silent
    chosen = find_units(at, whose) if whose else silent
    forms = {
        file_of(at.period, unit): blank_form({**head_of(at), "agency": unit}, at.asked(unit), at.standings, unit)
        for unit in chosen
    }
    edits = [Edit(file, None, text.encode()) for file, text in forms.items() if file not in at.loaded.texts]
    told = [said("blank.made", month=at.period, n=len(edits))]
    carry_out(at.loaded, with_edits(at.loaded, edits), "new-month", said, dry_run=dry_run, sentences=told)
