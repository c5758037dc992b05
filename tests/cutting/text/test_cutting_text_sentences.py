"""Tests of parplan.cutting.text.sentences: torn lines are one again, and no letter is lost between sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.cutting.text.sentences import mended, sentences


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["- Rà soát: công", "bố thủ tục."], ["- Rà soát: công bố thủ tục."]),
        (
            ["- Hướng dẫn tại địa phương;", "thường xuyên rà soát."],
            ["- Hướng dẫn tại địa phương; thường xuyên rà soát."],
        ),
        (["1. Sở Nội vụ", "- Chủ trì."], ["1. Sở Nội vụ", "- Chủ trì."]),
        (["a) Một;", "b) hai."], ["a) Một;", "b) hai."]),
        (["Thực hiện.", "tiếp tục"], ["Thực hiện.", "tiếp tục"]),
        (["I. MỤC ĐÍCH", "nâng cao"], ["I. MỤC ĐÍCH", "nâng cao"]),
        ([], []),
    ],
)
def test_a_line_that_goes_on_in_small_letters_belongs_to_the_one_before(
    lines: list[str], paragraphs: list[str]
) -> None:
    assert list(mended(lines)) == paragraphs


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("Rà soát thủ tục. Công khai kết quả.", 2),
        ("So với năm 2021. Tăng cường kiểm tra.", 2),
        ("Tiếp nhận ý kiến, kiến nghị... của người dân.", 1),
        ("Theo Nghị định số 59/2012/NĐ-CP ngày 23.7.2012 của Chính phủ.", 1),
        ("Gồm: 1. Sở Nội vụ; 2. Sở Y tế.", 1),
        ("Thực hiện (Nghị quyết 16. Kế hoạch 5) đúng hạn.", 1),
        ("Bố trí mục “Hỏi. Đáp” trên báo. Đưa tin.", 2),
        ("UBND TP. Hội An báo cáo.", 1),
        ("Một câu không có dấu chấm", 1),
    ],
)
def test_a_sentence_ends_where_another_begins(paragraph: str, count: int) -> None:
    assert len(sentences(paragraph)) == count


@given(st.text(alphabet="aA.;(“”) 1", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
