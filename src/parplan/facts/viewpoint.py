"""From where one looks: a day, and whether only what had been reported by a month counts.

Must not look at tasks or units.
"""

from datetime import date, timedelta
from typing import NamedTuple

from parplan.calendar.period import Period, add_months
from parplan.model.plan import Plan
from parplan.model.progress import ProgressFile, Update

ONE_DAY = timedelta(days=1)


class Viewpoint(NamedTuple):
    """Events dated up to ``day`` count. With ``month``, only those in files up to that month's folder do.

    Without a month it is what we know today of that day; with one, what the month's report says for ever.
    ``is_over``: the day itself has passed, and with it what was due on it. ``is_open``: the month is not closed
    yet, its report not made, and nobody late with one; what is known by the day is all that can be told.
    """

    day: date
    month: Period | None = None
    is_over: bool = False
    is_open: bool = False

    def sees(self, folder: Period, happened: date) -> bool:
        return happened <= self.day and (self.month is None or folder <= self.month)


def closing_day(plan: Plan, month: Period) -> date:
    """The last day that a month's report counts."""
    return min(month.first + timedelta(days=plan.reporting.closes - 1), month.last)


def opening_day(plan: Plan, month: Period) -> date:
    """The first day that a month's report counts: the day after the month before was closed, within the plan."""
    return max(closing_day(plan, month.next(-1)) + ONE_DAY, plan.starts.earliest)


def month_of(plan: Plan, day: date) -> Period:
    """The report month in which a day falls."""
    month = Period.around(day)
    return month if day <= closing_day(plan, month) else month.next()


def send_day(plan: Plan, month: Period) -> date:
    """The last day on which the units' reports for a month are in time."""
    return _after_close(plan, month, plan.reporting.units_send)


def office_day(plan: Plan, month: Period) -> date:
    """The day on which the office sends its report of a month."""
    return _after_close(plan, month, plan.reporting.office_sends)


def _after_close(plan: Plan, month: Period, number: int) -> date:
    """The first day of that number after a month's close: of the next month, for who closes on its last day."""
    day = month.first + timedelta(days=number - 1)
    return day if day > closing_day(plan, month) else month.next().first + timedelta(days=number - 1)


def end_of_month_report(plan: Plan, month: Period) -> Viewpoint:
    """The viewpoint of the report of a month: nothing that comes later changes it."""
    return Viewpoint(closing_day(plan, month), month)


def month_so_far(plan: Plan, month: Period, today: date) -> Viewpoint:
    """The viewpoint of the report of a month; before its close, what is known of it today."""
    view = end_of_month_report(plan, month)
    return view._replace(day=today, is_open=True) if today <= view.day else view


def final_folder(plan: Plan) -> Period:
    """The last month whose files still tell of the plan's time: that in which the day after its end falls."""
    return month_of(plan, plan.ends + ONE_DAY)


def written_months(plan: Plan) -> tuple[Period, ...]:
    """The months that may be written down: those of reports, and the last whose files tell of the plan's time."""
    return tuple(dict.fromkeys((*report_months(plan), final_folder(plan))))


def end_of_plan(plan: Plan) -> Viewpoint:
    """The viewpoint of the report that closes the plan: all up to its last day."""
    return Viewpoint(plan.ends, final_folder(plan), is_over=True)


def received_day(plan: Plan, file: ProgressFile) -> date:
    """When a unit's report came in; where that was not written down, the month's closing day."""
    return file.received or closing_day(plan, file.month)


def happened(plan: Plan, file: ProgressFile, update: Update) -> date:
    """When what an update tells of happened: its own date, else within the month it reports on.

    Reports come in after the closing day: what they leave undated still belongs to their month.
    """
    return update.date or min(received_day(plan, file), closing_day(plan, file.month))


def report_months(plan: Plan) -> tuple[Period, ...]:
    """The months for which there are reports: from the one in which the plan's first day is told to its last."""
    first = max(plan.starts.month, month_of(plan, plan.starts.earliest))
    count = (plan.ends.year - first.year) * 12 + plan.ends.month - first.first.month
    return tuple(Period(add_months(first.first, number)) for number in range(count + 1))


def owed_months(plan: Plan) -> tuple[Period, ...]:
    """The months for which units owe a report: those that lie wholly after the plan's start, if there are any.

    Who reports for the month in which the plan began is thanked; who does not has been asked for nothing.
    """
    every = report_months(plan)
    whole = tuple(month for month in every if month.first >= plan.starts.begins_whole_months_from)
    return whole or every


def report_months_in(plan: Plan, period: Period) -> tuple[Period, ...]:
    """The months of a period for which units report; none where the plan does not reach into it."""
    return tuple(month for month in report_months(plan) if month.first in period)


def closed_months(plan: Plan, view: Viewpoint) -> tuple[Period, ...]:
    """The months whose closing day has passed; from a month's report, those up to it."""
    told = None if view.is_open else view.month
    return tuple(
        month for month in report_months(plan) if (month <= told if told else closing_day(plan, month) < view.day)
    )


def last_month_due(plan: Plan, day: date) -> Period | None:
    """The newest month whose reports should all have come in before ``day``; None before the first."""
    return max((month for month in owed_months(plan) if send_day(plan, month) < day), default=None)
