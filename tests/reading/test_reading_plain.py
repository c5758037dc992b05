"""Files in plain forms: whatever is read line by line is what the parser's own way reads, places and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import combining, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.reading.plain import ODD, read_plain
from parplan.reading.source import read_yaml
from parplan.reading.tree import FOREIGN, INVISIBLE, Builder
from parplan.where import Where

HOUSE = Path(__file__).parents[2]
SHIPPED = sorted([*(HOUSE / "data").rglob("*.yaml"), *(HOUSE / "examples").glob("*/data/**/*.yaml")])


def same_by_both_ways(text: str) -> bool:
    """Whether the plain way reads a text at all; if it does, the parser's way reads the same."""
    plain = read_plain("f", text)
    if plain is None:
        return False
    built = Builder("f", text)
    built.build()
    assert not built.findings
    assert not built.fatal
    assert plain.data == built.root
    assert list(plain.suspects) == built.suspects
    return True


def test_nearly_every_shipped_file_is_read_the_plain_way_and_says_the_same() -> None:
    read = [same_by_both_ways(path.read_bytes().decode()) for path in SHIPPED[::5]]
    assert sum(read) >= len(read) - 2


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a: b",
        "a:\n- b\n- c\n",
        "a:\n  - b: 1.10\n    c: [no, {d: 08, e: [x]}, y]\n\n  # so\n  - b: 'a: b # c'\nd: \"%\"\n",
        "a: >-\n  một\n  hai # ba\n\nb: {}\nc: []\n",
        "a: b # so\nc: # so\n  d: -5\n",
        "a: b\r\nc:\r\n  - d\r\n",
        "a: http://b.c/d#e\nb: [-1, 1/BC-STP, 5%]\n",
        "a: [no, [b, {c: 08, d: [1.10,]}], {e: {}, f: 'g'}]\n",
        "a:\r\n  - b: [no, {c: 1.10}]\r\n  - 08\r\n  - d: >-\r\n      e\r\n      f: g\r\nh: no\r\n",
        "a: null\nb: Nulls\nc: on\nd: on time\ne: n.1\nf: off\ng: False\n",
    ],
)
def test_a_plain_form_is_read(text: str) -> None:
    assert same_by_both_ways(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# so\n",
        "a\n",
        "- a\n",
        "a: b\na: c\n",
        "a:\n",
        "a: ''\n",
        "a: &b c\n",
        "a: !b c\n",
        "a: *b\n",
        "<<: {a: b}\n",
        "a: {b, c}\n",
        "a: {b: c, b: d}\n",
        "a: [b, c: d]\n",
        "a: [http://b.c]\n",
        "a: [b,\n  c]\n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: |\n  b\n",
        "a: >-\n  b\n\n  c\n",
        "a: >-\n  b\n    c\n",
        "a: >-\n  b \n  c\n",
        'a: "b\\n"\n',
        "a: 'b''c'\n",
        "? a\n: b\n",
        "---\na: b\n",
        "a: b\n---\na: c\n",
        "a: b\n...\n",
        "a: \tb\n",
        "a: b\rc: d\n",
        "a: [b]]\n",
        "a: [[b]\n",
        "a: {b: [c}]\n",
        "a: [,b]\n",
        "a: [b {c: d}]\n",
        "a: [[b] c]\n",
        "a: [[b] [c]]\n",
        "a: {b: {c: d} e: f}\n",
        "a: {b: c}}\n",
        "a: {b: c}, d: e}\n",
        "a: {b: }\n",
        "a: {[b]: c}\n",
        "a: ['']\n",
        "- a: b\nc: d\n",
        " a: b\nc: d\n",
        "a:\n    b: c\n  d: e\n",
        "a: \u0301b\n",
        "a: Ðà Nẵng\n",
        "a: b\u200b\n",
        "a: >-\n    x\n     \n",
        "a: >-\n    x\n     \nb: c\n",
        "a: " + "[" * 40 + "]" * 40 + "\n",
    ],
)
def test_any_other_form_is_left_to_the_parser(text: str) -> None:
    assert not same_by_both_ways(text)


def test_what_is_rare_in_a_sound_file_is_odd() -> None:
    rare = "".join(map(chr, range(0x3000)))
    assert all(ODD.search(sign) for pattern in (FOREIGN, INVISIBLE) for sign in re.findall(pattern, rare))
    assert not ODD.search("Ủy ban nhân dân tỉnh “Đắk Lắk” – 50%…")


def test_what_is_not_odd_is_composed_whatever_stands_beside_it() -> None:
    usual = [sign for sign in map(chr, range(0x110000)) if not ODD.search(sign)]
    assert all(is_normalized("NFC", sign) and not combining(sign) for sign in usual)
    assert is_normalized("NFC", "".join(usual))


scalars = st.sampled_from(
    [
        "a",
        "no",
        "1.10",
        "Sở Nội vụ",
        "a, b",
        "'x: y'",
        '"#"',
        "a#b",
        "a:b",
        "-1",
        "- b",
        "a #b",
        "[c, d]",
        "{e: f}",
        "[no, {e: [1.10, x], f: 'y'}]",
        "on",
        "T.18",
        ">-",
    ]
)


@st.composite
def texts(draw: st.DrawFn, depth: int = 0) -> str:
    """Lines as people write them, and as they slip."""
    lines = []
    for number in range(draw(st.integers(1, 4))):
        blanks = " " * (2 * depth + draw(st.sampled_from([0, 0, 0, 0, 0, 1])))
        head = draw(st.sampled_from([f"k{number}: ", f"k{number}: ", "- ", f"- k{number}: ", "", "# "]))
        lines.append(f"{blanks}{head}{draw(scalars)}")
        if depth < 2 and draw(st.booleans()):
            lines.append(f"{blanks}k{number}b:\n{draw(texts(depth + 1))}")
    return "\n".join(lines)


@given(texts())
def test_whatever_is_read_the_plain_way_is_read_alike(text: str) -> None:
    same_by_both_ways(text)


def spoilt() -> Iterator[str]:
    """A shipped file with one sign put in, taken out or doubled."""
    text = (HOUSE / "data" / "calendar.yaml").read_text(encoding="utf-8")[:600]
    for place in range(0, len(text), 23):
        for sign in (":", " ", "\n", "-", "#", "'", "[", "}", ","):
            yield text[:place] + sign + text[place:]
        yield text[:place] + text[place + 1 :]


def test_a_slip_of_the_finger_is_read_alike_or_left_to_the_parser() -> None:
    for text in spoilt():
        if read_plain("f", text) is not None:
            assert same_by_both_ways(text)


def test_a_place_is_found_only_when_somebody_asks() -> None:
    reading = read_yaml("f", "a:\n  - b: một\n    c: [hai, ba]\n".encode())
    assert reading.source is not None
    assert reading.source.span(Where("f", ("a", 0, "c", 1))).start == (3, 14)
