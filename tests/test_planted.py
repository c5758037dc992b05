"""A workspace of planted mistakes, each marked: all are found in one run, each at its place, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from parplan.options.codes import slugs
from parplan.reading.load import load
from parplan.reading.source import BOM

PLANTED = Path(__file__).parent / "planted"
_MARK = re.compile(r"^ *# *(?P<caret>\^) (?P<code>[a-z-]+)$")
_WHOLE_FILE = re.compile(r"^#@ (?P<code>[a-z-]+)$")


class Found(NamedTuple):
    file: str
    line: int
    column: int
    code: str


def planted() -> list[Found]:
    """What the marks of the files say: the caret's column on the line above, or the whole file."""
    every = []
    for path in sorted(PLANTED.rglob("*.yaml")):
        above = 0
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            file = path.relative_to(PLANTED).as_posix()
            if match := _MARK.match(line):
                every.append(Found(file, above, match.start("caret") + 1, match["code"]))
            elif match := _WHOLE_FILE.match(line):
                every.append(Found(file, 1, 1, match["code"]))
            else:
                above = number
    return every


def found(instead: dict[str, bytes] | None = None) -> list[Found]:
    loaded = load(PLANTED, instead)
    spans = [(finding, loaded.span(finding)) for finding in loaded.findings]
    return [Found(f.where.file, span.line, span.column, f.code.slug) for f, span in spans]


def excerpts(instead: dict[str, bytes] | None = None) -> Counter[tuple[str, str, str]]:
    """Of each finding of one line, the letters it points at."""
    loaded = load(PLANTED, instead)
    every: Counter[tuple[str, str, str]] = Counter()
    for finding in loaded.findings:
        span, text = loaded.span(finding), loaded.texts[finding.where.file]
        line = (re.split(r"\r\n|\n|\r", text) or [""])[span.line - 1]
        if span.line == span.end_line:
            pointed = unicodedata.normalize("NFC", line[span.column - 1 : span.end_column - 1])
            every[finding.where.file, finding.code.slug, pointed] += 1
    return every


def test_every_mistake_is_found_in_one_run_at_its_place_and_nothing_else() -> None:
    assert sorted(found()) == sorted(planted())


def test_forty_different_mistakes_are_planted() -> None:
    assert len({mark.code for mark in planted()}) >= 40


def every_file(change: object) -> dict[str, bytes]:
    assert callable(change)
    paths = (path for path in PLANTED.rglob("*.yaml") if "2022-9" not in path.parts)
    return {path.relative_to(PLANTED).as_posix(): change(path.read_text(encoding="utf-8")) for path in paths}


def test_places_are_the_same_over_other_line_ends() -> None:
    assert found(every_file(lambda text: text.replace("\n", "\r\n").encode())) == found()


def test_places_are_the_same_behind_a_byte_order_mark() -> None:
    assert found(every_file(lambda text: BOM + text.encode())) == found()


def test_places_move_with_what_stands_before_them() -> None:
    moved = found(every_file(lambda text: ("# 😀👍 Sở\n" + text).encode()))
    assert moved == [mark._replace(line=mark.line + (mark.code != "file-unknown")) for mark in found()]


def test_places_hold_where_letters_are_taken_apart() -> None:
    taken_apart = every_file(lambda text: unicodedata.normalize("NFD", text).encode())
    told = {key: n for key, n in excerpts(taken_apart).items() if key[1] != "text-not-nfc"}
    assert told == {key: n for key, n in excerpts().items() if key[1] != "text-not-nfc"}


def test_a_mark_s_code_is_one_of_ours() -> None:
    assert [mark for mark in planted() if mark.code not in slugs()] == []
