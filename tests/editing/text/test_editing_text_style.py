"""Tests of parplan.editing.text.style: a text is written in the style and the lines of the one before it."""

from __future__ import annotations

import pytest

from parplan.editing.text.change import Replace
from parplan.editing.text.splice import spliced
from parplan.editing.text.style import Place, rewritten, scalar, written
from parplan.reading.source import read_yaml
from parplan.where import Where

FILE = "x.yaml"


def with_a(text: str, new: str) -> str:
    """The text with another value of ``a``, which it must say."""
    source = read_yaml(FILE, text.encode()).source
    assert source is not None
    made = spliced(source, [Replace(Where(FILE, ("a",)), new)])
    again = read_yaml(FILE, made.encode()).source
    assert again is not None
    assert isinstance(again.data, dict)
    assert again.data["a"] == new, made
    return made


FOLDED = "a: >- # x\n  một hai ba\n  bốn năm\n  sáu bảy tám\n\nb: c\n"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("một hai ba bốn năm. sáu bảy tám", FOLDED.replace("năm", "năm.")),
        ("Một hai ba bốn năm sáu bảy tám", FOLDED.replace("một", "Một")),
        ("một hai ba bốn năm sáu bảy", FOLDED.replace(" tám", "")),
        ("một hai ba bốn năm sáu bảy tám chín", FOLDED.replace("tám", "tám chín")),
        ("một hai mới ba bốn năm sáu bảy tám", FOLDED.replace("hai", "hai mới")),
        ("một một hai ba bốn năm sáu bảy tám", FOLDED.replace("một", "một một")),
        ("một hai ba bốn năm sáu X tám", FOLDED.replace("bảy", "X")),
        ("một\n  hai ba", 'a: "một\\n  hai ba"\n\nb: c\n'),
        ("\nmười", 'a: "\\nmười"\n\nb: c\n'),
        ("mười", "a: >- # x\n  mười\n\nb: c\n"),
        ("# a: |", "a: >- # x\n  # a: |\n\nb: c\n"),
        ("một\n", "a: > # x\n  một\n\nb: c\n"),
        ("đoạn một\n\nđoạn hai", "a: >- # x\n  đoạn một\n\n\n  đoạn hai\n\nb: c\n"),
        ("một hai ba\nbốn năm sáu bảy tám", FOLDED.replace("ba\n", "ba\n\n")),
        ("  thụt", 'a: "  thụt"\n\nb: c\n'),
        ("", 'a: ""\n\nb: c\n'),
    ],
)
def test_in_a_folded_text_the_words_that_stay_keep_their_lines(new: str, expected: str) -> None:
    assert with_a(FOLDED, new) == expected


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a: >\n  một hai\n  ba IX\nb: c\n", "một hai bốn IX\n", "a: >\n  một hai\n  bốn IX\nb: c\n"),
        ("a: >\n  X hai\n  ba\nb: c\n", "X hai X\n", "a: >\n  X hai\n  X\nb: c\n"),
        ("a: >-\n  một\n  một\nb: c\n", "một", "a: >-\n  một\nb: c\n"),
        ("a: >-\n\n  một\n  hai\nb: c\n", "một ba", "a: >-\n  một ba\nb: c\n"),
    ],
)
def test_a_folded_text_keeps_its_words_and_its_end(text: str, new: str, expected: str) -> None:
    assert with_a(text, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("cũ", "bbb ccc d", "  bbb ccc\n  d"),
        ("cũ", "bbb cccc d", "  bbb\n  cccc d"),
        ("cũ", "bb ccc d", "  bb ccc d"[:8] + "\n  d"),
        ("cũ", "b c d e f", "  b c d e\n  f"),
        ("dàiquáhàngrồi bbb", "dàiquáhàngrồi ccc", "  dàiquáhàngrồi ccc"),
        ("dàiquáhàngrồi", "dàiquáhàngrồi ccc", "  dàiquáhàngrồi\n  ccc"),
    ],
)
def test_new_words_fill_their_lines_and_no_line_is_wider_than_it_may_be(old: str, new: str, expected: str) -> None:
    place = Place(in_flow=False, ending="\n", width=9)
    assert rewritten(f">-\n  {old}", old, new, place) == f">-\n{expected}"


def test_a_new_folded_text_is_as_wide_as_the_file_s_own() -> None:
    words = [f"từ{n}" for n in range(60)]
    wide = "b: >-\n  " + "x" * 100 + "\n  y\n"
    lines = with_a("a: >-\n  cũ\n" + wide, " ".join(words)).split("\nb:")[0].split("\n")[1:]
    assert [len(line) <= 102 < len(line) + 1 + len("từ59") for line in lines[:-1]] == [True] * (len(lines) - 1)
    assert with_a(with_a("a: >-\n  cũ\n" + wide, " ".join(words)), "cũ") == "a: >-\n  cũ\n" + wide


