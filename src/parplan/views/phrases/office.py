"""What every paper of the office bears: its own name and its superior's, mottoes, place and day, who signs.

Must not know what the paper is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from parplan.calendar.period import Period
from parplan.model.agency import AgencyKind
from parplan.model.plan import Plan
from parplan.model.shared import Signer
from parplan.model.workspace import Workspace
from parplan.views.page import Foot, Head
from parplan.views.phrases.broken_lines import broken, whole_parts
from parplan.views.phrases.called import before_date, in_sentence, plan_about, plan_in_subject
from parplan.views.phrases.phrases import Phrases
from parplan.words import Words

OFFICIAL: Final = "vi"
"""The language of official papers: one in another is a translation, and says so."""


class Office:
    """The office that reports under a plan, or another unit, as its papers name it."""

    def __init__(self, words: Words, workspace: Workspace, plan: Plan, unit: str | None = None) -> None:
        self.words = words
        self.plan = plan
        self.phrases = Phrases(words, workspace, plan)
        places = {place.id: place for place in workspace.indexes.places}
        self.unit = unit or plan.reporting.from_
        self._agency = self.phrases.units.agencies.get(self.unit)
        about = places.get(plan.place)
        own = self._agency.place if self._agency else None
        self.place = before_date(own or (about.name if about else plan.place), words)
        self.plan_place = in_sentence(about) if about else plan.place
        self._names = tuple(name for index in workspace.indexes.indexes for name in (index.called, index.name))
        self._places = tuple(place.name for place in workspace.indexes.places)
        self._kinds = {kind.id: kind for kind in workspace.agencies.kinds}

    @property
    def name(self) -> str:
        return self.phrases.agency(self.unit)

    @property
    def _kind(self) -> AgencyKind | None:
        return self._kinds.get(self._agency.kind) if self._agency else None

    @property
    def signer(self) -> Signer | None:
        """Who signs its papers: the plan's signer for the office that reports, else what the register says."""
        if self.unit == self.plan.reporting.from_:
            return self.plan.reporting.signer
        return (self._agency and self._agency.signer) or (self._kind and self._kind.signer) or None

    @property
    def superior(self) -> str:
        """The body above it on its papers; the one it reports to, where the register does not say."""
        above = self._kind.superior if self._kind else None
        if above is None and self.unit == self.plan.reporting.from_:
            above = self.plan.reporting.to[0]
        return self.phrases.agency(above) if above else ""

    @property
    def symbol(self) -> str:
        """What the numbers of its papers end in."""
        return (self._agency.symbol if self._agency else None) or self.open_symbol

    @property
    def open_symbol(self) -> str:
        """What stands for a symbol that the register does not hold; empty where it does."""
        return "" if self._agency and self._agency.symbol else self.words("report.symbol-blank")

    @property
    def letter_symbol(self) -> str:
        """The symbol with that of the room that drafts, which stands after the registry in the line "Lưu"."""
        _, _, room = self.plan.reporting.archive.partition(",")
        return "-".join(part for part in (self.symbol, *room.split()[:1]) if part)

    def head(
        self,
        number: str,
        day: date | None,
        month: Period,
        *,
        subject: str,
        addressees: tuple[str, ...],
        kind: str = "",
        draft: str = "",
    ) -> Head:
        """A paper's head. ``month`` is that of signing, for a day that is left to the clerk's hand."""
        words = self.words
        blank = words("report.place-date-blank", place=self.place, month=words.month_of_day(month))
        return Head(
            superior=self.superior.upper(),
            issuer=self._issuer(),
            number=number,
            nation=words("report.nation"),
            motto=words("report.motto"),
            place_and_date=words("report.place-date", place=self.place, day=words.long_day(day)) if day else blank,
            kind=kind,
            subject=tuple(subject.split("\n")),
            addressing=words("report.addressing"),
            addressees=addressees,
            draft=draft,
            open_symbol=self.open_symbol,
        )

    def _issuer(self) -> tuple[str, ...]:
        """The office's name in capitals, by the parts that stay whole on a line."""
        name = self.phrases.formal_agency(self.unit)
        parts = whole_parts(name, self._compounds, self._joints, frozenset(self.words("called.places").split()))
        return tuple(part.upper() for part in parts)

    @property
    def _compounds(self) -> tuple[str, ...]:
        """What no line tears in a name: words that are one, and what the workspace's places are called."""
        return (*self.words("called.compounds").split(", "), *self._places)

    @property
    def _joints(self) -> frozenset[str]:
        return frozenset(self.words("called.joints").split())

    def report_number(self, number: str | None) -> str:
        """The line of a report's number; a blank for the clerk's hand where it has none yet."""
        if number:
            return self.words("report.number", number=number)
        return self.words("report.number-blank", symbol=self.symbol)

    def draft_mark(self, *, is_draft: bool) -> str:
        """The word in the box under the number of a paper that is not to be signed; empty for one that may be."""
        if is_draft:
            return self.words("report.draft-word")
        return "" if self.words.language == OFFICIAL else self.words("report.translation")

    def foot(self, recipients: Iterable[str], signer: Signer | None = None) -> Foot:
        """Who gets the paper and who signs it, its own signer if nobody else; a place where none is known."""
        words, signer = self.words, signer or self.signer
        is_ours = self.unit == self.plan.reporting.from_
        # one who signs for another writes whose power it is above his own office
        authority = tuple(filter(None, (signer.authority, signer.office))) if signer else ()
        name = signer.name or "" if signer else ""
        return Foot(
            heading=words("report.recipients"),
            recipients=(
                *(f"- {name};" for name in recipients),
                words(
                    "report.archive",
                    archive=self.plan.reporting.archive if is_ours else words("own-report.archive"),
                ),
            ),
            authority=authority,
            signer=name,
            place="" if signer else words("own-report.signer"),
            unnamed="" if name else words("report.signer-blank"),
        )

    def left(self, foot: Foot) -> tuple[str, ...]:
        """What is still for the hand in any of its papers: the plan's number and day, a symbol, who signs."""
        known = {
            "plan": self.plan.number and self.plan.issued.day,
            "symbol": not self.open_symbol,
            "signer": foot.signer,
        }
        return tuple(name for name, value in known.items() if not value)

    def blanks(self) -> tuple[str, ...]:
        """The words that hold the places of the plan's number and day, where it has none."""
        known = {"number": self.plan.number, "date": self.plan.issued.day}
        return tuple(text for name, text in self.cited_plan().items() if name in known and not known[name])

    def cited_plan(self) -> dict[str, str]:
        """How the plan is cited; its number and day are left open where they are not known."""
        words, issued = self.words, self.plan.issued
        number = words("report.plan-number", number=self.plan.number) if self.plan.number else self._blank_number()
        day = words("report.plan-date", day=issued.day) if issued.day else None
        blank = words("report.plan-date-blank", month=words.month_of_day(issued.month))
        return {
            "number": number,
            "date": day or blank,
            "issuer": self.phrases.formal_agency(self.plan.issuer),
            "about": plan_about(self.plan, words),
        }

    def _blank_number(self) -> str:
        issuer = self.phrases.units.agencies.get(self.plan.issuer)
        if issuer is None or issuer.symbol is None:
            return self.words("report.plan-number-none")
        return self.words("report.plan-number-blank", symbol=issuer.symbol)

    def subject(self, key: str, period: Period, first: date, last: date) -> str:
        """What a report is about: plan and period, broken into lines; the plan's whole time is told by days."""
        words = self.words
        whole = words.period(period, "long")
        if period.is_final:
            whole = words("report.final-span", first=first, last=last)
        text = words(key, plan=plan_in_subject(self.plan, period, words), period=whole)
        return broken(text, whole, self._joints, (*self._names, *self._compounds))
