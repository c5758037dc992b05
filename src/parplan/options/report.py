"""Which report is asked for, and the facts of it: the same whether it is to be made or one is to be checked.

Must not know in what form, or in which words.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parplan.calendar.period import Period
from parplan.facts.report.gist import VERSION, Gist, changed, gist, list_gist, own_gist
from parplan.facts.report.own import OwnReportFacts
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.finding import Stop
from parplan.model.plan import PlanFile
from parplan.model.report_time import report_period
from parplan.options.days import parse_day
from parplan.options.shared import choose_plan, find_members
from parplan.output.files.seal_note import Made
from parplan.reading.load import Loaded
from parplan.words import Words


def asked_unit(loaded: Loaded, text: str, said: Words) -> str:
    """The unit whose own report is asked for."""
    unit, members = find_members(loaded, text, said)
    if unit is None or members is None or set(members) != {unit}:
        raise Stop("own-report-group", text=text)
    return unit


@dataclass(frozen=True)
class ReportAsked:
    """The report of a plan's period, of the office or of one ``unit``; ``as_of`` is today, where none is given.

    ``gap``: it tells of lost points.
    """

    loaded: Loaded
    plan: PlanFile
    period: Period
    unit: str | None = None
    as_of: date | None = None
    charts: bool = False
    gap: bool = False

    @cached_property
    def facts(self) -> ReportFacts:
        return report_facts(self.loaded.workspace, self.plan, self.period, self.as_of or date.today())

    @cached_property
    def own(self) -> OwnReportFacts | None:
        """The part that is the unit's, who must have a report to make."""
        if self.unit is None:
            return None
        name = self.loaded.workspace.units.name(self.unit)
        if self.unit == self.plan.plan.reporting.from_:
            raise Stop("own-report-office", agency=name)
        own = OwnReportFacts(self.facts, self.unit)
        if not own.owes_anything:
            raise Stop("own-report-nothing", agency=name)
        return own

    @cached_property
    def gist(self) -> Gist:
        """What it tells, apart from its words."""
        if self.own is not None:
            return own_gist(self.own)
        return gist(self.facts, charts=self.charts or self.period.months != 1, gap=self.gap)

    @cached_property
    def list_gist(self) -> Gist:
        """What the list beside it tells."""
        return list_gist(self.facts, self.unit)

    def told_as(self, form: str) -> Gist:
        """What it tells in a form: a workbook is the list, everything else the report."""
        return self.list_gist if form == "xlsx" else self.gist


def asked_again(loaded: Loaded, made: Made, said: Words) -> ReportAsked:
    """The report that was asked for when one was made. Raises Stop where that can't be asked of the data.

    Raises ValueError where its seal names no period.
    """
    period, file = report_period(made.period), choose_plan(loaded, str(made.plan))
    day = parse_day(made.as_of) if made.as_of else None
    unit = asked_unit(loaded, made.agency, said) if made.agency else None
    return ReportAsked(loaded, file, period, unit, day, made.charts, made.gap)


def is_overtaken(made: Made, before: Loaded, after: Loaded, said: Words) -> bool:
    """Whether a change makes a report untrue; not where it was so before, in the same."""
    if made.version != VERSION:
        return False
    with suppress(Stop, ValueError):  # it tells of what is no longer there: nothing can be said
        now = asked_again(after, made, said).told_as(made.form)
        if changed(made.told, now):
            return bool(changed(asked_again(before, made, said).told_as(made.form), now))
    return False
