"""Tests of parplan.reading.lookalikes: characters like YAML's own, merges left open, what no file may hold."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from parplan.reading.lookalikes import look_alikes
from parplan.reading.source import Reading, read_text, read_yaml

NBSP = "\u00a0"

ALIKE = {
    "a blank in an indent": (f"a:\n  - b: c\n«{NBSP}»{NBSP}{NBSP} d: e\n", "U+00A0"),
    "a blank before a dash": (f"a:\n«{NBSP}» - b: c\n    d: e\n", "U+00A0"),
    "a blank after a dash": (f"a:\n  -«{NBSP}»b: c\n    d: e\n", "U+00A0"),
    "a blank after a colon": (f"a:«{NBSP}»b\nc: d\n", "U+00A0"),
    "a blank after a colon in braces": (f"a: {{b:«{NBSP}»c, d: e}}\n", "U+00A0"),
    "a thin blank after a colon": ("a:«\u2009»b\nc: d\n", "U+2009"),
    "a long dash": ("a:\n  «–» b: c\n    d: e\n", "U+2013"),
    "a bullet": ("a:\n  «•» b: c\n    d: e\n", "U+2022"),
    "a long dash before one key alone": ("a:\n  «–» b: c\n", "U+2013"),
    "a wide colon": ("a«：» b\nc: d\n", "U+FF1A"),
    "curly quotes around a colon": ("a: «“»Hướng dẫn: bước 1”\nc: d\n", "U+201C"),
    "curly quotes around a comma in braces": ("a: {b: «“»Sở A, B”, c: d}\n", "U+201C"),
}


def at(reading: Reading) -> list[tuple[Code, int, int]]:
    return [(f.code, f.span.line, f.span.column) for f in reading.findings if f.span]


@pytest.mark.parametrize(("marked", "character"), ALIKE.values(), ids=ALIKE)
def test_a_character_taken_for_a_sign_is_named_at_its_place_and_nothing_else(marked: str, character: str) -> None:
    before = marked.split("«")[0]
    reading = read_yaml("x.yaml", marked.replace("«", "").replace("»", "").encode())
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert at(reading) == [(Code.CHARACTER_MISTAKEN, line, column)]
    assert reading.findings[0].values["character"] == character
    assert reading.source is None


def test_what_is_put_right_can_be_read_on_at_the_same_places() -> None:
    reading = read_yaml("x.yaml", f"a:{NBSP}b\nc: d\n".encode())
    assert reading.mended is not None
    assert reading.mended.data == {"a": "b", "c": "d"}
    assert reading.mended.text == f"a:{NBSP}b\nc: d\n"


@pytest.mark.parametrize(
    "text",
    [
        f"a: |\n  – b\n  •{NBSP}c\nd: e\n",
        f"a: b{NBSP}c\n",
        "a: “Hiến kế”, x\n",
        f"a: b\n  – c\nd: Ghi chú:{NBSP}e\n",
    ],
)
def test_in_text_these_characters_are_content(text: str) -> None:
    reading = read_yaml("x.yaml", text.encode())
    assert reading.source is not None
    assert reading.findings == ()


def test_blocks_of_text_are_left_alone_while_another_sign_is_mended() -> None:
    text = f"a: |\n  – b\nc:{NBSP}d\ne: f\n"
    read, found = look_alikes("x.yaml", text)
    assert "  – b\n" in read
    assert len(found) == 1


OURS = "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\nf: g\n"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (OURS, {"a": "b", "c": "d", "f": "g"}),
        (OURS.replace("=======", "||||||| base\nc: z\n======="), {"a": "b", "c": "d", "f": "g"}),
        (OURS.replace("\n", "\r\n"), {"a": "b", "c": "d", "f": "g"}),
        (OURS.replace("=======\nc: e\n>>>>>>> x\n", ""), {"a": "b", "c": "d", "f": "g"}),
        ("a: b\nc: d\n>>>>>>> x\n", {"a": "b", "c": "d"}),
    ],
)
def test_a_merge_left_open_is_told_once_and_read_on_from_one_side(text: str, read: object) -> None:
    reading = read_yaml("x.yaml", text.encode())
    assert [found.code for found in reading.findings] == [Code.MERGE_UNRESOLVED]
    assert reading.source is None
    assert reading.mended is not None
    assert reading.mended.data == read


def test_a_merge_left_open_in_a_document_is_told_and_a_ruled_line_is_not() -> None:
    assert [f.code for f in read_text("x.txt", OURS.encode()).findings] == [Code.MERGE_UNRESOLVED]
    assert read_text("x.txt", b"KE HOACH\n=======\n").findings == ()


def test_every_line_with_a_character_that_cannot_be_printed_is_told_in_one_run() -> None:
    reading = read_yaml("x.yaml", b"a: \x00b\x01\nc: d\x0c\n")
    assert at(reading) == [(Code.CHARACTER_INVALID, 1, 4), (Code.CHARACTER_INVALID, 2, 5)]
    assert reading.mended is not None


def test_what_parts_the_pages_and_lines_of_a_document_is_white_space() -> None:
    assert read_text("x.txt", "Trang 1\x0cTrang 2\x0bdòng\u2028dòng".encode()).findings == ()
    assert at(read_text("x.txt", b"a\x00\nb\x07")) == [
        (Code.CHARACTER_INVALID, 1, 2),
        (Code.CHARACTER_INVALID, 2, 2),
    ]
