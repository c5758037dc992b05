"""Whether figures were invented to show the program.

Must not look at a figure: the files say so themselves.
"""

from __future__ import annotations

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
