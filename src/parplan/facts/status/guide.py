"""What is to be done now: where the month stands on a day, and what of its work is still open.

Must not know a command, or look whether a report lies on the disk: that is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

from parplan.calendar.period import Period
from parplan.facts.form import month_open
from parplan.facts.monthly_register import Register, register
from parplan.facts.reminder import Owed, ReminderFacts
from parplan.facts.standing import MarkKind, Standings
from parplan.facts.status.beginning import Beginning
from parplan.facts.viewpoint import closing_day, office_day, owed_months, send_day

Name = Literal[
    "errors",
    "units",
    "plan",
    "head",
    "leads",
    "groups",
    "spare",
    "behind",
    "open",
    "collect",
    "late",
    "report",
    "check",
    "overdue",
    "soon",
    "final",
]
"""What there is to do, in the order in which it is done."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``values`` are its figures; ``is_late``: it should have been done by the day.

    ``each``: the places in the data of each of which its command speaks.
    """

    name: Name
    values: Mapping[str, Any] = field(default_factory=dict)
    is_late: bool = False
    each: tuple[str, ...] = ()


@dataclass(frozen=True)
class GuideFacts:
    """The work of a day. ``made``: the reports that lie in the workspace, by month; ``errors``: of the data."""

    standings: Standings
    errors: int = 0
    made: Mapping[Period, Sequence[str]] = field(default_factory=dict)

    @property
    def day(self) -> date:
        return self.standings.view.day

    @cached_property
    def beginning(self) -> Beginning:
        """How far the workspace is set up."""
        return Beginning(self.standings.workspace, self.standings.plan)

    @cached_property
    def is_new(self) -> bool:
        """Whether the plan, or who makes its reports, is only a place held: of no day can anything be told."""
        start = self.beginning
        return not (start.has_units and start.has_plan) or bool({"issuer", "from"} & set(start.head()))

    @cached_property
    def month(self) -> Period | None:
        """The month whose report is being made; None once all are through."""
        return month_open(self.standings.workspace, self.standings.plan, self.day)

    @cached_property
    def before(self) -> Period | None:
        """The month whose report should have gone up last; None before the first."""
        plan = self.standings.plan.plan
        return max((month for month in owed_months(plan) if office_day(plan, month) < self.day), default=None)

    @property
    def is_ahead(self) -> bool:
        """Whether the plan has not begun."""
        return self.day < self.standings.plan.plan.starts.earliest

    @property
    def days(self) -> Mapping[str, date]:
        """The month's days: its figures' last, the units' reports', the office's."""
        plan, month = self.standings.plan.plan, self.month
        if month is None:
            return {}
        return {
            "closes": closing_day(plan, month),
            "units": send_day(plan, month),
            "office": office_day(plan, month),
        }

    @property
    def is_closed(self) -> bool:
        """Whether the month's figures are all there to be told."""
        return self.month is not None and self.day > self.days["closes"]

    @cached_property
    def register(self) -> Register | None:
        """Who has sent a report of the month."""
        return register(self.standings, self.month) if self.month else None

    def steps(self) -> Iterator[Step]:
        """All there is to do, in the order in which it is done."""
        if self.errors:
            yield Step("errors", {"n": self.errors}, is_late=True)
        yield from self._of_beginning()
        if self.is_new or self.is_ahead:
            return
        if self.before is not None and self._is_left(self.before):
            yield Step("behind", {"before": self.before}, is_late=True)
        if self.month is None:
            yield Step("final")
        elif self.is_closed and self.register is not None and self.register.is_owed:
            yield from self._of_month(self.month, self.register)
        yield from self._of_work()

    def _of_beginning(self) -> Iterator[Step]:
        """A workspace is set up in this order: a document's units are known by the register, a head names both."""
        start = self.beginning
        if not start.has_units:
            yield Step("units")
        if not start.has_plan:
            yield Step("plan")
        if self.is_new and not (start.has_units and start.has_plan):
            return
        if head := tuple(start.head()):
            yield Step("head", {"n": len(head)}, each=head)
        if tasks := start.undecided:
            yield Step("leads", {"n": len(tasks)}, each=tasks[:1])
        if groups := start.hollow:
            yield Step("groups", {"n": len(groups)}, each=groups)
        if not head and not tasks and not groups and (spare := tuple(start.left_over())):
            yield Step("spare", {"n": len(spare)}, each=spare)

    def _of_month(self, month: Period, sent: Register) -> Iterator[Step]:
        days = self.days
        values = {"sent": sent.sent, "asked": sent.asked, "missing": len(sent.silent), "last": days["units"]}
        if not self._has_begun(month):
            yield Step("open", values)
        elif sent.silent:
            yield Step("late", values, is_late=True) if self.day > days["units"] else Step("collect", values)
        if made := self.made.get(month):
            yield Step("check", {"file": made[-1]})
        elif not sent.silent or self.day > days["units"]:
            yield Step("report", {"last": days["office"]})

    def _is_left(self, month: Period) -> bool:
        """Whether nothing tells that a month's report was made: no file of it, no number or day put down."""
        year = self.standings.plan.plan.year
        sent = (f for f in self.standings.workspace.reports if (f.plan, f.period) == (year, month))
        return not self.made.get(month) and not any(file.date or file.number for file in sent)

    def _has_begun(self, month: Period) -> bool:
        """Whether anything of the month is there, be it an empty form."""
        year = self.standings.plan.plan.year
        return any((file.plan, file.month) == (year, month) for file in self.standings.workspace.progress)

    def _of_work(self) -> Iterator[Step]:
        if not self.standings.reports.files:  # before anybody reported, nobody's state is known
            return
        asked = ReminderFacts(Owed(self.standings, self.day), self.day)
        if asked.overdue:
            units = {one.assignment.agency for one in asked.overdue}
            again = len(asked.reminded)
            yield Step("overdue", {"n": len(asked.overdue), "units": len(units), "again": again}, is_late=True)
        soon = self.standings.counted.where(lambda one: MarkKind.DUE_SOON in one.marks)
        if soon:
            yield Step("soon", {"n": len(soon), "days": self.standings.plan.plan.reporting.due_soon_days})
