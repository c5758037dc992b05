"""The parser's events as a tree: what is built, what is refused, and how much a hostile file may cost."""

from __future__ import annotations

import time

import pytest

from parplan.finding import Code
from parplan.reading.lines import line_starts, span_at, span_of
from parplan.reading.tree import Builder, Refused
from parplan.where import Span


def built(text: str) -> Builder:
    builder = Builder("f.yaml", text)
    builder.build()
    return builder


def test_a_tree_is_mappings_lists_and_text() -> None:
    assert built("a: [1, {b: no}]\nc: 08\n").root == {"a": ["1", {"b": "no"}], "c": "08"}


def test_the_first_of_two_equal_keys_stands_and_the_second_is_told() -> None:
    builder = built("a: 1\na: 2\n")
    assert builder.root == {"a": "1"}
    (found,) = builder.findings
    assert found.code is Code.KEY_DUPLICATE
    assert found.values == {"key": "a", "line": 1}


def test_fifty_thousand_equal_keys_are_told_in_good_time() -> None:
    start = time.process_time()
    builder = built("a: 1\n" * 50_000)
    assert len(builder.findings) == 49_999
    assert time.process_time() - start < 10


def test_aliases_beyond_a_score_end_the_reading() -> None:
    builder = Builder("f.yaml", "a: &x 1\nb: [" + "*x, " * 1000 + "]\n")
    with pytest.raises(Refused):
        builder.build()
    assert len(builder.findings) == 20


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_of_three_ways(end: str) -> None:
    assert line_starts(f"ab{end}c") == [0, 2 + len(end)]


def test_offsets_become_lines_and_columns_from_one() -> None:
    assert span_of([0, 3], 1, 4) == Span(1, 2, 2, 2)
    assert span_at("ab\ncd", 4) == Span(2, 2, 2, 2)
