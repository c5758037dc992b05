"""Which standings are told in one line."""

from __future__ import annotations

import pytest

from parplan.facts.grouping import by_occurrence, evenly, grouped, occurrence, stand_alike
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


def reported(w: Builder, updates: dict[str, str], day: str = "2022-09-20") -> list[list[str]]:
    """Which units are told together, where each said this of one task."""
    w.tasks("- {id: A, kind: once, lead: [tat-ca], deadline: {rule: ngày 30/9/2022}, …}\n")
    for agency, said in updates.items():
        w.report("2022-09", agency, f"- {{task: A, {said}}}\n", received="2022-09-14")
    return [[s.assignment.agency for s in alike] for alike in stand_alike(w.standings(day=day).counted)]


def test_units_of_which_the_same_is_to_be_told_are_told_together(w: Builder) -> None:
    assert reported(w, {}) == [["so-noi-vu", "so-tu-phap", "so-tai-chinh", "hoi-an", "dien-ban"]]
    assert reported(
        w,
        {
            "so-noi-vu": "status: in-progress",
            "so-tu-phap": "status: in-progress, difficulty: Thiếu người",
            "hoi-an": "status: in-progress",
            "dien-ban": "status: not-started",
        },
    ) == [["so-noi-vu", "hoi-an"], ["so-tu-phap"], ["so-tai-chinh"], ["dien-ban"]]


def test_what_was_said_meanwhile_of_a_thing_that_is_overdue_parts_nobody(w: Builder) -> None:
    said = {"so-tu-phap": "status: in-progress", "hoi-an": "status: not-started"}
    assert len(reported(w, said, day="2022-10-05")) == 1


def test_who_was_given_another_day_is_told_apart(w: Builder) -> None:
    w.decisions("2022-09", EXTENDED)
    assert [alike for alike in reported(w, {}) if "hoi-an" in alike] == [["hoi-an"]]


@pytest.mark.parametrize(
    ("count", "most", "sizes"),
    [
        (1, 12, [1]),
        (12, 12, [12]),
        (13, 12, [6, 7]),
        (24, 12, [12, 12]),
        (25, 12, [8, 8, 9]),
        (38, 12, [9, 10, 9, 10]),
    ],
)
def test_items_are_parted_evenly_and_none_is_lost(count: int, most: int, sizes: list[int]) -> None:
    parts = evenly(range(count), most)
    assert [len(part) for part in parts] == sizes
    assert [item for part in parts for item in part] == list(range(count))


def test_units_with_difficulties_of_their_own_are_told_apart(w: Builder) -> None:
    said = {
        "so-noi-vu": "status: in-progress, difficulty: Thiếu người",
        "so-tu-phap": "status: in-progress, difficulty: Thiếu kinh phí",
        "so-tai-chinh": "status: in-progress, difficulty: Thiếu người",
    }
    assert reported(w, said)[:2] == [["so-noi-vu", "so-tai-chinh"], ["so-tu-phap"]]
