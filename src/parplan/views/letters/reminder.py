"""A reminder as finished strings: values for its template, a page for its directives, and a message per unit.

Must not hold prose, or accuse: the office that reminds is a peer of the units, and requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.facts.reminder import ReminderFacts
from parplan.facts.sample import is_sample
from parplan.facts.standing import Standing, State
from parplan.model.reminder import Reminder
from parplan.views.letters.tables import missing_table, months_named, overdue_table, told
from parplan.views.page import Appendix, Page, Properties
from parplan.views.phrases.office import Office
from parplan.views.table import Table
from parplan.words import Words

MOST_ADDRESSED: Final = 12
"""So many units are addressed one by one; more of them by the appendix that names them."""

MOST_NAMED: Final = 6
"""So many units that did not report are named in the text; more of them in an appendix."""

MOST_CITED: Final = 3
"""So many earlier letters are cited one by one; of more, the last."""

APPENDIX_NUMBERS: Final = ("I", "II")


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
        self.is_sample = is_sample(facts.standings.workspace, facts.standings.plan)

    def view(self) -> ReminderView:
        page = self.page()
        labels = {name: appendix.label for name, appendix in page.appendices.items()}
        return ReminderView(self.values() | {"appendices": labels}, page)

    def values(self) -> dict[str, Any]:
        """Every name the template may use; a count of nothing is empty."""
        facts, phrases = self.facts, self.phrases
        owing = tuple(dict.fromkeys(standing.assignment.agency for standing in facts.overdue))
        unreported = sum(1 for s in facts.overdue if s.state is State.OVERDUE_UNREPORTED)
        return {
            "office": self.office.name,
            "to": phrases.formal_agencies(self.plan.reporting.to),
            "plan": self.office.cited_plan(),
            "day": self.words.day(facts.standings.view.day),
            "reply_by": self.words.day(facts.reply_by),
            "only": phrases.formal_agency(facts.agencies[0]) if len(facts.agencies) == 1 else "",
            "overdue": phrases.some(len(facts.overdue)),
            "owing": phrases.agency(owing[0]) if len(owing) == 1 else "",
            "units": phrases.some(len(owing)),
            "unreported": phrases.some(unreported),
            "silent": phrases.some(len(facts.silent)),
            "listed": self.is_silence_listed,
            "silent_names": "" if self.is_silence_listed else phrases.agencies(facts.silent),
            "all_silent": facts.silent == facts.agencies,
            "months": months_named(facts.months, self.words),
            "same_months": len(set(facts.missing.values())) == 1,
            "earlier": [self._cited(letter) for letter in facts.earlier[-MOST_CITED:]],
            "earlier_count": phrases.some(len(facts.earlier)) if len(facts.earlier) > MOST_CITED else "",
            "reminded": phrases.some(len(facts.reminded)),
        }

    def _cited(self, letter: Reminder) -> dict[str, str]:
        about = "tasks" if letter.tasks else "reports"
        return {"paper": self.phrases.paper(letter), "about": self.words(f"remind.about-{about}")}

    @cached_property
    def is_silence_listed(self) -> bool:
        """Whether an appendix lists who owes which reports: where many do, or not all owe the same."""
        facts = self.facts
        if len(facts.agencies) == 1 or not facts.silent:
            return False
        differ = len(set(facts.missing.values())) > 1
        named_above = facts.silent == facts.agencies and self._are_addressed
        return differ or not (self._are_addressed and (named_above or len(facts.silent) <= MOST_NAMED))

    @property
    def _are_addressed(self) -> bool:
        """Whether the units stand at the head of the letter one by one."""
        return len(self.facts.agencies) <= MOST_ADDRESSED

    def page(self) -> Page:
        words = self.words
        superiors = map(self.phrases.short_agency, self.plan.reporting.to)
        return Page(
            head=self.office.head(
                words("remind.number-blank", symbol=self.office.letter_symbol),
                None,
                Period.around(self.facts.day),
                subject=self._subject(),
                addressees=self._addressees(),
            ),
            foot=self.office.foot(
                (words("remind.as-above"), *(words("remind.to-report", superior=name) for name in superiors))
            ),
            properties=Properties(
                title=self._subject().replace("\n", " "), author=self.office.name, day=self.facts.day
            ),
            appendices=self._appendices(),
            blanks=self.office.blanks(),
            watermark=words("report.watermark") if self.is_sample else "",
        )

    def _subject(self) -> str:
        words, facts = self.words, self.facts
        plan = self.office.cited_plan()["number"]
        if facts.overdue:
            about, joint = words("remind.subject", plan=plan), "\n"
        elif len(facts.months) == 1:
            about, joint = words("remind.subject-report", plan=plan, month=facts.months[0]), " "
        else:
            about, joint = words("remind.subject-reports", plan=plan), "\n"
        return about if facts.round == 1 else about + joint + words("remind.round", n=facts.round)

    def _addressees(self) -> tuple[str, ...]:
        if not self._are_addressed:
            several = bool(self.facts.overdue) and self.is_silence_listed
            return (self.words("remind.addressees-several" if several else "remind.addressees"),)
        return tuple(self.phrases.formal_agency(agency) for agency in self.facts.agencies)

    def _appendices(self) -> dict[str, Appendix]:
        facts, made = self.facts, dict[str, Table]()
        if facts.overdue:
            made["overdue"] = overdue_table(facts, self.words, self.phrases)
        if self.is_silence_listed:
            made["missing"] = missing_table(facts, self.words, self.phrases)
        numbers = APPENDIX_NUMBERS if len(made) > 1 else ("",)
        return {
            name: self._appendix(name, table, number)
            for (name, table), number in zip(made.items(), numbers, strict=False)
        }

    def _appendix(self, name: str, table: Table, number: str) -> Appendix:
        words = self.words
        reference = words(
            "remind.appendix-reference",
            symbol=self.office.letter_symbol,
            year=str(self.facts.day.year),
            office=self.office.name,
        )
        return Appendix(
            label=words("remind.appendix-of-several", number=number) if number else words("remind.appendix"),
            title=words("report.overdue.title" if name == "overdue" else "remind.missing-title"),
            reference=reference,
            parts=(table,),
            ending=words("report.end"),
            landscape=name == "overdue",
        )

    def lines(self) -> Iterator[str]:
        words, facts = self.words, self.facts
        names = {"office": self.office.name, "agency": self.phrases.agencies(facts.agencies)}
        if self.is_sample:
            yield words("status.sample")
        opening = "remind.text.opening" if facts.overdue else "remind.text.opening-report"
        yield words(opening, **names, plan=self.plan.called, day=facts.standings.view.day)
        owed = [self._owed(standing) for standing in facts.overdue]
        if len(owed) == 1:
            yield words("remind.text.overdue-one", line=owed[0])
        elif owed:
            yield words("remind.text.overdue", n=len(owed))
            yield from (words("remind.text.item", number=n, line=line) for n, line in enumerate(owed, start=1))
        if facts.silent:
            yield words("remind.text.silent", months=months_named(facts.months, words))
        if facts.earlier:
            letters = self.phrases.letters(facts.earlier[-MOST_CITED:])
            yield words("remind.text.earlier", letters=letters)
        closing = "remind.text.closing" if facts.overdue else "remind.text.closing-report"
        yield words(closing, office=self.office.name, day=facts.reply_by)

    def _owed(self, standing: Standing) -> str:
        """One overdue duty in a message: until when, since when, and what its unit said of it."""
        return self.words(
            "remind.text.line" if standing.days_late else "remind.text.line-today",
            title=self.phrases.title(standing.assignment),
            deadline=self.phrases.deadline(standing.assignment),
            days=standing.days_late,
            told=told(standing, self.words, self.phrases),
        )
