"""The tables of a month's report, as an office prints them.

Must not hold prose, or a figure that facts did not give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parplan.facts.assignments import COUNTED
from parplan.facts.change import IndexChange
from parplan.facts.month import MonthFacts
from parplan.facts.standing import Standing, State, Tally
from parplan.facts.target import Reached
from parplan.model.plan import Task
from parplan.views.compare import ChangeWords
from parplan.views.phrases import Phrases, sentence
from parplan.views.status import by_occurrence, grouped
from parplan.views.table import Column, Row, Table
from parplan.words import Words


class MonthTables:
    """Draws up each table from the facts of one month."""

    def __init__(self, facts: MonthFacts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.phrases = Phrases(words, facts.workspace, facts.plan.plan)

    def _heads(self, *keys: str | tuple[str, str], shares: Iterable[float]) -> list[tuple[str, str, float]]:
        pairs = [(key, "") if isinstance(key, str) else key for key in keys]
        return [
            (self.words(f"column.{key}"), self.words(f"column.{group}") if group else "", share)
            for (key, group), share in zip(pairs, shares, strict=True)
        ]

    def overall(self) -> Table:
        """Bảng 1: everything owed, by state; the month before in its last row."""
        heads = self._heads(
            "group", "total", "fell-due", ("sum", "done"), ("on-time", "done"), ("late", "done"),
            ("sum", "not-done"), ("in-time", "not-done"), ("overdue", "not-done"), "rate",
            shares=(2.2, 1, 1, 1, 1, 1, 1, 1.1, 1, 1.7),
        )
        columns = tuple(
            Column(
                title, group=group, align="left" if position == 0 else "center", share=share,
                formula="(10)=((3)-(9))/(3)" if position == 9 else "",
            )
            for position, (title, group, share) in enumerate(heads)
        )
        made, before = self.facts.counts, self.facts.counts_before
        rows = [
            self._tally(self.words("row.common"), made.common),
            self._tally(self.words("row.single"), made.single),
            self._tally(self.words("row.total"), made.total, total=True),
        ]
        if before is not None and self.facts.before is not None and self.facts.before.reports.files:
            earlier = self.words("row.before", month=self.facts.month.next(-1))
            rows.append(self._tally(earlier, before.total))
        texts = {key: self.words(f"report.table.overall.{key}") for key in ("caption", "note")}
        return Table(columns, tuple(rows), numbered=True, **texts)

    def _tally(self, name: str, tally: Tally, *, total: bool = False) -> Row:
        figures = (
            tally.total, tally.fell_due, tally.done, tally.done_on_time, tally.done_late,
            tally.not_done, tally.open, tally.all_overdue,
        )
        shown = (self._figure(figure) for figure in figures)
        return Row((name, *shown, self.phrases.rate(tally)), kind="total" if total else "row")

    def _figure(self, number: int) -> str:
        return self.words.number(number)

    def targets(self) -> Table:
        """Bảng 2: each numeric target, what was to be reached, and what was."""
        keys = ("number", "target", "unit", "aim", "before", "now", "verdict", "reporter")
        shares = (0.7, 3.0, 0.95, 1.35, 1.35, 2.0, 1.2, 1.7)
        left = ("target", "reporter")
        columns = tuple(
            Column(title, share=share, align="left" if key in left else "center")
            for key, (title, _, share) in zip(keys, self._heads(*keys, shares=shares), strict=True)
        )
        earlier = {(r.task.id, r.target.id): r for r in self.facts.targets_before}
        rows = tuple(
            Row((
                str(number),
                reached.target.measure,
                reached.target.unit,
                self.phrases.aim(reached.target),
                self._reached(earlier.get((reached.task.id, reached.target.id))),
                self._reached(reached),
                self.words(f"verdict.{reached.verdict.value}"),
                self._reporters(reached),
            ))
            for number, reached in enumerate(self.facts.targets, start=1)
        )
        texts = {key: self.words(f"report.table.targets.{key}") for key in ("caption", "note")}
        return Table(columns, rows, **texts)

    def _reached(self, reached: Reached | None) -> str:
        return self.phrases.measured(reached) or self.words("report.unknown")

    def _reporters(self, reached: Reached) -> str:
        if reached.asked > 1:
            return self.words("agency-count.some", done=len(reached.units), all=reached.asked)
        return self.phrases.agencies(reached.units or reached.task.lead)

    def units(self) -> Table:
        """How each unit stands, in the order in which offices print them, block by block."""
        heads = self._heads(
            "number", "agency-long", "total", "fell-due", ("on-time", "done"), ("late", "done"),
            ("in-time", "not-done"), ("overdue", "not-done"), ("overdue-unreported", "not-done"),
            "rate", "month-report", "note",
            shares=(0.6, 3.2, 0.8, 0.8, 0.8, 0.8, 0.9, 0.8, 1.3, 1.7, 1.5, 0.9),
        )
        columns = tuple(
            Column(
                title, group=group, align="left" if position in (1, 11) else "center", share=share,
                formula="(10)=((4)-(8)-(9))/(4)" if position == 9 else "",
            )
            for position, (title, group, share) in enumerate(heads)
        )
        return Table(columns, tuple(self._unit_rows()), numbered=True, note=self.words("report.units.note"))

    def _unit_rows(self) -> Iterator[Row]:
        tallies = self.facts.by_agency
        kinds = {agency.id: agency.kind for agency in self.facts.workspace.agencies.agencies}
        number = 0
        letters = iter("ABCDEFGH")
        for kind in self.facts.workspace.agencies.kinds:
            members = [agency for agency in tallies if kinds[agency] == kind.id]
            if not members:
                continue
            yield Row((f"{next(letters)}. {kind.name}",), kind="block")
            for agency in members:
                number += 1
                yield self._unit_row(number, agency, tallies[agency])
        yield self._unit_row(None, self.words("row.total"), self.facts.counts.total)

    def _unit_row(self, number: int | None, agency: str, tally: Tally) -> Row:
        figures = (
            tally.total, tally.fell_due, tally.done_on_time, tally.done_late,
            tally.open, tally.overdue, tally.overdue_unreported,
        )
        cells = (
            "" if number is None else str(number),
            self.phrases.agency(agency),
            *(self._figure(figure) for figure in figures),
            self.phrases.rate(tally),
            "" if number is None else self._sent(agency),
            "",
        )
        return Row(cells, kind="total" if number is None else "row")

    def _sent(self, agency: str) -> str:
        register = self.facts.register
        for key, names in (("in-time", register.in_time), ("late", register.late), ("silent", register.silent)):
            if agency in names:
                return self.words(f"report.units.{key}")
        return self.words("report.units.host")

    def overdue(self) -> Table:
        """What is overdue, the longest first; one duty's cells are merged over its units."""
        keys = (
            "number", "task-long", "agency", "deadline", "days-late-long", "situation-long", "cause", "expected",
            "reminded",
        )
        shares = (0.6, 3.0, 1.9, 1.4, 0.9, 2.0, 2.2, 1.2, 1.1)
        centred = ("number", "deadline", "days-late-long", "expected")
        columns = tuple(
            Column(title, share=share, align="center" if key in centred else "left")
            for key, (title, _, share) in zip(keys, self._heads(*keys, shares=shares), strict=True)
        )
        rows: list[Row] = []
        worst_first = sorted(self.facts.overdue, key=lambda standing: -standing.days_late)
        for number, group in enumerate(grouped(worst_first), start=1):
            for position, standing in enumerate(group):
                rows.append(self._overdue_row(standing, number if position == 0 else None))
        return Table(columns, tuple(rows), empty=self.words("report.overdue.empty"))

    def _overdue_row(self, standing: Standing, number: int | None) -> Row:
        owed, update = standing.assignment, standing.update
        first = number is not None
        reasons = [update.difficulty, update.reason] if update else []
        return Row((
            str(number) if first else None,
            self.phrases.title(owed) if first else None,
            self.phrases.agency(owed.agency),
            self.phrases.deadline(owed) if first else None,
            str(standing.days_late),
            self._situation(standing),
            "; ".join(sentence(reason) for reason in reasons if reason),
            self.words.day(update.expected) if update and update.expected else "",
            "",
        ))

    def _situation(self, standing: Standing) -> str:
        if standing.state is State.OVERDUE_UNREPORTED or standing.update is None:
            return self.phrases.state(standing)
        said = self.words(f"status-word.{standing.update.status}")
        return ". ".join(part for part in (said, sentence(standing.update.result)) if part)

    def tasks(self) -> Table:
        """A row for each task: who leads, until when, what shows it, and how it stands."""
        keys = ("number", "task-long", "lead", "partners", "finish", "product", "result", "verdict", "note")
        shares = (0.6, 3.2, 1.9, 1.6, 1.5, 1.0, 3.2, 1.3, 0.8)
        centred = ("number", "finish", "verdict")
        columns = tuple(
            Column(title, share=share, align="center" if key in centred else "left")
            for key, (title, _, share) in zip(keys, self._heads(*keys, shares=shares), strict=True)
        )
        counted: dict[str, list[Standing]] = {}
        for standing in self.facts.standings.counted:
            if standing.assignment.opens <= self.facts.closes:
                counted.setdefault(standing.assignment.task.id, []).append(standing)
        standing_duties: dict[str, list[Standing]] = {}
        for standing in self.facts.standing_duties:
            standing_duties.setdefault(standing.assignment.task.id, []).append(standing)
        kept = [task for task in self.facts.plan.tasks if task.kind != "general"]
        rows = tuple(
            self._task_row(number, task, counted.get(task.id, []) or standing_duties.get(task.id, []))
            for number, task in enumerate(kept, start=1)
        )
        return Table(columns, rows)

    def _task_row(self, number: int, task: Task, standings: list[Standing]) -> Row:
        return Row((
            str(number),
            task.title,
            self.phrases.agencies(task.lead),
            self.phrases.agencies(task.partners or ()),
            self._finish(task),
            self._product(task),
            self._result(task, standings),
            self._verdict(task, standings),
            "",
        ))

    def _product(self, task: Task) -> str:
        """Only what the document itself names: a proposal of the officer's is not printed officially."""
        return task.product.what if task.product and task.product.by == "document" else ""

    def _finish(self, task: Task) -> str:
        if task.deadline and task.deadline.rule:
            return task.deadline.rule
        if task.kind == "once":
            return self.words("deadline.plan-end", day=self.facts.plan.plan.ends)
        return self.words(f"kind.{task.kind}")

    def _result(self, task: Task, standings: list[Standing]) -> str:
        if not self.facts.has_updates:
            return self.words("unknown")
        if task.kind not in COUNTED:
            return self._reported(standings)
        return "; ".join(self._counted_result(group) for group in by_occurrence(standings))

    def _reported(self, standings: list[Standing]) -> str:
        heard = [s for s in standings if s.state is not State.NOT_REPORTED]
        if len(standings) == 1:
            update = standings[0].update
            if update is None:
                return self.words("report.tasks.not-reported-one")
            told = (sentence(update.result), self.phrases.evidence(update))
            return "; ".join(part for part in told if part) or self.words("report.tasks.reported-one")
        return self.words("report.tasks.reported", done=len(heard), all=len(standings))

    def _counted_result(self, group: list[Standing]) -> str:
        period = group[0].assignment.period
        lead = f"{self.words.show(period)}: " if period else ""
        if len(group) == 1:
            update = group[0].update
            told = [sentence(update.result), self.phrases.evidence(update)] if update else []
            text = "; ".join(part for part in told if part)
            marks = self.phrases.marks(group[0])
            return lead + ("; ".join(part for part in (text, marks) if part) or self.phrases.state(group[0]))
        missing = tuple(s.assignment.agency for s in group if not s.state.is_done)
        text = lead + self.words("task-line.group", done=len(group) - len(missing), all=len(group))
        if missing and len(missing) < len(group):
            text += "; " + self.words("task-line.missing", names=self.phrases.some_agencies(missing))
        return text

    def _verdict(self, task: Task, standings: list[Standing]) -> str:
        if not standings or not self.facts.has_updates:
            return ""
        if task.kind not in COUNTED:
            return self.phrases.state(standings[0], "short") if len(standings) == 1 else ""
        if len(standings) == 1:
            return self.phrases.state(standings[0], "short")
        overdue = sum(1 for s in standings if s.state.is_overdue)
        key = State.OVERDUE if overdue else State.OPEN
        if all(s.state.is_done for s in standings):
            key = State.DONE_LATE if any(s.state is State.DONE_LATE for s in standings) else State.DONE_ON_TIME
        return self.words(f"state.{key.value}.short")

    def due_next(self) -> Table:
        """What falls due in the coming month, by day."""
        keys = ("number", "task-long", "agency-long", "deadline", "product")
        shares = (0.6, 4.4, 3.2, 1.8, 1.9)
        columns = tuple(
            Column(title, share=share, align="center" if key in ("number", "deadline") else "left")
            for key, (title, _, share) in zip(keys, self._heads(*keys, shares=shares), strict=True)
        )
        rows = []
        in_order = sorted(self.facts.due_next, key=lambda s: s.days_left)
        for number, group in enumerate(grouped(in_order), start=1):
            owed = group[0].assignment
            who = self.phrases.agency(owed.agency)
            if len(group) > 1:
                who = self.words("agency-count.of-units", n=len(group))
                if owed.common:
                    who = f"{who} ({self.phrases.agencies(owed.task.lead)})"
            cells = (str(number), self.phrases.title(owed), who, self.phrases.deadline(owed), self._product(owed.task))
            rows.append(Row(cells))
        following = self.facts.month.next()
        empty = self.words("report.due-next.empty", month=following.number, year=str(following.year))
        return Table(columns, tuple(rows), empty=empty)

    def indexes(self, changes: tuple[IndexChange, ...], before: int, after: int) -> Table:
        """The indexes' results in the year the plan sets out from, and the year before."""
        said = ChangeWords(self.words)
        titles = (
            (self.words("column.number"), 0.5),
            (self.words("column.index"), 1.6),
            (self.words("column.year", year=str(before)), 1.1),
            (self.words("column.year", year=str(after)), 1.1),
            (self.words("column.score-change"), 1.3),
            (self.words("column.rank-in", year=str(before)), 1.1),
            (self.words("column.rank-in", year=str(after)), 1.1),
            (self.words("column.rank-change"), 1.3),
            (self.words("column.letter"), 0.8),
            (self.words("column.source"), 3.0),
        )
        columns = tuple(
            Column(title, share=share, align="left" if position in (1, 9) else "center")
            for position, (title, share) in enumerate(titles)
        )
        unknown = self.words("report.unknown")

        def known(text: str) -> str:
            return unknown if text == self.words("unknown") else text

        rows = []
        for number, change in enumerate(changes, start=1):
            first, second = change.before, change.after
            score = change.score if change.published_score is None else change.published_score
            rows.append(Row((
                str(number),
                change.index.short,
                known(said.figure(first.score if first else None)),
                known(said.figure(second.score if second else None)),
                known(said.score(score)),
                known(said.rank_only(first)),
                known(said.rank_only(second)),
                known(said.places_of(change)),
                second.group if second and second.group else unknown,
                second.source if second else "",
            )))
        return Table(columns, tuple(rows), note=self.words("report.index.note"))
