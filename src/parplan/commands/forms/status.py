"""parplan forms status: which units have sent back what they were asked for a month, and what is still open.

Must not write data, or say of a form that was made that it was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

from parplan.facts.reminder import Owed, ReminderFacts, answer_day
from parplan.facts.status.sent_back import sent_back
from parplan.facts.viewpoint import send_day
from parplan.options.destination import form_of, moved, path_for
from parplan.options.forms.made import made_for
from parplan.options.language import Lang, say
from parplan.options.listed import Answer, FormOption, ListForm, Output, give, list_form
from parplan.options.parameters import Argument, Option
from parplan.options.record.month import Month, find_units, open_month
from parplan.options.shared import AgenciesOption, AsOf, MonthOption, PlanOption, Root, exclude
from parplan.output.files.text_out import aloud, write
from parplan.views.forms.back import Back, ahead_texts, awaited, back_data, back_list, back_sheet
from parplan.views.forms.form import FORM_WORDS
from parplan.views.letters.reminder import reminder_text
from parplan.views.setup.next import Then

MESSAGES: Final = {ListForm.table: (".txt",)}
"""What messages are written into: they are no list, and as plain as one."""


def status(
    made_in: Annotated[Path | None, Argument()] = None,
    month: MonthOption = None,
    agency: AgenciesOption = None,
    remind: Annotated[bool, Option("--remind")] = False,
    format_: FormOption = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then | None:
    """Tell what came back."""
    exclude({"--remind": remind, "--format": format_ is not None})
    form = form_of(output, None, MESSAGES, ListForm.table) if remind else list_form(format_, output)
    said = say(lang)
    at = open_month(root, plan, month, as_of, said, {"agency": agency})
    folder = made_in or path_for(at.loaded.root, None, "-").parent
    units = sent_back(at.standings, find_units(at, agency) if agency else at.units)
    back = Back(at.standings, units, made_for(at, folder), str(folder))
    if remind:
        for line in moved(write("\n".join(_messages(at, back)), output), output, said):
            aloud(line)
        return Then("forms status")
    answer = Answer(
        name=said("forms.back.file", period=said.period(at.period, "file")),
        sheet=lambda: back_sheet(back, said),
        listing=lambda: back_list(back, said, at.day),
        data=lambda: back_data(back),
    )
    give(answer, form, output, at.loaded.root, said)
    return Then("forms status", "--remind") if any(awaited(back)) else None


def _messages(at: Month, back: Back) -> Iterator[str]:
    """A message to each unit that is awaited: while there is time the form's own, afterwards the reminder."""
    waiting = tuple(awaited(back))
    if at.day <= send_day(at.plan.plan, at.period):
        return ahead_texts(back, waiting, FORM_WORDS)
    owed, until = Owed(at.standings, at.day), answer_day(at.standings, at.day)
    every = ReminderFacts(owed, until, frozenset(waiting))
    return (reminder_text(one, FORM_WORDS) for one in every.each())
