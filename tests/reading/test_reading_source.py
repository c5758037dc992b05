"""Tests of parplan.reading.source."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.finding import Code
from parplan.reading.source import Reading, Source, read_text, read_yaml
from parplan.reading.tree import MAX_DEPTH, Tree
from parplan.where import Where


def read(text: str | bytes) -> Reading:
    return read_yaml("x.yaml", text if isinstance(text, bytes) else text.encode())


def source(text: str | bytes) -> Source:
    reading = read(text)
    assert reading.source is not None, reading.findings
    return reading.source


def codes(text: str | bytes) -> list[str]:
    return [finding.code.slug for finding in read(text).findings]


def excerpt(found: Source, *path: str | int, key: bool = False) -> tuple[int, int, str]:
    """Line, column and characters of an address, which must lie in one line."""
    span = found.span(Where("x.yaml", path, key))
    assert span.line == span.end_line
    return span.line, span.column, found.line(span.line)[span.column - 1 : span.end_column - 1]


def test_the_c_parser_is_really_used() -> None:
    import _ruamel_yaml
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=False)
    assert issubclass(yaml.Parser, _ruamel_yaml.CParser)
    modules = {type(event.start_mark).__module__ for event in yaml.parse("a: 1")}
    assert {module.rpartition(".")[2] for module in modules} == {"_ruamel_yaml"}


def test_a_large_file_is_read_at_the_speed_of_the_c_parser() -> None:
    text = "".join(f"- {{id: T{number}, title: Việc, lead: [a, b]}}\n" for number in range(5_000))
    began = time.process_time()
    assert len(source(text).data) == 5_000
    assert time.process_time() - began < 2  # the pure parser takes about ten


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "true",
        "08",
        "0o14",
        "1.10",
        "12:30",
        "2022-13-01",
        "2022-09-30",
        "~",
        "null",
        "1_000",
        ".nan",
        "0x1F",
        "1e3",
        "=",
        "86,57",
        "10" * 2_000,
    ],
)
def test_text_stays_text(text: str) -> None:
    assert source(f"a: {text}\nb:\n  - {text}\n").data == {"a": text, "b": [text]}


def test_block_and_folded_text_are_read_as_yaml_says() -> None:
    found = source("a: >-\n  một\n  hai\nb: |\n  một\n  hai\nc: 'it''s'\nd: \"\\u0111\\t\"\n")
    assert found.data == {"a": "một hai", "b": "một\nhai\n", "c": "it's", "d": "đ\t"}


PLACES = """\
# chú thích
plan:
  id: ke-hoach
  "title": 'Kế hoạch'
tasks:
  - id: A
    lead: [so-1, so-2]
    deadline: {words: kịp thời, rule: hằng tháng}
  -   id: B
empty:
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_places_are_exact_whatever_ends_a_line_or_begins_the_file(end: str, bom: bytes) -> None:
    found = source(bom + PLACES.replace("\n", end).encode())
    assert found.had_bom is bool(bom)
    assert excerpt(found, "plan", "id") == (3, 7, "ke-hoach")
    assert excerpt(found, "plan", "title") == (4, 12, "'Kế hoạch'")
    assert excerpt(found, "plan", "title", key=True) == (4, 3, '"title"')
    assert excerpt(found, "tasks", 0, "lead", 1) == (7, 18, "so-2")
    assert excerpt(found, "tasks", 0, "lead") == (7, 11, "[so-1, so-2]")
    assert excerpt(found, "tasks", 0, "deadline", "rule") == (8, 39, "hằng tháng")
    assert excerpt(found, "tasks", 0, "deadline", "rule", key=True) == (8, 33, "rule")
    assert excerpt(found, "tasks", 1, "id") == (9, 11, "B")
    assert excerpt(found, "tasks", 1) == (9, 7, "id: B")
    assert excerpt(found, "empty") == (10, 1, "empty")


def test_a_block_ends_where_its_last_value_does() -> None:
    span = source(PLACES).span(Where("x.yaml", ("tasks", 0)))
    assert (span.line, span.column, span.end_line, span.end_column) == (6, 5, 8, 50)


