"""The whole story of one task: what the document says, who owes it, how it stands, what was reported.

Must not judge or count beyond what facts say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from parplan.facts.assignments import COUNTED, decisions_in_sight
from parplan.facts.grouping import grouped, stand_alike
from parplan.facts.runs import Runs
from parplan.facts.sample import is_sample
from parplan.facts.standing import Standing, Standings
from parplan.facts.status.selection import Selection
from parplan.facts.target import Reached, targets
from parplan.facts.viewpoint import last_month_due
from parplan.model.plan import Task
from parplan.model.progress import Update
from parplan.model.workspace import Workspace
from parplan.views.columns import Heading, columns
from parplan.views.phrases.phrases import Phrases, sentence
from parplan.views.phrases.targets import TargetWords
from parplan.views.table import Row, Table, Tone, without_empty_columns
from parplan.words import Words

STANDING: Final = (
    Heading("agency", 2.4, "left"),
    Heading("period", 1.2, "left"),
    Heading("deadline", 1.6, "left"),
    Heading("state", 3.2, "left"),
)

HISTORY: Final = (
    Heading("month", 1.3, "left"),
    Heading("agency", 2.0, "left"),
    Heading("period", 1.2, "left"),
    Heading("state", 1.5, "left"),
    Heading("date", 1.3, "left"),
    Heading("told", 3.0, "left"),
)


class TaskView(NamedTuple):
    """A heading, lines of name and value, the document's words, and tables of what happened.

    ``notice`` must be known before anything of it is believed; empty where there is none.
    """

    notice: str
    heading: str
    lines: tuple[tuple[str, str], ...]
    quote: str
    standing_title: str
    standing: Table | None
    history_title: str
    history: Table
    remarks: tuple[str, ...]


def task_view(
    standings: Standings, task: Task, words: Words, *, agencies: frozenset[str] | None = None, wide: bool = False
) -> TaskView:
    """Word everything that is known of a task from a viewpoint, perhaps of some units only.

    Units that stand alike are one line, which names the first few; all of them, if ``wide``.
    """
    writer = _Writer(standings, task, words, agencies=agencies, wide=wide)
    return TaskView(
        words("status.sample") if is_sample(standings.workspace, standings.plan) else "",
        f"{task.id}  {task.title}",
        tuple(writer.lines()),
        " ".join(task.source.quote.split()),
        words("show.standing", day=standings.view.day),
        writer.standing(),
        words("show.history"),
        writer.history(),
        tuple(writer.remarks()),
    )


class _Writer:
    """Writes the parts of a task's story."""

    def __init__(
        self, standings: Standings, task: Task, words: Words, *, agencies: frozenset[str] | None, wide: bool
    ) -> None:
        self.selection = Selection(agencies=agencies)
        self.wide = wide
        self.standings = standings
        self.task = task
        self.words = words
        self.phrases = Phrases(words, standings.workspace, standings.plan.plan)
        self.target_words = TargetWords(self.phrases)

    def lines(self) -> Iterator[tuple[str, str]]:
        task, words, phrases = self.task, self.words, self.phrases
        yield words("show.kind"), words(f"kind.{task.kind}")
        yield words("show.lead"), phrases.agencies(task.lead)
        if task.partners:
            yield words("show.partners"), phrases.agencies(task.partners)
        yield words("show.deadline"), phrases.set_deadline(task) or words("deadline.none")
        if task.deadline and task.deadline.words:
            yield words("show.words"), task.deadline.words
        if task.product:
            yield words("show.product"), f"{task.product.what} ({words(f'show.by.{task.product.by}')})"
        for link in task.criteria or ():
            name = criterion_name(self.standings.workspace, link.ref)
            yield words("show.criteria"), f"{name} [{link.ref}] ({words(f'show.by.{link.by}')})"
        for reached in (r for r in targets(self.standings) if r.task.id == task.id):
            yield words("show.targets"), self._target(reached)
        if task.note:
            yield words("show.note"), " ".join(task.note.split())

    def _target(self, reached: Reached) -> str:
        target, said = reached.target, self.target_words
        values = {"measure": target.measure, "aim": said.aim(target)}
        now = said.measured(reached)
        if now is None:
            return self.words("show.target", **values)
        return self.words("show.target-now", **values, value=now, verdict=said.verdict(reached))

    def standing(self) -> Table | None:
        """How each unit stands; nothing for an exhortation, which nobody owes, or before anybody reported."""
        found = self.selection.of(standings_of(self.standings, self.task))
        if not found or not self.standings.reports.files:
            return None
        groups = [part for whole in grouped(found) for part in stand_alike(whole)]
        # a duty without periods has no such column: each task's page stands for itself
        return without_empty_columns(Table(columns(self.words, STANDING), tuple(map(self._row, groups))))

    def _row(self, group: Runs[Standing]) -> Row:
        first = group[0]
        owed = first.assignment
        tone: Tone = "bad" if first.state.is_overdue else "good" if first.state.is_done else "plain"
        period = self.words.show(owed.period) if owed.period else ""
        cells = (self._names(group), period, self.phrases.deadline(owed), self.phrases.situation(first))
        return Row(cells, tone=tone)

    def _names(self, group: Runs[Standing]) -> str:
        """One unit by its name; several as a count, and the first few or all by short names."""
        every = group.agencies
        if len(every) == 1:
            return self.phrases.agency(every[0])
        named = self.phrases.short_agencies(every) if self.wide else self.phrases.some_agencies(every)
        return self.words("show.units", n=len(every), names=named)

    def history(self) -> Table:
        """Every update in sight, oldest first."""
        said = [
            word
            for (task, agency, _), every in self.standings.words.items()
            if task == self.task.id and self.selection.has_agency(agency)
            for word in every
        ]
        said.sort(key=lambda word: (word.file.month, word.day))
        rows = tuple(
            Row(
                (
                    self.words.show(word.file.month),
                    self.phrases.agency(word.file.agency),
                    self.words.show(word.update.period) if word.update.period else "",
                    self.words(f"status-word.{word.update.status}"),
                    self.words.day(word.update.date) if word.update.date else "",
                    self._told(
                        word.update.result,
                        self._figures(word.update),
                        self._difficulty(word.update),
                        self.phrases.evidence(word.update),
                    ),
                )
            )
            for word in said
        )
        made = Table(columns(self.words, HISTORY), rows, empty=self.words("show.no-history"))
        return without_empty_columns(made)

    def _difficulty(self, update: Update) -> str:
        return self.words("mark.difficulty", text=sentence(update.difficulty)) if update.difficulty else ""

    def _figures(self, update: Update) -> str:
        said = self.target_words.figures(update, self.task)
        return self.words("show.figures", text=said) if said else ""

    def _told(self, *parts: str | None) -> str:
        return "; ".join(sentence(part) for part in parts if part)

    def remarks(self) -> Iterator[str]:
        """Decisions about the task, and that an exhortation is not counted."""
        if self.task.kind == "general":
            yield self.words("show.general")
        for decision in decisions_in_sight(self.standings.workspace, self.standings.plan, self.standings.view):
            if decision.task == self.task.id:
                who = self.phrases.agencies(decision.agencies or ())
                kind = self.words(f"decision-kind.{decision.kind}")
                parts = (kind, who, self.phrases.paper(decision.document), (decision.reason or "").strip())
                yield "; ".join(part for part in parts if part)


def standings_of(standings: Standings, task: Task) -> Runs[Standing]:
    """How a task stands with each unit that owes it; a duty without a due day as of the month that tells of it."""
    if task.kind in COUNTED:
        return standings.counted.where(lambda s: s.assignment.task.id == task.id)
    view = standings.view
    month = view.month or last_month_due(standings.plan.plan, view.day)
    if month is None:
        return Runs()
    return Runs.of(s for s in standings.standing_duties(month) if s.assignment.task.id == task.id)


def criterion_name(workspace: Workspace, ref: str) -> str:
    """The name of a criterion by its full reference."""
    for index in workspace.indexes.indexes:
        if (criterion := index.criteria().get(ref)) is not None:
            return criterion.name
    return ref
