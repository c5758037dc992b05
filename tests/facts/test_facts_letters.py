"""Tests of parplan.facts.letters: what a unit was reminded of by a day."""

from __future__ import annotations

from datetime import date

from parplan.calendar.period import Period
from parplan.facts.letters import Letters
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from workspaces import Builder

LETTERS = """\
plan: 2022
reminders:
  - {number: 2/SNV-CCHC, date: 2022-11-10, tasks: [{task: A, agencies: [so-tu-phap, hoi-an]}]}
  - number: 1/SNV-CCHC
    date: 2022-10-05
    tasks: [{task: A, agencies: [so-tu-phap]}, {task: B, period: 2022-09, agencies: [so-tu-phap]}]
    reports: [{month: 2022-09, agencies: [hoi-an]}]
"""
TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap, hoi-an], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
"""


def told(standings: Standings) -> dict[tuple[str, str, str], list[str]]:
    letters = Letters(standings.workspace, standings.plan, standings.view)
    found = ((s.assignment, letters.about(s)) for s in standings.counted)
    return {
        (owed.task.id, owed.agency, str(owed.period or "")): [letter.number for letter in about]
        for owed, about in found
        if about
    }


def written(w: Builder) -> Builder:
    return w.tasks(TASKS).write("data/reminders/2022.yaml", LETTERS)


def test_letters_are_told_oldest_first_by_task_unit_and_period(w: Builder) -> None:
    assert told(written(w).standings(day="2022-11-20")) == {
        ("A", "so-tu-phap", ""): ["1/SNV-CCHC", "2/SNV-CCHC"],
        ("A", "hoi-an", ""): ["2/SNV-CCHC"],
        ("B", "so-tu-phap", "2022-09"): ["1/SNV-CCHC"],
    }


def test_a_letter_is_known_from_its_day_on(w: Builder) -> None:
    written(w)
    assert told(w.standings(day="2022-10-04")) == {}
    assert set(told(w.standings(day="2022-10-05"))) == {("A", "so-tu-phap", ""), ("B", "so-tu-phap", "2022-09")}
    assert set(told(w.standings(month="2022-10"))) == {("A", "so-tu-phap", ""), ("B", "so-tu-phap", "2022-09")}


def test_a_report_was_asked_for_by_month(w: Builder) -> None:
    standings = written(w).standings(day="2022-11-20")
    letters = Letters(standings.workspace, standings.plan, standings.view)
    assert [letter.number for letter in letters.about_report("hoi-an", Period.parse("2022-09"))] == ["1/SNV-CCHC"]
    assert letters.about_report("hoi-an", Period.parse("2022-10")) == ()
    assert letters.about_report("hoi-an", None) == ()


def test_the_letters_of_another_plan_are_not_this_one_s(w: Builder) -> None:
    other = "{number: 9/SNV-CCHC, date: 2022-10-06, tasks: [{task: A, agencies: [so-tu-phap]}]}"
    written(w).write("data/reminders/2023.yaml", f"plan: 2023\nreminders:\n  - {other}\n")
    workspace = w.load().workspace
    letters = Letters(workspace, workspace.plans[2022], Viewpoint(date(2022, 10, 31)))
    assert [letter.number for letter in letters.sent] == ["1/SNV-CCHC"]
