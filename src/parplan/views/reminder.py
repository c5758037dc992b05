"""A reminder as finished strings: values for its template, a page for its directives, and a message per unit.

Must not hold prose, or accuse: the office that reminds is a peer of the units, and requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from parplan.facts.reminder import ReminderFacts
from parplan.facts.sample import is_sample
from parplan.facts.standing import Standing, State
from parplan.facts.viewpoint import send_day
from parplan.period import Period
from parplan.views.columns import Heading, columns
from parplan.views.grouping import grouped
from parplan.views.office import Office
from parplan.views.page import Appendix, Page, Properties
from parplan.views.table import Row, Table
from parplan.words import Words

MOST_ADDRESSED: Final = 12
"""So many units are addressed one by one; more of them by what they have in common."""

OVERDUE: Final = (
    Heading("number", 0.6),
    Heading("task-long", 3.4, "left"),
    Heading("agency-doing", 2.8, "left"),
    Heading("deadline", 1.5),
    Heading("days-late-long", 1.2),
    Heading("situation-long", 3.0, "left"),
    Heading("reminded", 2.0, "left"),
)


@dataclass(frozen=True)
class ReminderView:
    """``values`` for the template; ``page`` for its directives."""

    values: dict[str, Any]
    page: Page


def reminder_view(facts: ReminderFacts, words: Words) -> ReminderView:
    """Word a letter to all the units that there is something to ask of."""
    return _Writer(facts, words).view()


def reminder_text(facts: ReminderFacts, words: Words) -> str:
    """The same for one unit as a message: lines without any marks, to be sent as they are."""
    return "\n".join(_Writer(facts, words).lines()) + "\n"


class _Writer:
    def __init__(self, facts: ReminderFacts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.plan = facts.standings.plan.plan
        self.office = Office(words, facts.standings.workspace, self.plan)
        self.phrases = self.office.phrases
        self.day = facts.standings.view.day
        self.is_sample = is_sample(facts.standings.workspace, facts.standings.plan)

    def view(self) -> ReminderView:
        page = self.page()
        labels = {name: appendix.label for name, appendix in page.appendices.items()}
        return ReminderView(self.values() | {"appendices": labels}, page)

    def values(self) -> dict[str, Any]:
        """Every name the template may use; a count of nothing is empty."""
        facts = self.facts
        unreported = sum(1 for s in facts.overdue if s.state is State.OVERDUE_UNREPORTED)
        month = facts.month
        return {
            "office": self.office.name,
            "to": self.phrases.formal_agency(self.plan.reporting.to[0]),
            "plan": self.office.cited_plan(),
            "day": self.words.day(self.day),
            "reply_by": self.words.day(facts.reply_by),
            "only": self.phrases.formal_agency(facts.agencies[0]) if len(facts.agencies) == 1 else "",
            "overdue": self._counted(len(facts.overdue)),
            "units": self._counted(len({s.assignment.agency for s in facts.overdue})),
            "unreported": self._counted(unreported),
            "silent": self._counted(len(facts.silent)),
            "silent_names": self.phrases.agencies(facts.silent),
            # a month is closed before its reports have to be in: what is said of them is true some days later
            "sent_until": self.words.day(send_day(self.plan, month))
            if month and facts.standings.view.month
            else "",
            "month": {"number": str(month.number), "year": str(month.year)} if month else {},
            "earlier": [self.phrases.paper(letter) for letter in facts.earlier],
            "reminded": self._counted(len(facts.reminded)),
        }

    def _counted(self, number: int) -> str:
        return self.words.count(number) if number else ""

    def page(self) -> Page:
        words = self.words
        superior = self.phrases.short_agency(self.plan.reporting.to[0])
        return Page(
            head=self.office.head(
                words("remind.number-blank", symbol=self.office.letter_symbol),
                None,
                Period.around(self.day),
                subject=self._subject(),
                addressees=self._addressees(),
            ),
            foot=self.office.foot((words("remind.as-above"), words("remind.to-report", superior=superior))),
            properties=Properties(title=self._subject().replace("\n", " "), author=self.office.name, day=self.day),
            appendices={"overdue": self._appendix()} if self.facts.overdue else {},
            watermark=words("report.watermark") if self.is_sample else "",
        )

    def _subject(self) -> str:
        words, facts = self.words, self.facts
        plan = self.office.cited_plan()["number"]
        if facts.overdue or facts.month is None:
            about, joint = words("remind.subject", plan=plan), "\n"
        else:
            about, joint = words("remind.subject-report", plan=plan, month=facts.month), " "
        return about if facts.round == 1 else about + joint + words("remind.round", n=facts.round)

    def _addressees(self) -> tuple[str, ...]:
        if len(self.facts.agencies) > MOST_ADDRESSED:
            return (self.words("remind.addressees"),)
        return tuple(self.phrases.formal_agency(agency) for agency in self.facts.agencies)

    def _appendix(self) -> Appendix:
        words = self.words
        return Appendix(
            label=words("remind.appendix"),
            title=words("report.overdue.title"),
            reference=words(
                "remind.appendix-reference",
                symbol=self.office.letter_symbol,
                year=str(self.day.year),
                office=self.office.name,
            ),
            parts=(self._table(),),
            ending=words("report.end"),
        )

    def _table(self) -> Table:
        """What is overdue, the longest first; one duty's cells are merged over its units."""
        left_out = {"agency-doing"} if len(self.facts.agencies) == 1 else set()
        left_out |= set() if self.facts.reminded else {"reminded"}
        shown = [heading.key not in left_out for heading in OVERDUE]
        rows = []
        for number, group in enumerate(grouped(self.facts.overdue), start=1):
            for position, standing in enumerate(group):
                cells = self._cells(standing, number if position == 0 else None)
                rows.append(Row(tuple(cell for cell, show in zip(cells, shown, strict=True) if show)))
        headings = tuple(heading for heading, show in zip(OVERDUE, shown, strict=True) if show)
        return Table(columns(self.words, headings), tuple(rows))

    def _cells(self, standing: Standing, number: int | None) -> tuple[str | None, ...]:
        owed, first = standing.assignment, number is not None
        return (
            str(number) if first else None,
            self.phrases.title(owed) if first else None,
            self.phrases.agency(owed.agency),
            self.phrases.deadline(owed) if first else None,
            str(standing.days_late),
            self.phrases.told(standing),
            self.phrases.letters(self.facts.letters.about(standing)),
        )

    def lines(self) -> Iterator[str]:
        words, facts = self.words, self.facts
        names = {"office": self.office.name, "agency": self.phrases.agencies(facts.agencies)}
        if self.is_sample:
            yield words("status.sample")
        opening = "remind.text.opening" if facts.overdue else "remind.text.opening-report"
        yield words(opening, **names, plan=self.plan.short, day=self.day)
        if facts.overdue:
            yield words("remind.text.overdue", n=len(facts.overdue))
        for number, standing in enumerate(facts.overdue, start=1):
            owed = standing.assignment
            yield words(
                "remind.text.line",
                number=number,
                title=self.phrases.title(owed),
                deadline=self.phrases.deadline(owed),
                days=standing.days_late,
                told=self._told(standing),
            )
        if facts.silent and facts.month:
            yield words("remind.text.silent", month=facts.month)
        if facts.earlier:
            yield words("remind.text.earlier", letters=self.phrases.letters(facts.earlier))
        closing = "remind.text.closing" if facts.overdue else "remind.text.closing-report"
        yield words(closing, office=self.office.name, day=facts.reply_by)

    def _told(self, standing: Standing) -> str:
        if standing.state is State.OVERDUE_UNREPORTED:
            return self.words("remind.text.unreported")
        return self.phrases.told(standing)
