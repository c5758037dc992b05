"""What a unit is shown before the report goes up: its own list, and until when to object.

Must not accuse or order: the office that asks is a peer of the units, and requests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from parplan.facts.reminder import answer_day
from parplan.facts.standing import MarkKind, Standing, State
from parplan.facts.status.status import StatusFacts
from parplan.facts.viewpoint import office_day
from parplan.views.phrases.notices import notices
from parplan.views.phrases.phrases import Phrases
from parplan.views.sheet import Block, Sheet
from parplan.views.status.overview import filters
from parplan.words import Words

LEAST_AHEAD: Final = 2
"""The list goes round in the days before the report: to check figures takes less time than to do work."""


def reply_day(facts: StatusFacts) -> date:
    """The day before which a unit is to answer: that on which the office reports, if it is near; else soon."""
    plan, view = facts.standings.plan.plan, facts.standings.view
    if view.month:
        return office_day(plan, view.month)
    return answer_day(facts.standings, view.day, LEAST_AHEAD)


def review_view(facts: StatusFacts, reply_by: date, words: Words) -> Sheet:
    """The list for one unit or group, as a message that can be sent as it is."""
    phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)
    plan = facts.standings.plan.plan
    opening = words(
        "review.opening",
        sender=phrases.agency(plan.reporting.from_),
        agency=words.listed(map(phrases.agency, facts.asked)),
        plan=plan.called,
        day=facts.standings.view.day,
    )
    closing = words("review.closing", sender=phrases.agency(plan.reporting.from_), day=reply_by)
    narrowed = tuple(filters(replace(facts, asked=()), words))  # the units are named in the opening
    blocks = tuple(_blocks(facts, words, phrases))
    if not blocks:
        key = "status.listed.none" if narrowed else "review.nothing"
        blocks = (Block("", lines=(words(key),)),)
    first = notices(facts.standings, facts.errors, words)
    return Sheet(plan.title, first, (opening, *narrowed), (*blocks, Block("", lines=(closing,))))


def _blocks(facts: StatusFacts, words: Words, phrases: Phrases) -> Iterator[Block]:
    done = facts.shown.where(lambda s: s.state.is_done)
    parts = (
        ("overdue", facts.overdue.where(lambda s: s.state is State.OVERDUE)),
        ("unreported", facts.overdue.where(lambda s: s.state is State.OVERDUE_UNREPORTED)),
        ("unproven", done.where(lambda s: MarkKind.NO_EVIDENCE in s.marks)),
        ("due-soon", facts.due_soon),
        ("done", [s for s in done if s.word and s.word.file.month == facts.month and s.word.update.evidence]),
    )
    for name, standings in parts:
        if standings:
            lines = tuple(_numbered(facts, standings, words, phrases))
            yield Block(words(f"review.{name}", n=len(standings)), lines=lines)
    if facts.silent and facts.month:
        names = phrases.agencies(facts.silent)
        alone = facts.selection.agencies == frozenset(facts.silent)
        line = words("review.silent-alone" if alone else "review.silent-line", month=facts.month, names=names)
        yield Block(words("review.silent"), lines=(line,))


def _numbered(facts: StatusFacts, standings: Sequence[Standing], words: Words, phrases: Phrases) -> Iterator[str]:
    several = facts.selection.agencies is not None and len(facts.selection.agencies) > 1
    for number, standing in enumerate(standings, start=1):
        owed = standing.assignment
        who = f"{phrases.agency(owed.agency)}: " if several else ""
        late = (
            words("review.days-late", n=standing.days_late)
            if standing.days_late and standing.state.is_overdue
            else ""
        )
        situation = "; ".join(part for part in (phrases.situation(standing), late) if part)
        yield words(
            "review.line",
            number=number,
            who=who,
            title=phrases.title(owed),
            deadline=phrases.deadline(owed),
            situation=situation,
        )
