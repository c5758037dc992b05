"""Numeric targets: what the units reported, summed where it may be summed, against what was to be reached.

Must not average percentages: a bare value of several units stays unknown as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from parplan.facts.reported import Word
from parplan.facts.standing import Standings
from parplan.facts.units import Units
from parplan.model.plan import Target, Task
from parplan.model.progress import Measured

PERCENT = Decimal(100)


class Verdict(Enum):
    """Whether a target is reached; unknown where either side of the comparison is."""

    REACHED = "reached"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reached:
    """A target and what was reached of it. ``done`` and ``of`` are sums over the units that gave them.

    ``value`` is in the target's unit. ``units``: how many units reported a figure, of ``asked``.
    """

    task: Task
    target: Target
    value: Decimal | None
    done: Decimal | None
    of: Decimal | None
    units: tuple[str, ...]
    asked: int
    verdict: Verdict

    @property
    def key(self) -> tuple[str, str]:
        """Which target of which task it is, whenever it is looked at."""
        return self.task.id, self.target.id


def targets(standings: Standings, agency: str | None = None) -> tuple[Reached, ...]:
    """Every target of the plan, as reported from a viewpoint by all who owe it, or by one unit."""
    owing: dict[str, set[str]] = {}
    for assignment in standings.assignments:
        if agency in (None, assignment.agency):
            owing.setdefault(assignment.task.id, set()).add(assignment.agency)
    said: dict[str, list[Word]] = {}
    for (task_id, unit, _), every in standings.words.items():
        if agency in (None, unit):
            said.setdefault(task_id, []).extend(every)
    units = Units(standings.workspace.agencies)
    return tuple(
        _reached(task, target, _latest(units, said.get(task.id, []), target.id), len(owing.get(task.id, ())))
        for task in standings.plan.tasks
        for target in task.targets or ()
    )


def _latest(units: Units, said: list[Word], target: str) -> dict[str, Measured]:
    """The newest figure that each unit gave for a target, in the register's order."""
    newest: dict[str, Word] = {}
    for word in said:
        known = newest.get(word.file.agency)
        if target in word.update.values and (
            known is None or (word.file.month, word.day) >= (known.file.month, known.day)
        ):
            newest[word.file.agency] = word
    return {agency: newest[agency].update.values[target] for agency in units.in_order(newest)}


def _reached(task: Task, target: Target, figures: dict[str, Measured], asked: int) -> Reached:
    done = _sum(figure.done for figure in figures.values() if figure.of is not None)
    of = _sum(figure.of for figure in figures.values() if figure.done is not None)
    value: Decimal | None = None
    if done is not None and of:
        value = done * PERCENT / of
    elif len(figures) == 1:
        value = figure_of(*figures.values())
    return Reached(task, target, value, done, of, tuple(figures), asked, verdict(target, value))


def figure_of(measured: Measured) -> Decimal | None:
    """What one unit reached: a percentage where it gave a total, else the figure as it stands."""
    if measured.done is not None and measured.of:
        return measured.done * PERCENT / measured.of
    alone = measured.done if measured.of is None else None  # nothing of nothing is no figure
    return measured.value if measured.value is not None else alone


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if known else None


def verdict(target: Target, value: Decimal | None) -> Verdict:
    """Hold a value against its target. A target set against a year whose figure nobody wrote down is unknown."""
    threshold = target.at_least or target.at_most or target.more_than
    if value is None or threshold is None or threshold.value is None:
        return Verdict.UNKNOWN
    if target.at_least is not None:
        reached = value >= threshold.value
    elif target.at_most is not None:
        reached = value <= threshold.value
    else:
        reached = value > threshold.value
    return Verdict.REACHED if reached else Verdict.MISSED
