"""parplan report --month 9: the report of a month or longer, as Word, as PDF or as the Markdown it is made from.

Must not make a report from data with errors, and must not write over a file that a hand has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final

from parplan.commands.report_check import Given, check_report
from parplan.facts.report.gist import VERSION
from parplan.facts.report.lost_points import UNASKED
from parplan.finding import Stop
from parplan.options.destination import STDOUT, form_of, make_room, path_for
from parplan.options.language import Lang, say
from parplan.options.parameters import Option
from parplan.options.report import ReportAsked, asked_unit
from parplan.options.shared import (
    AgencyOption,
    AsOf,
    PeriodAsked,
    PlanOption,
    Root,
    day_asked,
    exclude,
    exclude_each,
    open_workspace,
)
from parplan.output.files.save import Saved, save_together
from parplan.output.files.seal import sealed_text
from parplan.output.files.seal_note import Made
from parplan.output.files.text_out import HUSHED, aloud, aside, write
from parplan.output.templates.shipped import template_digest, template_path
from parplan.output.templates.template import render
from parplan.output.terminal.progress import awaited
from parplan.output.text.markdown import expand
from parplan.reading.load import Loaded
from parplan.views.listing import Listing
from parplan.views.phrases.office import OFFICIAL
from parplan.views.report.full_list import report_list
from parplan.views.report.messages import list_messages, offer_messages, report_messages
from parplan.views.report.own import own_report_view
from parplan.views.report.report import ReportView, report_view
from parplan.views.setup.next import Then, typed
from parplan.words import Words, words


class Form(StrEnum):
    """How the report is written out."""

    docx = "docx"
    md = "md"
    pdf = "pdf"


SUFFIXES: Final = {form: (f".{form.value}",) for form in Form}


def report(
    month: Annotated[str | None, Option("--month")] = None,
    quarter: Annotated[str | None, Option("--quarter")] = None,
    half: Annotated[str | None, Option("--half")] = None,
    year_end: Annotated[bool, Option("--year-end")] = False,
    final: Annotated[bool, Option("--final")] = False,
    year: Annotated[str | None, Option("--year")] = None,
    paper: Annotated[Path | None, Option("-o", "--output")] = None,
    format_: Annotated[Form | None, Option("--format")] = None,
    unit: AgencyOption = None,
    charts: Annotated[bool, Option("--charts")] = False,
    gap: Annotated[bool, Option("--gap")] = False,
    full: Annotated[bool, Option("--full")] = False,
    check: Annotated[Path | None, Option("--check")] = None,
    proposals: Annotated[bool, Option("--proposals")] = False,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then:
    """Make the report of a period."""
    of_making = {"--output": bool(paper), "--format": bool(format_), "--full": full}
    exclude_each({"--check": bool(check), "--proposals": proposals}, of_making)
    of_the_office = {"--charts": charts and not check, "--gap": gap and not check, "--proposals": proposals}
    exclude_each({"--agency": unit is not None}, of_the_office)
    exclude({"--full": full, f"--output {STDOUT}": str(paper) == STDOUT})
    form = form_of(paper, format_, SUFFIXES, Form.docx, printed=(Form.md,))
    loaded = open_workspace(root)
    if loaded.errors:
        raise Stop("report-refused", exit_code=1, n=len(loaded.errors))
    period = PeriodAsked(month, quarter, half, year_end, year, final)
    if check is not None:
        return _checked(loaded, check, Given(period, plan, unit, charts, gap, as_of, lang), say(lang))
    file, chosen = period.choose(loaded, plan)
    agency = asked_unit(loaded, unit, say(lang)) if unit is not None else None
    gap = gap or (agency is None and chosen.months in UNASKED)
    asked = ReportAsked(
        loaded, file, chosen, agency, day_asked(loaded, plan, as_of) if as_of else None, charts, gap
    )
    made = _Report(asked, words(lang or OFFICIAL), full=full)
    if proposals:
        _offer(made.view, say(lang))
        return Then()
    path = path_for(loaded.root, paper, f"{made.view.file_name}.{form.value}")
    return _made(path, *made.written(form, path, say(lang)))


def _checked(loaded: Loaded, path: Path, given: Given, said: Words) -> Then:
    """Tell whether a report still holds; that it does not is heard in any case."""
    verdict = check_report(loaded, path, given, said)
    for sentence in verdict.sentences:
        (aloud if verdict.code else aside)(sentence)
    return Then(code=verdict.code)


def _made(wanted: Path, saved: Path, told: Sequence[str]) -> Then:
    """Tell of a report that was made; that it lies elsewhere, which comes first, is heard in any case."""
    if HUSHED.get() and saved != wanted:
        aloud(told[0])
    _tell(told)
    return Then("report", f"--check {typed(str(saved))}") if str(saved) != STDOUT else Then()


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

    asked: ReportAsked
    words: Words
    full: bool

    @cached_property
    def view(self) -> ReportView:
        if self.asked.own is not None:
            return own_report_view(self.asked.own, self.words)
        return report_view(self.asked.facts, self.words, with_charts=self.asked.charts, with_gap=self.asked.gap)

    @cached_property
    def listing(self) -> Listing:
        return report_list(self.asked.facts, self.words, self.asked.unit)

    @property
    def root(self) -> Path:
        return self.asked.loaded.root

    @property
    def template(self) -> str:
        return f"{self.view.template}.{self.words.language}.md.j2"

    @cached_property
    def markdown(self) -> str:
        return render(self.template, self.view.values, self.root)

    def note(self, form: str) -> str:
        """What the seal says beside the digest: how it was made, and what it tells."""
        asked, is_list = self.asked, form == "xlsx"
        return Made(
            version=VERSION,
            plan=asked.plan.plan.year,
            period=str(asked.period),
            lang=self.words.language,
            form=form,
            agency=asked.unit or "",
            charts=asked.charts,
            gap=asked.gap,
            full=self.full,
            as_of=asked.as_of.isoformat() if asked.as_of else "",
            template="" if is_list else template_digest(self.template, self.root),
            told=asked.list_gist if is_list else asked.gist,
        ).text()

    def text(self) -> str:
        """The report as Markdown."""
        return expand(self.markdown, self.view.page)

    def document(self, form: Form) -> bytes:
        """The report as .docx, which any ``form`` but Markdown is made from."""
        # Word's library takes longer to import than everything else together
        from parplan.output.word.document import compose
        from parplan.output.word.packed import packed

        letterhead = template_path("letterhead.docx", self.root)
        return packed(compose(self.markdown, self.view.page, letterhead), self.note(form.value))

    def pdf(self) -> bytes:
        """The report as PDF."""
        from parplan.output.word.pdf import pdf

        return pdf(self.document(Form.pdf), self.view.page.properties.day, self.note(Form.pdf.value))

    def workbook(self) -> bytes:
        """The whole list of assignments as .xlsx."""
        from parplan.output.excel.workbook import workbook

        return workbook(self.listing, self.note("xlsx"))

    def written(self, form: Form, wanted: Path, said: Words) -> tuple[Path, list[str]]:
        """Write it, then the list beside it; where it lies, and what there is to say.

        What can't be drawn leaves nothing.
        """
        with awaited(said("progress.report")):
            made = {wanted: self._content(form)} if str(wanted) != STDOUT else {}
            if self.full:
                made[wanted.with_suffix(".xlsx")] = self.workbook()
        make_room(self.root, wanted)
        if not made:
            write(self.text())
            saved, *listed = [Saved(wanted, "new")]
        else:
            saved, *listed = save_together(made)
        told = list(report_messages(self.view, str(saved.path), saved.reason, str(wanted), said))
        for put, beside in zip(listed, list(made)[1:], strict=True):
            told += list_messages(self.listing, str(put.path), put.reason, str(beside), said)
        return saved.path, told

    def _content(self, form: Form) -> bytes:
        match form:
            case Form.md:
                return sealed_text(self.text(), self.note(form.value))
            case Form.pdf:
                return self.pdf()
        return self.document(form)
