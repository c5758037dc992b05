"""Tests of parplan.views.phrases.broken_lines: a title's lines are of like length, broken by sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.views.phrases.broken_lines import LONGEST, broken, whole_parts
from parplan.words import words

MONTH = "tháng 9 năm 2022"
JOINTS = frozenset(words("vi")("called.joints").split())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"Kết quả thực hiện Kế hoạch A {MONTH}", [f"Kết quả thực hiện Kế hoạch A {MONTH}"]),
        # before a name, never inside it
        (
            f"Kết quả thực hiện Kế hoạch cải thiện và nâng cao Chỉ số Một Hai, Chỉ số Ba của tỉnh {MONTH}",
            ["Kết quả thực hiện Kế hoạch cải thiện và nâng cao", f"Chỉ số Một Hai, Chỉ số Ba của tỉnh {MONTH}"],
        ),
        (
            f"Tình hình, kết quả thực hiện Kế hoạch giai đoạn 2023-2024 của toàn bộ cơ quan, {MONTH}",
            ["Tình hình, kết quả thực hiện Kế hoạch", f"giai đoạn 2023-2024 của toàn bộ cơ quan, {MONTH}"],
        ),
    ],
)
def test_lines_end_by_sense(text: str, lines: list[str]) -> None:
    assert broken(text, MONTH, JOINTS).split("\n") == lines


WORDS = st.lists(st.sampled_from(["cải", "Chỉ", "số", "thiện,", "2022", "nâng", "(thử)"]), min_size=1, max_size=60)


@given(WORDS, st.sampled_from(["", MONTH]))
def test_nothing_is_lost_and_the_period_stays_whole(spoken: list[str], whole: str) -> None:
    text = " ".join([*spoken, whole] if whole else spoken)
    made = broken(text, whole)
    assert made.replace("\n", " ") == text
    assert whole in made


@given(st.integers(2, 60))
def test_of_plain_words_no_line_is_long_or_alone(number: int) -> None:
    lines = broken(" ".join(["nâng"] * number)).split("\n")
    assert all(len(line) <= LONGEST + 5 for line in lines)
    assert max(map(len, lines)) - min(map(len, lines)) <= 10


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ủy ban nhân dân phường Hai", ["Ủy ban nhân dân", "phường Hai"]),
        ("Ủy ban nhân dân huyện Bắc Trà My", ["Ủy ban nhân dân", "huyện Bắc Trà My"]),
        ("Ủy ban nhân dân Phường 5", ["Ủy ban nhân dân", "Phường 5"]),
        ("HỘI ĐỒNG NHÂN DÂN THỊ XÃ ĐIỆN BÀN", ["HỘI ĐỒNG NHÂN DÂN", "THỊ XÃ ĐIỆN BÀN"]),
        ("Sở Nội vụ", ["Sở Nội vụ"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa,", "Thể thao", "và Du lịch"]),
        ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động -", "Thương binh", "và Xã hội"]),
        ("Ban Điều phối", ["Ban Điều", "phối"]),
        ("", []),
    ],
)
def test_a_bodys_name_has_parts_that_no_line_tears(name: str, parts: list[str]) -> None:
    said = words("vi")
    compounds, places = said("called.compounds").split(", "), frozenset(said("called.places").split())
    assert whole_parts(name, compounds, JOINTS, places) == parts
