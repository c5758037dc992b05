"""What must hold across records and files: a plain list of pure functions from a workspace to findings.

Must not read files, mend anything, or say it in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from parplan.checks.everywhere.heads import check_heads
from parplan.checks.everywhere.identity import check_device_names, check_duplicates, check_group_use, check_groups
from parplan.checks.everywhere.names import check_shared_names, check_tones
from parplan.checks.everywhere.papers import (
    check_paper_dates,
    check_paper_numbers,
    check_paper_symbols,
    papers_named,
)
from parplan.checks.everywhere.references import check_references, check_target_references
from parplan.checks.plan.calendar import check_calendar, check_spans
from parplan.checks.plan.coverage import check_coverage
from parplan.checks.plan.dates import check_deadlines, check_first_month, check_plan_dates, check_working_days
from parplan.checks.plan.duties import check_agencies, check_leads
from parplan.checks.plan.quotes import check_quotes, check_repeated_quotes
from parplan.checks.progress.decisions import check_decisions
from parplan.checks.progress.evidence import check_evidence
from parplan.checks.progress.figures import check_figures, check_thresholds
from parplan.checks.progress.months import check_days, check_months, check_reports
from parplan.checks.progress.prose import check_prose
from parplan.checks.progress.reminders import check_reminder_days, check_reminders
from parplan.checks.progress.updates import check_undone, check_updates, unit_named
from parplan.checks.results.indexes import check_maxima, check_parents
from parplan.checks.results.maps import check_maps
from parplan.checks.results.parts import check_parts
from parplan.checks.results.published import check_changes, check_result_duplicates, check_results
from parplan.checks.results.ranks import check_ranks
from parplan.checks.results.rounds import check_rounds
from parplan.checks.results.scoring import check_rules, check_self_scores
from parplan.finding import Finding
from parplan.model.progress import ProgressFile
from parplan.model.workspace import Workspace

Check = Callable[[Workspace], Iterable[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    check_heads,
    check_duplicates,
    check_device_names,
    check_groups,
    check_group_use,
    check_shared_names,
    check_tones,
    check_calendar,
    check_spans,
    check_parents,
    check_maxima,
    check_maps,
    check_rules,
    check_references,
    check_target_references,
    check_plan_dates,
    check_first_month,
    check_deadlines,
    check_working_days,
    check_quotes,
    check_repeated_quotes,
    check_coverage,
    check_agencies,
    check_leads,
    check_months,
    check_reports,
    check_days,
    check_updates,
    check_undone,
    check_figures,
    check_thresholds,
    check_evidence,
    check_paper_numbers,
    check_paper_dates,
    check_paper_symbols,
    check_decisions,
    check_prose,
    check_reminders,
    check_reminder_days,
    check_results,
    check_result_duplicates,
    check_changes,
    check_parts,
    check_rounds,
    check_self_scores,
    check_ranks,
)
"""Every check there is. A new one is written in its module and named here."""

Shared = tuple[str, ...]
"""Texts that all stand in each of two reports, in whatever case."""

ACROSS_REPORTS: Final[Mapping[Check, Callable[[ProgressFile], Iterable[Shared]]]] = {
    check_undone: unit_named,
    check_paper_dates: papers_named,
}
"""The checks that hold reports of units against each other: what one shares with any that it is held against.

To every other check one report is nothing to another; and to none is it anything to a file that is no report. So
most reports are passed over where only some files are asked about (``reading.related``).
"""
