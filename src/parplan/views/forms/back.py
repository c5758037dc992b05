"""What came back of a month's forms, as a sheet, a table, data for machines, and messages to whoever is awaited.

Must not count or select; nobody knows whether a form that was made was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.facts.form import Asked
from parplan.facts.sample import is_sample
from parplan.facts.sent_back import Fate, SentBack
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import send_day
from parplan.views.columns import Heading, columns
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


def back_table(back: Back, words: Words, *, whole: bool = False) -> Table:
    """A row for each unit; ``whole``: with all that is open."""
    rows = tuple(_row(one, back, words, whole=whole) for one in back.units)
    missing = len(back.units) - sum(one.agency in back.made for one in back.units)
    key = "forms.back.note" if not missing else "forms.back.note-missing"
    return Table(columns(words, COLUMNS), rows, note=words(key, folder=back.folder, n=missing))


def back_list(back: Back, words: Words) -> Table:
    """The table as a spreadsheet gets it: nothing left out, and what is to be known of it below."""
    table = back_table(back, words, whole=True)
    return replace(table, note=" ".join((*_notices(back, words), table.note)))


def _row(one: SentBack, back: Back, words: Words, *, whole: bool) -> Row:
    phrases = Phrases(words, back.standings.workspace, back.standings.plan.plan)
    made = words("forms.back.made" if one.agency in back.made else "forms.back.not-made")
    came = words.show(one.received) if one.received else words(f"forms.back.{one.fate.value}")
    ids = [_called(asked, words) for asked in one.open]
    shown = ids if whole or len(ids) <= MOST_LISTED else ids[: MOST_LISTED - 1]
    still = words.listed(shown)
    if len(ids) > len(shown):
        still = words("forms.back.others", shown=still, n=len(ids) - len(shown))
    if one.told == 0 and not whole:
        still = words("forms.back.all")
    cells = (phrases.agency(one.agency), made, came, str(one.asked), str(one.told), still)
    return Row(cells, tone=_TONES[one.fate])


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
