"""Tests of parplan.facts.status.selection."""

from __future__ import annotations

import pytest

from parplan.facts.standing import State
from parplan.facts.status.selection import Selection
from workspaces import Builder

TASKS = """\
- id: A
  kind: once
  lead: [so-tu-phap]
  deadline: {rule: ngày 30/9/2022}
  note: Lưu ý riêng
  title: Rà soát văn bản
  source: {section: III, quote: Việc phải làm hằng tháng}
- {id: B, kind: once, lead: [cac-huyen], deadline: {rule: ngày 10/9/2022}, …}
- {id: C, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
"""


@pytest.fixture
def told(w: Builder) -> Builder:
    return w.tasks(TASKS).report(
        "2022-09",
        "hoi-an",
        "- {task: B, status: in-progress, result: Đang trình UBND, difficulty: Thiếu kinh phí}\n",
        received="2022-09-14",
    )


def keys(w: Builder, selection: Selection) -> list[str]:
    chosen = selection.of(w.standings(day="2022-10-05").counted)
    return [f"{s.assignment.task.id} {s.assignment.agency}" for s in chosen]


def test_nothing_asked_for_is_everything(told: Builder) -> None:
    assert Selection().is_everything
    assert keys(told, Selection()) == [
        "A so-tu-phap",
        "B hoi-an",
        "B dien-ban",
        *["C so-tu-phap"] * 4,
    ]


def test_units_tasks_and_states_narrow_it(told: Builder) -> None:
    assert keys(told, Selection(agencies=frozenset({"hoi-an"}))) == ["B hoi-an"]
    assert keys(told, Selection(tasks=frozenset({"A", "B"}), agencies=frozenset({"so-tu-phap"}))) == [
        "A so-tu-phap"
    ]
    assert keys(told, Selection(states=frozenset({State.OVERDUE}))) == ["B hoi-an"]
    assert not Selection(states=frozenset()).is_everything
    assert keys(told, Selection(states=frozenset())) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ra soat", ["A so-tu-phap"]),
        ("LƯU Ý", ["A so-tu-phap"]),
        ("trình ubnd", ["B hoi-an"]),
        ("kinh phi", ["B hoi-an"]),
        ("không đâu", []),
    ],
)
def test_words_are_searched_in_titles_notes_and_what_was_said(told: Builder, text: str, found: list[str]) -> None:
    assert keys(told, Selection(text=text)) == found


def test_overdue_alone_leaves_what_is_not(told: Builder) -> None:
    assert keys(told, Selection(overdue=True)) == ["A so-tu-phap", "B hoi-an", "B dien-ban", "C so-tu-phap"]
    assert keys(told, Selection(overdue=True, tasks=frozenset({"A"}))) == ["A so-tu-phap"]
    assert keys(told, Selection(tasks=frozenset({"B"}))) == ["B hoi-an", "B dien-ban"]


def test_states_are_asked_for_by_name_or_as_overdue_and_only_so() -> None:
    asked = (Selection(states=frozenset()), Selection(overdue=True), Selection(text="x"), Selection())
    assert [selection.asks_for_states for selection in asked] == [True, True, False, False]