def test_columns_count_code_points_after_emoji_and_before_composing() -> None:
    found = source("a: {k: 😀😀, b: x}\nc: {đ: 'a\u0301', b: y}\n")
    assert excerpt(found, "a", "b") == (1, 15, "x")
    assert excerpt(found, "c", "b") == (2, 17, "y")


def test_decomposed_text_is_composed() -> None:
    reading = read("a: x\nb: Kê\u0301 hoạch\nc: Kê\u0301\n")
    assert reading.source is not None
    assert reading.source.data == {"a": "x", "b": "Kế hoạch", "c": "Kế"}


def test_a_step_never_written_falls_back_to_its_nearest_ancestor() -> None:
    found = source("a:\n  b: 1\n")
    assert excerpt(found, "a", "zzz") == (2, 3, "b: 1")
    assert excerpt(found, "a", "b", 0, "c") == (2, 6, "1")
    assert excerpt(found, "a", 7) == (2, 3, "b: 1")


def test_a_duplicate_key_names_the_first_and_the_first_one_stands() -> None:
    reading = read("a: 1\nb: {c: 1}\na: {x: [2]}\nd: 3\n")
    (finding,) = reading.findings
    assert (finding.code, finding.values) == (Code.KEY_DUPLICATE, {"key": "a", "line": 1})
    assert finding.span is not None
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (3, 1, 2)
    assert reading.source is not None
    assert reading.source.data == {"a": "1", "b": {"c": "1"}, "d": "3"}


def test_every_duplicate_key_is_told() -> None:
    assert codes("{a: 1, a: 2, b: {c: 1, c: 2}, a: 3}") == ["key-duplicate"] * 3


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("a: &x 1\nb: 2\n", ["anchor"]),
        ("a: &x [1]\nb: *x\n", ["anchor", "alias"]),
        ("a: &x {b: *x}\n", ["anchor", "alias"]),
        ("a: !!str 1\n", ["tag"]),
        ("a: ! 1\n", ["tag"]),
        ("a: !python/object:os.system {}\n", ["tag"]),
        ("a: !!binary aGk=\n", ["tag"]),
        ("a:\n  <<: {b: 1}\n", ["merge"]),
        ("? [a, b]\n: 1\n", ["complex-key"]),
        ("{[a]: 1}\n", ["complex-key"]),
        ("&a a: 1\n", ["anchor"]),
    ],
)
def test_what_nobody_needs_of_yaml_is_refused(text: str, features: list[str]) -> None:
    reading = read(text)
    assert reading.source is None
    assert {f.code for f in reading.findings} == {Code.YAML_FEATURE}
    assert [f.values["feature"] for f in reading.findings] == features


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert source("'<<': 1\n").data == {"<<": "1"}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n\tb: 1\n", "tab-found", 2, 1),
        ("a: 'mở\nb: 1\n", "quote-unclosed", 1, 4),
        ("a: [1, 2\n", "bracket-unclosed", 1, 4),
        ("a: b: c\n", "colon-in-text", 1, 5),
        ("a: 1\n b: 2\n", "indentation-wrong", 2, 2),
        ("a: @x\n", "value-start-invalid", 1, 4),
        ("a: 1\n---\nb: 2\n", "documents-several", 2, 1),
        ("", "file-empty", 1, 1),
        ("# chỉ có chú thích\n", "file-empty", 1, 1),
        ("---\n...\n", "file-empty", 1, 1),
        ("a: \x01\n", "character-invalid", 1, 4),
        ("ă: \x00\n", "character-invalid", 1, 4),
        ("a: x\u2028y\n", "character-invalid", 1, 5),
        ("a: x\u0085y\n", "character-invalid", 1, 5),
        ("a: 1\nb: \ufeff\n", "character-invalid", 2, 4),
        ('a: 1\nb: "x\\0"\n', "character-invalid", 2, 4),
        ('a: "\\L"\n', "character-invalid", 1, 4),
        ('"\\e": 1\n', "character-invalid", 1, 1),
    ],
)
def test_a_file_that_cannot_be_read_names_the_place(text: str, code: str, line: int, column: int) -> None:
    reading = read(text)
    assert reading.source is None
    assert [f.code.slug for f in reading.findings] == [code]
    span = reading.findings[0].span
    assert span is not None
    assert (span.line, span.column) == (line, column)


