"""Tests of parplan.output.excel.heights: a row is as high as its longest text."""

from __future__ import annotations

import pytest

from parplan.output.excel.heights import height


def test_a_row_grows_with_its_tallest_text_up_to_what_excel_gives_a_row() -> None:
    heights = [height([("một", 20), ("một hai ba " * times, 20)]) for times in (1, 10, 20, 1000)]
    assert heights == sorted(set(heights))
    assert heights[-1] == 409


def test_a_row_without_texts_is_one_line_high() -> None:
    assert height([]) == height([("", 20)]) == height([("một", 20)]) == 15.75


@pytest.mark.parametrize(("size", "line"), [(12, 15.75), (11, 14.4375)])
def test_each_line_of_its_own_counts_by_the_size_of_the_letters(size: float, line: float) -> None:
    assert height([("a\nb\nc", 20)], size) == 3 * line


def test_plain_letters_take_less_room_than_bold_ones() -> None:
    text = [("một hai ba bốn năm sáu bảy tám chín mười " * 5, 20)]
    assert height(text, 11, 9) < height(text, 11)


def test_lines_that_are_counted_cautiously_may_be_lower_but_one_line_is_always_whole() -> None:
    assert height([("a\nb\nc", 20)], 11, pitch=1.2) == pytest.approx(3 * 11 * 1.2)
    assert height([("a", 20)], 11, pitch=1.2) == height([("a", 20)], 11)
