"""What came back of a month's forms: who has said anything, when, of how much, and what is still open.

Must not know by which way it came: a form, a letter and a call are one report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from parplan.facts.form import Asked, asked_of, month_file
from parplan.facts.standing import Standings


class Fate(StrEnum):
    """What became of a form: nothing, a part, all. The worst comes first."""

    SILENT = "silent"
    PARTLY = "partly"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class SentBack:
    """A unit's month. ``received``: the day on which its report came, where that was written down."""

    agency: str
    is_heard: bool
    received: date | None
    asked: int
    open: tuple[Asked, ...]

    @property
    def told(self) -> int:
        """Of how many of the things that it is asked something was said."""
        return self.asked - len(self.open)

    @property
    def fate(self) -> Fate:
        if not self.is_heard:
            return Fate.SILENT
        return Fate.PARTLY if self.open else Fate.WHOLE


def sent_back(standings: Standings, agencies: Iterable[str]) -> tuple[SentBack, ...]:
    """Each unit that is asked anything, those first that sent nothing; else in the order given."""
    order = list(Fate)
    return tuple(sorted(_each(standings, agencies), key=lambda one: order.index(one.fate)))


def _each(standings: Standings, agencies: Iterable[str]) -> Iterator[SentBack]:
    month = standings.view.month
    assert month is not None
    for agency in agencies:
        asked = asked_of(standings, agency)
        file = month_file(standings.workspace, standings.plan, agency, month)
        is_heard = file is not None and not file.is_blank
        waiting = tuple(one for one in asked if one.said is None)
        if asked:
            yield SentBack(agency, is_heard, file.received if file else None, len(asked), waiting)
