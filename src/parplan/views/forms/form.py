"""A unit's form of a month as finished strings: its head, what it is asked, what is known, what is to be filled.

Must not choose what is asked, or say anything in the unit's place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from parplan.facts.assignments import COUNTED, STANDING, Assignment, Key
from parplan.facts.form import Asked, standings_of
from parplan.facts.sample import is_sample
from parplan.facts.standing import MarkKind, Standing, Standings
from parplan.facts.viewpoint import closing_day, opening_day, send_day
from parplan.model.plan import Target
from parplan.spelling import bare
from parplan.views.asked import told
from parplan.views.forms.marks import DOCUMENT, FIELDS, NOTHING, FormMark, row_of, told_digest
from parplan.views.page import Properties
from parplan.views.phrases.office import OFFICIAL
from parplan.views.phrases.phrases import Phrases
from parplan.views.phrases.targets import TargetWords
from parplan.words import Words, words

SHARES: Final = {
    "number": 3.5,
    "task": 36,
    "deadline": 12.5,
    "state": 15,
    "before": 19,
    "status": 11,
    "date": 10,
    "done": 8.5,
    "of": 6.5,
    "result": 18,
    "difficulty": 12,
    "reason": 10.5,
    "proposal": 11,
    "expected": 10,
    "paper": 12.5,
    "dated": 10,
    "link": 9,
}
"""How wide each column is, in letters."""

FORM_WORDS: Final = words(OFFICIAL)
"""What goes to a unit is in Vietnamese, whatever language the program speaks to its user."""

KNOWN: Final = ("number", "task", "deadline", "state", "before")
FIGURES: Final = frozenset({"done", "of"})
PAPER: Final = frozenset({"number", "dated"})
WORDS_OF_TASK: Final = frozenset(FIELDS) - FIGURES
SHOWN_AS: Final = {"number": "paper"}
"""Columns of those to fill that are called otherwise: of those that are known, too, one is of numbers."""

LEFT_OUT: Final = frozenset({MarkKind.DIFFICULTY, MarkKind.EXTENDED, MarkKind.DAY_OFF})
"""Marks that other columns tell, or that are the office's affair."""

LONGEST_BEFORE: Final = 110
"""Letters of what was said before: the unit knows its own words."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """``key`` names it when the form comes back; ``hint`` is shown to whoever fills in its cells."""

    key: str
    title: str
    width: float
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """``known``: the cells that are filled already. Of those to fill, ``open`` names those that this row has.

    A row without a mark is a heading.
    """

    mark: str
    known: tuple[str, ...]
    open: frozenset[str] = frozenset()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A whole form; ``groups`` names the columns that are known, and those to fill."""

    tab: str
    unit: str
    mark: str
    title: str
    lines: tuple[str, ...]
    groups: tuple[str, str]
    known: tuple[FormColumn, ...]
    filled: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    choose: str
    guide_tab: str
    guide: tuple[str, ...]
    foot: str
    properties: Properties
    watermark: str = ""


def unit_form(
    asked: Sequence[Asked], now: Standings, agency: str, words: Words, *, in_word: bool = False
) -> UnitForm:
    """The form of a unit that is asked something, as things stand ``now`` (``known_on``).

    ``in_word``: how it is filled in is told for a document, of which nothing is locked.
    """
    return _Writer(asked, now, agency, words, "-in-word" if in_word else "").form()


