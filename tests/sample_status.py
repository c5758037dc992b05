"""The sample workspace on one day, for the files that status writes.

Must not hold an assertion.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from parplan.facts.standing import Standings
from parplan.facts.status.selection import Selection
from parplan.facts.status.status import StatusFacts
from parplan.facts.viewpoint import Viewpoint
from running import sample

DAY = "2022-11-05"


@cache
def sample_facts(*agencies: str) -> StatusFacts:
    """What the sample shows on that day, of all units or of some."""
    workspace = sample().workspace
    standings = Standings(workspace, workspace.plans[2022], Viewpoint(date.fromisoformat(DAY)))
    return StatusFacts(standings, Selection(agencies=frozenset(agencies) or None))
