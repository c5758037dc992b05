"""The facts of a status for machines.

Must not hold a finished string: names of keys are for ever, words are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, overload

from parplan.facts.breakdown import By, breakdown
from parplan.facts.monthly_register import asked_to_report, owing
from parplan.facts.sample import is_sample
from parplan.facts.standing import MarkKind, Standing, State
from parplan.facts.status.punctuality import UnitReport, by_month
from parplan.facts.status.status import StatusFacts
from parplan.views.status.pages import Counted

SCHEMA_VERSION: Final = 1


def status_data(facts: StatusFacts, by: Counted | None = None) -> dict[str, Any]:
    """The same facts for machines, and counts by what was asked for. Keys are only ever added."""
    made = facts.counts
    plan = facts.standings.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": plan.plan.year,
        "as_of": facts.standings.view.day.isoformat(),
        "month": str(facts.standings.view.month) if facts.standings.view.month else None,
        "asked": _asked_data(facts),
        "sample": is_sample(facts.standings.workspace, plan),
        "has_reports": facts.heard_anything,
        "errors_left_out": facts.errors,
        "tally": {name: tally._asdict() for name, tally in made._asdict().items()},
        "units": {"owing": len(owing(facts.standings)), "asked_to_report": len(asked_to_report(facts.standings))},
        "overdue": _Told(facts.overdue if facts.heard_anything else ()),
        "due_soon": _Told(facts.due_soon),
        "silent": {
            "month": str(facts.month) if facts.month else None,
            "agencies": list(facts.silent) if facts.heard_anything else [],
        },
        "reports": [_report_data(report) for report in facts.unit_reports],
        "by": _counts_data(facts, by) if by else None,
        "assignments": _Told(facts.shown),
        "difficulties": _Told(facts.difficulties),
    }


def _asked_data(facts: StatusFacts) -> dict[str, Any]:
    """What it is limited to; empty where it is not."""
    selection = facts.selection
    return {
        "agencies": list(facts.asked),
        "tasks": [task.id for task in facts.standings.plan.tasks if task.id in (selection.tasks or ())],
        "states": [state.value for state in State if state in (selection.states or ())],
        "search": selection.text or None,
        "overdue": selection.overdue,
    }


def _report_data(report: UnitReport) -> dict[str, Any]:
    return {
        "agency": report.agency,
        "sending": report.sending.value,
        "received": iso(report.received),
        "days_late": report.days_late,
        "in_a_row": report.in_a_row,
    }


def _counts_data(facts: StatusFacts, by: Counted) -> dict[str, Any]:
    """Tallies by key; by month, those of each unit at each month's close. The key "" has no criterion."""
    if by is Counted.MONTH:
        months = by_month(facts.standings, facts.chosen).items()
        return {str(month): {unit: cell.tally._asdict() for unit, cell in of.items()} for month, of in months}
    found = breakdown(facts.standings.workspace, facts.standings.plan, facts.shown, By(by.value))
    return {key or "": made._asdict() for key, made in found.items()}


@dataclass(frozen=True, slots=True)
class _Told(Sequence[dict[str, Any]]):
    """Standings for machines, each made when it is asked for: all at once they take ten times the memory."""

    standings: Sequence[Standing]

    def __len__(self) -> int:
        return len(self.standings)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(standing_data, self.standings)

    @overload
    def __getitem__(self, at: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, at: slice) -> _Told: ...
    def __getitem__(self, at: int | slice) -> dict[str, Any] | _Told:
        return _Told(self.standings[at]) if isinstance(at, slice) else standing_data(self.standings[at])


def standing_data(standing: Standing) -> dict[str, Any]:
    """How an assignment stands."""
    owed = standing.assignment
    return {
        "task": owed.task.id,
        "title": owed.task.title,
        "agency": owed.agency,
        "period": str(owed.period) if owed.period else None,
        "common": owed.common,
        "due": iso(owed.due.last if owed.due else None),
        "state": standing.state.value,
        "days_late": standing.days_late,
        "days_left": standing.days_left if owed.due else None,
        "marks": [mark.value for mark in MarkKind if mark in standing.marks] if standing.marks else [],
        "status": standing.update.status if standing.update else None,
        "date": iso(standing.word.day if standing.word else None),
        "difficulty": standing.update.difficulty if standing.update else None,
    }


def iso(day: date | None) -> str | None:
    """A day as machines read it."""
    return day.isoformat() if day else None
