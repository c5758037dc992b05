"""Tests of parplan.editing.differences: what two states of a file say differently."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.editing.differences import Difference, differences

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
    ],
)
def test_records_are_told_apart_by_their_names(before: Any, after: Any, wanted: list[Any]) -> None:
    assert told(before, after) == wanted


def test_records_that_share_a_name_are_a_value_as_a_whole() -> None:
    twice = [UPDATES[0], UPDATES[0]]
    assert list(differences("f", {"u": twice}, {"u": UPDATES})) == [Difference("f", ("u",), twice, UPDATES)]
