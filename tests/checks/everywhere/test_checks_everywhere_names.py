"""Tests of parplan.checks.everywhere.names."""

from __future__ import annotations

import unicodedata

import pytest

from parplan.checks.everywhere.names import _toned
from parplan.finding import Code
from workspaces import AGENCIES, INDEXES, Builder


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (
            "{id: so-tai-chinh, name: Sở Tài chính,",
            "{id: so-tai-chinh, name: Sở Nội vụ,",
            "so-tai-chinh, name: «Sở",
        ),
        ("name: Sở Tài chính,", "name: Sở Tài chính, short: SO TU PHAP,", "SO TU PHAP"),
        ("name: Sở Tài chính,", "name: Sở Tài chính, aliases: [Sở TC, Sở  Tư Pháp],", "Sở  Tư Pháp"),
        ("{id: cac-so, name: các Sở,", "{id: cac-so, name: các Sở, aliases: [Sở Tài chính],", "[«Sở Tài chính»]"),
        ("{id: tat-ca, name: các Sở và địa phương,", "{id: tat-ca, name: Các sở,", "Các sở"),
    ],
)
def test_a_name_of_two_units_or_groups_is_told_at_the_later(w: Builder, old: str, new: str, marked: str) -> None:
    w.change(AGENCIES, old, new).refused(Code.ALIAS_SHARED, AGENCIES, marked)


def test_units_of_one_name_are_told_apart_by_their_ids(w: Builder) -> None:
    w.change(AGENCIES, "{id: so-tai-chinh, name: Sở Tài chính,", "{id: so-tai-chinh, name: Sở Nội vụ,")
    (finding,) = (f for f in w.load().findings if f.code is Code.ALIAS_SHARED)
    assert finding.values == {"text": "Sở Nội vụ", "first_name": "so-noi-vu", "second_name": "so-tai-chinh"}


def test_a_name_of_three_is_told_twice(w: Builder) -> None:
    for name in ("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"):
        w.change(AGENCIES, f"name: {name},", f"name: {name}, aliases: [Sở ta, sở ta],")
    assert w.codes() == ["alias-shared", "alias-shared"]


@pytest.mark.parametrize(
    "called",
    [
        "symbol: UBND",  # eighteen districts sign so
        "short: Hội An, aliases: [Hội An, UBND TP. Hội An, UBND thành phố Hội An]",  # said twice of the same unit
        "formal: Ủy ban nhân dân",
    ],
)
def test_symbols_and_what_one_unit_is_called_twice_are_silent(w: Builder, called: str) -> None:
    w.change(AGENCIES, "UBND thành phố Hội An,", f"UBND thành phố Hội An, {called},")
    w.change(AGENCIES, "UBND thị xã Điện Bàn,", "UBND thị xã Điện Bàn, symbol: UBND,").silent()


@pytest.mark.parametrize(
    ("first", "second"),
    [("Hòa Bình", "Hoà Bình"), ("THUỶ LỢI", "Thủy Lợi"), ("Sức khoẻ", "Sức khỏe"), ("Ngoại ngữ", "Ngọai ngữ")],
)
def test_a_tone_mark_in_two_places_is_told_at_the_later(w: Builder, first: str, second: str) -> None:
    w.change(AGENCIES, "Sở Nội vụ", f"Sở {first}").change(AGENCIES, "Sở Tài chính", f"Sở {second} 2")
    w.refused(Code.TONE_MIXED, AGENCIES, f"Sở {second} 2")


def test_what_most_names_do_is_usual(w: Builder) -> None:
    w.change(AGENCIES, "Sở Nội vụ,", "Sở Văn hoá,").change(AGENCIES, "Sở Tư pháp,", "Sở Hoá chất,")
    w.change(AGENCIES, "name: Tỉnh}", "name: Hóa học}").refused(Code.TONE_MIXED, AGENCIES, "Hóa học")
    (finding,) = (f for f in w.load().findings if f.code is Code.TONE_MIXED)
    assert (finding.values["text"], finding.values["other"]) == ("Hóa", "hoá")


def test_places_are_names_too(w: Builder) -> None:
    w.change(AGENCIES, "Sở Nội vụ,", "Sở Văn hóa,").change(INDEXES, "name: Cả nước,", "name: Khánh Hoá,")
    w.refused(Code.TONE_MIXED, INDEXES, "Khánh Hoá")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hòa", "Hóa"),  # two words
        ("Hòa", "Hoa"),
        ("Hoàn", "Hòa"),
        ("Thuyền", "Thủy"),
        ("Hoài", "Hòa"),
        ("Loan", "Loạn"),
        ("Quý", "Quỳ"),
    ],
)
def test_other_words_are_silent(w: Builder, first: str, second: str) -> None:
    w.change(AGENCIES, "Sở Nội vụ", f"Sở {first}").change(AGENCIES, "Sở Tài chính", f"Sở {second} 2").silent()


@pytest.mark.parametrize(
    ("word", "early"),
    [
        ("hòa", True),
        ("hoà", False),
        ("khỏe", True),
        ("khoẻ", False),
        ("thủy", True),
        ("thuỷ", False),
        ("ngoài", False),
    ],
)
def test_where_a_tone_mark_stands(word: str, early: bool) -> None:
    toned = _toned(unicodedata.normalize("NFD", word))
    assert toned is not None
    assert toned[1] is early


@pytest.mark.parametrize("word", ["hoa", "huế", "tòàn", "nước", "thuở", "oắt", "luyện", "Sở"])
def test_a_word_whose_tone_mark_has_one_place_is_none_of_them(word: str) -> None:
    assert _toned(unicodedata.normalize("NFD", word)) is None


@pytest.mark.parametrize("key", ["short", "formal"])
def test_a_tone_mark_is_looked_at_in_every_name_of_a_unit(w: Builder, key: str) -> None:
    w.change(AGENCIES, "Sở Nội vụ,", "Sở Văn hóa,")
    w.change(AGENCIES, "Sở Tài chính,", f"Sở Tài chính, {key}: Khánh Hoá,")
    w.refused(Code.TONE_MIXED, AGENCIES, "Khánh Hoá")


def test_words_of_two_vowels_that_differ_are_two_words(w: Builder) -> None:
    w.change(AGENCIES, "Sở Nội vụ,", "Sở Hòa,").change(AGENCIES, "Sở Tài chính,", "Sở Hoè,").silent()