@pytest.mark.parametrize(
    ("raw", "line", "column", "named"),
    [
        (b"a: 1\nb: \xff\n", 2, 4, "0xFF"),
        (b"\xef\xbb\xbfa: 1\nb: \xff\n", 2, 4, "0xFF"),
        ("a: 1\nă: ".encode() + b"\xe1\xbb", 2, 4, "0xE1"),
        (b"a: K\xea\xec ho\xa1ch\n", 1, 5, "0xEA"),
        ("a: 1".encode("utf-16"), 1, 1, "UTF-16"),
        ("a: 1".encode("utf-16-be"), 1, 1, "U+0000"),
        (b"\xfe\xff\x00a", 1, 1, "UTF-16"),
    ],
)
def test_bytes_that_are_not_utf8_name_the_place(raw: bytes, line: int, column: int, named: str) -> None:
    (finding,) = read(raw).findings
    assert finding.code is (Code.CHARACTER_INVALID if named == "U+0000" else Code.ENCODING_INVALID)
    assert named in finding.values.values()
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (line, column if named != "U+0000" else finding.span.column)


@pytest.mark.parametrize("marks", ["\u0301\u0323" * 20_000, "\u0301" * 31], ids=["many", "one too many"])
def test_a_letter_with_more_marks_than_any_writing_has_is_refused_at_its_place(marks: str) -> None:
    (finding,) = read_yaml("f.yaml", f"a: x\nb: a{marks}\n".encode()).findings
    assert (finding.code, finding.values["character"]) == (Code.CHARACTER_INVALID, f"U+{ord(marks[30]):04X}")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (2, 35)


@pytest.mark.parametrize("text", ["à\u0302\u0301" * 100, "漢字" * 100, "a" + "\u0301" * 30])
def test_what_people_write_is_no_heap_of_marks(text: str) -> None:
    assert read_yaml("f.yaml", f"a: {text}\n".encode()).findings == ()


def test_depth_is_bounded() -> None:
    assert codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert codes("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ["nesting-too-deep"]
    assert codes("[" * 100_000) == ["nesting-too-deep"]
    assert codes("{a: " * 100_000) == ["nesting-too-deep"]


def test_plain_text_keeps_everything_but_the_bom() -> None:
    reading = read_text("x.txt", b"\xef\xbb\xbf- x: [\r\n\ty")
    assert (reading.text, reading.findings) == ("- x: [\r\n\ty", ())


def is_plain(tree: Tree) -> bool:
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if not all(isinstance(key, str) for key in node):
                return False
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
        elif not isinstance(node, str):
            return False
    return True


def check_any(raw: bytes) -> None:
    reading = read(raw)
    assert reading.source is not None or reading.findings
    lines = reading.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in reading.findings:
        span = finding.span
        assert span is not None
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        if reading.text:
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 2  # a mark may stand on the line's end
            assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2
    if reading.source is not None:
        assert is_plain(reading.source.data)
        check_places(reading.source, reading.source.data, ())


def check_places(found: Source, tree: Tree, path: tuple[str | int, ...]) -> None:
    span = found.span(Where("x.yaml", path))
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    found.line(span.line)
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, child in items:
        check_places(found, child, (*path, step))


_PIECES = [
    "a",
    "b: ",
    "- ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "\n",
    "\r",
    "\r\n",
    "  ",
    "\t",
    "#",
    "'",
    '"',
    "|\n",
]
_PIECES += [
    ">-\n",
    "&a ",
    "*a",
    "!t ",
    "<<",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "%TAG ! x\n",
    "\\",
    "\\u0301",
    "😀",
    "ế",
]
_PIECES += ["e\u0302\u0301", "\ufeff", "\u2028", "\x00", "\x7f", "~", "@", "`", "\uffff", "\U0010ffff", "\\0"]


@given(st.binary(max_size=60))
def test_any_bytes_give_an_answer(raw: bytes) -> None:
    check_any(raw)


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join), st.booleans())
def test_any_pieces_of_yaml_give_an_answer(text: str, bom: bool) -> None:
    check_any((b"\xef\xbb\xbf" if bom else b"") + text.encode())
