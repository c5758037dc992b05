"""Assignments counted: in common and by name, by unit, by section, by criterion, by task or by state.

Must not round or order for the eye: the order is that of the register, the plan, or the states.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from parplan.facts.grouping import select
from parplan.facts.runs import Run, Runs
from parplan.facts.standing import Standing, State
from parplan.facts.tally import Tally, counted_as, summed, tally
from parplan.model.plan import PlanFile
from parplan.model.workspace import Workspace


class Counts(NamedTuple):
    """The tallies of one viewpoint: given to groups, given by name, and both."""

    common: Tally
    single: Tally
    total: Tally


class By(Enum):
    """What assignments are counted by."""

    AGENCY = "agency"
    SECTION = "section"
    CRITERION = "criterion"
    TASK = "task"
    STATE = "state"


def counts(every: Iterable[Standing]) -> Counts:
    """Tallies of all, of what groups owe, and of what single units owe."""
    runs = Runs.of(every)
    return Counts(tally(select(runs, common=True)), tally(select(runs, common=False)), tally(runs))


def breakdown(
    workspace: Workspace, plan: PlanFile, standings: Iterable[Standing], by: By
) -> dict[str | None, Tally]:
    """A tally for each key that occurs; None stands for tasks that no criterion is known of.

    By criterion, an assignment counts once for each criterion of its task; by anything else, once.
    """
    found: defaultdict[str | None, Counter[tuple[State, bool]]] = defaultdict(Counter)
    for run in Runs.of(standings).runs:
        stands, number = counted_as(run.first), 1 if by is By.AGENCY else len(run.agencies)
        for key in _keys(run, by):
            found[key][stands] += number
    order = {key: position for position, key in enumerate(_order(workspace, plan, by))}
    return {key: summed(found[key]) for key in sorted(found, key=lambda key: order.get(key, len(order)))}


def _keys(run: Run[Standing], by: By) -> Iterable[str | None]:
    task = run.first.assignment.task
    match by:
        case By.AGENCY:
            return run.agencies
        case By.SECTION:
            return (task.source.section,)
        case By.TASK:
            return (task.id,)
        case By.STATE:
            return (run.first.state.value,)
        case By.CRITERION:
            return dict.fromkeys(link.ref for link in task.criteria or ()) or (None,)


def _order(workspace: Workspace, plan: PlanFile, by: By) -> Iterable[str | None]:
    match by:
        case By.AGENCY:
            return workspace.units.agencies
        case By.SECTION:
            return dict.fromkeys(task.source.section for task in plan.tasks)
        case By.TASK:
            return [task.id for task in plan.tasks]
        case By.STATE:
            return [state.value for state in State]
        case By.CRITERION:
            return [ref for index in workspace.indexes.indexes for ref in index.criteria()]
