"""Tests of parplan.editing.past.sought: of many changes, those that were asked for."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.editing.differences import Difference, differences
from parplan.editing.past.sought import Sought, by_record
from parplan.reading.tree import Tree
from workspaces import AGENCIES, DECISIONS, PLAN, REPORT

OLD: Tree = {"plan": "2022", "received": "2022-09-15", "updates": [{"task": "A", "status": "done"}]}
NEW: dict[str, Any] = {
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
    assert found(Sought(), DECISIONS, None, DECIDED) == [""]
    assert found(Sought(), "data/sources/ke-hoach.txt", "x", "y") == [""]
    assert found(Sought(month="2022-09"), "data/sources/ke-hoach.txt", "x", "y") == []


def test_a_task_s_records_alone_are_told_even_of_a_file_that_came_whole() -> None:
    assert found(Sought(task="a")) == ["updates.A.status"]
    assert found(Sought(task="B"), old=None) == ["updates.B@2022-09"]
    assert found(Sought(task="C")) == []
    head: tuple[Tree, Tree] = {"plan": {"short": "x"}}, {"plan": {"short": "A"}}
    assert found(Sought(task="A"), PLAN, *head) == []


def test_work_on_a_criterion_is_about_it() -> None:
    tasks: Tree = {"tasks": [{"id": "A", "criteria": [{"criterion": "PAR/876/x"}]}]}
    assert found(Sought(task="PAR/876/x"), PLAN, None, tasks) == ["tasks.A"]


def test_of_a_record_that_is_no_more_its_last_words_tell() -> None:
    gone = Difference(DECISIONS, ("decisions", "d"), DECISION, None)
    assert list(Sought(task="A").of(gone)) == [gone]
    assert list(Sought(task="A", year=2023).of(Difference(DECISIONS, (), DECIDED, None))) == []


def test_a_unit_s_files_are_told_and_what_names_it_elsewhere() -> None:
    own, other = frozenset({"so-tu-phap"}), frozenset({"hoi-an"})
    assert found(Sought(agencies=own)) == found(Sought())
    assert found(Sought(agencies=own, task="A")) == ["updates.A.status"]
    assert found(Sought(agencies=other)) == []
    assert found(Sought(agencies=other), DECISIONS, None, DECIDED) == ["decisions.d"]
    assert found(Sought(agencies=own), DECISIONS, None, DECIDED) == []
    changed: Tree = {"plan": "2022", "decisions": [{**DECISION, "to": "2022-10-02"}]}
    assert found(Sought(task="A", agencies=other), DECISIONS, DECIDED, changed) == ["decisions.d.to"]
    register: Tree = {"agencies": [{"id": "hoi-an", "name": "x"}]}
    assert found(Sought(agencies=other), AGENCIES, None, register) == ["agencies.hoi-an"]


@pytest.mark.parametrize(
    ("file", "name", "record"),
    [
        (PLAN, "tasks.A", {"id": "A", "lead": ["hoi-an"]}),
        (PLAN, "tasks.A", {"id": "A", "with": ["x", "hoi-an"]}),
        (AGENCIES, "groups.g", {"id": "g", "members": ["hoi-an"]}),
        ("data/reminders/2022.yaml", "letters.1/CV", {"number": "1/CV", "agency": "hoi-an"}),
    ],
)
def test_a_unit_is_named_by_whoever_leads_shares_is_a_member_or_is_written_to(
    file: str, name: str, record: dict[str, Tree]
) -> None:
    tree: Tree = {name.partition(".")[0]: [record]}
    assert found(Sought(agencies=frozenset({"hoi-an"})), file, None, tree) == [name]
    assert found(Sought(agencies=frozenset({"x-y"})), file, None, tree) == []


@pytest.mark.parametrize(("month", "count"), [("2022-09", 3), ("2022-10", 0)])
def test_a_month_is_that_of_the_file(month: str, count: int) -> None:
    assert len(found(Sought(month=month))) == count
    assert found(Sought(month=month), AGENCIES) == []
    assert len(found(Sought(month=month), "data/reports/2022-09.yaml")) == count


def test_a_task_of_that_name_in_another_plan_is_another_task() -> None:
    assert found(Sought(task="A", year=2023)) == []
    tasks: Tree = {"tasks": [{"id": "A", "title": "x"}]}
    assert found(Sought(task="A", year=2022), PLAN, None, tasks) == ["tasks.A"]
    assert found(Sought(task="A", year=2023), PLAN, None, tasks) == []
    letters: Tree = {"letters": [{"task": "A", "number": "1/CV"}]}
    assert found(Sought(task="A", year=2022), "data/reminders/2022.yaml", None, letters) == ["letters.A"]


def test_a_whole_change_falls_into_its_records() -> None:
    whole = Difference(REPORT, (), None, NEW)
    assert [".".join(one.path) for one in by_record(whole)] == [
        "plan",
        "received",
        "updates.A",
        "updates.B@2022-09",
    ]
    later: Tree = {**NEW, "updates": [*NEW["updates"][:1], {"task": "B", "status": "none"}]}
    changed = ["updates.B", "updates.B@2022-09"]
    assert [".".join(one.path) for one in by_record(Difference(REPORT, (), NEW, later))] == changed


@pytest.mark.parametrize("path", [("tasks", "A", "lead"), ("reporting", "recipients")])
def test_a_list_within_a_record_is_no_list_of_records(path: tuple[str, ...]) -> None:
    change = Difference(PLAN, path, ["x"], ["y"])
    assert list(by_record(change)) == [change]
