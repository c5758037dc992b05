"""What a rule of a deadline comes to: one day, some days after another, a day of every period; and working days.

Must not know how a rule is written, or move a due day: one that falls on a day off stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from parplan.calendar.period import Moment, Period, add_months, full_periods

ONE_DAY: Final = timedelta(days=1)


class WorkingCalendar(NamedTuple):
    """Which days nobody works: Saturdays, Sundays and the listed days off, but for the swapped working days."""

    off: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()

    @classmethod
    def of(cls, off: Iterable[date], working: Iterable[date]) -> WorkingCalendar:
        return cls(frozenset(off), frozenset(working))

    def is_off(self, day: date) -> bool:
        return day not in self.working and (day in self.off or day.weekday() >= 5)

    def last_working_day(self, day: date) -> date:
        """``day`` itself, or the last working day before it: when to remind of a due day on a day off."""
        while self.is_off(day):
            day -= ONE_DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The working day that lies ``count`` working days after ``day``, which is not counted itself.

        At the end of all days it is the last of them.
        """
        while count and day < date.max:
            day += ONE_DAY
            count -= not self.is_off(day)
        return day


class Due(NamedTuple):
    """``last`` is the last day still in time; lateness is counted in calendar days from ``named``.

    The two differ only for "trước ngày D": D - 1 is the last day, D is the one that is written.
    """

    last: date
    named: date

    @classmethod
    def on(cls, day: date) -> Due:
        return cls(day, day)

    @classmethod
    def before(cls, day: date) -> Due:
        return cls(day - ONE_DAY, day)

    def days_late(self, day: date) -> int:
        """Calendar days late on ``day``; 0 while in time."""
        return (day - self.named).days if day > self.last else 0


class Once(NamedTuple):
    """A rule that names one day or one stretch of the calendar."""

    due: Due
    start: date | None = None

    def settled(self, calendar: WorkingCalendar) -> Once:  # noqa: ARG002 - asked of Within in the same way
        """Itself: its day is known without a calendar."""
        return self


class Within(NamedTuple):
    """A number of days after one that is not counted itself: calendar days, or working days where it says so."""

    start: date
    days: int
    working: bool

    def settled(self, calendar: WorkingCalendar) -> Once:
        """The day it comes to."""
        counted = self.start + timedelta(self.days)
        return Once(Due.on(calendar.after(self.start, self.days) if self.working else counted), self.start)


class Every(NamedTuple):
    """A rule that recurs every ``months``: due at the period's end, or by a day of its last or the next month.

    ``working``: by that month's last working day. ``month``: the month of every year that a day is of.
    ``since``, ``until``: the first and last of the years it names.
    """

    months: int
    day: int | None = None
    before: bool = False
    next_month: bool = False
    working: bool = False
    since: int | None = None
    until: int | None = None
    month: int | None = None

    def due(self, period: Period, calendar: WorkingCalendar) -> Due:
        """When it is due in a period."""
        if self.day is None and not self.working:
            return Due.on(period.last)
        month = Period(add_months(period.last, 1 if self.next_month else 0))
        if self.month is not None:
            month = Period(date(period.year, self.month, 1))
        if self.day is None:
            named = calendar.last_working_day(month.last)
        elif self.day > month.last.day:  # a short month has no such day: its own last day is still in time
            return Due.on(month.last)
        else:
            named = month.first.replace(day=self.day)
        return Due.before(named) if self.before else Due.on(named)

    def due_within(self, period: Period, ends: date, calendar: WorkingCalendar) -> Due:
        """When it is due in a period of a plan: at the plan's end where that cuts the period short."""
        due = self.due(period, calendar)
        return Due.on(ends) if period.last > ends and due.last > ends else due

    def periods(self, starts: Moment, ends: date) -> Iterator[Period]:
        """The periods in which a plan owes it: from the first full one on; a year that it names, full or not.

        Of a day of every year, the years in which that day lies in the plan.
        """
        if self.month is not None:
            for year in range(starts.earliest.year, ends.year + 1):
                period = Period(date(year, 1, 1), 12)
                if starts.earliest <= self.due(period, WorkingCalendar()).last <= ends:
                    yield period
            return
        if self.since is None:
            yield from full_periods(starts.begins_whole_months_from, ends, self.months)
            return
        first = date(max(self.since, starts.earliest.year), 1, 1)
        for period in full_periods(first, ends, self.months):
            if self.since <= period.year <= (self.until or period.year):
                yield period


Rule = Once | Within | Every
