"""Tests of parplan.editing.text.stretch: what goes takes its own lines along, and no others."""

from __future__ import annotations

import pytest

from parplan.editing.text.change import Remove, changed
from parplan.editing.text.splice import spliced
from parplan.editing.text.stretch import entries, last_offset
from parplan.reading.source import read_yaml
from parplan.where import Step, Where

FILE = "x.yaml"


def without(text: str, *paths: tuple[Step, ...]) -> str:
    """The text without some of what it says, read again and held against what it should come to."""
    source = read_yaml(FILE, text.encode()).source
    assert source is not None
    changes = [Remove(Where(FILE, path)) for path in paths]
    made = spliced(source, changes)
    again = read_yaml(FILE, made.encode()).source
    assert again is not None, made
    assert again.data == changed(source.data, changes)
    return made


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: 1\nb: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a: 1\nb: 2\n", ("a",), "b: 2\n"),
        ("a: 1\nb: 2\n", ("b",), "a: 1\n"),
        ("a: 1\nb: 2", ("b",), "a: 1"),
        ("a: 1\r\nb: 2", ("b",), "a: 1"),
        ("a: 1\r\nb: 2 # x\r\nc: 3\r\n", ("b",), "a: 1\r\nc: 3\r\n"),
        ("# a\na: 1\n# b\nb: 2 # bb\n# c\nc: 3\n", ("b",), "# a\na: 1\n# b\n# c\nc: 3\n"),
        ("a: 1\nb:\n  # trong\n  c: 3\n  d: |\n    e\n\nf: 4\n", ("b",), "a: 1\n\nf: 4\n"),
        ("a: 1\nb: >-\n  hai\n  ba\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a: 1\nb: một\n  hai\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a: 1\nb: [c,\n  d\n]\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a:\nb: 2\n", ("a",), "b: 2\n"),
        ("- a: 1\n  b:\n", (0, "b"), "- a: 1\n"),
        ("a:\n  b: 1\n  # x\nc: 3\n", ("a",), "  # x\nc: 3\n"),
        ("a:\n  - b: 1\n    c:\n# x\nd: 3\n", ("a",), "# x\nd: 3\n"),
        ("x:\n- a: 1\n  # về b\n  b: 2\n", ("x", 0, "a"), "x:\n-\n  # về b\n  b: 2\n"),
    ],
)
def test_a_key_goes_with_its_own_lines(text: str, path: tuple[Step, ...], expected: str) -> None:
    assert without(text, path) == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a:\n  - b\n  - c # x\n  - d\n", ("a", 1), "a:\n  - b\n  - d\n"),
        ("a:\n- b\n- c\nd: e\n", ("a", 1), "a:\n- b\nd: e\n"),
        ("a:\n- b\n- c\nd: e\n", ("a", 0), "a:\n- c\nd: e\n"),
        ("- a: 1\n  b: 2\n# x\n- c: 3\n", (0,), "# x\n- c: 3\n"),
        ("-   a: 1\n    b: 2\n-   c: 3\n", (1,), "-   a: 1\n    b: 2\n"),
        ("-\n  # x\n  a: 1\n-\n  # y\n  b: 2\n", (1,), "-\n  # x\n  a: 1\n"),
        ("- - a\n  - b\n- - c\n", (0, 0), "- - b\n- - c\n"),
        ("- - a\n  - b\n- - c\n", (0,), "- - c\n"),
        ("- |\n  - a\n- b\n", (0,), "- b\n"),
        ("- a\n-\n- b\n", (1,), "- a\n- b\n"),
    ],
)
def test_an_item_goes_with_its_dash(text: str, path: tuple[Step, ...], expected: str) -> None:
    assert without(text, path) == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a:\n  - b: c\n\n  - d: e\n\nf: g\n", ("a", 1), "a:\n  - b: c\n\nf: g\n"),
        ("a:\n  - b: c\n\n  - d: e\n", ("a", 1), "a:\n  - b: c\n"),
        ("a:\n\n  - b: c\n\n  - d: e\n", ("a", 0), "a:\n\n  - d: e\n"),
        ("a: 1\n\nb: 2\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
        ("a: 1\n\n# x\nb: 2\n\nc: 3\n", ("b",), "a: 1\n\n# x\n\nc: 3\n"),
        ("a: 1\r\n\r\nb: 2\r\n\r\nc: 3\r\n", ("b",), "a: 1\r\n\r\nc: 3\r\n"),
        ("a: 1\n\n\nb: 2\n\nc: 3\n", ("b",), "a: 1\n\n\nc: 3\n"),
        ("a: 1\n\n\nb: 2\n", ("b",), "a: 1\n"),  # at the end there is nothing to part
    ],
)
def test_of_two_empty_lines_that_would_stand_together_one_goes_too(
    text: str, path: tuple[Step, ...], expected: str
) -> None:
    assert without(text, path) == expected


