"""The self-assessment report as offices send it: head, sentences' values, the table of scores, what is explained.

Must not hold prose (the template does), compute a score, or explain anything in the place's stead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.facts.points.assessment import Assessed, Assessment
from parplan.model.plan import Plan
from parplan.model.workspace import Workspace
from parplan.views.columns import Heading, columns
from parplan.views.page import Appendix, Page, Properties
from parplan.views.phrases.called import index_called
from parplan.views.phrases.citing import Citing
from parplan.views.phrases.office import Office
from parplan.views.points.change_words import ChangeWords, plain
from parplan.views.points.steps import StepWords
from parplan.views.table import Row, Table
from parplan.words import Words

SUMMARY: Final = (
    Heading("number", 0.8, "center"),
    Heading("criterion-long", 3.4, "left"),
    Heading("maximum", 0.8, "right"),
    Heading("round-self", 0.9, "right"),
    Heading("step", 2.6, "left"),
    Heading("note", 1.6, "left"),
)
EXPLAINED: Final = (
    Heading("number", 0.8, "center"),
    Heading("criterion", 2.6, "left"),
    Heading("round-self", 0.9, "right"),
    Heading("evidence-asked", 2.4, "left"),
    Heading("explanation", 2.8, "left"),
)
PAPERS: Final = (
    Heading("number", 0.8, "center"),
    Heading("criterion", 3.4, "left"),
    Heading("evidence", 3.8, "left"),
)
NUMBERS: Final = ("I", "II", "III")
ISSUED_MONTH: Final = 12


@dataclass(frozen=True)
class SelfReportView:
    """``values`` for the template; ``page`` for its directives."""

    values: dict[str, Any]
    page: Page


def self_report_view(
    made: Assessment, workspace: Workspace, plan: Plan, words: Words, *, sample: bool
) -> SelfReportView:
    """Word the report of a place on one index: the province's is its plan's issuer's, a unit's its own."""
    return _Writer(made, workspace, plan, words, sample=sample).view()


class _Writer:
    def __init__(self, made: Assessment, workspace: Workspace, plan: Plan, words: Words, *, sample: bool) -> None:
        self.made, self.words, self.plan, self.sample = made, words, plan, sample
        place = made.result.place
        self.is_unit = place in workspace.units.agencies
        self.office = Office(words, workspace, plan, place if self.is_unit else plan.issuer)
        self.steps, self.said = StepWords(words), ChangeWords(words)
        self.year = made.result.year

    def view(self) -> SelfReportView:
        tables = self.tables()
        labels = {
            name: self.words("remind.appendix-of-several", number=NUMBERS[n]) for n, name in enumerate(tables)
        }
        return SelfReportView(self.values() | {"appendices": labels}, self.page(tables, labels))

    def values(self) -> dict[str, Any]:
        """Every name the template may use; a count of nothing is empty."""
        made, some = self.made, self.office.phrases.some
        known = made.tree.of
        decision = Citing(self.words).cite(known.decision, known.date) if known.decision else ""
        number = self.words.number
        return {
            "office": self.office.name,
            "index": index_called(made.index, self.words),
            "year": str(self.year),
            "decision": decision,
            "points": number(made.points, 2),
            "assessed": number(plain(made.assessed)),
            "scale": number(plain(made.index.scale)),
            "surveyed": number(plain(made.surveyed)) if made.surveyed else "",
            "taken_out": number(plain(made.taken_out)) if made.taken_out else "",
            "scaled": self.steps.points(made.scaled) if made.scaled is not None else "",
            "open": number(plain(made.open)) if made.open else "",
            "explained": some(len(made.to_explain)),
            "papers": some(sum(len(line.part.evidence or ()) for line in made.lines if line.part)),
        }

    def page(self, tables: dict[str, Table], labels: dict[str, str]) -> Page:
        words, office = self.words, self.office
        subject = words("self-report.subject", index=index_called(self.made.index, words), year=str(self.year))
        to = (office.phrases.formal_agency(self.plan.reporting.from_),) if self.is_unit else ()
        return Page(
            head=office.head(
                office.report_number(None),
                None,
                Period(date(self.year, ISSUED_MONTH, 1), 1),
                subject=subject,
                addressees=to or (words("self-report.addressee"),),
                kind=words("report.kind"),
            ),
            foot=office.foot((words("remind.as-above"),)),
            properties=Properties(subject.replace("\n", " "), office.name, date(self.year, ISSUED_MONTH, 31)),
            appendices={name: self._appendix(name, table, labels[name]) for name, table in tables.items()},
            places={"explain": words("self-report.place-explain")},
            watermark=words("report.watermark") if self.sample else "",
        )

    def _appendix(self, name: str, table: Table, label: str) -> Appendix:
        words = self.words
        reference = words(
            "report.appendix-reference-blank",
            symbol=self.office.symbol,
            year=str(self.year),
            office=self.office.name,
        )
        title = words(f"self-report.{name}", index=self.made.index.called.upper(), year=str(self.year))
        return Appendix(label, title, reference, (table,), ending=words("report.end"))

    def tables(self) -> dict[str, Table]:
        """The table of scores; what is to be explained, and the papers, where there are any."""
        words = self.words
        made = {"summary": Table(columns(words, SUMMARY), tuple(self.summary()))}
        if explained := tuple(map(self.explained, self.made.to_explain)):
            made["explained"] = Table(columns(words, EXPLAINED), explained)
        if papers := tuple(self.papers()):
            made["papers"] = Table(columns(words, PAPERS), papers)
        return made

    def summary(self) -> Iterator[Row]:
        """Every area, criterion and sub-criterion, with the sum at the end."""
        tree, lines = self.made.tree, {line.ref: line for line in self.made.lines}
        scores = next((scores for scores in self.made.rounds if scores.round == "self"), None)
        for ref, depth in tree.walk():
            criterion, line = tree.criteria[ref], lines.get(ref)
            most = tree.maximum(ref)
            if line is None:
                known = scores.of(ref) if scores else None
                points = self.said.figure(known.points) if known else ""
                cells = (points, "", "")
            else:
                cells = (self._points(line), self.steps.step(line), self._note(line))
            first = (criterion.code or "", criterion.name, "" if most is None else self._figure(most))
            yield Row((*first, *cells), kind="total" if depth == 1 else "row")
        total = self.words.number(self.made.points, 2)
        scale = self._figure(self.made.index.scale)
        yield Row(("", self.words("row.total"), scale, total, "", ""), kind="total")

    def _points(self, line: Assessed) -> str:
        points = line.written if line.written is not None else line.given
        return "" if points is None else self.words.number(points, 2)

    def _note(self, line: Assessed) -> str:
        notes = [self.words("scoring.differs")] if line.differs else []
        notes += [line.part.note] if line.part is not None and line.part.note else []
        return "; ".join(notes)

    def _figure(self, figure: Any) -> str:
        return self.words.number(plain(figure))

    def explained(self, line: Assessed) -> Row:
        """A criterion without its papers, with what the place says of it, or room to say it."""
        note = line.part.note if line.part is not None else None
        asked = self.words.listed(line.criterion.evidence or ())
        said = note or self.words("self-report.to-explain")
        return Row((line.criterion.code or "", line.criterion.name, self._points(line), asked, said))

    def papers(self) -> Iterator[Row]:
        """The papers that prove the scores, criterion by criterion."""
        for line in self.made.lines:
            named = [
                self.office.phrases.paper(one) if one.number else one.link or one.title or ""
                for one in (line.part.evidence or () if line.part else ())
            ]
            if any(named):
                listed = self.words.listed(filter(None, named))
                yield Row((line.criterion.code or "", line.criterion.name, listed))
