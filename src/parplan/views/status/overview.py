"""The status sheet: one sentence, then what needs a hand, worst first.

Must not count: every figure comes from facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.facts.grouping import grouped
from parplan.facts.monthly_register import Register
from parplan.facts.runs import Runs
from parplan.facts.since import Since
from parplan.facts.standing import Standing, State
from parplan.facts.status.status import StatusFacts
from parplan.facts.viewpoint import closing_day, opening_day
from parplan.views.phrases.notices import notices
from parplan.views.phrases.phrases import Phrases
from parplan.views.sheet import Block, Sheet
from parplan.views.status.rows import StatusRows
from parplan.views.status.tallies import tally_table
from parplan.views.table import Table
from parplan.words import Words


def status_view(facts: StatusFacts, words: Words, *, wide: bool = False) -> Sheet:
    """Word the facts. Where nobody has reported anything, the plan alone is shown, and nobody is accused."""
    writer = _Writer(facts, words, wide=wide)
    blocks: Iterable[Block] = ()
    if not facts.finds_nothing:
        blocks = writer.with_reports() if facts.heard_anything else writer.plan_alone()
    first = notices(facts.standings, facts.errors, words)
    return Sheet(facts.standings.plan.plan.title, first, headline(facts, words), tuple(blocks))


def headline(facts: StatusFacts, words: Words) -> tuple[str, ...]:
    """The one sentence of a sheet, and what it is limited to."""
    plan, view = facts.standings.plan.plan, facts.standings.view
    if not facts.heard_anything:
        return (*_without_reports(facts, words), *_limits(facts, words))
    parts = words.sentences["list.semicolon"].join(_found(facts, words) or _parts(facts, words))
    if view.month is None:
        first = words("status.head.as-of", day=view.day, parts=parts)
    elif view.is_open:
        closes = closing_day(plan, view.month)
        first = words("status.head.month-open", month=view.month, closes=closes, day=view.day, parts=parts)
    else:
        opens = opening_day(plan, view.month)
        first = words("status.head.month", month=view.month, opens=opens, day=view.day, parts=parts)
    return (first, *_limits(facts, words))


def _found(facts: StatusFacts, words: Words) -> list[str]:
    """How much is as it was asked for, where more was asked for than some units' work or what is overdue."""
    if facts.finds_nothing:
        return [words("status.head.found-none")]
    chosen = facts.selection
    if chosen.overdue or (chosen.states is None and not chosen.text):
        return []
    parts = []
    if facts.shown:
        units = len(facts.shown.units)
        parts.append(words("status.head.found", n=len(facts.shown), units=units))
        if 0 < len(facts.overdue) < len(facts.shown):
            parts[0] += words("status.head.found-overdue", n=len(facts.overdue))
    if facts.due_within is not None:
        parts.append(_ahead(facts, words))
    if facts.standing_duties:
        parts.append(words("status.head.found-standing", n=len(facts.standing_duties)))
    return parts


def _parts(facts: StatusFacts, words: Words) -> Iterator[str]:
    overdue = facts.overdue
    units = len(overdue.units)
    key = "status.head.overdue" if overdue else "status.head.overdue-none"
    yield words(key, n=len(overdue), units=units)
    if facts.only_overdue:
        return
    yield _ahead(facts, words)
    if facts.register is not None and facts.selection.is_everything:
        yield _reporting(facts.register, facts.month, words, is_open=facts.is_open)


def _reporting(register: Register, month: Period | None, words: Words, *, is_open: bool) -> str:
    """How complete a month's reports are; of one for which none is owed, or none yet, only how many came."""
    if is_open:
        key = "so-far" if register.sent else "so-far-none"
        return words(f"status.head.{key}", n=register.sent, month=month)
    if register.is_owed:
        key = "silent" if register.silent else "silent-none"
        return words(f"status.head.{key}", n=len(register.silent), month=month)
    return words(f"status.head.{'not-asked' if register.sent else 'not-asked-none'}", n=register.sent, month=month)


def _ahead(facts: StatusFacts, words: Words) -> str:
    """How much comes due in the days told of."""
    soon = facts.due_soon
    if any(s.days_left > facts.days_ahead for s in soon):  # told of earlier, for a day off that lies between
        return words("status.head.soon", n=len(soon))
    key = "status.head.due-soon" if facts.days_ahead else "status.head.due-today"
    return words(key if soon else "status.head.due-soon-none", n=len(soon), days=facts.days_ahead)