class _Writer:
    def __init__(self, asked: Sequence[Asked], now: Standings, agency: str, words: Words, way: str) -> None:
        month = now.view.month
        assert month is not None
        self.asked, self.agency, self.words, self.month, self.way = asked, agency, words, month, way
        self.file = now.plan
        self.phrases = Phrases(words, now.workspace, self.file.plan)
        self.closes = closing_day(self.file.plan, month)
        self.day = now.view.day
        own = standings_of(now, agency, month)
        self.now: Mapping[Key, Standing] = {one.assignment.key: one for one in own}
        self.is_sample = is_sample(now.workspace, self.file)

    def form(self) -> UnitForm:
        words, month = self.words, self.words.period(self.month, "long")
        has_figures = any(one.assignment.task.targets for one in self.asked)
        fields = [field for field in FIELDS if has_figures or field not in FIGURES]
        unit = self.phrases.agency(self.agency)
        mark = FormMark(self.file.plan.year, str(self.month), self.agency, told_digest(self.asked))
        return UnitForm(
            tab=words("forms.tab"),
            unit=self.phrases.short_agency(self.agency),
            mark=mark.text(),
            title=words("forms.title", month=month),
            lines=tuple(self._head(unit)),
            groups=(words("forms.known"), words("forms.to-fill")),
            known=tuple(FormColumn(key, words(f"forms.column.{key}"), SHARES[key]) for key in KNOWN),
            filled=tuple(map(self._to_fill, fields)),
            rows=tuple(self._rows()),
            choose=words("forms.choose"),
            guide_tab=words("forms.guide-tab"),
            guide=tuple(words(f"forms.guide{self.way}", office=self.office).splitlines()),
            foot=f"{unit}, {words.show(self.month)}",
            properties=Properties(f"{words('forms.title', month=month)}: {unit}", self.office, self.closes),
            watermark=words("report.watermark") if self.is_sample else "",
        )

    @property
    def office(self) -> str:
        return self.phrases.agency(self.file.plan.reporting.from_)

    def _head(self, unit: str) -> Iterator[str]:
        words, plan = self.words, self.file.plan
        if self.is_sample:
            yield words("report.watermark")
        yield words("forms.unit", agency=unit)
        yield words("forms.plan", plan=plan.called)
        dates = {"opens": opening_day(plan, self.month), "closes": self.closes, "day": send_day(plan, self.month)}
        yield words("forms.span", office=self.office, seen=self.day, **dates)
        yield words(f"forms.how{self.way}", tab=words("forms.guide-tab"))

    def _to_fill(self, field: str) -> FormColumn:
        shown = SHOWN_AS.get(field, field)
        return FormColumn(
            field, self.words(f"forms.column.{shown}"), SHARES[shown], self.words(f"forms.hint.{field}")
        )

    def _rows(self) -> Iterator[FormRow]:
        yield _row(DOCUMENT, ("", self.words("forms.document")), PAPER)
        number = 0
        for kinds in (COUNTED, STANDING):
            every = [one for one in self.asked if one.assignment.task.kind in kinds]
            if every:
                yield _row("", (self.words("forms.with-day" if kinds is COUNTED else "forms.standing"),))
            if every and kinds is STANDING:
                tick = (self.words("status-word.none"),)
                yield _row(NOTHING, ("", self.words("forms.nothing")), frozenset({"status"}), tick)
            for one in every:
                number += 1
                yield from self._rows_of(one, number)

    def _rows_of(self, one: Asked, number: int) -> Iterator[FormRow]:
        """A row; where a task has several targets, one more for the figures of each of the others."""
        owed = one.assignment
        first, *others = owed.task.targets or (None,)
        about = [self.phrases.title(owed)]
        if owed.task.product:
            about.append(self.words("forms.product", what=owed.task.product.what))
        if first:
            about.append(self._aim(first))
        known = (str(number), "\n".join(about), self._deadline(owed), self._state(one), self._before(one))
        fields = WORDS_OF_TASK | FIGURES if first else WORDS_OF_TASK
        yield FormRow(row_of(one, first.id if first else "").text(), known, fields, self._choices(one))
        for target in others:
            if target:
                yield _row(row_of(one, target.id).text(), ("", self._aim(target)), FIGURES)

    def _aim(self, target: Target) -> str:
        aim = TargetWords(self.phrases).aim(target)
        return self.words("forms.target", measure=target.measure, aim=aim)

    def _deadline(self, owed: Assignment) -> str:
        """As the document has it, and the day that this comes to, where it does not name it itself."""
        rule = owed.task.deadline
        written = (rule.words or rule.rule or "") if rule else ""
        if owed.due is None:
            return written or self.phrases.deadline(owed)
        key = "deadline.before" if owed.due.last < owed.due.named else "forms.day"
        day = self.words(key, day=owed.due.named)
        day = self.phrases.deadline(owed) if owed.extended or not written else day
        return (
            day if bare(written) in bare(day) else written if bare(day) in bare(written) else f"{written}\n({day})"
        )

    def _state(self, one: Asked) -> str:
        standing = self.now.get(one.assignment.key, one.standing)
        marks = self.phrases.marks(standing, leave_out=LEFT_OUT)
        return "; ".join(filter(None, (self.phrases.state(standing), marks)))

    def _before(self, one: Asked) -> str:
        """What was said already: in this month's file, else the month before."""
        if one.said:
            text = self.words("forms.said", told=told(one.said, self.phrases, self.words))
        elif one.before:
            month, update = one.before.file.month, one.before.update
            text = self.words("forms.before", month=month, told=told(update, self.phrases, self.words))
        else:
            return ""
        return text if len(text) <= LONGEST_BEFORE else text[:LONGEST_BEFORE].rsplit(" ", 1)[0] + "…"

    def _choices(self, one: Asked) -> tuple[str, ...]:
        names = ("done", "in-progress", "not-started", "none")
        shown = names if one.assignment.task.kind in STANDING else names[:-1]
        return tuple(self.words(f"status-word.{name}") for name in shown)


def _row(
    mark: str, known: tuple[str, ...], fields: frozenset[str] = frozenset(), choices: tuple[str, ...] = ()
) -> FormRow:
    """A row of which not all that is known has words."""
    return FormRow(mark, (*known, *("",) * (len(KNOWN) - len(known))), fields, choices)
