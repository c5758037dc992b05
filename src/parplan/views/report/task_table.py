"""The appendix that goes through the plan task by task: who leads, until when, what shows it, how it stands.

Must not hold prose, or a figure that facts did not give.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from parplan.facts.assignments import COUNTED
from parplan.facts.grouping import by_occurrence, by_task
from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import MarkKind, Standing, State
from parplan.model.plan import Task
from parplan.model.progress import Decision
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.views.table import Row, Table

TASKS: Final = (
    Heading("number", 0.6),
    Heading("task-long", 3.2, "left"),
    Heading("lead", 1.9, "left"),
    Heading("partners", 1.6, "left"),
    Heading("finish", 1.5),
    Heading("product", 1.0, "left"),
    Heading("result", 3.0, "left"),
    Heading("verdict", 1.1),
    Heading("note", 1.4, "left"),
)

SPEAKS_FOR: Final = (State.REPORTED, State.NOTHING_AROSE, State.NOT_REPORTED)
"""Of units that owe one duty without a due day, whose state is told of the duty: that of whoever did something."""


class TaskTable:
    """Draws up the appendix from the facts of one report."""

    def __init__(self, facts: ReportFacts, phrases: Phrases) -> None:
        self.facts = facts
        self.phrases = phrases
        self.words = phrases.words
        decisions = facts.standings.decisions
        self.dropped = {decision.task: decision for decision in decisions if decision.kind == "drop"}
        self.changed: dict[str, list[Decision]] = {}
        for decision in decisions:
            if decision.kind != "drop":
                self.changed.setdefault(decision.task, []).append(decision)

    def table(self) -> Table:
        """A row for each task: who leads, until when, what shows it, and how it stands."""
        opened = self.facts.standings.counted.where(lambda s: s.assignment.opens <= self.facts.closes)
        standings = by_task(opened) | by_task(self.facts.standing_duties)
        kept = [task for task in self.facts.plan.tasks if task.kind != "general"]
        rows = tuple(
            self._task_row(number, task, standings.get(task.id, ())) for number, task in enumerate(kept, start=1)
        )
        verdict = [heading.key for heading in TASKS].index("verdict")
        note = self.phrases.abbreviations(row.cells[verdict] for row in rows)
        return Table(columns(self.words, TASKS), rows, numbered=True, note=note)

    def _task_row(self, number: int, task: Task, standings: Sequence[Standing]) -> Row:
        return Row(
            (
                str(number),
                task.title,
                self.phrases.agencies(task.lead),
                self.phrases.agencies(task.partners or ()),
                self.phrases.set_deadline(task) or self.words(f"kind.{task.kind}"),
                named_product(task),
                self._result(task, standings),
                self._verdict(task, standings),
                "; ".join(self._change(decision) for decision in self.changed.get(task.id, ())),
            )
        )

    def _change(self, decision: Decision) -> str:
        """What was decided of a task after the plan, and in which paper."""
        return self.phrases.decision(decision, self.phrases.some_agencies(tuple(decision.agencies or ())))

    def _result(self, task: Task, standings: Sequence[Standing]) -> str:
        if task.id in self.dropped:
            return self.phrases.decision(self.dropped[task.id])
        if not self.facts.has_updates:  # nobody is accused before anybody was heard
            standings = [standing for standing in standings if standing.state.is_done]
            if not standings:
                return self.words("unknown")
        if not standings:
            return self.words("state.not-open.long")
        if task.kind not in COUNTED:
            return self._reported(standings)
        return "; ".join(self._counted_result(group) for group in by_occurrence(standings).values())

    def _reported(self, standings: Sequence[Standing]) -> str:
        heard = [s for s in standings if s.state is not State.NOT_REPORTED]
        if len(standings) == 1:
            update = standings[0].update
            if update is None:
                return self.words("report.tasks.not-reported-one")
            if standings[0].state is State.NOTHING_AROSE and not update.result:
                return self.words("state.nothing-arose.long")
            told = (sentence(update.result), self.phrases.evidence(update))
            return "; ".join(part for part in told if part) or self.words("report.tasks.reported-one")
        key = "report.tasks.reported" if heard else "report.tasks.reported-none"
        return self.words(key, done=len(heard), all=len(standings))

    def _counted_result(self, group: Sequence[Standing]) -> str:
        period = group[0].assignment.period
        lead = f"{self.words.show(period)}: " if period else ""
        if len(group) == 1:
            update = group[0].update
            told = [sentence(update.result), self.phrases.evidence(update)] if update else []
            text = "; ".join(part for part in told if part)
            # a day off is told to who reminds, not to who reads the report: the deadline is not moved by it
            marks = self.phrases.marks(group[0], leave_out=frozenset({MarkKind.DAY_OFF}))
            return lead + ("; ".join(part for part in (text, marks) if part) or self.phrases.state(group[0]))
        missing = tuple(s.assignment.agency for s in group if not s.state.is_done)
        done = len(group) - len(missing)
        text = lead + self.phrases.done_of(done, len(group))
        if missing and done:
            text += "; " + self.words("task-line.missing", names=self.phrases.some_agencies(missing))
        return text

    def _verdict(self, task: Task, standings: Sequence[Standing]) -> str:
        if task.id in self.dropped:
            return self.words("state.dropped.short")
        if not self.facts.has_updates:
            standings = [standing for standing in standings if standing.state.is_done]
        if not standings:
            return self.words("state.not-open.short" if self.facts.has_updates else "unknown")
        if task.kind not in COUNTED:
            telling = min(standings, key=lambda standing: SPEAKS_FOR.index(standing.state))
            return self.phrases.state(telling, "short")
        if len(standings) == 1:
            return self.phrases.state(standings[0], "short")
        overdue = sum(1 for s in standings if s.state.is_overdue)
        key = State.OVERDUE if overdue else State.OPEN
        if all(s.state.is_done for s in standings):
            key = State.DONE_LATE if any(s.state is State.DONE_LATE for s in standings) else State.DONE_ON_TIME
        return self.words(f"state.{key.value}.short")


def named_product(task: Task) -> str:
    """Only what the document itself names: a proposal of the officer's is not printed officially."""
    return task.product.what if task.product and task.product.by == "document" else ""
