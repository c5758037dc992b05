"""parplan report --month 9: the report of a month or longer, as Word, as PDF or as the Markdown it is made from.

Must not make a report from data with errors, and must not write over a file that a hand has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final

import typer

from parplan.commands.destination import STDOUT, form_of, make_room, place
from parplan.commands.options import (
    AgencyOption,
    AsOf,
    PeriodAsked,
    PlanOption,
    Root,
    exclude,
    find_members,
    open_workspace,
    parse_day,
)
from parplan.commands.speech import Lang, say
from parplan.facts.own_report import OwnReportFacts
from parplan.facts.report import ReportFacts, report_facts
from parplan.facts.units import Units
from parplan.finding import Stop
from parplan.load import Loaded
from parplan.render.markdown import expand
from parplan.render.out import aside, write
from parplan.render.resources import template_path
from parplan.render.save import Saved, packed, save_together
from parplan.render.seal import sealed_text
from parplan.render.stale import Verdict, compare_file, compare_text
from parplan.render.template import render
from parplan.views.office import OFFICIAL
from parplan.views.own_report import own_report_view
from parplan.views.report import ReportView, report_view
from parplan.views.report_list import ReportList, report_list
from parplan.views.report_messages import list_messages, offer_messages, report_messages
from parplan.words import Words, words


class Form(StrEnum):
    """How the report is written out."""

    docx = "docx"
    md = "md"
    pdf = "pdf"


SUFFIXES: Final = {f".{form.value}": form for form in Form}


def report(
    month: Annotated[str | None, typer.Option("--month")] = None,
    quarter: Annotated[str | None, typer.Option("--quarter")] = None,
    half: Annotated[str | None, typer.Option("--half")] = None,
    year_end: Annotated[bool, typer.Option("--year-end")] = False,
    final: Annotated[bool, typer.Option("--final")] = False,
    year: Annotated[str | None, typer.Option("--year")] = None,
    paper: Annotated[Path | None, typer.Option("-o", "--output")] = None,
    format_: Annotated[Form | None, typer.Option("--format")] = None,
    unit: AgencyOption = None,
    charts: Annotated[bool, typer.Option("--charts")] = False,
    full: Annotated[bool, typer.Option("--full")] = False,
    check: Annotated[Path | None, typer.Option("--check")] = None,
    proposals: Annotated[bool, typer.Option("--proposals")] = False,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Make the report of a period."""
    for name, asked in {"--output": paper, "--format": format_, "--full": full}.items():
        exclude({"--check": bool(check), "--proposals": proposals, name: bool(asked)})
    for name, asked in {"--charts": charts, "--proposals": proposals}.items():
        exclude({"--agency": unit is not None, name: asked})
    exclude({"--full": full, f"--output {STDOUT}": str(paper) == STDOUT})
    form = form_of(paper, format_, SUFFIXES, Form.docx, printed={Form.md})
    loaded = open_workspace(root)
    if loaded.errors:
        raise Stop("report-refused", exit_code=1, n=len(loaded.errors))
    file, period = PeriodAsked(month, quarter, half, year_end, year, final).choose(loaded, plan)
    today = parse_day(as_of) if as_of else date.today()
    facts = report_facts(loaded.workspace, file, period, today)
    agency = _one_unit(loaded, unit, facts, say(lang)) if unit is not None else None
    made = _Report(facts, agency, loaded.root, words(lang or OFFICIAL), with_charts=charts)
    if proposals:
        _offer(made.view, say(lang))
    elif check is not None:
        _check(made, check, say(lang))
    else:
        path = place(loaded.root, paper, f"{made.view.file_name}.{form.value}")
        _tell(made.written(form, path, say(lang), full=full))


def _one_unit(loaded: Loaded, text: str, facts: ReportFacts, said: Words) -> str:
    """The unit whose own report is asked for."""
    unit, members = find_members(loaded, text, said)
    if unit is None or members is None or set(members) != {unit}:
        raise Stop("own-report-group", text=text)
    name = Units(loaded.workspace.agencies).name(unit)
    if unit == facts.plan.plan.reporting.from_:
        raise Stop("own-report-office", agency=name)
    if not OwnReportFacts(facts, unit).owes_anything:
        raise Stop("own-report-nothing", agency=name)
    return unit


def _check(made: _Report, path: Path, said: Words) -> None:
    """Tell whether a report that lies there is still the one that would be made now."""
    verdict = made.compared(path)
    _tell([said(f"report.check.{verdict}", file=str(path))])
    if verdict != "same":
        raise typer.Exit(1)


def _offer(view: ReportView, said: Words) -> None:
    """Print what may be proposed as the list that section V takes; say so if there is nothing."""
    write("".join(f"- {sentence}\n" for sentence in view.proposals))
    _tell(offer_messages(view, said))


def _tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        aside(sentence)


@dataclass(frozen=True)
class _Report:
    """A report, of the office or of one unit, in each of its forms; each is drawn when it is asked for."""

    facts: ReportFacts
    unit: str | None
    root: Path
    words: Words
    with_charts: bool

    @cached_property
    def view(self) -> ReportView:
        if self.unit is not None:
            return own_report_view(OwnReportFacts(self.facts, self.unit), self.words)
        return report_view(self.facts, self.words, with_charts=self.with_charts)

    @cached_property
    def listing(self) -> ReportList:
        return report_list(self.facts, self.words, self.unit)

    @cached_property
    def markdown(self) -> str:
        return render(f"{self.view.template}.{self.words.language}.md.j2", self.view.values, self.root)

    def text(self) -> str:
        """The report as Markdown."""
        return expand(self.markdown, self.view.page)

    def document(self) -> bytes:
        """The report as .docx."""
        # Word's library takes longer to import than everything else together
        from parplan.render.document import compose

        return packed(compose(self.markdown, self.view.page, template_path("letterhead.docx", self.root)))

    def pdf(self) -> bytes:
        """The report as PDF."""
        from parplan.render.pdf import pdf

        return pdf(self.document(), self.view.page.properties.day)

    def workbook(self) -> bytes:
        """The whole list of assignments as .xlsx."""
        from parplan.render.workbook import workbook

        return workbook(self.listing)

    def written(self, form: Form, wanted: Path, said: Words, *, full: bool) -> Iterator[str]:
        """Write it, then the list beside it; what there is to say of each. What can't be drawn leaves nothing."""
        made = {wanted: self._content(form)}
        if full:
            made[wanted.with_suffix(".xlsx")] = self.workbook()
        make_room(self.root, wanted)
        if str(wanted) == STDOUT:
            write(self.text())
            saved, *listed = [Saved(wanted, "new")]
        else:
            saved, *listed = save_together(made)
        yield from report_messages(self.view, str(saved.path), saved.reason, str(wanted), said)
        for put, beside in zip(listed, list(made)[1:], strict=True):
            yield from list_messages(self.listing, str(put.path), put.reason, str(beside), said)

    def _content(self, form: Form) -> bytes:
        match form:
            case Form.md:
                return sealed_text(self.text())
            case Form.pdf:
                return self.pdf()
        return self.document()

    def compared(self, path: Path) -> Verdict:
        """A report on the disk against what would be made now, each form with its like."""
        match path.suffix.lower():
            case ".md":
                return compare_text(path, self.text())
            case ".docx":
                return compare_file(path, self.document())
            case ".xlsx":
                return compare_file(path, self.workbook())
        raise Stop("report-foreign", file=str(path))
