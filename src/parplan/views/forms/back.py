"""What came back of a month's forms, as a sheet, a table, data for machines, and messages to whoever is awaited.

Must not count or select; nobody knows whether a form that was made was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.facts.form import Asked
from parplan.facts.sample import is_sample
from parplan.facts.standing import Standings
from parplan.facts.status.sent_back import Fate, SentBack
from parplan.facts.viewpoint import send_day
from parplan.views.columns import Heading, columns
from parplan.views.listing import Cell, Listing
from parplan.views.page import Properties
from parplan.views.phrases.phrases import Phrases
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table, Tone
from parplan.words import Words

COLUMNS: Final = (
    Heading("agency", 2.4, "left"),
    Heading("form-made", 1, "left"),
    Heading("sent-back", 1.4, "left"),
    Heading("asked-of", 0.6, "right"),
    Heading("told-of", 0.6, "right"),
    Heading("still-open", 3, "left"),
)
MOST_LISTED: Final = 4
"""Ids of what is open that a page shows; of more, the first and how many others there are."""

_TONES: Final[dict[Fate, Tone]] = {Fate.SILENT: "bad", Fate.PARTLY: "warn", Fate.WHOLE: "plain"}
SCHEMA_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Back:
    """What is shown. ``made``: the units of which a form lies in the folder."""

    standings: Standings
    units: Sequence[SentBack]
    made: frozenset[str]
    folder: str

    @property
    def month(self) -> Period:
        assert self.standings.view.month is not None
        return self.standings.view.month


def back_sheet(back: Back, words: Words) -> Sheet:
    """A headline with the counts, then unit by unit."""
    plan = back.standings.plan.plan
    counts = {fate.value: sum(one.fate is fate for one in back.units) for fate in Fate}
    heard = counts["partly"] + counts["whole"]
    key = "forms.back.headline" if heard else "forms.back.headline-none"
    headline = words(key, month=back.month, n=len(back.units), heard=heard, day=send_day(plan, back.month))
    return Sheet(plan.title, _notices(back, words), (headline,), (Block("", back_table(back, words)),))


def _notices(back: Back, words: Words) -> tuple[str, ...]:
    is_invented = is_sample(back.standings.workspace, back.standings.plan)
    return (words("status.sample"),) if is_invented else ()


def back_table(back: Back, words: Words) -> Table:
    """A row for each unit, with the first of what is open."""
    phrases = Phrases(words, back.standings.workspace, back.standings.plan.plan)
    rows = []
    for one in back.units:
        agency, made, came, asked, told, _ = _cells(one, back, words, phrases)
        day = words.show(came) if isinstance(came, date) else came
        cells = (agency, made, day, asked, told, _first(one, words))
        rows.append(Row(tuple(map(str, cells)), tone=_TONES[one.fate]))
    return Table(columns(words, COLUMNS), tuple(rows), note=_note(back, words))


def back_list(back: Back, words: Words, day: date) -> Listing:
    """The same for a spreadsheet: all that is open, and what is to be known of it."""
    plan = back.standings.plan.plan
    phrases = Phrases(words, back.standings.workspace, plan)
    title = words("forms.back.title", month=back.month)
    return Listing(
        tab=words("forms.back.tab"),
        title=title,
        reference=plan.called,
        notices=(*_notices(back, words), _note(back, words)),
        columns=columns(words, COLUMNS),
        rows=tuple(_cells(one, back, words, phrases) for one in back.units),
        properties=Properties(title, phrases.agency(plan.reporting.from_), day),
        watermark=words("report.watermark") if _notices(back, words) else "",
    )


def _note(back: Back, words: Words) -> str:
    """How far what is known of forms goes."""
    missing = sum(one.agency not in back.made for one in back.units)
    return words("forms.back.note-missing" if missing else "forms.back.note", folder=back.folder, n=missing)


def _cells(one: SentBack, back: Back, words: Words, phrases: Phrases) -> tuple[Cell, ...]:
    made = words("forms.back.made" if one.agency in back.made else "forms.back.not-made")
    came = one.received or words(f"forms.back.{one.fate.value}")
    still = words.listed(_called(asked, words) for asked in one.open)
    return phrases.agency(one.agency), made, came, one.asked, one.told, still


def _first(one: SentBack, words: Words) -> str:
    """What is open, as much of it as a page has room for."""
    if one.told == 0:
        return words("forms.back.all")
    ids = [_called(asked, words) for asked in one.open]
    if len(ids) <= MOST_LISTED:
        return words.listed(ids)
    shown = ids[: MOST_LISTED - 1]
    return words("forms.back.others", shown=words.listed(shown), n=len(ids) - len(shown))


def _called(asked: Asked, words: Words) -> str:
    owed = asked.assignment
    return f"{owed.task.id} ({words.period(owed.period)})" if owed.period else owed.task.id


def back_data(back: Back) -> dict[str, Any]:
    """The same for machines. Keys are only ever added."""
    plan = back.standings.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": plan.plan.year,
        "month": str(back.month),
        "sample": is_sample(back.standings.workspace, plan),
        "send_by": send_day(plan.plan, back.month).isoformat(),
        "units": [_unit_data(one, back.made) for one in back.units],
    }


def _unit_data(one: SentBack, made: frozenset[str]) -> dict[str, Any]:
    works = [asked.assignment for asked in one.open]
    return {
        "agency": one.agency,
        "form_made": one.agency in made,
        "state": one.fate.value,
        "received": one.received.isoformat() if one.received else None,
        "asked": one.asked,
        "told": one.told,
        "open": [{"task": o.task.id, "period": str(o.period) if o.period else None} for o in works],
    }


def awaited(back: Back) -> Iterator[str]:
    """The units that have said nothing, but for the office that asks."""
    own = back.standings.plan.plan.reporting.from_
    return (one.agency for one in back.units if one.fate is Fate.SILENT and one.agency != own)


def ahead_texts(back: Back, agencies: Iterable[str], words: Words) -> Iterator[str]:
    """A message to each unit while there is time to answer: to be sent as it is."""
    plan = back.standings.plan.plan
    phrases = Phrases(words, back.standings.workspace, plan)
    asked = {one.agency: one.asked for one in back.units}
    for agency in agencies:
        values = {
            "office": phrases.agency(plan.reporting.from_),
            "agency": phrases.agency(agency),
            "plan": plan.called,
        }
        day = send_day(plan, back.month)
        text = words("forms.back.message", month=back.month, day=day, n=asked[agency], **values)
        yield "\n".join((*_notices(back, words), text)) + "\n"