def _without_reports(facts: StatusFacts, words: Words) -> Iterator[str]:
    day = facts.standings.view.day
    yield words("status.no-data")
    if facts.finds_nothing:
        yield words("status.head.as-of", day=day, parts=words("status.head.found-none"))
        return
    past = len(facts.shown.where(lambda s: s.days_left < 0))
    yield words(
        "status.no-data-day",
        day=day,
        total=len(facts.shown),
        units=len(facts.shown.units),
        past=words("status.no-data-past", past=past) if past else "",
    )
    if day < facts.standings.plan.plan.starts.earliest:
        yield words("status.plan-ahead", day=facts.standings.plan.plan.starts)


def _limits(facts: StatusFacts, words: Words) -> Iterator[str]:
    plan = facts.standings.plan.plan
    if len(facts.standings.workspace.plans) > 1:
        yield words("status.plan", plan=plan.called)
    yield from filters(facts, words)
    if facts.standings.view.day > plan.ends:
        yield words("status.plan-over", day=plan.ends)


def filters(facts: StatusFacts, words: Words) -> Iterator[str]:
    """What was asked for, a line for each; that states cannot be told yet, where they were asked for."""
    phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)
    selection = facts.selection
    if facts.asked:
        names = words.sentences["list.semicolon"].join(map(phrases.agency, facts.asked))
        yield words("status.agency", name=names)
    for task in facts.standings.plan.tasks if selection.tasks is not None else ():
        if task.id in (selection.tasks or ()):
            yield words("status.task", id=task.id, title=task.title)
    if selection.text:
        yield words("status.search", text=selection.text)
    if not facts.heard_anything:
        if selection.asks_for_states:
            yield words("status.states-unknown")
        return
    if selection.states is not None:
        chosen = [state for state in State if state in selection.states]
        yield words("status.states", states=words.sentences["list.semicolon"].join(_named(chosen, words)))
    if selection.overdue:
        yield words("status.only-overdue")


def _named(states: Iterable[State], words: Words) -> Iterator[str]:
    for state in states:
        # whatever the unit says of it meanwhile
        yield words("state.open-all.long" if state is State.OPEN else f"state.{state.value}.long")


class _Writer:
    """Writes the blocks of a status."""

    def __init__(self, facts: StatusFacts, words: Words, *, wide: bool) -> None:
        self.facts = facts
        self.words = words
        self.wide = wide
        self.rows = StatusRows(facts, words, wide=wide)

    def with_reports(self) -> Iterator[Block]:
        chosen = self.facts.selection
        if not chosen.overdue and (chosen.states is not None or chosen.text):
            every = self.facts.shown + self.facts.standing_duties
            yield self._block("listed", self.rows.listed(self.facts.sorted(every)))
            return
        yield self._block("overdue", self.rows.overdue())
        if chosen.overdue:
            return
        yield self._block("due-soon", self.rows.due_soon())
        yield from self._silent()
        if self.facts.difficulties:
            yield self._block("difficulties", self.rows.difficulties())
        if self.wide:
            going = self.facts.shown.where(lambda s: s.state is State.OPEN and s.word is not None)
            yield self._block("going", self.rows.listed(self.facts.sorted(going)))
        if self.facts.since is not None:
            yield from self._since(self.facts.since)
        yield self._block("tally", tally_table(self.facts.counts, self.words, self.rows.phrases))

    def plan_alone(self) -> Iterator[Block]:
        yield self._block("planned", self.rows.planned())

    def _block(self, name: str, table: Table) -> Block:
        return Block(self.words(f"status.{name}.title"), table)

    def _silent(self) -> Iterator[Block]:
        silent, month = self.facts.silent, self.facts.month
        if not silent or not month:
            return
        everybody = self.facts.register is not None and not self.facts.register.sent
        key = "status.silent.all" if everybody and self.facts.selection.is_everything else "status.silent.month"
        names = self.rows.phrases.agencies(silent)
        line = self.words(key, month=month, names=names, n=len(silent))
        yield Block(self.words("status.silent.title"), lines=(line,))

    def _since(self, since: Since) -> Iterator[Block]:
        """What is new since the report of the month before: a line for each task."""
        lines = []
        for key, part in (("overdue", since.newly_overdue), ("done", since.newly_done), ("undone", since.undone)):
            if part:
                lines.append(self.words(f"status.since.{key}", n=len(part)))
                groups = grouped(part)
                lines += [f"  {self._since_line(group)}" for group in groups] if self._is_short(groups) else []
        if not lines:
            lines.append(self.words("status.since.nothing"))
        yield Block(self.words("status.since.title", month=since.month), lines=tuple(lines))

    def _is_short(self, groups: list[Any]) -> bool:
        return self.wide or len(groups) <= SHORT

    def _since_line(self, group: Runs[Standing]) -> str:
        title = self.rows.phrases.title(group[0].assignment)
        return self.words("status.since.line", title=title, names=self.rows.names(group))


SHORT: Final = 6
"""So many tasks are named in a default sheet; more of them are counted, and named in a wide one."""
