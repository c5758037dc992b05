"""parplan report --month 9: the month's report, as Word or as the Markdown it is made from.

Must not make a report from data with errors, and must not write over a file that a hand has changed.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parplan.commands.options import Lang, PlanOption, Root, choose_plan, open_workspace, parse_month, say
from parplan.facts.month import month_facts
from parplan.finding import Stop
from parplan.render.markdown import expand
from parplan.render.resources import template_path
from parplan.render.save import Saved, save, save_text
from parplan.render.template import render
from parplan.views.month import MonthView, month_view
from parplan.views.report import report_messages
from parplan.words import words

REPORT_LANGUAGE = "vi"
"""Official documents are in Vietnamese, whatever language the program speaks to its user."""


class DocxOrMd(StrEnum):
    """How the report is written out."""

    docx = "docx"
    md = "md"


def report(
    month: Annotated[str, typer.Option("--month")],
    year: Annotated[str | None, typer.Option("--year")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output")] = None,
    format_: Annotated[DocxOrMd | None, typer.Option("--format")] = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Make the report of a month."""
    loaded = open_workspace(root)
    if loaded.errors:
        raise Stop("report-refused", exit_code=1, n=len(loaded.errors))
    file = choose_plan(loaded, plan or year)
    facts = month_facts(loaded.workspace, file, parse_month(month, file.plan, year))
    view = month_view(facts, words(REPORT_LANGUAGE))
    format_ = format_ or (DocxOrMd.md if output and output.suffix == ".md" else DocxOrMd.docx)
    wanted = output or Path(f"{view.file_name}.{format_.value}")
    if wanted.is_dir():
        wanted = wanted / f"{view.file_name}.{format_.value}"
    saved = _write(view, loaded.root, format_, wanted)
    sys.stderr.write(
        "\n".join(report_messages(view, str(saved.path), saved.reason, str(wanted), say(lang))) + "\n"
    )


def _write(view: MonthView, root: Path, format_: DocxOrMd, path: Path) -> Saved:
    """Template to Markdown, Markdown to a file; "-" is standard output."""
    markdown = render("monthly.vi.md.j2", view.values, root)
    if format_ is DocxOrMd.md:
        text = expand(markdown, view.page)
        if str(path) == "-":
            sys.stdout.write(text)
        else:
            save_text(text, path)
        return Saved(path, "new")
    if path.suffix.lower() != ".docx":
        raise Stop("format-unknown", file=str(path), format=format_.value)
    # Word's library takes longer to import than everything else together
    from parplan.render.document import compose

    return save(compose(markdown, view.page, template_path("letterhead.docx", root)), path)
