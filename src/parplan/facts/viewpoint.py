"""From where one looks: a day, and whether only what had been reported by a month counts.

Must not look at tasks or units.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from parplan.model.plan import Plan
from parplan.model.progress import ProgressFile, Update
from parplan.period import Period, add_months


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Events dated up to ``day`` count. With ``month``, only those in files up to that month's folder do.

    Without a month it is what we know today of that day; with one, what the month's report says for ever.
    """

    day: date
    month: Period | None = None

    def sees(self, folder: Period, happened: date) -> bool:
        return happened <= self.day and (self.month is None or folder <= self.month)


def closing_day(plan: Plan, month: Period) -> date:
    """The last day that a month's report counts."""
    return month.first + timedelta(days=plan.reporting.closes - 1)


def opening_day(plan: Plan, month: Period) -> date:
    """The first day that a month's report counts: the day after the month before was closed."""
    return closing_day(plan, month.next(-1)) + timedelta(days=1)


def month_of(plan: Plan, day: date) -> Period:
    """The report month in which a day falls."""
    month = Period.around(day)
    return month if day <= closing_day(plan, month) else month.next()


def send_day(plan: Plan, month: Period) -> date:
    """The last day on which the units' reports for a month are in time."""
    return month.first + timedelta(days=plan.reporting.units_send - 1)


def end_of_month_report(plan: Plan, month: Period) -> Viewpoint:
    """The viewpoint of the report of a month: nothing that comes later changes it."""
    return Viewpoint(closing_day(plan, month), month)


def received_day(plan: Plan, file: ProgressFile) -> date:
    """When a unit's report came in; where that was not written down, the month's closing day."""
    return file.received or closing_day(plan, file.month)


def happened(plan: Plan, file: ProgressFile, update: Update) -> date:
    """When what an update tells of happened: its own date, else within the month it reports on.

    Reports come in after the closing day: what they leave undated still belongs to their month.
    """
    return update.date or min(received_day(plan, file), closing_day(plan, file.month))


def report_months(plan: Plan) -> tuple[Period, ...]:
    """The months for which units report: from the month the plan starts to the one it ends in."""
    first = plan.starts.month
    count = (plan.ends.year - first.year) * 12 + plan.ends.month - first.first.month
    return tuple(Period(add_months(first.first, number)) for number in range(count + 1))


def report_months_in(plan: Plan, period: Period) -> tuple[Period, ...]:
    """The months of a period for which units report; none where the plan does not reach into it."""
    return tuple(month for month in report_months(plan) if month.first in period)


def closed_months(plan: Plan, view: Viewpoint) -> tuple[Period, ...]:
    """The months whose closing day has passed; from a month's report, those up to it."""
    return tuple(
        month
        for month in report_months(plan)
        if (month <= view.month if view.month else closing_day(plan, month) < view.day)
    )


def last_month_due(plan: Plan, day: date) -> Period | None:
    """The newest month whose reports should all have come in before ``day``; None before the first."""
    return max((month for month in report_months(plan) if send_day(plan, month) < day), default=None)
