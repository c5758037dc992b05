"""parplan forms export: a form in Excel for each unit, or one for all, with what is asked about in a month.

Must not change the data, or write over a form that a hand has changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from parplan.finding import Stop
from parplan.options.destination import make_folder, moved, own_name, path_for
from parplan.options.language import Lang, say
from parplan.options.parameters import Option
from parplan.options.record.month import Month, find_units, open_month
from parplan.options.shared import AgenciesOption, AsOf, MonthOption, PlanOption, Root, exclude
from parplan.output.files.place import refuse_folder
from parplan.output.files.save import save
from parplan.output.files.text_out import aloud, aside
from parplan.output.terminal.progress import tracked
from parplan.system.sweeping import swept
from parplan.views.forms.form import FORM_WORDS, unit_form
from parplan.words import Words


class Format(StrEnum):
    """What a form is filled in with."""

    xlsx = "xlsx"
    docx = "docx"


def export(
    month: MonthOption = None,
    agency: AgenciesOption = None,
    into_folder: Annotated[Path | None, Option("-o", "--output")] = None,
    all_in_one: Annotated[bool, Option("--all-in-one")] = False,
    form_format: Annotated[Format, Option("--format")] = Format.xlsx,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Make the forms."""
    exclude({"--all-in-one": all_in_one, "--format docx": form_format is Format.docx})
    said = say(lang)
    at = open_month(root, plan, month, as_of, said, {"agency": agency})
    chosen = [unit for unit in (find_units(at, agency) if agency else at.units) if at.asked(unit)]
    if not chosen:
        raise Stop("forms-nothing-asked", exit_code=1, month=at.period)
    period = FORM_WORDS.period(at.period, "file")
    if all_in_one:
        path = path_for(at.loaded.root, into_folder, f"{FORM_WORDS('forms.file-name-all', period=period)}.xlsx")
        made = _put({path: chosen}, at, said)
        aside(said("forms.made-one", n=len(chosen), month=at.period, file=str(made[0])))
        return
    into = into_folder or path_for(at.loaded.root, None, "-").parent
    names = (FORM_WORDS("forms.file-name", period=period, agency=unit) for unit in chosen)
    paths = [into / own_name(name, f".{form_format.value}") for name in names]
    _put({path: [unit] for path, unit in zip(paths, chosen, strict=True)}, at, said)
    aside(said("forms.made", n=len(chosen), month=at.period, folder=str(into), ending=form_format.value))


def _put(files: Mapping[Path, Sequence[str]], at: Month, said: Words) -> list[Path]:
    """Write files with the forms of some units, each over nothing that a hand changed; gives where they lie."""
    for folder in dict.fromkeys(path.parent for path in files):
        refuse_folder(folder / "…")
        make_folder(folder)
    every = tracked(tuple(files.items()), said("progress.forms-made"))
    saved = [save(_drawn(units, at, path), path) for path, units in swept(every)]
    for one, wanted in zip(saved, files, strict=True):
        for line in moved(one, wanted, said):
            aloud(line)
    return [one.path for one in saved]


def _drawn(units: Sequence[str], at: Month, path: Path) -> bytes:
    """Forms as the file that their name promises; its library is imported here, for it takes long."""
    in_word = path.suffix == ".docx"
    forms = [unit_form(at.asked(unit), at.now, unit, FORM_WORDS, in_word=in_word) for unit in units]
    if in_word:
        from parplan.output.word.form import form_document
        from parplan.output.word.packed import Composed, packed

        return packed(Composed(form_document(forms[0])))
    from parplan.output.excel.form import form_workbook

    return form_workbook(*forms)
