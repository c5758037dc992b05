"""parplan forms export: a form in Excel for each unit, with all that it is asked about in a month.

Must not change the data, or write over a form that a hand has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parplan.finding import Stop
from parplan.options.destination import make_folder, moved, own_name, path_for
from parplan.options.language import Lang, say
from parplan.options.recording import find_units, open_month
from parplan.options.shared import AgenciesOption, AsOf, MonthOption, PlanOption, Root
from parplan.output.files.place import refuse_folder
from parplan.output.files.save import save
from parplan.output.files.text_out import aside
from parplan.views.forms.form import FORM_WORDS, unit_form


def forms_export(
    month: MonthOption = None,
    agency: AgenciesOption = None,
    into_folder: Annotated[Path | None, typer.Option("-o", "--output")] = None,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Make the forms."""
    from parplan.output.excel.form import form_workbook  # no other command needs Excel's library

    said = say(lang)
    at = open_month(root, plan, month, as_of, said)
    chosen = [unit for unit in (find_units(at, agency) if agency else at.units) if at.asked(unit)]
    if not chosen:
        raise Stop("forms-nothing-asked", exit_code=1, month=at.period)
    into = into_folder or path_for(at.loaded.root, None, "-").parent
    refuse_folder(into / "-")
    make_folder(into)
    for unit in chosen:
        form = unit_form(at.asked(unit), at.standings, unit, at.day, FORM_WORDS)
        name = FORM_WORDS("forms.file-name", period=FORM_WORDS.period(at.period, "file"), agency=unit)
        wanted = into / own_name(name, ".xlsx")
        for line in moved(save(form_workbook(form), wanted), wanted, said):
            aside(line)
    aside(said("forms.made", n=len(chosen), month=at.period, folder=str(into)))
