"""The forms in which every command that lists answers: a page, data, a table of text, a workbook, a document.

Must not word anything, or know what is listed.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

from parplan.options.destination import form_of, make_room, moved, path_for
from parplan.options.parameters import Option
from parplan.output.files.text_out import aloud, aside, write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import listed
from parplan.views.listing import Listing, as_table
from parplan.views.sheet import Sheet
from parplan.words import Words


class ListForm(StrEnum):
    """How a list is written out."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    xlsx = "xlsx"
    docx = "docx"


SUFFIXES: Final = {form: (".txt",) if form is ListForm.table else (f".{form.value}",) for form in ListForm}
PRINTED: Final = (ListForm.table, ListForm.json, ListForm.csv, ListForm.md)

FormOption = Annotated[ListForm | None, Option("--format")]
Output = Annotated[Path | None, Option("-o", "--output")]


class Answer(NamedTuple):
    """The same in every form; each is made only where it is asked for. ``name`` is that of its file.

    ``paper``: the official document, where there is one, in the place of a listing in Word.
    """

    name: str
    sheet: Callable[[], Sheet]
    listing: Callable[[], Listing]
    data: Callable[[], dict[str, Any]]
    paper: Callable[[], bytes] | None = None


def list_form(form: ListForm | None, output: Path | None) -> ListForm:
    """The form that --format or the file's name asks for."""
    return form_of(output, form, SUFFIXES, ListForm.table, printed=PRINTED)


def give(answer: Answer, form: ListForm, output: Path | None, root: Path, said: Words) -> None:
    """Print it, or write it where it was asked for; what nobody can read on a screen goes to its folder."""
    if form is ListForm.table and output is None:
        terminal.sheet(answer.sheet())
    elif form in (ListForm.xlsx, ListForm.docx):
        _save(answer, form, path_for(root, output, f"{answer.name}.{form.value}"), output, root, said)
    else:
        saved = write(_text(answer, form, said), output, beside=form is not ListForm.json)
        for sentence in moved(saved, output, said):
            aloud(sentence)


def _text(answer: Answer, form: ListForm, said: Words) -> str:
    if form is ListForm.json:
        return listed(answer.data())
    if form is ListForm.csv:
        from parplan.output.excel.csv import csv_text

        return csv_text(as_table(answer.listing(), said))
    if form is ListForm.md:
        from parplan.output.text.markdown_sheet import markdown

        return markdown(answer.sheet())
    return terminal.plain(lambda page: terminal.draw_sheet(answer.sheet(), page))


def _save(answer: Answer, form: ListForm, path: Path, asked: Path | None, root: Path, said: Words) -> None:
    """Write what only a file can hold, and tell where it lies."""
    from parplan.output.files.save import save

    if form is ListForm.xlsx:
        from parplan.output.excel.workbook import workbook

        content = workbook(answer.listing())
    elif answer.paper is not None:
        content = answer.paper()
    else:
        from parplan.output.word.listing import listing_document

        content = listing_document(answer.sheet(), answer.listing().properties, root)
    make_room(root, path)
    saved = save(content, path)
    aside(said("listed.saved", file=str(saved.path)))
    for sentence in moved(saved, asked, said):
        aloud(sentence)
