"""Tests of parplan.editing.text.splice: only the characters that must change do."""

from __future__ import annotations

import pytest

from parplan.editing.text.change import Add, Change, Compose, Remove, Replace, Respell, Rewrite, Trim, changed
from parplan.editing.text.splice import spliced
from parplan.reading.source import read_yaml
from parplan.reading.tree import Tree
from parplan.where import Step, Where

FILE = "x.yaml"


def at(*path: Step) -> Where:
    return Where(FILE, path)


def after(text: str, *changes: Change) -> str:
    """The text with some changes, read again and held against what they should come to."""
    source = read_yaml(FILE, text.encode()).source
    assert source is not None
    made = spliced(source, changes)
    again = read_yaml(FILE, made.encode()).source
    assert again is not None
    assert again.data == changed(source.data, changes)
    return made


@pytest.mark.parametrize(
    ("text", "path", "new", "expected"),
    [
        ("a: 30/9/2022 # hạn\n", ("a",), "2022-09-30", "a: 2022-09-30 # hạn\n"),
        ("a: '30/9/2022'\r\nb: c\r\n", ("a",), "2022-09-30", "a: '2022-09-30'\r\nb: c\r\n"),
        ('a: "86,57"\n', ("a",), "86.57", 'a: "86.57"\n'),
        ("- {a: b,  c: 86,57}\n".replace("86,57", "'86,57'"), (0, "c"), "86.57", "- {a: b,  c: '86.57'}\n"),
        ("a:\n  - b\n  - c\n", ("a", 1), "d", "a:\n  - b\n  - d\n"),
        ("a: b", ("a",), "câu: hai", 'a: "câu: hai"'),
        ("a: 'b'\n", ("a",), "c'd", "a: 'c''d'\n"),
        ("a: [b, c]\n", ("a", 0), "d, e", 'a: ["d, e", c]\n'),
        ("a: b\n", ("a",), "hai\ndòng", 'a: "hai\\ndòng"\n'),
        ("a: b\n", ("a",), "", 'a: ""\n'),
        ("a: |\n  một\n  hai\n\nb: c\n", ("a",), "ba", "a: |-\n  ba\n\nb: c\n"),
        ("a: >-\n  một\n  hai\n# chú thích\nb: c\n", ("a",), "ba", "a: >-\n  ba\n# chú thích\nb: c\n"),
        ("a: một\n  hai\nb: c\n", ("a",), "ba", "a: ba\nb: c\n"),
        ("a:\nb: c\n", ("a",), "x", "a: x\nb: c\n"),
        ("a: {b: , c: d}\n", ("a", "b"), "x", "a: {b: x , c: d}\n"),
        (
            "a: 😀 # 👍\nb: So\u031b\u0309\n".replace("So\u031b\u0309", "Sở"),
            ("b",),
            "Ủy ban",
            "a: 😀 # 👍\nb: Ủy ban\n",
        ),
    ],
)
def test_a_scalar_is_replaced_where_it_stands(text: str, path: tuple[Step, ...], new: str, expected: str) -> None:
    assert after(text, Replace(at(*path), new)) == expected


def test_a_key_is_replaced_and_keeps_its_place() -> None:
    assert after("a: 1\n“b”: 2 # x\nc: 3\n", Replace(at().key("“b”"), "b")) == "a: 1\nb: 2 # x\nc: 3\n"
    assert after("{x: 1, c: 3}\n", Replace(at().key("x"), "a, b")) == '{"a, b": 1, c: 3}\n'


def test_letters_stay_as_they_are_where_nobody_asked_to_put_them_together() -> None:
    assert after("a: b # So\u031b\u0309\n", Replace(at("a"), "c")) == "a: c # So\u031b\u0309\n"


@pytest.mark.parametrize(
    "rest", ["# {0}\nb: |\n  x\n", "b: |\n  {0}\n", "b: > # {0}\n  x\n", "b: >-\n  x\nc: {0}\n"]
)
def test_a_folded_text_is_eighty_letters_wide_whatever_else_is_wider(rest: str) -> None:
    lines = ["x" * 38 + " " + "y" * 38, "z " + "x" * 70]
    text = "a: >-\n  cũ\n" + rest.replace("{0}", "w" * 100)
    assert after(text, Replace(at("a"), " ".join(lines))) == text.replace("cũ", "\n  ".join(lines))


