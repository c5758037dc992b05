"""Tests of parplan.cutting.naming: ids by numbers, each once; titles by first words."""

from __future__ import annotations

import pytest

from parplan.cutting.naming import LONGEST_TITLE, Ids, beneath, joined, section_of, slug, title_of
from parplan.cutting.table.rows import Heading
from parplan.model.scalar import is_slug


def test_ids_follow_the_numbers_of_the_document() -> None:
    ids = Ids()
    given = [ids.of("I", "1"), ids.of("I", "2"), ids.of("I", ""), ids.of("II", "1"), ids.of("", "1")]
    assert given == ["I.1", "I.2", "I.3", "II.1", "1"]


def test_a_letter_stands_right_behind_its_section() -> None:
    ids = Ids()
    assert [ids.of("III.2", "a"), ids.of("III.2", "đ"), ids.of("III.2", "")] == ["III.2a", "III.2d", "III.2.1"]
    assert [beneath("III.1.1", 1), beneath("III.2a", 1), beneath("III.1.1", 40)] == [
        "III.1.1b",
        "III.2a.2",
        "III.1.1.41",
    ]


def test_no_id_is_given_twice() -> None:
    ids = Ids()
    assert [ids.of("I", "1"), ids.of("I", "1"), ids.of("I", "1")] == ["I.1", "I.1-2", "I.1-3"]


def test_what_goes_on_under_a_number_has_a_letter() -> None:
    ids = Ids()
    first = ids.of("I", "1")
    second = ids.beside(first)
    assert [first, second, ids.beside(second), ids.of("I", "2")] == ["I.1", "I.1b", "I.1c", "I.2"]


def test_what_follows_the_sections_of_a_part_has_the_number_after_them() -> None:
    ids = Ids()
    ids.pass_over("III.9")
    assert ids.of("III", "") == "III.10"


@pytest.mark.parametrize(
    ("section", "number", "made"),
    [("I.1", "1.2", "I.1.2"), ("I", "1.2", "I.1.2"), ("", "3", "3"), ("Đề án", "1", "De-an.1")],
)
def test_a_number_that_repeats_its_section_says_it_once(section: str, number: str, made: str) -> None:
    assert joined(section, number) == made
    assert is_slug(made)


def test_a_section_is_its_numbers_from_the_top() -> None:
    path = [Heading("A", "x"), Heading("I", "y"), Heading("1", "z"), Heading("1.2", "t"), Heading("", "u")]
    assert section_of(path) == "A.I.1.2"
    assert section_of(path[-1:]) == ""


@pytest.mark.parametrize("text", ["Ủy ban nhân dân tỉnh", "a..b", "1.2.", " - ", "Số 5/KH"])
def test_a_slug_is_an_id_or_empty(text: str) -> None:
    assert slug(text) == "" or is_slug(slug(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("- Rà soát thủ tục;\n- Công khai.", "Rà soát thủ tục"),
        ("Rà soát thủ tục./.", "Rà soát thủ tục"),
        (
            "Rà soát " + "thủ tục hành chính " * 3 + "của tỉnh; " + "công khai " * 20,
            "Rà soát " + "thủ tục hành chính " * 3 + "của tỉnh",
        ),
    ],
)
def test_a_title_is_the_first_line_or_part_of_it(text: str, title: str) -> None:
    assert title_of(text) == title


def test_a_title_is_never_longer_than_a_column_takes() -> None:
    assert len(title_of("rà " * 200)) <= LONGEST_TITLE + 1
