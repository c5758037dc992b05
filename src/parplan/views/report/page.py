"""What the directives of a report name: its head, foot, tables and appendices.

Must not hold prose (the template does) or compute (facts do).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from parplan.facts.report.report import ReportFacts
from parplan.views.chart import Chart
from parplan.views.page import Appendix, Foot, Head, Page, Properties
from parplan.views.phrases.office import Office
from parplan.views.report.appendices import ReportAppendices
from parplan.views.report.charts import ReportCharts
from parplan.views.report.lost_points import LostPointsTables
from parplan.views.report.tables import ReportTables
from parplan.views.report.task_table import TaskTable
from parplan.views.table import Table

ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII")


class ReportPage:
    """Draws up the page of a report. Reports of more than a month have charts; a month's has them on request.

    ``with_gap``: it tells of lost points too.
    """

    def __init__(
        self, facts: ReportFacts, office: Office, *, with_charts: bool = False, with_gap: bool = False
    ) -> None:
        self.facts = facts
        self.office = office
        self.words = office.words
        self.plan = facts.plan.plan
        self.period = office.words.period(facts.period, "long")
        self.phrases = office.phrases
        self.tables = ReportTables(facts, office.phrases)
        self.lists = ReportAppendices(facts, office.phrases)
        self.with_charts = with_charts or facts.period.months != 1
        self.with_gap = with_gap

    @cached_property
    def charts(self) -> dict[str, Chart]:
        """Those of a report that has any, by name."""
        return ReportCharts(self.facts, self.office).charts() if self.with_charts else {}

    def page(self, left: Iterable[str]) -> Page:
        """Everything a directive may name. ``left``: the places that are still for the hand."""
        to = self.phrases.short_agencies(self.facts.addressees)
        return Page(
            head=self.head(),
            foot=self.foot(),
            properties=Properties(
                title=self.words("report.title", period=self.period),
                author=self.office.name,
                day=self.facts.closes,
                language=self.words("report.locale"),
            ),
            tables=self.tables.tables(),
            charts=self.charts,
            appendices=self.appendices(),
            places={name: self.words(f"report.place.{name}", to=to) for name in left},
            blanks=self.office.blanks(),
            watermark=self._watermark(),
        )

    def _watermark(self) -> str:
        if self.facts.is_sample:
            return self.words("report.watermark")
        return self.words("report.draft-word") if self.facts.is_draft else ""

    def head(self) -> Head:
        hand = self.facts.hand
        return self.office.head(
            self.office.report_number(hand.number if hand else None),
            hand.date if hand else None,
            self.facts.sent_in,
            subject=self.office.subject("report.subject", self.facts.period, self.facts.opens, self.facts.closes),
            addressees=tuple(self.phrases.formal_agency(name) for name in self.facts.addressees),
            kind=self.words("report.kind"),
            draft=self.office.draft_mark(is_draft=self.facts.is_draft),
        )

    def foot(self) -> Foot:
        hand = self.facts.hand
        recipients = (hand.recipients if hand else None) or self.plan.reporting.recipients
        return self.office.foot(recipients, hand.signer if hand else None)

    def appendices(self) -> dict[str, Appendix]:
        """The appendices there is something for, numbered in order. Nobody is listed before anybody reported."""
        words, facts = self.words, self.facts
        made: dict[str, tuple[tuple[Table | Chart, ...], str]] = {}
        if facts.has_updates:
            made["units"] = (self.lists.units(),), words("report.units.title")
            if facts.overdue:
                made["overdue"] = (self.lists.overdue(),), words("report.overdue.title")
        made["tasks"] = (TaskTable(facts, self.phrases).table(),), words("report.tasks.title")
        if facts.due_next:
            made["due-next"] = (self.lists.due_next(),), self._coming()
        if facts.index_changes:
            made["index"] = (self.tables.indexes(),), words("report.index.title")
        if self.with_gap and (lost := LostPointsTables(facts, self.phrases).tables()):
            made["gap"] = lost, words("report.gap.title")
        if self.charts:
            made["charts"] = tuple(self.charts.values()), words("report.charts.title")
        return {
            name: Appendix(
                label=words("report.appendix", roman=roman),
                title=title,
                reference=self._reference(),
                parts=parts,
                landscape=name != "charts",
                ending=words("report.end"),
            )
            for roman, (name, (parts, title)) in zip(ROMAN, made.items(), strict=False)
        }

    def _coming(self) -> str:
        first, last = self.facts.coming
        return self.words("report.due-next.title-span", first=first, last=last)

    def _reference(self) -> str:
        hand = self.facts.hand
        if hand and hand.number and hand.date:
            day = self.words.long_day(hand.date)
            return self.words("report.appendix-reference", number=hand.number, day=day, office=self.office.name)
        values = {
            "symbol": self.office.symbol,
            "year": str(self.facts.sent_in.year),
            "office": self.office.name,
        }
        return self.words("report.appendix-reference-blank", **values)
