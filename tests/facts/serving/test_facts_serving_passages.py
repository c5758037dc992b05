"""Tests of parplan.facts.serving.passages: which passages are quoted, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.serving.passages import Document, agreeing, stretch
from parplan.model.plan import PlanSource

TEXT = """\
I. MỞ ĐẦU
II. NHIỆM VỤ
1. Sở Nội vụ:
- Rà soát thủ tục hành chính. Công khai kết
quả giải quyết.
- Báo cáo hằng quý.
Yêu cầu các đơn vị thực hiện.
"""


def asked(*quotes: str, begins: str = "II. NHIỆM VỤ", ends: str = "Yêu cầu") -> list[list[str]]:
    document = Document(TEXT)
    document.take(list(quotes))
    start, end = stretch(PlanSource(file="x.txt", begins=begins, ends=ends), document.text)
    return list(document.asked(start, end))


def test_each_paragraph_that_is_no_heading_is_asked_for_with_what_of_it_nobody_quotes() -> None:
    assert asked("Rà soát thủ tục hành chính.") == [["Công khai kết quả giải quyết."], ["- Báo cáo hằng quý."]]


def test_a_paragraph_quoted_whole_is_asked_for_and_lacks_nothing() -> None:
    assert asked("Báo cáo hằng quý.", "Rà soát thủ tục hành chính. Công khai kết quả giải quyết.") == [[], []]


def test_what_lies_outside_the_stretch_is_not_asked_for() -> None:
    assert asked(begins="1. Sở Nội vụ:", ends="- Báo cáo") == [
        ["- Rà soát thủ tục hành chính. Công khai kết quả giải quyết."]
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (PlanSource(file="x", begins="ab"), (2, 6)),
        (PlanSource(file="x", begins="a", ends="d"), (1, 4)),
        (PlanSource(file="x", begins="x", ends="d"), (-1, 4)),
        (PlanSource(file="x", begins="d", ends="a"), (5, -1)),
    ],
)
def test_a_stretch_begins_behind_its_first_words_and_ends_before_its_last(
    source: PlanSource, found: tuple[int, int]
) -> None:
    assert stretch(source, "abc de") == found


@given(st.text("ab", max_size=9), st.text("ab", max_size=9))
def test_so_many_first_characters_agree_and_not_one_more(quote: str, document: str) -> None:
    many = agreeing(quote, document)
    assert quote[:many] in document
    assert many == len(quote) or quote[: many + 1] not in document
