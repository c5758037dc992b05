"""What the directives of a month's report name: its head, foot, tables and appendices.

Must not hold prose (the template does) or compute (facts do).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from parplan.facts.month import MonthFacts
from parplan.model.plan import Signer
from parplan.views.month_appendices import MonthAppendices
from parplan.views.month_tables import MonthTables
from parplan.views.page import Appendix, Foot, Head, Page, Properties
from parplan.views.phrases import Phrases, padded
from parplan.words import Words

ROMAN: Final = ("I", "II", "III", "IV", "V", "VI")


class MonthPage:
    """Draws up the page of a month's report."""

    def __init__(self, facts: MonthFacts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.plan = facts.plan.plan
        self.month = facts.month
        self.phrases = Phrases(words, facts.workspace, self.plan)
        self.tables = MonthTables(facts, words)
        self.lists = MonthAppendices(facts, words)

    def page(self, left: Iterable[str]) -> Page:
        """Everything a directive may name. ``left``: the places that are still for the hand."""
        return Page(
            head=self.head(),
            foot=self.foot(),
            properties=Properties(
                title=self.words("report.title", month=self.month.number, year=str(self.month.year)),
                author=self.phrases.agency(self.plan.reporting.from_),
                day=self.facts.closes,
            ),
            tables={"overall": self.tables.overall(), "targets": self.tables.targets()},
            appendices=self.appendices(),
            places={name: self.words(f"report.place.{name}") for name in left},
            watermark=self.words("report.watermark") if self.facts.is_sample else "",
        )

    def _symbol(self) -> str:
        office = self.phrases.units.agencies.get(self.plan.reporting.from_)
        return office.symbol or "" if office else ""

    def head(self) -> Head:
        words, hand, reporting = self.words, self.facts.hand, self.plan.reporting
        number = hand.number if hand else None
        day = hand.date if hand else None
        places = {place.id: place.name for place in self.facts.workspace.indexes.places}
        place = places.get(self.plan.place, self.plan.place)
        # the month and year in the head are those of signing: the month the report is sent in
        blank = words("report.place-date-blank", place=place, month=padded(self.month), year=str(self.month.year))
        addressees = (hand.to if hand else None) or reporting.to
        return Head(
            superior=self.phrases.agency(reporting.to[0]).upper(),
            issuer=self.phrases.agency(reporting.from_).upper(),
            number=words("report.number", number=number)
            if number
            else words("report.number-blank", symbol=self._symbol()),
            nation=words("report.nation"),
            motto=words("report.motto"),
            place_and_date=words("report.place-date", place=place, day=words.long_day(day)) if day else blank,
            kind=words("report.kind"),
            subject=tuple(words("report.subject", month=self.month.number, year=str(self.month.year)).split("\n")),
            addressing=words("report.addressing"),
            addressees=tuple(self.phrases.formal_agency(name) for name in addressees),
            draft="" if self.facts.has_updates else words("report.draft-word"),
        )

    def foot(self) -> Foot:
        words, hand, reporting = self.words, self.facts.hand, self.plan.reporting
        signer: Signer = (hand.signer if hand else None) or reporting.signer
        recipients = (hand.recipients if hand else None) or reporting.recipients
        # one who signs for another writes whose power it is above his own office
        authority = (signer.authority, signer.office) if signer.authority else (signer.office,)
        return Foot(
            heading=words("report.recipients"),
            recipients=(
                *(f"- {name};" for name in recipients),
                words("report.archive", archive=reporting.archive),
            ),
            authority=authority,
            signer=signer.name or "",
        )

    def appendices(self) -> dict[str, Appendix]:
        """The appendices there is something for, numbered in order. Nobody is listed before anybody reported."""
        words, facts, following = self.words, self.facts, self.month.next()
        tables = {}
        if facts.has_updates:
            tables["units"] = self.lists.units(), words("report.units.title")
            if facts.overdue:
                tables["overdue"] = self.lists.overdue(), words("report.overdue.title")
        tables["tasks"] = self.lists.tasks(), words("report.tasks.title")
        if facts.due_next:
            title = words("report.due-next.title", month=following.number, year=str(following.year))
            tables["due-next"] = self.lists.due_next(), title
        if self.facts.is_first:
            tables["index"] = self.tables.indexes(), words("report.index.title")
        return {
            name: Appendix(
                label=words("report.appendix", roman=roman),
                title=title,
                reference=self._reference(),
                table=table,
                ending=words("report.end"),
            )
            for roman, (name, (table, title)) in zip(ROMAN, tables.items(), strict=False)
        }

    def _reference(self) -> str:
        hand = self.facts.hand
        office = self.phrases.agency(self.plan.reporting.from_)
        if hand and hand.number and hand.date:
            day = self.words.long_day(hand.date)
            return self.words("report.appendix-reference", number=hand.number, day=day, office=office)
        values = {"symbol": self._symbol(), "year": str(self.month.year), "office": office}
        return self.words("report.appendix-reference-blank", **values)
