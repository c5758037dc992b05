"""Which standings are told in one line."""

from __future__ import annotations

from parplan.facts.grouping import by_occurrence, grouped, occurrence
from workspaces import Builder

TASKS = "- {id: A, kind: once, lead: [cac-huyen], deadline: {rule: ngày 30/9/2022}, …}\n"
EXTENDED = """\
- {id: them, kind: extend, task: A, agencies: [hoi-an], to: 2022-10-15, from: 2022-09-10,
   document: {number: 1/UBND, date: 2022-09-10, issuer: ubnd-tinh}}
"""


def test_units_with_the_same_day_are_told_together(w: Builder) -> None:
    standings = w.tasks(TASKS).standings(day="2022-10-01").counted
    (together,) = grouped(standings)
    assert [s.assignment.agency for s in together] == ["hoi-an", "dien-ban"]


def test_a_unit_with_another_day_is_told_apart_though_it_owes_the_same(w: Builder) -> None:
    standings = w.tasks(TASKS).decisions("2022-09", EXTENDED).standings(day="2022-10-01").counted
    assert [len(group) for group in grouped(standings)] == [1, 1]
    assert [len(group) for group in by_occurrence(standings).values()] == [2]
    first, second = standings
    assert occurrence(first) == occurrence(second)


def test_two_periods_of_a_task_are_two_duties(w: Builder) -> None:
    w.tasks("- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}\n")
    standings = w.standings(day="2022-10-01").counted
    assert len(by_occurrence(standings)) == len(standings) == 4
    assert occurrence(standings[0]) != occurrence(standings[1])
