"""data/reminders/YEAR.yaml: the letters that went out to units with overdue or unreported work.

Must not hold how often a unit was reminded: facts count that.
"""

from typing import Annotated

from parplan.model.record import Record
from parplan.model.scalar import AgencyId, AnyPeriod, Day, Month, PlanYear, TaskId, Text, at_least_one
from parplan.model.shared import File

Reached = Annotated[tuple[AgencyId, ...], at_least_one()]


class RemindedTask(Record):
    """A task, or one period of it, that some units were reminded of."""

    task: TaskId
    period: AnyPeriod | None = None
    agencies: Reached


class RemindedReport(Record):
    """A month whose report some units were asked for."""

    month: Month
    agencies: Reached


class Reminder(Record):
    """One letter, with the number and the day under which the office sent it."""

    number: Text
    date: Day
    tasks: Annotated[tuple[RemindedTask, ...], at_least_one()] | None = None
    reports: Annotated[tuple[RemindedReport, ...], at_least_one()] | None = None


class RemindersFile(File):
    """The letters about one plan, in the order in which they went out."""

    plan: PlanYear
    reminders: tuple[Reminder, ...]
