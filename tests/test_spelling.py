"""Tests of parplan.spelling."""

from __future__ import annotations

import pytest

from parplan.spelling import clipped, closest, collation, fold, one_line

NAMES = ["so-noi-vu", "Sở Nội vụ", "so-tu-phap", "Sở Tư pháp", "ubnd-huyen-dai-loc", "UBND huyện Đại Lộc"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sở  Nội vụ", "so noi vu"),
        ("ĐẠI LỘC", "dai loc"),
        ("So\u031b\u0309", "so"),
        (" a\u00a0b\n", "a b"),
        ("", ""),
    ],
)
def test_names_are_compared_without_case_diacritics_and_stray_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("so-noi-vuu", "so-noi-vu"),
        ("SO-NOI-VU", "so-noi-vu"),
        ("Sở nội vụ", "Sở Nội vụ"),
        ("so noi vu", "Sở Nội vụ"),
        ("UBND huyen Dai Loc", "UBND huyện Đại Lộc"),
        ("Hội An", None),
        ("", None),
    ],
)
def test_a_name_is_found_with_and_without_diacritics(typed: str, meant: str | None) -> None:
    assert closest(typed, NAMES) == meant


def test_a_name_longer_than_any_is_not_compared() -> None:
    assert closest("so-noi-vu" * 1_000, NAMES) is None
    assert closest("xyz", []) is None


def test_of_names_that_differ_by_folding_alone_the_first_is_offered() -> None:
    assert closest("so noi vụ", ["Sở Nội vụ", "so noi vu"]) == "Sở Nội vụ"


def test_one_line_has_single_spaces_and_composed_letters() -> None:
    assert one_line(" a \n\n b\u00a0c\t") == "a b c"
    assert one_line("e\u0302\u0301") == "\u1ebf"


@pytest.mark.parametrize(
    "ordered",
    [
        ["da", "dạ", "dan", "đa", "đá", "ê"],
        ["a", "ă", "â", "b"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
        ["Duy Xuyên", "Đại Lộc", "Điện Bàn", "Đông Giang"],
        ["o", "ô", "ơ", "p"],
        ["Tư", "tư", "tứ"],
    ],
    ids=" ".join,
)
def test_names_sort_as_in_a_vietnamese_dictionary(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=collation) == ordered


def test_letters_taken_apart_sort_like_composed_ones() -> None:
    assert collation("e\u0302\u0301")[:2] == collation("\u1ebf")[:2]


@pytest.mark.parametrize(
    ("text", "most", "shown"), [("một hai", 7, "một hai"), ("một hai ba", 8, "một hai…"), ("một hai", 6, "một…")]
)
def test_a_text_that_is_too_long_ends_behind_a_whole_word(text: str, most: int, shown: str) -> None:
    assert clipped(text, most) == shown