@pytest.mark.parametrize(
    ("text", "path", "key", "value", "expected"),
    [
        ("a: b\n", (), "c", "d", "a: b\nc: d\n"),
        ("a: b", (), "c", "d", "a: b\nc: d"),
        ("a: b # x\r\n\r\n# y\r\n", (), "c", "d", "a: b # x\r\nc: d\r\n\r\n# y\r\n"),
        ("- a: b\n  c: d\n- e: f\n", (0,), "g", "h", "- a: b\n  c: d\n  g: h\n- e: f\n"),
        ("- a:\n    b: [c,\n      d] # z\n", (0,), "e", "f", "- a:\n    b: [c,\n      d] # z\n  e: f\n"),
        ("- a: |\n    một\n\n- b: c\n", (0,), "e", "f", "- a: |\n    một\n  e: f\n\n- b: c\n"),
        ("- a: >-\n    một\n    hai\n", (0,), "e", "f", "- a: >-\n    một\n    hai\n  e: f\n"),
        ("- a:\n- b: c\n", (0,), "e", "f", "- a:\n  e: f\n- b: c\n"),
        ("- {a: b}\n", (0,), "c", "d, e", '- {a: b, c: "d, e"}\n'),
        ("- {a: b,}\n", (0,), "c", "d", "- {a: b, c: d}\n"),
        ("- { a: b }\n", (0,), "c", "d", "- { a: b, c: d }\n"),
        ("a: {}\n", ("a",), "c", "d", "a: {c: d}\n"),
        (
            "- a: b\n",
            (0,),
            "c",
            {"d": "e", "f": ["g", {"h": "i", "j": []}]},
            "- a: b\n  c:\n    d: e\n    f:\n      - g\n      - h: i\n        j: []\n",
        ),
        ("- {a: b}\n", (0,), "c", {"d": ["e", "f: g"]}, '- {a: b, c: {d: [e, "f: g"]}}\n'),
    ],
)
def test_a_key_is_added_after_the_last_leaf(
    text: str, path: tuple[Step, ...], key: str, value: Tree, expected: str
) -> None:
    assert after(text, Add(at(*path), value, key)) == expected


@pytest.mark.parametrize(
    ("text", "path", "value", "expected"),
    [
        ("a:\n  - b\n", ("a",), "c", "a:\n  - b\n  - c\n"),
        ("a:\n- b\n", ("a",), "c", "a:\n- b\n- c\n"),
        (
            "a:\n  - b: c\n\n  - d: e\n\nf: g\n",
            ("a",),
            {"h": "i"},
            "a:\n  - b: c\n\n  - d: e\n\n  - h: i\n\nf: g\n",
        ),
        ("a:\n  - b: c\n    d: e\n", ("a",), {"f": "g", "h": "i"}, "a:\n  - b: c\n    d: e\n  - f: g\n    h: i\n"),
        ("a: []\n", ("a",), {"b": "c"}, "a: [{b: c}]\n"),
        ("a: [b, c]\n", ("a",), "d", "a: [b, c, d]\n"),
        ("a: [IV, IX]\n", ("a",), "X", "a: [IV, IX, X]\n"),
        ("a:\n  - IX\n", ("a",), "X", "a:\n  - IX\n  - X\n"),
        ("a:\n  - b: c\n  - d: e\n\nf: g\n", ("a",), {"h": "i"}, "a:\n  - b: c\n  - d: e\n  - h: i\n\nf: g\n"),
    ],
)
def test_an_item_is_added_as_the_others_are_written(
    text: str, path: tuple[Step, ...], value: Tree, expected: str
) -> None:
    assert after(text, Add(at(*path), value)) == expected


