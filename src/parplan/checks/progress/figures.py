"""A figure that a unit gives for a target says something, and bears out what the unit says of the task.

Must not sum figures over units, or hold one against a year whose figure nobody wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_UP, Decimal

from parplan.facts.target import Verdict, figure_of, verdict
from parplan.finding import Code, Finding
from parplan.model.plan import Target
from parplan.model.progress import Measured, Update
from parplan.model.workspace import Workspace
from parplan.where import Where

CENT = Decimal("0.01")
WHOLE = 100
PERCENT = "%"


def check_figures(workspace: Workspace) -> Iterator[Finding]:
    """A figure can be used, and what is marked as done has reached its targets."""
    plans = {year: {task.id: task for task in plan.tasks} for year, plan in workspace.plans.items()}
    for file in workspace.progress:
        tasks = plans.get(file.plan, {})
        for update in file.updates:
            if not update.values:
                continue
            task = tasks.get(update.task)
            targets = {target.id: target for target in (task.targets if task else None) or ()}
            for name, measured in update.values.items():
                yield from _readable(measured, targets.get(name), update.at("values", name))
                if measured.value is None and measured.done is None:
                    yield Finding(Code.VALUE_INCOMPLETE, update.at("values", name))
                elif update.status == "done" and name in targets:
                    yield from _missed(targets[name], measured, name, update)


def check_thresholds(workspace: Workspace) -> Iterator[Finding]:
    """What a target asks for is a figure that can be reached, and that nobody reads for another."""
    for plan in workspace.plans.values():
        for task in plan.tasks:
            for target in task.targets or ():
                for key in target.alternatives:
                    threshold = getattr(target, key)
                    if threshold is not None:
                        yield from _figure(threshold.at("value"), threshold.value, target.unit)


def _readable(measured: Measured, target: Target | None, where: Where) -> Iterator[Finding]:
    """A share of a hundred is one; what is counted has no thousandths."""
    if target is not None:
        yield from _figure(where.at("value"), measured.value, target.unit)
    for key, counted in (("done", measured.done), ("of", measured.of)):
        if counted is not None and _may_be_thousands(counted):
            yield _thousands(where.at(key), counted)


def _figure(where: Where, figure: Decimal | None, unit: str) -> Iterator[Finding]:
    if figure is None:
        return
    if unit != PERCENT and _may_be_thousands(figure):
        yield _thousands(where, figure)
    elif unit == PERCENT and not 0 <= figure <= WHOLE:
        bound = {"bound": "least", "ge": 0} if figure < 0 else {"bound": "most", "le": WHOLE}
        yield Finding(Code.VALUE_OUT_OF_RANGE, where, bound)


def _may_be_thousands(figure: Decimal) -> bool:
    """Whether a figure is written as 1.082 is, which is a thousand and more to who writes Vietnamese."""
    return figure.as_tuple().exponent == -3 and 1 <= abs(figure) < 1000


def _thousands(where: Where, figure: Decimal) -> Finding:
    values = {"text": str(figure), "whole": str(figure).replace(".", "")}
    return Finding(Code.THOUSANDS_DOT, where, values)


def _missed(target: Target, measured: Measured, name: str, update: Update) -> Iterator[Finding]:
    reached = figure_of(measured)
    if reached is None or verdict(target, reached) is not Verdict.MISSED:
        return
    unit = target.unit if target.unit == "%" else f" {target.unit}"
    shares = f" ({measured.done}/{measured.of})" if measured.done is not None and measured.of else ""
    values = {"reached": _shown(reached, target), "rest": unit + shares, **_aim(target), "unit": unit}
    yield Finding(Code.TARGET_MISSED, update.at("values", name), values)


def _shown(reached: Decimal, target: Target) -> Decimal:
    """A figure of two decimals at most, rounded away from its target: what was missed must not look reached."""
    if reached == reached.quantize(CENT, ROUND_DOWN):
        return reached.normalize()
    return reached.quantize(CENT, ROUND_UP if target.at_most else ROUND_DOWN)


def _aim(target: Target) -> dict[str, object]:
    """What was to be reached: which way a target points, and how far."""
    every = {"at-least": target.at_least, "at-most": target.at_most, "more-than": target.more_than}
    ((aim, threshold),) = ((key, figure) for key, figure in every.items() if figure is not None)
    return {"aim": aim, "value": threshold.value}
