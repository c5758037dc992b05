"""Tests of parplan.views.changes: what a change means, in words."""

from __future__ import annotations

import pytest

from parplan.editing.differences import Difference
from parplan.views.changes import change_lines
from parplan.words import words


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (None, "x", "f: thêm a.b: x"),
        ("x", None, "f: bỏ a.b (trước đây: x)"),
        ("x", ["y", "z"], "f: a.b: x → y, z"),
    ],
)
def test_what_came_went_or_changed_is_named(before: object, after: object, sentence: str) -> None:
    change = Difference("f", ("a", "b"), before, after)  # type: ignore[arg-type]
    assert list(change_lines([change], words("vi"))) == [sentence]
