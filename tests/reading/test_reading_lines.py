"""Tests of parplan.reading.lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.reading.lines import line_starts, offset_of, span_at, span_of
from parplan.where import Span


def test_lines_end_in_any_of_three_ways() -> None:
    assert line_starts("a\nb\r\nc\rd") == [0, 2, 5, 7]


@pytest.mark.parametrize(
    ("text", "start", "end", "span"),
    [
        ("ab", 1, 2, Span(1, 2, 1, 3)),
        ("a\nbc", 2, None, Span(2, 1, 2, 1)),
        ("a\nbc", 0, 4, Span(1, 1, 2, 3)),
        ("😀ế\r\nx", 4, 5, Span(2, 1, 2, 2)),
        ("", 0, None, Span(1, 1, 1, 1)),
    ],
)
def test_columns_count_code_points(text: str, start: int, end: int | None, span: Span) -> None:
    assert span_at(text, start, end) == span


@given(st.text(alphabet="aế😀\r\n", max_size=40), st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    starts = line_starts(text)
    span = span_of(starts, start, len(text))
    assert offset_of(starts, span.line, span.column) == start
    assert offset_of(starts, span.end_line, span.end_column) == len(text)
