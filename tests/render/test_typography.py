from __future__ import annotations

import pytest

from parplan.render.typography import unbroken, width
from small_report import HEAD


def test_words_stay_with_the_numbers_and_letters_that_belong_to_them() -> None:
    space = "\u00a0"
    for pair in (
        "ngày 30",
        "tháng 9",
        "năm 2022",
        "số 16-NQ/TU",
        "khoản 1",
        "mục III",
        "điểm a",
        "Phụ lục II",
        "Bảng 1",
    ):
        assert unbroken(f"tại {pair}, và")[4:-4] == space.join(pair.rsplit(" ", 1))
    assert unbroken("ở đây, y tế; A và B, a) điểm") == "ở đây, y tế; A và B, a) điểm"


def test_the_nations_name_is_measured_as_it_is_drawn() -> None:
    assert width(HEAD.nation, 12) == pytest.approx(250.3, rel=0.01)