def test_the_next_key_takes_the_first_one_s_place_behind_the_dash() -> None:
    assert without("- a: 1 # x\n  b: 2\n", (0, "a")) == "- b: 2\n"
    assert without("- a: 1 # x\n  # về b\n  b: 2\n", (0, "a")) == "-\n  # về b\n  b: 2\n"
    assert without("- a: 1\n  b: 2\n  c: 3\n", (0, "a"), (0, "b")) == "- c: 3\n"
    assert without("- a: 1\n  b: 2\n  c: 3\n", (0, "b"), (0, "c")) == "- a: 1\n"


@pytest.mark.parametrize(
    ("text", "paths", "expected"),
    [
        ("{a: 1, b: 2, c: 3}\n", [("a",)], "{b: 2, c: 3}\n"),
        ("{a: 1, b: 2, c: 3}\n", [("b",)], "{a: 1, c: 3}\n"),
        ("{a: 1, b: 2, c: 3}\n", [("c",)], "{a: 1, b: 2}\n"),
        ("{a: 1, b: 2, c: 3}\n", [("a",), ("b",)], "{c: 3}\n"),
        ("{a: 1, b: 2, c: 3}\n", [("b",), ("c",)], "{a: 1}\n"),
        ("{a: 1, b: 2, c: 3}\n", [("a",), ("c",)], "{b: 2}\n"),
        ("[ a, {b: c, d: [e]}, f, ]\n", [(1,)], "[ a, f, ]\n"),
        ("[ a, {b: c, d: [e]}, f, ]\n", [(2,)], "[ a, {b: c, d: [e]}, ]\n"),
        ("[ a, {b: c, d: [e]} ]\n", [(1, "b")], "[ a, {d: [e]} ]\n"),
        ("[\n  a, # x\n  b, # y\n  c # z\n]\n", [(1,)], "[\n  a, # x\n  c # z\n]\n"),
        ("[\n  a, # x\n  b, # y\n  c # z\n]\n", [(2,)], "[\n  a, # x\n  b, # y\n]\n"),
        ("[a, # x\n b]\n", [(1,)], "[a, # x\n ]\n"),
        ("[a, # x\n b]\n", [(0,)], "[\n b]\n"),
        ("[a,\n b, c]\n", [(1,)], "[a,\n c]\n"),
        ("{a: 1,   b: 2, c: 3}\n", [("a",), ("b",)], "{c: 3}\n"),
        ("{a: {x: 1,   y: 2, z: 3}}\n", [("a", "x"), ("a", "y")], "{a: {z: 3}}\n"),
    ],
)
def test_in_braces_the_comma_goes_too(text: str, paths: list[tuple[Step, ...]], expected: str) -> None:
    assert without(text, *paths) == expected


def test_several_go_at_once_whatever_their_order() -> None:
    text = "a:\n  - b: 1\n    c: 2\n  - d\n  - e\n  - f\n"
    assert without(text, ("a", 1), ("a", 0, "b"), ("a", 2)) == "a:\n  - c: 2\n  - f\n"


def test_what_is_not_there_cannot_go() -> None:
    source = read_yaml(FILE, b"a: {b: c}\n").source
    assert source is not None
    for path in (("x",), ("a", "x"), ("a", 0), ("a", "b", "c"), ()):
        with pytest.raises(LookupError):
            spliced(source, [Remove(Where(FILE, path))])


def test_a_value_in_brackets_ends_with_them() -> None:
    source = read_yaml(FILE, b"a: [b,\n  c\n]\n").source
    assert source is not None
    assert last_offset(source.text, source.mark(Where(FILE))) == len(source.text) - 1
    assert entries(source.text, source.mark(Where(FILE, ("a",)))) == {0: (4, 5), 1: (9, 10)}
