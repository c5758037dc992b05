"""What was reported, as it is seen from a viewpoint: who sent a file, and what it says of which assignment.

Must not judge: how an assignment stands is told elsewhere.
"""

from datetime import date
from typing import NamedTuple

from parplan.calendar.period import Period
from parplan.facts.assignments import Key
from parplan.facts.viewpoint import Viewpoint, closing_day, happened, received_day, report_months
from parplan.model.plan import PlanFile
from parplan.model.progress import ProgressFile, Update
from parplan.model.workspace import Workspace


class Word(NamedTuple):
    """One update, with the file it stands in and the day it tells of."""

    update: Update
    file: ProgressFile
    day: date


class Reports(NamedTuple):
    """Which units sent a file for which month, as seen from a viewpoint."""

    files: dict[tuple[str, Period], ProgressFile]

    def sent(self, agency: str, month: Period) -> bool:
        return (agency, month) in self.files

    def heard_since(self, month: Period) -> frozenset[str]:
        """The units that sent a file for that month or a later one."""
        return frozenset(agency for agency, sent in self.files if sent >= month)


def reports(workspace: Workspace, plan: PlanFile, view: Viewpoint) -> Reports:
    """The register of reports received. In a month's report the folder decides, else the day of receipt."""
    seen = {
        (file.agency, file.month): file
        for file in workspace.progress
        if file.plan == plan.plan.year
        and not file.is_blank
        and (file.month <= view.month if view.month else received_day(plan.plan, file) <= view.day)
    }
    return Reports(seen)


def words(workspace: Workspace, plan: PlanFile, view: Viewpoint) -> dict[Key, list[Word]]:
    """Every update in sight, by assignment, the one that counts last: the greatest (folder, date)."""
    found: dict[Key, list[Word]] = {}
    for file in workspace.progress:
        if file.plan != plan.plan.year:
            continue
        for update in file.updates:
            day = happened(plan.plan, file, update)
            if view.sees(file.month, day):
                found.setdefault((update.task, file.agency, update.period), []).append(Word(update, file, day))
    for said in found.values():
        said.sort(key=lambda word: (word.file.month, word.day))
    return found


def own_reports(workspace: Workspace, plan: PlanFile, view: Viewpoint, heard: Reports) -> dict[Key, date]:
    """The monthly reports themselves fulfil a duty: on the day each went out, else by its month's close.

    A report made stays made, though nobody wrote down its day: so on a day as in a month's report, or the
    two would contradict each other. But nothing is claimed of months before the first for which any unit has
    reported, unless the report's number or day is written down: nobody knows that any was made. The one being
    made for a month counts by the day it looks from.
    """
    reporting = plan.plan.reporting
    if reporting.task is None:
        return {}
    recorded = [file for file in workspace.reports if file.plan == plan.plan.year]
    numbered = {file.period for file in recorded if file.number}
    told = (file.month for file in workspace.progress if file.plan == plan.plan.year and not file.is_blank)
    # whenever it came in: so a day says what a month does
    first = min(told, default=None) if heard.files else None
    closes = ((month, closing_day(plan.plan, month)) for month in report_months(plan.plan))
    closed = {month: day for month, day in closes if view.sees(month, day)}
    made = {m: day for m, day in closed.items() if m in numbered or (first is not None and m >= first)}
    made |= {f.period: f.date for f in recorded if f.date is not None and view.sees(f.period, f.date)}
    if view.month is not None and not view.is_open:
        made[view.month] = view.day
    return {(reporting.task, reporting.from_, month): day for month, day in made.items()}
