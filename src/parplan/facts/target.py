"""Numeric targets: what the units reported, summed where it may be summed, against what was to be reached.

Must not average percentages: a bare value of several units stays unknown as a whole.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from parplan.facts.progress_seen import Word
from parplan.facts.standing import Standings
from parplan.model.plan import Target, Task
from parplan.model.progress import Measured
from parplan.model.units import Units

PERCENT = Decimal(100)


class Verdict(Enum):
    """Whether a target is reached: unknown without a figure, incomparable without the year's it is set against."""

    REACHED = "reached"
    MISSED = "missed"
    UNKNOWN = "unknown"
    INCOMPARABLE = "incomparable"


class Reached(NamedTuple):
    """A target and what was reached of it. ``done`` and ``of`` are sums over the units that gave both.

    ``value`` is in the target's unit. ``figures``: the newest of each of the ``asked`` units that gave one, in the
    register's order; ``units``: those whose figure is in the value.
    """

    task: Task
    target: Target
    value: Decimal | None
    done: Decimal | None
    of: Decimal | None
    figures: Mapping[str, Measured]
    units: tuple[str, ...]
    asked: int
    verdict: Verdict

    @property
    def key(self) -> tuple[str, str]:
        """Which target of which task it is, whenever it is looked at."""
        return self.task.id, self.target.id

    @property
    def is_of_some(self) -> bool:
        """Whether some of those who owe it gave no figure, or one that is not in the value."""
        return len(self.units) != self.asked

    @property
    def apart(self) -> tuple[str, ...]:
        """The units that gave no total, so that their figure could not be added to those of the others."""
        return tuple(
            u for u, f in self.figures.items() if u not in self.units and (f.done is None or f.of is None)
        )

    @property
    def missed(self) -> tuple[str, ...]:
        """The units that by their own figure fall short, whatever all reach together."""
        return tuple(
            unit
            for unit, figure in self.figures.items()
            if verdict(self.target, figure_of(figure)) is Verdict.MISSED
        )


def targets(standings: Standings, agency: str | None = None) -> tuple[Reached, ...]:
    """Every target of the plan, as reported from a viewpoint by all who owe it, or by one unit."""
    owing: dict[str, set[str]] = {}
    owed = standings.assignments if agency is None else standings.assignments.only([agency])
    for run in owed.runs:
        owing.setdefault(run.first.task.id, set()).update(run.agencies)
    said: dict[str, list[Word]] = {}
    for (task_id, unit, _), every in standings.words.items():
        if agency in (None, unit):
            said.setdefault(task_id, []).extend(every)
    units = standings.workspace.units
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
    full = {unit: f for unit, f in figures.items() if f.done is not None and f.of is not None}
    done, of = _sum(figure.done for figure in full.values()), _sum(figure.of for figure in full.values())
    value: Decimal | None = None
    units = tuple(full)
    if done is not None and of:
        value = done * PERCENT / of
    elif len(figures) == 1:
        ((unit, alone),) = figures.items()
        value = figure_of(alone)
        units = () if value is None else (unit,)
    return Reached(task, target, value, done, of, figures, units, asked, verdict(target, value))


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
    """Hold a value against its target, which may be set against a year whose figure nobody wrote down."""
    threshold = target.at_least or target.at_most or target.more_than
    if value is None or threshold is None:
        return Verdict.UNKNOWN
    if threshold.value is None:
        return Verdict.INCOMPARABLE
    if target.at_least is not None:
        reached = value >= threshold.value
    elif target.at_most is not None:
        reached = value <= threshold.value
    else:
        reached = value > threshold.value
    return Verdict.REACHED if reached else Verdict.MISSED
