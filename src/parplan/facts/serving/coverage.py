"""How far criteria, tasks, evidence and the plan's document hang together, and what is missing in each direction.

Must not judge whether a task really raises a criterion: it is linked to it, or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Generic, TypeVar

from parplan.facts.points.tree import Tree
from parplan.facts.runs import Runs
from parplan.facts.serving.passages import Document, stretch
from parplan.facts.standing import MarkKind, Standing, Standings
from parplan.model.plan import Task
from parplan.spelling import one_line

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Share(Generic[T]):
    """So many of all have what is asked for; ``missing`` are those that have not."""

    of: int
    missing: tuple[T, ...]

    @property
    def met(self) -> int:
        return self.of - len(self.missing)

    @property
    def rate(self) -> Fraction | None:
        """The part that has it, from 0 to 1; None of nothing."""
        return Fraction(self.met, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Proof:
    """Of a task: how many assignments are done, and how many of them with evidence."""

    done: int
    proven: int


class CoverageFacts:
    """What hangs together from a viewpoint."""

    def __init__(self, standings: Standings) -> None:
        self.standings = standings
        self._tasks = standings.plan.tasks

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """The criteria sets that some task of the plan refers to."""
        named = {link.ref.rpartition("/")[0] for task in self._tasks for link in task.criteria or ()}
        indexes = self.standings.workspace.indexes.indexes
        return tuple(
            Tree(index, known) for index in indexes for known in index.sets if f"{index.id}/{known.id}" in named
        )

    @cached_property
    def serving(self) -> Mapping[str, tuple[Task, ...]]:
        """The tasks that name each criterion, in the plan's order."""
        found: dict[str, list[Task]] = {}
        for task in self._tasks:
            for ref in dict.fromkeys(link.ref for link in task.criteria or ()):
                found.setdefault(ref, []).append(task)
        return {ref: tuple(tasks) for ref, tasks in found.items()}

    def links(self) -> Iterator[tuple[Tree, str, tuple[Task, ...]]]:
        """Every criterion that a task names, or that is made of no others, with the tasks that name it."""
        for tree in self.trees:
            for ref, _ in tree.walk():
                tasks = self.serving.get(ref, ())
                if tasks or not tree.children(ref):
                    yield tree, ref, tasks

    def is_served(self, tree: Tree, ref: str) -> bool:
        """Whether a task names the criterion, or what it lies in."""
        return any(one in self.serving for one in (ref, *tree.above(ref)))

    @cached_property
    def criteria(self) -> Share[str]:
        """Of the criteria that are made of no others: those that some task serves."""
        leaves = [(tree, ref) for tree in self.trees for ref, _ in tree.walk() if not tree.children(ref)]
        return Share(len(leaves), tuple(ref for tree, ref in leaves if not self.is_served(tree, ref)))

    @cached_property
    def tasks(self) -> Share[Task]:
        """Of the tasks that are more than an exhortation: those that serve some criterion."""
        asked = [task for task in self._tasks if task.kind != "general"]
        return Share(len(asked), tuple(task for task in asked if not task.criteria))

    @cached_property
    def evidence(self) -> Share[Standing]:
        """Of what is done: that for which there is evidence."""
        return Share(len(self._done), tuple(self._done.where(lambda one: MarkKind.NO_EVIDENCE in one.marks)))

    def proof(self, task: Task) -> Proof:
        """How much of a task is done and proven."""
        done = self._done_of_tasks[task.id]
        return Proof(done, done - self._unproven[task.id])

    @cached_property
    def _done(self) -> Runs[Standing]:
        return self.standings.counted.where(lambda standing: standing.state.is_done)

    @cached_property
    def _done_of_tasks(self) -> Counter[str]:
        return Counter(one.assignment.task.id for one in self._done)

    @cached_property
    def _unproven(self) -> Counter[str]:
        return Counter(one.assignment.task.id for one in self.evidence.missing)

    @cached_property
    def passages(self) -> Share[str] | None:
        """Of the paragraphs that tasks are to quote: those quoted whole. None where that cannot be known."""
        file = self.standings.plan
        text = self.standings.workspace.document(file)
        if not text or file.plan.source.begins is None:
            return None
        document = Document(text)
        start, end = stretch(file.plan.source, document.text)
        if min(start, end) < 0:
            return None
        document.take([one_line(task.source.quote) for task in self._tasks], start)
        asked = list(document.asked(start, end))
        return Share(len(asked), tuple(passages[0] for passages in asked if passages))

    @property
    def rates(self) -> dict[str, Fraction | None]:
        """The part that is covered in each direction; None where there is nothing to cover, or it is not known."""
        return {
            "criteria": self.criteria.rate,
            "tasks": self.tasks.rate,
            "evidence": self.evidence.rate,
            "passages": self.passages.rate if self.passages else None,
        }

    def below(self, bar: Fraction) -> list[str]:
        """The directions of which less than that part is covered, from 0 to 1."""
        return [name for name, rate in self.rates.items() if rate is not None and rate < bar]
