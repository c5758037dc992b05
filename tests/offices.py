"""The office that a report is worded for, as the command makes it."""

from __future__ import annotations

from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.views.phrases.office import Office
from parplan.views.phrases.phrases import Phrases
from parplan.words import words
from workspaces import Builder


def office(facts: ReportFacts) -> Office:
    """In Vietnamese."""
    return Office(words("vi"), facts.workspace, facts.plan.plan)


def phrases(facts: ReportFacts) -> Phrases:
    return office(facts).phrases


SMALL = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [so-tu-phap], …}
- {id: E, kind: ongoing, lead: [cac-huyen], …}
- {id: F, kind: once, lead: [hoi-an], deadline: {rule: ngày 25/12/2022}, …}
- {id: G, kind: on-event, lead: [hoi-an], …}
- {id: H, kind: periodic, lead: [so-tai-chinh], deadline: {rule: hằng quý}, …}
"""
"""One unit each and several, with a day and without."""


def small_facts(w: Builder, period: str) -> ReportFacts:
    """A report of few duties, of which two units have said something."""
    w.tasks(SMALL).report(
        "2022-09",
        "so-tu-phap",
        "- {task: A, status: done, date: 2022-09-05, result: Đã ban hành}\n"
        "- {task: C, status: done, result: Đã làm}\n",
        received="2022-09-14",
    )
    w.report(
        "2022-10",
        "hoi-an",
        "- {task: B, period: 2022-09, status: done, date: 2022-09-28}\n"
        "- {task: G, status: none}\n- {task: E, status: done}\n",
        received="2022-10-20",
    )
    workspace = w.workspace()
    return report_facts(workspace, workspace.plans[2022], Period.parse(period))
