"""What is asked on a terminal: what is missing of one word, or all that a unit is to tell of, one after the other.

Must not take an answer for given: Enter is no change, and nothing is written before somebody says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from parplan.facts.assignments import COUNTED
from parplan.facts.form import Asked
from parplan.finding import Stop
from parplan.model.plan import Task
from parplan.options.record.month import Month, find_units
from parplan.options.record.said import STATUSES, Raw, given, read_evidence, read_paper, read_status, read_value
from parplan.options.shared import find_task
from parplan.options.writing import Confirm
from parplan.output.terminal.ask import Ended, ask, can_ask, tell
from parplan.spelling import fold
from parplan.views.asked import asked_lines
from parplan.words import Words

STOP: Final = "."
"""Ends a walk: what was answered is kept."""

YES: Final = ("c", "co", "y", "yes")
NO: Final = ("k", "khong", "n", "no", STOP)


def ask_missing(month: Month, raw: Raw, *, nothing: bool) -> dict[str, Sequence[str]]:
    """What was typed, with the unit asked for; and of one task, its state, its day, where they are missing."""
    made = dict(raw)
    said = month.words
    if "agency" not in made:
        made["agency"] = ask(said("record.ask.agency"), lambda text: _unit(month, text), said)
    if "task" not in made or nothing:
        return made
    task = find_task(month.plan, made["task"][0], said, month.loaded.workspace.left_out)
    known = [one for unit in find_units(month, made["agency"]) for one in month.asked(unit)]
    there = next((one.said for one in known if one.assignment.task is task and one.said), None)
    if "status" not in made and there is None:
        question = _status_question("status", task, said)
        made["status"] = [ask(question, lambda text: _status(text, task, said), said)]
    is_done = "status" in made and read_status(made["status"][0]) == "done"
    if is_done and task.kind in COUNTED and "date" not in made and (there is None or there.date is None):
        made["date"] = [_needed_day(month)]
    return made


def walk(month: Month, raw: Raw) -> Iterator[Raw]:
    """The rows that somebody answers with, unit by unit, task by task; a point, or Ctrl-D, ends it."""
    said = month.words
    for agency in find_units(month, raw["agency"]):
        every = month.asked(agency)
        waiting = [one for one in every if one.said is None]
        counts = {"n": len(waiting), "told": len(every) - len(waiting)}
        name = month.loaded.workspace.units.name(agency)
        tell(said("record.ask.head", agency=name, month=month.period, **counts))
        try:
            yield from _Walk(month, agency).rows(waiting, is_new=not counts["told"])
        except Ended:
            return


class _Walk:
    """The questions about one unit's month."""

    def __init__(self, month: Month, agency: str) -> None:
        self.month = month
        self.agency = agency
        self.words = month.words

    def rows(self, waiting: Sequence[Asked], *, is_new: bool) -> Iterator[Raw]:
        """A row for the report itself, where nothing was written of it yet; then one for each answer."""
        paper = self._paper() if is_new else {}
        if paper:
            yield {"agency": [self.agency], **paper}
        for number, one in enumerate(waiting, start=1):
            for line in asked_lines(one, self.month.standings, self.words, number, len(waiting)):
                tell(line)
            task, period = one.assignment.task, one.assignment.period
            status = self._status(task)
            if status == STOP:
                return
            if status:
                details = self._whole(task, status)
                named = {"task": [task.id], "agency": [self.agency], "status": [status]}
                yield {**named, **({"period": [str(period)]} if period else {}), **details}

    def _ask(self, key: str, read: Callable[[str], object] = str, **values: object) -> list[str]:
        """An answer that may be left out, and that must be readable else: as typed."""

        def as_typed(text: str) -> list[str]:
            if text == STOP:
                raise Ended
            if text:
                read(text)
            return [text] if text else []

        return ask(self.words(f"record.ask.{key}", **values), as_typed, self.words)

    def _day(self, text: str) -> object:
        return self.month.days.past(text)

    def _evidence(self, text: str) -> object:
        return read_evidence(text, self.month.days, self.month.loaded.workspace.units)

    def _paper(self) -> Raw:
        """When the unit's report came, and its number."""
        received = self._ask("received", self._day)
        document = self._ask("document", lambda text: read_paper(text, self.month.days))
        return given(("received", received), ("document", document))

    def _status(self, task: Task) -> str:
        question = _status_question("status-or-enter", task, self.words)
        return ask(question, lambda text: _status(text, task, self.words, "", STOP), self.words)

    def _whole(self, task: Task, status: str) -> Raw:
        """The details of one answer: who ends it half-way is told that it is not kept."""
        try:
            return self._details(task, status)
        except Ended:
            tell(self.words("record.ask.dropped", task=task.id))
            raise

    def _details(self, task: Task, status: str) -> Raw:
        """What goes with a state: a day, figures, the result, papers; difficulties where it is not done."""
        if status == "none":
            return {}
        found: dict[str, Sequence[str]] = {"date": self._date(task, status), "value": list(self._values(task))}
        found["result"] = self._ask("result")
        if status == "done":
            found["evidence"] = self._ask("evidence", self._evidence)
            return given(*found.items())
        found["difficulty"] = self._ask("difficulty")
        if found["difficulty"]:
            found["reason"] = self._ask("reason")
        found["proposal"] = self._ask("proposal")
        found["expected"] = self._ask("expected", self.month.days.read)
        return given(*found.items())

    def _date(self, task: Task, status: str) -> list[str]:
        if status == "done" and task.kind in COUNTED:
            return [_needed_day(self.month)]
        return self._ask("date-any", self._day)

    def _values(self, task: Task) -> Iterator[str]:
        for target in task.targets or ():
            values = {"measure": target.measure, "unit": target.unit}
            for figure in self._ask("value", partial(_figure, task, target.id), **values):
                yield f"{target.id}={figure}"


