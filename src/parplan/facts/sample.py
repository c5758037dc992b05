"""Whether figures were invented to show the program.

Must not look at a figure: the files say so themselves.
"""

from __future__ import annotations

from collections.abc import Collection

from parplan.model.plan import PlanFile
from parplan.model.workspace import Workspace


def is_sample(workspace: Workspace, plan: PlanFile) -> bool:
    """Whether any figure that enters the plan's facts was invented to show the program."""
    year = plan.plan.year
    drawn = (
        *(file for file in workspace.progress if file.plan == year),
        *(file for file in workspace.decisions if file.plan == year),
        *(file for file in workspace.reports if file.plan == year),
        *(file for file in workspace.reminders if file.plan == year),
    )
    return plan.sample or any(file.sample for file in drawn)


def is_any_sample(workspace: Workspace) -> bool:
    """Whether any file holds invented figures."""
    return any(file.sample for file in workspace.files)


def are_sample_results(workspace: Workspace, years: Collection[int]) -> bool:
    """Whether any result of an index in those years was invented, in a file of results or as a plan sets out."""
    told = (
        *((plan.sample, plan.baseline) for plan in workspace.plans.values()),
        *((file.sample, file.results) for file in workspace.results),
    )
    return any(sample and any(result.year in years for result in results) for sample, results in told)
