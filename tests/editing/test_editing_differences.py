"""Tests of parplan.editing.differences: what two states of a file say differently."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.editing.differences import Difference, all_differences, differences

UPDATES: Any = [{"task": "A", "status": "done"}, {"task": "B", "period": "2022-09", "status": "done"}]


def told(before: Any, after: Any) -> list[tuple[str, Any, Any]]:
    return [(".".join(d.path), d.before, d.after) for d in differences("f", before, after)]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ({"a": "1"}, {"a": "1"}, []),
        ({"a": "1"}, {"a": "2", "b": "3"}, [("a", "1", "2"), ("b", None, "3")]),
        ({"a": "1", "b": "3"}, {"b": "3"}, [("a", "1", None)]),
        ({"l": ["x"]}, {"l": ["x", "y"]}, [("l", ["x"], ["x", "y"])]),
        ({"u": UPDATES}, {"u": UPDATES[::-1]}, []),
        ({"u": UPDATES[:1]}, {"u": UPDATES}, [("u.B@2022-09", None, UPDATES[1])]),
        ({"u": UPDATES}, {"u": [{"task": "A", "status": "none"}, UPDATES[1]]}, [("u.A.status", "done", "none")]),
        (None, {"a": "1"}, [("", None, {"a": "1"})]),
        ({"a": {"b": "1"}}, {"a": "1"}, [("a", {"b": "1"}, "1")]),
        ({"l": "x"}, {"l": ["x"]}, [("l", "x", ["x"])]),
        ({"l": ["x"]}, {"l": "x"}, [("l", ["x"], "x")]),
        ({"u": UPDATES}, {}, [("u", UPDATES, None)]),
        ({}, {"u": UPDATES}, [("u", None, UPDATES)]),
        ({"e": [{"x": "1"}]}, {"e": [{"x": "2"}]}, [("e", [{"x": "1"}], [{"x": "2"}])]),
    ],
)
def test_records_are_told_apart_by_their_names(before: Any, after: Any, wanted: list[Any]) -> None:
    assert told(before, after) == wanted


def test_records_that_share_a_name_are_a_value_as_a_whole() -> None:
    twice = [UPDATES[0], UPDATES[0]]
    assert list(differences("f", {"u": twice}, {"u": UPDATES})) == [Difference("f", ("u",), twice, UPDATES)]
    assert list(differences("f", {"u": UPDATES}, {"u": twice})) == [Difference("f", ("u",), UPDATES, twice)]


TASKS: Any = [{"id": "A", "lead": ["x"]}, {"id": "B", "lead": ["x", "y"]}]


def test_a_record_of_which_only_the_id_changed_is_the_same_record() -> None:
    after = [{"id": "X", "lead": ["x"]}, TASKS[1]]
    assert told({"tasks": TASKS}, {"tasks": after}) == [("tasks.A.id", "A", "X")]
    assert told({"tasks": TASKS}, {"tasks": [{"id": "X", "lead": ["z"]}, TASKS[1]]}) == [
        ("tasks.X", None, {"id": "X", "lead": ["z"]}),
        ("tasks.A", TASKS[0], None),
    ]


def test_records_that_say_the_same_but_for_their_ids_are_each_found_again() -> None:
    one, other = {"id": "A", "lead": ["x"]}, {"id": "B", "lead": ["x"]}
    after = [{**one, "id": "C"}, {**other, "id": "D"}]
    assert told({"tasks": [one, other]}, {"tasks": after}) == [("tasks.A.id", "A", "C"), ("tasks.B.id", "B", "D")]


def test_a_record_that_came_or_went_beside_one_that_says_the_same_is_no_other_record() -> None:
    one, other = {"id": "A", "lead": ["x"]}, {"id": "B", "lead": ["x"]}
    assert told({"tasks": [one, other]}, {"tasks": [other]}) == [("tasks.A", one, None)]
    assert told({"tasks": [one]}, {"tasks": [one, other]}) == [("tasks.B", None, other)]


def test_an_id_where_there_was_none_or_is_none_any_more_is_told_once() -> None:
    without, having = {"plan": {"title": "x"}}, {"plan": {"title": "x", "id": "a"}}
    for state in (("f", without, having), ("f", having, without)):
        (one,) = all_differences([state])
        assert one.path == ("plan", "id")


RENAMED: Any = ("indexes", {"indexes": [{"id": "I"}]}, {"indexes": [{"id": "K"}]})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"lead": ["I", "x"]}, {"lead": ["K", "x"]}),
        ({"parts": [{"ref": "I/1", "title": "I"}]}, {"parts": [{"ref": "K/1", "title": "I"}]}),
    ],
)
def test_a_reference_follows_in_lists_and_records_beside_texts_that_stay(before: Any, after: Any) -> None:
    assert [one.file for one in all_differences([RENAMED, ("plan", before, after)])] == ["indexes"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("I", "K/1"),
        ("I/1", "K/2"),
        ("I", ["K"]),
        (["I"], "K"),
        ("I", None),
        (["I"], ["K", "x"]),
    ],
)
def test_what_does_more_than_follow_an_id_is_told(before: Any, after: Any) -> None:
    found = all_differences([RENAMED, ("plan", {"a": before}, {"a": after, "b": "x"})])
    assert [(one.before, one.after) for one in found] == [("I", "K"), (before, after), (None, "x")]


def test_that_references_follow_an_id_is_no_news() -> None:
    results: Any = [{"index": "I", "year": "2022"}, {"index": "J", "year": "2022"}]
    links: Any = {"ref": "I/1/c", "title": "I", "note": "cũ"}
    states: Any = [
        ("plan", links, {"ref": "K/1/c", "title": "I", "note": "mới"}),
        ("results", {"r": results}, {"r": [{"index": "K", "year": "2022"}, results[1]]}),
        ("indexes", {"indexes": [{"id": "I"}]}, {"indexes": [{"id": "K"}]}),
    ]
    assert [(one.file, one.before, one.after) for one in all_differences(states)] == [
        ("indexes", "I", "K"),
        ("plan", "cũ", "mới"),
    ]
    assert len(all_differences(states[:2])) == 4
