"""parplan forms status: which units have sent back what they were asked for a month, and what is still open.

Must not write, or say of a form that was made that it was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from parplan.facts.reminder import Owed, ReminderFacts, answer_day
from parplan.facts.sent_back import sent_back
from parplan.facts.viewpoint import send_day
from parplan.options.destination import form_of, moved, path_for
from parplan.options.forms.made import made_for
from parplan.options.language import Lang, say
from parplan.options.recording import Month, find_units, open_month
from parplan.options.shared import AgenciesOption, AsOf, MonthOption, PlanOption, Root, exclude
from parplan.output.files.text_out import aside, write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import listed
from parplan.views.forms.back import Back, ahead_texts, awaited, back_data, back_list, back_sheet
from parplan.views.forms.form import FORM_WORDS
from parplan.views.letters.reminder import reminder_text
from parplan.words import Words


class Format(StrEnum):
    """How it is written out: for a person, for machines, for Excel, for a page."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


SUFFIXES: Final = {form: (".txt",) if form is Format.table else (f".{form.value}",) for form in Format}
MESSAGES: Final = {Format.table: (".txt",)}
"""What messages are written into: they are no table, but as plain."""


def forms_status(
    made_in: Annotated[Path | None, typer.Argument()] = None,
    month: MonthOption = None,
    agency: AgenciesOption = None,
    remind: Annotated[bool, typer.Option("--remind")] = False,
    format_: Annotated[Format | None, typer.Option("--format")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output")] = None,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Tell what came back."""
    exclude({"--remind": remind, "--format": format_ is not None})
    said = say(lang)
    form = form_of(output, format_, MESSAGES if remind else SUFFIXES, Format.table)
    at = open_month(root, plan, month, as_of, said)
    folder = made_in or path_for(at.loaded.root, None, "-").parent
    units = sent_back(at.standings, find_units(at, agency) if agency else at.units)
    back = Back(at.standings, units, made_for(at, folder), str(folder))
    if form is Format.table and output is None and not remind:
        terminal.sheet(back_sheet(back, said))
        return
    text = "\n".join(_messages(at, back)) if remind else _text(back, form, said)
    saved = write(text, output, beside=form is not Format.json)
    for line in moved(saved, output, said):
        aside(line)


def _text(back: Back, form: Format, said: Words) -> str:
    """What came back as a text of that form."""
    match form:
        case Format.json:
            return listed(back_data(back))
        case Format.csv:
            from parplan.output.excel.csv import csv_text

            return csv_text(back_list(back, said))
        case Format.table:
            return terminal.plain(lambda page: terminal.draw_sheet(back_sheet(back, said), page))
        case Format.md:
            from parplan.output.text.markdown_sheet import markdown

            return markdown(back_sheet(back, said))


def _messages(at: Month, back: Back) -> Iterator[str]:
    """A message to each unit that is awaited: while there is time the form's own, afterwards the reminder."""
    waiting = tuple(awaited(back))
    if at.day <= send_day(at.plan.plan, at.period):
        return ahead_texts(back, waiting, FORM_WORDS)
    owed, until = Owed(at.standings, at.day), answer_day(at.standings, at.day)
    every = ReminderFacts(owed, until, frozenset(waiting))
    return (reminder_text(one, FORM_WORDS) for one in every.each())
