"""Tests of parplan.editing.text.change: what a file must say after some changes, all against what it says now."""

from __future__ import annotations

import pytest

from parplan.editing.text.change import Add, Change, Remove, Replace, Rewrite, Trim, changed
from parplan.reading.tree import Tree
from parplan.where import Step, Where


def at(*path: Step) -> Where:
    return Where("x.yaml", path)


DATA: Tree = {"a": ["b", "c", "d"], "e": {"f": "g", "h": "i"}}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [Remove(at("a", 0)), Replace(at("a", 1), "x"), Remove(at("a", 2))],
            {"a": ["x"], "e": {"f": "g", "h": "i"}},
        ),
        ([Remove(at("a")), Add(at("e"), "y", "x", "h")], {"e": {"f": "g", "x": "y", "h": "i"}}),
        ([Rewrite(at("a"), {"x": ["y"]}), Trim(at())], {"a": {"x": ["y"]}, "e": {"f": "g", "h": "i"}}),
        ([Replace(at("e", "f").key("e", "f"), "x")], None),
    ],
)
def test_every_change_is_made_against_what_is_said_now(changes: list[Change], expected: Tree) -> None:
    if expected is None:
        expected = {"a": ["b", "c", "d"], "e": {"x": "g", "h": "i"}}
        changes = [Replace(at("e").key("f"), "x")]
    made = changed(DATA, changes)
    assert made == expected
    assert isinstance(made, dict)
    assert DATA == {"a": ["b", "c", "d"], "e": {"f": "g", "h": "i"}}


def test_a_new_key_stands_where_it_was_asked_for() -> None:
    made = changed(DATA, [Add(at("e"), "y", "x", "f"), Add(at(), "1", "z", "e")])
    assert isinstance(made, dict)
    assert (list(made), list(made["e"])) == (["a", "z", "e"], ["x", "f", "h"])


def test_what_cannot_be_is_refused() -> None:
    for change in (Remove(at("q")), Remove(at("a", 3)), Add(at("e"), "y", "x", "q"), Remove(at("e", "f", "x"))):
        with pytest.raises((LookupError, TypeError, ValueError)):
            changed(DATA, [change])
    with pytest.raises(LookupError):
        changed(DATA, [Remove(at("e", "f")), Remove(at("e", "h"))])
