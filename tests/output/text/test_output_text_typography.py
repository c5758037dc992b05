from __future__ import annotations

import pytest

from parplan.output.text.typography import (
    evenly,
    figures_alike,
    printable,
    printable_bytes,
    unbroken,
    unbroken_within,
    width,
)
from small_report import HEAD


def test_words_stay_with_the_numbers_and_letters_that_belong_to_them() -> None:
    space = "\u00a0"
    for pair in (
        "ngày 30",
        "tháng 9",
        "năm 2022",
        "số 16/TU",
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


def test_a_percent_sign_is_as_wide_as_it_is_drawn() -> None:
    assert width("%", 12) == width("W", 12) == 2 * width("5", 12)


def test_a_long_name_is_broken_into_lines_of_like_length() -> None:
    words = "ỦY BAN NHÂN DÂN HUYỆN NÚI THÀNH"
    assert evenly(words.split(), 13, 188) == ["ỦY BAN NHÂN DÂN", "HUYỆN NÚI THÀNH"]
    assert evenly(["SỞ NỘI VỤ"], 13, 188) == ["SỞ NỘI VỤ"]
    words = "BAN QUẢN LÝ CÁC KHU KINH TẾ VÀ KHU CÔNG NGHIỆP"
    three = evenly(words.split(), 13, 188)
    assert three == ["BAN QUẢN LÝ CÁC", "KHU KINH TẾ VÀ", "KHU CÔNG NGHIỆP"]


@pytest.mark.parametrize("text", ["", " ", "W" * 60, "A " + "W" * 60 + " B", "a\nb"])
def test_a_name_keeps_every_word_however_narrow_the_column(text: str) -> None:
    for parts in (text.split(), [text]):
        assert " ".join(evenly(parts, 13, 30)).split() == text.split()


def test_a_part_stays_whole_even_where_lines_are_of_less_like_length() -> None:
    words = "ỦY BAN NHÂN DÂN PHƯỜNG HAI"
    assert evenly(words.split(), 13, 188) == ["ỦY BAN NHÂN", "DÂN PHƯỜNG HAI"]
    assert evenly(["ỦY BAN NHÂN DÂN", "PHƯỜNG HAI"], 13, 188) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG HAI"]


def test_the_number_of_a_paper_is_not_torn_at_its_hyphen() -> None:
    for number in ("16-NQ/TU", "3441/QĐ-UBND", "167/2017/NĐ-CP", "1987/SNV-CCHC"):
        assert unbroken(f"({number}), và") == f"({number}), và".replace("-", "\u2011")
    for words in ("Hỏi-Đáp", "Thương binh - Xã hội", "9-12"):
        assert unbroken(words) == words


def test_in_a_cell_what_belongs_together_stays_so_as_far_as_the_column_allows() -> None:
    paper = "1987/SNV-CCHC ngày 05/10/2022"
    assert unbroken_within([paper], 11, 200) == ["1987/SNV\u2011CCHC ngày\u00a005/10/2022"]
    assert unbroken_within([paper], 11, 30) == [paper]
    # where the word before it finds no room, the number is whole all the same
    assert unbroken_within(["số 12/BC-STC"], 11, width("12/BC-STC", 11) + 1) == ["số 12/BC\u2011STC"]
    assert unbroken_within(["tháng 01 năm 2024"], 11, 60) == ["tháng\u00a001 năm\u00a02024"]


def test_many_texts_are_kept_together_as_each_would_be_alone() -> None:
    texts = ["", "ngày 30", "1987/SNV-CCHC ngày 05/10/2022", "a\nb 1", "1988/SNV-CCHC\tngày 06/10/2022", "x"]
    for room in (1, 30, 80, 200):
        assert unbroken_within(texts, 11, room) == [unbroken_within([text], 11, room)[0] for text in texts]
    assert unbroken_within([], 11, 200) == []


def test_words_that_differ_in_their_figures_alone_are_equally_wide() -> None:
    text = "1987/SNV-CCHC, 5,6%"
    assert figures_alike(text) == "0000/SNV-CCHC, 0,0%"
    assert width(figures_alike(text), 11) == width(text, 11)


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_what_xml_forbids_is_not_printable_and_every_other_sign_is(sign: str) -> None:
    assert printable(f"một{sign} hai") == "một hai"
    assert printable_bytes(f"một{sign} hai") == "một hai".encode()
    for kept in ("\t\n\r", "\u00a0", "\u00ad", "\ufffd", "\U0001f600"):
        assert printable(kept) == printable_bytes(kept).decode() == kept