LITERAL = "a: |\n    một\n\n      hai \n    ba\n\nb: c\n"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("một\n\n  hai \nbốn\n", LITERAL.replace("ba", "bốn")),
        ("một\n\n  hai \nba", LITERAL.replace("|", "|-")),
        ("một\n\n  hai \nba\n\n", 'a: "một\\n\\n  hai \\nba\\n\\n"\n\nb: c\n'),
        ("một\n\n\n  hai \nba\n", LITERAL.replace("một\n", "một\n\n")),
        ("  một", 'a: "  một"\n\nb: c\n'),
        ("à một\n", "a: |\n    à một\n\nb: c\n"),
        ("một\rhai\n", 'a: "một\\rhai\\n"\n\nb: c\n'),
    ],
)
def test_a_literal_text_stays_one(new: str, expected: str) -> None:
    assert with_a(LITERAL, new) == expected


def test_a_literal_text_keeps_its_own_indentation_and_what_follows_it() -> None:
    assert with_a("a: |1\n   hai\n  ba\n", "  bốn\n ba\n") == "a: |1\n   bốn\n  ba\n"
    assert with_a("a: |+\n  hai\n\n\nb: c\n", "ba\n\n\n") == "a: |+\n  ba\n\n\nb: c\n"
    assert with_a("a: |\r\n  hai\r\n  ba\r\nb: c\r\n", "hai\nbốn\n") == "a: |\r\n  hai\r\n  bốn\r\nb: c\r\n"
    assert with_a("a: |\n  hai", "ba") == "a: |\n  ba"
    assert with_a("a: |+\n  IX\n\n\nb: c\n", "X\n\n\n") == "a: |+\n  X\n\n\nb: c\n"
    assert with_a("a: |\n\n  một\n  hai\n", "một\nba\n") == "a: |\n  một\n  ba\n"
    assert with_a("a: |2\n\n    một\n  hai\n", "ba\n  một\nhai\n") == "a: |2\n  ba\n    một\n  hai\n"


def test_of_a_literal_text_the_lines_that_stay_keep_their_blanks() -> None:
    assert with_a("a: |\n  một\n  \n  hai\n", "một\n\nba\n") == "a: |\n  một\n  \n  ba\n"
    assert with_a("a: |\n  một\n  hai  \nb: c\n", "ba\nhai  \n") == "a: |\n  ba\n  hai  \nb: c\n"
    assert with_a("a: |\n  X\n    hai\nb: c\n", "X\n  ba\n") == "a: |\n  X\n    ba\nb: c\n"


def test_where_a_block_was_empty_the_new_text_stands_in_quotes() -> None:
    assert with_a("a: |\n\nb: c\n", "ba") == 'a: "ba"\n\nb: c\n'


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a: một\n  hai ba\nb: c\n", "một hai bốn", "a: một\n  hai bốn\nb: c\n"),
        ('a: "một\n  hai ba" # x\n', "một: hai ba", 'a: "một:\n  hai ba" # x\n'),
        ("a: 'một\n  hai ba'\n", "một 'hai' ba", "a: 'một\n  ''hai'' ba'\n"),
        ("a: một\n  hai ba\n", "một: hai ba", 'a: "một: hai ba"\n'),
        ('a: "một\n\n  hai"\n', "một hai", 'a: "một hai"\n'),
        ('a: "một \\\n  hai ba"\n', "một hai bốn", 'a: "một hai bốn"\n'),
        ("a: một\n  hai\nb: c\n", "dài " * 30 + "hết", "a: " + "dài " * 30 + "hết\nb: c\n"),
        ("a: 'một'\n", "hai\nba", 'a: "hai\\nba"\n'),
    ],
)
def test_other_texts_of_several_lines_keep_them_too(text: str, new: str, expected: str) -> None:
    assert with_a(text, new) == expected


def test_a_text_of_one_line_keeps_its_quotes() -> None:
    place = Place(in_flow=False, ending="\n", width=80)
    assert rewritten("'x'", "x", "y'z", place) == "'y''z'"
    assert rewritten('"x"', "x", "y", place) == '"y"'
    assert scalar("", "a, b", in_flow=True) == '"a, b"'
    assert scalar("", "a, b", in_flow=False) == "a, b"


def test_a_file_is_written_in_lines() -> None:
    assert written({"a": "1", "b": [], "c": ["d, x", {"e": {"f": "g: h"}}]}) == (
        'a: 1\nb: []\nc:\n  - d, x\n  - e:\n      f: "g: h"\n'
    )


def test_a_key_is_quoted_in_lines_as_it_is_in_braces() -> None:
    assert written({"a, b": {"c, d": "e"}}) == '"a, b":\n  "c, d": e\n'
