"""What must hold across records and files: a plain list of pure functions from a workspace to findings.

Must not read files, mend anything, or say it in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from parplan.checks.heads import check_heads
from parplan.checks.identity import check_duplicates, check_groups
from parplan.checks.plan import check_deadlines, check_plan_dates, check_quotes
from parplan.checks.progress import check_decisions, check_updates
from parplan.checks.references import check_references, check_target_references
from parplan.checks.results import check_result_duplicates, check_results
from parplan.finding import Finding
from parplan.model.workspace import Workspace

Check = Callable[[Workspace], Iterable[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    check_heads,
    check_duplicates,
    check_groups,
    check_references,
    check_target_references,
    check_plan_dates,
    check_deadlines,
    check_quotes,
    check_updates,
    check_decisions,
    check_results,
    check_result_duplicates,
)
"""Every check there is. A new one is written in its module and named here."""
