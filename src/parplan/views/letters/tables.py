"""The lists of a reminder: what is overdue at which units, and which reports which units owe.

Must not hold prose, or say of a unit what it did not say itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from parplan.calendar.period import Period
from parplan.facts.grouping import grouped
from parplan.facts.reminder import ReminderFacts
from parplan.facts.standing import Standing, State
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases
from parplan.views.table import Row, Table
from parplan.words import Words

OVERDUE: Final = (
    Heading("number", 0.6),
    Heading("task-long", 3.4, "left"),
    Heading("agency-doing", 2.8, "left"),
    Heading("deadline", 1.5),
    Heading("days-late-long", 1.2),
    Heading("situation-long", 3.0, "left"),
    Heading("reminded", 2.0, "left"),
)
MISSING: Final = (
    Heading("number", 0.6),
    Heading("agency-long", 4.0, "left"),
    Heading("report-missing", 3.0, "left"),
    Heading("reminded", 3.0, "left"),
)


def overdue_table(facts: ReminderFacts, words: Words, phrases: Phrases) -> Table:
    """What is overdue, the longest first; units of which the same is to be said share a row of a duty."""
    left_out = {"agency-doing"} if len(facts.agencies) == 1 else set()
    left_out |= set() if facts.reminded else {"reminded"}
    rows: list[dict[str, str]] = []
    for duty in grouped(facts.overdue):
        alike: dict[tuple[str, ...], list[str]] = {}
        for standing in duty:
            letters = phrases.letters(facts.letters.about(standing)) or words("report.no-rate")
            said = (str(standing.days_late), told(standing, words, phrases), letters)
            alike.setdefault(said, []).append(standing.assignment.agency)
        owed = duty[0].assignment
        # the duty is named in every row: where a page ends between two, none stands without it
        head = {"task-long": phrases.title(owed), "deadline": phrases.deadline(owed)}
        for (late, situation, reminded), agencies in alike.items():
            cells = {"days-late-long": late, "situation-long": situation, "reminded": reminded}
            units = "; ".join(map(phrases.agency, agencies))
            rows.append({"number": str(len(rows) + 1), **head, **cells, "agency-doing": units})
    made = _table(words, OVERDUE, rows, left_out, phrases)
    notes = (phrases.no_day_note(facts.overdue, facts.standings.view), made.note)
    return made._replace(note=" ".join(filter(None, notes)))


def missing_table(facts: ReminderFacts, words: Words, phrases: Phrases) -> Table:
    """Which unit owes the reports of which months."""
    letters = {agency: phrases.letters(facts.about_reports(agency)) for agency in facts.silent}
    rows: list[dict[str, str]] = [
        {
            "number": str(number),
            "agency-long": phrases.agency(agency),
            "report-missing": capitalised(months_named(months, words)),
            "reminded": letters[agency] or words("report.no-rate"),
        }
        for number, (agency, months) in enumerate(facts.missing.items(), start=1)
    ]
    return _table(words, MISSING, rows, set() if any(letters.values()) else {"reminded"}, phrases)


def _table(
    words: Words,
    headings: Iterable[Heading],
    told: Sequence[dict[str, str]],
    left_out: set[str],
    phrases: Phrases,
) -> Table:
    shown = tuple(heading for heading in headings if heading.key not in left_out)
    rows = tuple(Row(tuple(row[heading.key] for heading in shown)) for row in told)
    return Table(columns(words, shown), rows, note=phrases.sign_note("no-rate", rows, "remind.not-reminded-note"))


def told(standing: Standing, words: Words, phrases: Phrases) -> str:
    """How the unit itself said that its overdue work goes; that it said nothing, where it did not."""
    if standing.update:
        return phrases.told(standing)
    return words("remind.unreported" if standing.state is State.OVERDUE_UNREPORTED else "remind.untold")


def months_named(months: Sequence[Period], words: Words) -> str:
    """Months one after another, the year after the last of each year's: "tháng 9, tháng 10 năm 2022"."""
    following = (*months[1:], None)[: len(months)]
    return words.listed(
        words.period(month, "bare" if after and after.year == month.year else "long")
        for month, after in zip(months, following, strict=True)
    )


def capitalised(text: str) -> str:
    """A text as it begins a cell."""
    return text[:1].upper() + text[1:]
