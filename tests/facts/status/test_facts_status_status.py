"""What a status shows: orders, days ahead, and what is left out."""

from __future__ import annotations

import pytest

from parplan.facts.status.selection import Selection
from parplan.facts.status.status import Sort, StatusFacts
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 05/9/2022}, …}
- {id: B, kind: once, lead: [hoi-an, dien-ban], deadline: {rule: ngày 30/8/2022}, …}
- {id: C, kind: once, lead: [so-noi-vu], deadline: {rule: ngày 10/11/2022}, …}
"""


def facts(w: Builder, sort: Sort = Sort.LATE, due_within: int | None = None) -> StatusFacts:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", received="2022-09-15")
    return StatusFacts(w.standings(day="2022-10-05"), due_within=due_within, sort=sort)


@pytest.mark.parametrize(
    ("sort", "agencies"),
    [
        (Sort.LATE, ["hoi-an", "dien-ban", "so-tu-phap"]),
        (Sort.DUE, ["hoi-an", "dien-ban", "so-tu-phap"]),
        (Sort.AGENCY, ["so-tu-phap", "hoi-an", "dien-ban"]),
    ],
)
def test_what_is_overdue_comes_in_the_order_asked_for(w: Builder, sort: Sort, agencies: list[str]) -> None:
    assert [s.assignment.agency for s in facts(w, sort).overdue] == agencies


@pytest.mark.parametrize(("days", "tasks"), [(None, []), (36, ["C"]), (35, [])])
def test_what_comes_due_is_told_as_many_days_ahead_as_asked(
    w: Builder, days: int | None, tasks: list[str]
) -> None:
    found = facts(w, due_within=days)
    assert [s.assignment.task.id for s in found.due_soon] == tasks
    assert found.days_ahead == (7 if days is None else days)


def test_only_units_asked_for_are_silent(w: Builder) -> None:
    whole = facts(w)
    assert set(whole.silent) == {"hoi-an", "dien-ban"}
    narrow = StatusFacts(whole.standings, Selection(frozenset({"hoi-an"})), ("hoi-an",))
    assert narrow.silent == ("hoi-an",)
    assert narrow.counts.total.total == 1


def test_without_an_earlier_report_nothing_is_compared(w: Builder) -> None:
    w.tasks(TASKS)
    assert StatusFacts(w.standings(day="2022-10-05")).since is None
