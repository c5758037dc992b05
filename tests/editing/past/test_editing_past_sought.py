"""Tests of parplan.editing.past.sought: of many changes, those that were asked for."""

from __future__ import annotations

import pytest

from parplan.editing.differences import Difference, differences
from parplan.editing.past.sought import Sought, by_record
from parplan.reading.tree import Tree
from workspaces import AGENCIES, DECISIONS, PLAN, REPORT

OLD: Tree = {"plan": "2022", "received": "2022-09-15", "updates": [{"task": "A", "status": "done"}]}
NEW: Tree = {
    "plan": "2022",
    "received": "2022-09-16",
    "updates": [{"task": "A", "status": "none"}, {"task": "B", "period": "2022-09", "status": "done"}],
}
DECISION = {"id": "d", "task": "A", "agencies": ["hoi-an"], "to": "2022-10-01"}
DECIDED: Tree = {"plan": "2022", "decisions": [DECISION]}


def found(sought: Sought, file: str = REPORT, old: Tree | None = OLD, new: Tree | None = NEW) -> list[str]:
    every = (one for change in differences(file, old, new) for one in sought.of(change, new, old))
    return [".".join(one.path) for one in every]


def test_whoever_asks_for_nothing_gets_all_as_it_is() -> None:
    assert found(Sought()) == ["received", "updates.A.status", "updates.B@2022-09"]
    assert found(Sought(), old=None) == [""]


def test_a_task_s_records_alone_are_told_even_of_a_file_that_came_whole() -> None:
    assert found(Sought(task="a")) == ["updates.A.status"]
    assert found(Sought(task="B"), old=None) == ["updates.B@2022-09"]
    assert found(Sought(task="C")) == []


def test_a_unit_s_files_are_told_and_what_names_it_elsewhere() -> None:
    own, other = frozenset({"so-tu-phap"}), frozenset({"hoi-an"})
    assert found(Sought(agencies=own)) == found(Sought())
    assert found(Sought(agencies=other)) == []
    assert found(Sought(agencies=other), DECISIONS, None, DECIDED) == ["decisions.d"]
    assert found(Sought(agencies=own), DECISIONS, None, DECIDED) == []
    changed: Tree = {"plan": "2022", "decisions": [{**DECISION, "to": "2022-10-02"}]}
    assert found(Sought(task="A", agencies=other), DECISIONS, DECIDED, changed) == ["decisions.d.to"]
    register: Tree = {"agencies": [{"id": "hoi-an", "name": "x"}]}
    assert found(Sought(agencies=other), AGENCIES, None, register) == ["agencies.hoi-an"]


@pytest.mark.parametrize(("month", "count"), [("2022-09", 3), ("2022-10", 0)])
def test_a_month_is_that_of_the_file(month: str, count: int) -> None:
    assert len(found(Sought(month=month))) == count
    assert found(Sought(month=month), AGENCIES) == []


def test_a_task_of_that_name_in_another_plan_is_another_task() -> None:
    assert found(Sought(task="A", year=2023)) == []
    tasks: Tree = {"tasks": [{"id": "A", "title": "x"}]}
    assert found(Sought(task="A", year=2022), PLAN, None, tasks) == ["tasks.A"]
    assert found(Sought(task="A", year=2023), PLAN, None, tasks) == []


def test_a_whole_change_falls_into_its_records() -> None:
    whole = Difference(REPORT, (), None, NEW)
    assert [".".join(one.path) for one in by_record(whole)] == [
        "plan",
        "received",
        "updates.A",
        "updates.B@2022-09",
    ]
