"""Of what each unit has been reminded, and in which letters.

Must not ask whether the work has been done since.
"""

from __future__ import annotations

from parplan.calendar.period import Period
from parplan.facts.assignments import Key
from parplan.facts.standing import Standing
from parplan.facts.viewpoint import Viewpoint
from parplan.model.plan import PlanFile
from parplan.model.reminder import Reminder
from parplan.model.workspace import Workspace


class Letters:
    """The letters that had gone out by the day one looks from, by the work and the reports they asked for."""

    def __init__(self, workspace: Workspace, plan: PlanFile, view: Viewpoint) -> None:
        files = (file for file in workspace.reminders if file.plan == plan.plan.year)
        sent = (letter for file in files for letter in file.reminders if letter.date <= view.day)
        self.sent = tuple(sorted(sent, key=lambda letter: letter.date))
        self._about: dict[Key, list[Reminder]] = {}
        self._about_report: dict[tuple[str, Period], list[Reminder]] = {}
        for letter in self.sent:
            for work in letter.tasks or ():
                for agency in work.agencies:
                    self._about.setdefault((work.task, agency, work.period), []).append(letter)
            for report in letter.reports or ():
                for agency in report.agencies:
                    self._about_report.setdefault((agency, report.month), []).append(letter)

    def about(self, standing: Standing) -> tuple[Reminder, ...]:
        """Those that asked for a piece of work, oldest first."""
        return tuple(self._about.get(standing.assignment.key, ()))

    def about_report(self, agency: str, month: Period | None) -> tuple[Reminder, ...]:
        """Those that asked a unit for its report of a month, oldest first."""
        return tuple(self._about_report.get((agency, month), ())) if month else ()