def _figure(task: Task, target: str, text: str) -> object:
    return read_value(f"{target}={text}", task)


def _needed_day(month: Month) -> str:
    """A day that cannot be left out: when a thing was done."""

    def as_typed(text: str) -> str:
        if not text:
            raise Stop("answer-day-needed")
        if text == STOP:
            raise Ended
        month.days.past(text)
        return text

    return ask(month.words("record.ask.date"), as_typed, month.words)


def _unit(month: Month, text: str) -> list[str]:
    """A unit by name, or by the beginning of one that no other has."""
    if not text:
        raise Stop("answer-needed")
    units = month.loaded.workspace.units
    if units.find(text) is None:
        near = [unit for unit in month.units if fold(text) in fold(units.name(unit))]
        if len(near) == 1:
            return near
        if near:
            raise Stop("agency-several", text=text, known=", ".join(units.name(unit) for unit in near[:6]))
    find_units(month, [text])
    return [text]


def _choices(task: Task) -> tuple[str, ...]:
    """The states that a task of its kind may be in."""
    return STATUSES[:-1] if task.kind in COUNTED else STATUSES


def _status_question(key: str, task: Task, words: Words) -> str:
    named = "; ".join(words(f"record.choice.{status}") for status in _choices(task))
    return words(f"record.ask.{key}", choices=named)


def _status(text: str, task: Task, words: Words, *others: str) -> str:
    """A state by its beginning, if no other begins so; or one of the other answers that may be given."""
    if text == STOP and STOP not in others:
        raise Ended
    if text in others:
        return text
    choices = _choices(task)
    begun = [s for s in choices if text and _begins(words(f"record.choice.{s}"), text)]
    if len(begun) == 1:
        return begun[0]
    status = read_status(text) if text else ""
    if status not in choices:
        raise Stop("answer-needed")
    return status


def _begins(name: str, text: str) -> bool:
    return fold(name).startswith(fold(text))


def ask_to_write(words: Words) -> bool:
    """Whether what was shown is to be written: Enter is yes."""
    return ask_yes(words, "write", if_empty=True)


def asked_to_write() -> Confirm:
    """The question before anything is written, where somebody sits before it."""
    return ask_to_write if can_ask() else None


def ask_yes(words: Words, question: str, *, if_empty: bool = False, **values: object) -> bool:
    """Yes or no, and no other word is taken for no. ``if_empty``: what Enter is."""

    def read(text: str) -> bool:
        if text and fold(text) not in (*YES, *NO):
            raise Stop("answer-yes-no")
        return fold(text) in YES if text else if_empty

    return ask(words(f"record.ask.{question}", **values), read, words)