def test_several_changes_are_made_against_the_text_as_it_was() -> None:
    changes = (Replace(at("a"), "mười"), Add(at(), "1", "x"), Replace(at("b"), "z"), Add(at(), "2", "y"))
    assert after("a: một\nb: hai\n", *changes) == "a: mười\nb: z\nx: 1\ny: 2\n"


def test_lines_are_trimmed_but_for_those_of_a_block() -> None:
    text = "a: b  \r\nc: |\r\n  d  \r\n  e\r\n#\t\r\nf: >-\r\n  g \r\n\r\nh: 'i \r\n  j' \r\n   "
    assert after(text, Trim(at())) == (
        "a: b\r\nc: |\r\n  d  \r\n  e\r\n#\r\nf: >-\r\n  g \r\n\r\nh: 'i\r\n  j'\r\n"
    )


def test_letters_are_put_together() -> None:
    assert after("a: So\u031b\u0309 # So\u031b\u0309\n", Compose(at())) == "a: Sở # Sở\n"


def test_letters_are_put_right_in_one_scalar_only() -> None:
    text = "a: |\n  Ðã\nb: Ð # Ð\n"
    assert after(text, Respell(at("a"))) == "a: |\n  Đã\nb: Ð # Ð\n"


def test_what_is_not_there_is_refused() -> None:
    source = read_yaml(FILE, b"a: b\n").source
    assert source is not None
    for change in (Replace(at("x"), "y"), Add(at("a", 0), "y", "z"), Replace(at().key("q"), "r")):
        with pytest.raises(LookupError):
            spliced(source, [change])
    with pytest.raises(LookupError):
        spliced(source, [Add(at("a"), "y", "z")])


def test_what_is_no_text_is_not_replaced_by_one() -> None:
    source = read_yaml(FILE, b"'a': b\n").source
    assert source is not None
    with pytest.raises(TypeError):
        spliced(source, [Replace(at(), "y")])


def test_what_is_added_within_braces_is_quoted_as_braces_need_it() -> None:
    assert after("- {a: b}\n", Add(at(0), {"d": "e", "f": "g"}, "c")) == "- {a: b, c: {d: e, f: g}}\n"
    assert after("- {a: b}\n", Add(at(0), "e", "c, d")) == '- {a: b, "c, d": e}\n'


def test_an_item_stands_apart_only_where_the_last_ones_do() -> None:
    text = "a:\n  - b: c\n\n  - d: e\n  - f: g\n"
    assert after(text, Add(at("a"), {"h": "i"})) == text + "  - h: i\n"


@pytest.mark.parametrize(
    ("text", "key", "before", "expected"),
    [
        ("a: 1\nc: 3\n", "b", "c", "a: 1\nb: x\nc: 3\n"),
        ("a: 1 # một\n\n# ba\nc: 3\n", "b", "c", "a: 1 # một\nb: x\n\n# ba\nc: 3\n"),
        ("a: |\n  một\nc: 3", "b", "c", "a: |\n  một\nb: x\nc: 3"),
        ("# đầu\r\nc: 3\r\n", "b", "c", "# đầu\r\nb: x\r\nc: 3\r\n"),
        ("{a: 1, c: 3}\n", "b", "c", "{a: 1, b: x, c: 3}\n"),
        ("{c: 3}\n", "b", "c", "{b: x, c: 3}\n"),
    ],
)
def test_a_key_is_added_before_another(text: str, key: str, before: str, expected: str) -> None:
    assert after(text, Add(at(), "x", key, before)) == expected


def test_a_first_key_is_added_behind_the_dash() -> None:
    assert after("- b: 1\n  c: 2\n", Add(at(0), {"d": "e"}, "a", "b")) == "- a:\n    d: e\n  b: 1\n  c: 2\n"


