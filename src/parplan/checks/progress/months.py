"""A file belongs to a month that the plan reports on, came in when it could, and tells of what had happened.

Must not look at what the work is, or know today.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parplan.calendar.period import Period
from parplan.facts.viewpoint import ONE_DAY, closing_day, final_folder, report_months, send_day
from parplan.finding import Code, Finding
from parplan.model.agency import Agency
from parplan.model.plan import Plan
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.record import Record
from parplan.model.workspace import Workspace


def check_months(workspace: Workspace) -> Iterator[Finding]:
    """The month of a file is one that its plan reports on."""
    files: tuple[ProgressFile | DecisionsFile, ...] = (*workspace.progress, *workspace.decisions)
    for plan in workspace.plans.values():
        months = report_months(plan.plan)
        if not months:  # a plan that ends before it starts is another finding
            continue
        # what is done between the last closing day and the plan's end is told in the month after
        first, last = months[0], final_folder(plan.plan)
        for file in files:
            if file.plan == plan.plan.year and _agrees(file) and not first <= file.month <= last:
                values = {"month": file.month, "first": first, "last": last}
                yield Finding(Code.MONTH_OUTSIDE_PLAN, file.at("month"), values)


def _agrees(file: ProgressFile | DecisionsFile) -> bool:
    """Whether a file's month is that of its folder; which of the two is right is not known here."""
    return f"/{file.month}/" in file.where.file


def _opening_day(plan: Plan, month: Period) -> date:
    """The day after the month before was closed, though the plan may begin later: that is told of the month."""
    return closing_day(plan, month.next(-1)) + ONE_DAY


def check_reports(workspace: Workspace) -> Iterator[Finding]:
    """A unit that reports was there, and its report came in time."""
    agencies = {agency.id: agency for agency in workspace.agencies.agencies}
    for file in workspace.progress:
        plan = workspace.plans.get(file.plan)
        if plan is None or not _agrees(file):
            continue
        agency = agencies.get(file.agency)
        if agency is not None and not _was_there(agency, plan.plan, file):
            names = {"agency_name": agency.name, "month": file.month}
            yield Finding(Code.AGENCY_NOT_THERE, file.at("agency"), names)
        yield from _received(plan.plan, file)


def _was_there(agency: Agency, plan: Plan, file: ProgressFile) -> bool:
    """Whether a unit existed on some day that the month's report tells of, or on which it could be written."""
    return (agency.from_ is None or agency.from_ <= file.month.last) and (
        agency.until is None or agency.until >= _opening_day(plan, file.month)
    )


def _received(plan: Plan, file: ProgressFile) -> Iterator[Finding]:
    if file.received is None:
        return
    opens, last = _opening_day(plan, file.month), send_day(plan, file.month)
    if file.received < opens:
        values = {"day": file.received, "month": file.month, "opens": opens}
        yield Finding(Code.RECEIVED_BEFORE_MONTH, file.at("received"), values)
    if file.received > last:
        late = {"day": file.received, "n": (file.received - last).days, "last": last, "month": file.month}
        yield Finding(Code.REPORT_LATE, file.at("received"), late)


def check_days(workspace: Workspace) -> Iterator[Finding]:
    """A report tells of what had happened when it came in, and of what its month counts."""
    for file in workspace.progress:
        plan = workspace.plans.get(file.plan)
        if plan is None or not _agrees(file):
            continue
        received = file.received
        if received is not None and received < _opening_day(plan.plan, file.month):
            received = None  # it is told that this day is wrong; every other would be after it
        if received is not None:
            for day, record in _days(file):
                if day > received:
                    values = {"day": day, "received": received}
                    yield Finding(Code.DATE_AFTER_RECEIVED, record.at("date"), values)
        yield from _after_closing(file, closing_day(plan.plan, file.month), received)


def _days(file: ProgressFile) -> Iterator[tuple[date, Record]]:
    """Every day in a report on which something is said to have happened, and the record that says so."""
    if file.document is not None and file.document.date is not None:
        yield file.document.date, file.document
    for update in file.updates:
        if update.date is not None:
            yield update.date, update
        for evidence in update.evidence or ():
            if evidence.date is not None:
                yield evidence.date, evidence


def _after_closing(file: ProgressFile, closes: date, received: date | None) -> Iterator[Finding]:
    for update in file.updates:
        day = update.date
        if day is not None and day > closes and (received is None or day <= received):
            values = {"day": day, "month": file.month, "closes": closes}
            yield Finding(Code.DATE_AFTER_CLOSING, update.at("date"), values)
