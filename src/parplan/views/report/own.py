"""One unit's own report as finished strings: values for its template, a page for its directives.

Must not hold prose (the template does) or compute (facts do).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, Final

from parplan.facts.report.own import OwnReportFacts
from parplan.facts.standing import MarkKind, Standing, State
from parplan.views.columns import Heading, columns
from parplan.views.page import Head, Page, Properties
from parplan.views.phrases.citing import Citing
from parplan.views.phrases.office import Office
from parplan.views.phrases.phrases import run_on, sentence
from parplan.views.phrases.targets import TargetWords
from parplan.views.report.periods import coming
from parplan.views.report.report import ReportView
from parplan.views.table import Row, Table, unless_all
from parplan.words import Words

COUNTED: Final = (
    Heading("number", 0.6),
    Heading("task-long", 2.9, "left"),
    Heading("deadline", 1.5),
    Heading("result", 3.4, "left"),
    Heading("verdict", 1.1),
    Heading("note", 1.5, "left"),
)
STANDING: Final = (Heading("number", 0.6), Heading("task-long", 3.2, "left"), Heading("result", 4.6, "left"))
TARGETS: Final = (
    Heading("number", 0.6),
    Heading("target", 3.4, "left"),
    Heading("unit", 0.9),
    Heading("aim", 1.4),
    Heading("before", 1.4),
    Heading("now", 2.0),
    Heading("verdict", 1.2),
)
DIFFICULTIES: Final = (
    Heading("number", 0.6),
    Heading("task-long", 3.0, "left"),
    Heading("difficulty", 3.4, "left"),
    Heading("reason", 2.6, "left"),
)
COMING: Final = (Heading("number", 0.6), Heading("task-long", 5.0, "left"), Heading("deadline", 2.0))
UNSAID: Final = frozenset(
    {MarkKind.DUE_SOON, MarkKind.DAY_OFF, MarkKind.DIFFICULTY, MarkKind.NO_EVIDENCE, MarkKind.EXTENDED}
)
"""Marks for who watches over the work; of its difficulties a unit tells in a section of their own."""

MOST_TITLES: Final = 6
"""So many duties a sentence names; it counts the rest."""

MOST_ITEMS: Final = 12
"""So many difficulties are told one below another; more of them in a table."""


def own_report_view(facts: OwnReportFacts, words: Words) -> ReportView:
    """Word what one unit tells of itself."""
    return _OwnReport(facts, words).view()


class _OwnReport:
    def __init__(self, facts: OwnReportFacts, words: Words) -> None:
        self.facts = facts
        self.report = facts.report
        self.words = words
        self.plan = facts.report.plan.plan
        self.unit = Office(words, facts.report.workspace, self.plan, facts.agency)
        self.phrases = self.unit.phrases
        self.citing = Citing(words)
        self.period = words.period(self.report.period, "long")

    def view(self) -> ReportView:
        places = {"causes": not self.facts.difficulties, "proposals": not self.facts.proposals}
        left = tuple(name for name, is_open in places.items() if is_open)
        page = self.page(left)
        name = self.words.period(self.report.period, "file")
        return ReportView(
            template="own-report",
            values=self.values(),
            page=page,
            left=(*(f"own-{name}" for name in left), *self.unit.left(page.foot)),
            file_name=self.words("own-report.file-name", agency=self.facts.agency, period=name),
            is_draft=not self.facts.files,
            unit=self.unit.name,
            is_sample=self.report.is_sample,
        )

    # --- values ---------------------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """Every name the template may use."""
        facts, report, day = self.facts, self.report, self.words.day
        return {
            "unit": self.unit.name,
            "unit_in_full": self.phrases.formal_agency(facts.agency),
            "is_final": report.period.is_final,
            "to": self.phrases.formal_agency(self.plan.reporting.from_),
            "plan": self.unit.cited_plan(),
            "period": {"long": self.period},
            "opens": day(report.opens),
            "closes": day(report.closes),
            "has_updates": facts.has_updates,
            **self.phrases.counts(facts.tally),
            "told": self.phrases.some(len(facts.told)),
            "done_before": self.phrases.some(len(facts.done_before)),
            "others": self.phrases.some(len(facts.counted) - len(facts.told) - len(facts.done_before)),
            "standing": self.phrases.some(len(facts.standing_duties)),
            "heard": self.phrases.some(len(facts.heard)),
            **self._unheard(),
            "targets": self.phrases.some(len(facts.targets)),
            "difficulties": self.difficulties,
            "are_difficulties_listed": self._count_of_many(len(self.difficulties)),
            "proposals": [
                {"title": self.phrases.title(s.assignment), "text": sentence(s.update.proposal)}
                for s in facts.proposals
                if s.update
            ],
            "next": coming(report, self.words),
            "due_next": self.phrases.some(len(facts.due_next)),
            "appendices": {},  # the frame asks: a unit's own report has none
        }

    def _unheard(self) -> dict[str, Any]:
        """The duties without a due day of which nothing was said, and how many more than a sentence names."""
        titles = [s.assignment.task.title for s in self.facts.standing_duties if s.state is State.NOT_REPORTED]
        # a rest of one is named rather than counted
        shown = titles if len(titles) <= MOST_TITLES + 1 else titles[:MOST_TITLES]
        rest = len(titles) - len(shown)
        return {"unheard": shown, "unheard_more": self.words("own-report.more", n=rest) if rest else ""}

    @cached_property
    def difficulties(self) -> list[dict[str, str]]:
        """What stands in the way of which duties; the same words are said once, of all that they are about."""
        alike: dict[tuple[str, str], list[str]] = {}
        for standing in self.facts.difficulties:
            update = standing.update
            said = (sentence(update.difficulty), sentence(update.reason)) if update else ("", "")
            alike.setdefault(said, []).append(self.phrases.title(standing.assignment))
        return [
            {"title": "; ".join(titles), "text": text, "reason": reason}
            for (text, reason), titles in alike.items()
        ]

    def _count_of_many(self, number: int) -> str:
        return self.words.count(number) if number > MOST_ITEMS else ""

    # --- page -----------------------------------------------------------------------------------------------

    def page(self, left: Iterable[str]) -> Page:
        """Everything a directive may name."""
        words = self.words
        return Page(
            head=self._head(),
            foot=self.unit.foot((words("remind.as-above"),)),
            properties=Properties(
                title=words("own-report.title", agency=self.unit.name, period=self.period),
                author=self.unit.name,
                day=self.report.closes,
                language=self.words("report.locale"),
            ),
            tables={
                "counted": self._told(),
                "standing": self._heard(),
                "targets": self._targets(),
                "difficulties": self._difficulties(),
                "coming": self._coming(),
            },
            blanks=self.unit.blanks(),
            places={name: words(f"own-report.place.{name}") for name in left},
            watermark=words("report.watermark") if self.report.is_sample else "",
        )

    def _head(self) -> Head:
        words = self.words
        # a longer period's report is a paper of its own, with a number of its own
        papers = [file.document for file in self.facts.files] if self.report.period.months == 1 else []
        paper = papers[-1] if papers else None
        return self.unit.head(
            self.unit.report_number(paper.number if paper else None),
            paper.date if paper else None,
            self.report.sent_in,
            subject=self.unit.subject(
                "own-report.subject", self.report.period, self.report.opens, self.report.closes
            ),
            addressees=(self.phrases.formal_agency(self.plan.reporting.from_),),
            kind=words("report.kind"),
            draft=self.unit.draft_mark(is_draft=not self.facts.files),
        )

    def _told(self) -> Table:
        rows = (
            (
                self.phrases.title(standing.assignment),
                self.phrases.deadline(standing.assignment),
                self._result(standing),
                self._verdict(standing),
                self._note(standing),
            )
            for standing in self.facts.told
        )
        table = self._numbered(COUNTED, rows, "counted")
        verdict = [heading.key for heading in COUNTED].index("verdict")
        notes = (
            self.phrases.abbreviations(row.cells[verdict] for row in table.rows),
            self.phrases.sign_note("unknown", table.rows, "own-report.unknown"),
        )
        return table._replace(note=" ".join(filter(None, notes)))

    def _heard(self) -> Table:
        rows = ((self.phrases.title(standing.assignment), self._result(standing)) for standing in self.facts.heard)
        table = self._numbered(STANDING, rows, "standing")
        return table._replace(note=self.phrases.sign_note("unknown", table.rows, "own-report.unknown"))

    def _targets(self) -> Table:
        made = TargetWords(self.phrases).cells(self.facts.targets, self.facts.targets_before)
        table = self._numbered(TARGETS, (cells for _, cells in made), "targets")
        rows = unless_all(table.rows, self.words("report.unknown"))
        return table._replace(rows=rows, note=self.phrases.sign_note("unknown", rows))

    def _difficulties(self) -> Table:
        rows = ((item["title"], item["text"], item["reason"]) for item in self.difficulties)
        return self._numbered(DIFFICULTIES, rows, "counted")

    def _coming(self) -> Table:
        rows = (
            (self.phrases.title(s.assignment), self.phrases.deadline(s.assignment)) for s in self.facts.due_next
        )
        return self._numbered(COMING, rows, "coming")

    def _numbered(self, headings: tuple[Heading, ...], rows: Iterable[tuple[str, ...]], name: str) -> Table:
        numbered = tuple(Row((str(number), *cells)) for number, cells in enumerate(rows, start=1))
        return Table(columns(self.words, headings), numbered, empty=self.words(f"own-report.empty.{name}"))

    def _verdict(self, standing: Standing) -> str:
        if not self.facts.has_updates:
            return self.words("report.unknown")
        # that it has not reported yet is no news to the unit whose report this is
        if standing.state.is_overdue:
            return self.words(f"state.{State.OVERDUE.value}.short")
        return self.phrases.state(standing, "short")

    def _note(self, standing: Standing) -> str:
        """By how much it is late, when it is to be done, and what was decided about it."""
        words, update = self.words, standing.update
        parts = []
        if standing.days_late and self.facts.has_updates:
            parts.append(words("own-report.late", days=standing.days_late))
        if update and update.expected and update.expected > self.report.closes and not standing.state.is_done:
            parts.append(words("own-report.expected", day=update.expected))
        if extended := standing.assignment.extended:
            paper = extended.document
            issuer = self.phrases.agency(paper.issuer) if paper.issuer else ""
            parts.append(words("mark.extended", paper=self.citing.cite(paper.number, paper.date, issuer)))
        parts.append(self.phrases.marks(standing, leave_out=UNSAID))
        return run_on(parts)

    def _result(self, standing: Standing) -> str:
        update = standing.update
        if update is None:
            return self.words("report.unknown")
        if update.status == "none" and not update.result:
            return self.words("state.nothing-arose.long")
        papers = self.citing.evidence(update)
        return "; ".join(part for part in (sentence(update.result), papers) if part)