@pytest.mark.parametrize(
    ("text", "path", "value", "expected"),
    [
        ("a: b # x\n", ("a",), "c", "a: c # x\n"),
        ("a: 'b' # x\n", ("a",), "c", "a: 'c' # x\n"),
        ("a: b # x\n", ("a",), [], "a: [] # x\n"),
        ("- [{a: b}, c]\n", (0, 0), "d, e", '- ["d, e", c]\n'),
        ("a: |\n  b  \nc: d\n", ("a",), {"f": "g"}, "a:\n  f: g\nc: d\n"),
        ("a:\n    b: c\n    d: e\nf: g\n", ("a",), {"x": "y"}, "a:\n    x: y\nf: g\n"),
        ("a:\r\n  b: c\r\nf: g", ("a",), "1", "a: 1\r\nf: g"),
        ("a: b # x\nc: d\n", ("a",), ["1", "2"], "a: # x\n  - 1\n  - 2\nc: d\n"),
        ("a: |\n  b\n  c\nd: e\n", ("a",), {"f": "g"}, "a:\n  f: g\nd: e\n"),
        ("a:\nb: c\n", ("a",), {"f": "g"}, "a:\n  f: g\nb: c\n"),
        ("- b # x\n- c\n", (0,), {"f": "g", "h": "i"}, "- f: g # x\n  h: i\n- c\n"),
        ("- {a: b,\n  c: d} # x\n", (0,), {"f": ["g", "h, i"]}, '- {f: [g, "h, i"]} # x\n'),
        ("- {a: b}\n", (0, "a"), ["c"], "- {a: [c]}\n"),
        ("- {a: b}\n", (0,), "c", "- c\n"),
        ("a: [b, c] # x\n", ("a",), "b", "a: b # x\n"),
        (
            "a: # x\n  # y\n  - b\n  - c # z\n\nd: e\n",
            ("a",),
            ["1", "2", "3"],
            "a: # x\n  # y\n  - 1\n  - 2\n  - 3\n\nd: e\n",
        ),
        ("a:\n    b: c\n    d: e\nf: g", ("a",), ["1"], "a:\n    - 1\nf: g"),
        ("a:\n- b\n- c\nf: g\n", ("a",), {"1": "2", "3": "4"}, "a:\n  1: 2\n  3: 4\nf: g\n"),
        ("a:\n- b\n- c\nf: g\n", ("a",), ["1", "2"], "a:\n- 1\n- 2\nf: g\n"),
        ("a: # x\r\n  b: c\r\n  d: |\r\n    e\r\n\r\nf: g\r\n", ("a",), "1", "a: 1 # x\r\n\r\nf: g\r\n"),
        ("a:\n  - b\n  - c\n", ("a",), [], "a: []\n"),
        ("- a: b\n  c: d\n- e\n", (0,), "f", "- f\n- e\n"),
        ("- a: b\n  c: d\n- e", (0,), {"f": {"g": "h"}}, "- f:\n    g: h\n- e"),
        ("a: b\nc: d\n", (), {"e": "f", "g": ["h"]}, "e: f\ng:\n  - h\n"),
        ("a: []\n", ("a",), ["b"], "a: [b]\n"),
    ],
)
def test_a_value_is_written_anew_as_it_stood(
    text: str, path: tuple[Step, ...], value: Tree, expected: str
) -> None:
    assert after(text, Rewrite(at(*path), value)) == expected


def test_what_would_end_up_empty_is_refused() -> None:
    for text, path in (("a: b\n", ("a",)), ("- a\n", (0,)), ("a: [b]\n", ("a", 0)), ("a:\n  b: c\n", ("a", "b"))):
        source = read_yaml(FILE, text.encode()).source
        assert source is not None
        with pytest.raises(LookupError):
            changed(source.data, [Remove(at(*path))])
    source = read_yaml(FILE, b"a: [b, c]\n").source
    assert source is not None
    with pytest.raises(LookupError):
        changed(source.data, [Remove(at("a", 0)), Remove(at("a", 1))])


def test_an_item_that_is_added_is_removed_without_a_trace() -> None:
    for text in ("a:\n  - b: c\n\n  - d: e\n\nf: g\n", "a:\n  - b\n  - c", "- {b: c, d: e}\n", "a: [b, c]\n"):
        source = read_yaml(FILE, text.encode()).source
        assert source is not None
        path = () if text.startswith("-") else ("a",)
        size = 1 if text.startswith("-") else 2
        there = after(text, Add(at(*path), {"x": "y"}))
        assert after(there, Remove(at(*path, size))) == text
