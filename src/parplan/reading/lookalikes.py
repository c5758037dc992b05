"""Characters that look like YAML's own signs and are not, and the lines that git left: found, and put right.

What is put right is as long as it was, so that every place stays: it is only for reading on, never written.
Must not touch what may be content: text stays text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from parplan.finding import Code, Finding
from parplan.reading.lines import line_starts, span_of
from parplan.where import Where

SPACES: Final = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""Blanks as wide as one, that are none to YAML."""

DASHES: Final = "\u2010-\u2015\u2022\u2023\u2043\u2212\u25aa\u25cf\u25e6\u00b7"
"""Dashes and bullets that Word makes of a list's dash."""

LOOKS_LIKE_A_SIGN: Final = rf"[{SPACES}{DASHES}]"
"""At the beginning of a key, or of what is to be a list."""

COLONS: Final = "\uff1a\ufe55\u2236"
OPENING: Final = "\u201c\u201d\u201e\u201f\u2018\u2019\u00ab"
NEAR: Final = 3
"""A sign taken for another is told some lines later: the parser has gone on."""

REFUSED_CHARACTER: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
REFUSED_IN_PROSE: Final = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]"
"""In a document, what parts its pages and lines is white space like any other."""

MOST_MARKS: Final = 30
"""Marks in a row on one letter (UAX #15, Stream-Safe Text): nobody writes more, and sorting them is quadratic."""

_NO_LETTERS_OF_OURS: Final = re.compile(rf"[^\x00-\u02ff\u1e00-\u1eff\u2000-\u206f]{{{MOST_MARKS + 1},}}")

_BLOCK: Final = (
    r"(?m)^(?P<depth> *)(?:- +)*(?:[^\s:#]+: +)?[|>][-+0-9]*[ \t]*\r?\n"
    r"(?P<block>(?:(?P=depth) .*\n|[ \t]*\r?\n)*)"
)
"""A block of text: whatever stands in it is content."""

_ITEMS: Final = rf"[ ]*(?:-[ {SPACES}]+)*"
_KEY: Final = r"[A-Za-z_][\w.-]*"


class _Alike(NamedTuple):
    """One sign taken for another: where it stands (its group «sign»), and what is to stand there."""

    kind: str
    pattern: str
    meant: Callable[[re.Match[str]], str]


def _same(sign: str) -> Callable[[re.Match[str]], str]:
    return lambda match: sign * len(match["sign"])


def _quoted(match: re.Match[str]) -> str:
    text = match["sign"][1:-1]
    return text.join('""') if '"' not in text and "\\" not in text else match["sign"]


_ALIKE: Final = (
    _Alike("dash", rf"^[ {SPACES}]*(?P<sign>[{DASHES}])(?=[ {SPACES}])", _same("-")),
    _Alike("space", rf"^[ ]*(?P<sign>[{SPACES}][ {SPACES}]*)(?=\S)", _same(" ")),
    _Alike("space", rf"^[ ]*(?:-[ ]+)*-(?P<sign>[{SPACES}][ {SPACES}]*)(?=\S)", _same(" ")),
    _Alike("colon", rf"(?:^{_ITEMS}|[{{,]\s*){_KEY}(?P<sign>[{COLONS}])", _same(":")),
    _Alike("space", rf"(?:^{_ITEMS}|[{{,]\s*){_KEY}:(?P<sign>[{SPACES}][ {SPACES}]*)", _same(" ")),
    _Alike(
        "quotes",
        rf"(?:^{_ITEMS}(?:{_KEY}:[ ]+)?|[{{,]\s*{_KEY}:[ ]+|[\[]\s*)"
        r"(?P<sign>[\u201c\u201d\u201e][^\u201c\u201d\n]*[\u201c\u201d]|\u2018[^\u2018\u2019\n]*\u2019)"
        r"(?=[ ]*(?:$|[,}\]]|[ ]#))",
        _quoted,
    ),
)


def put_right(file: str, text: str) -> tuple[str, tuple[Finding, ...]]:
    """A text without what no file may hold: characters that cannot be printed, and a merge that was not ended."""
    read, merged = _without_merges(file, text)
    return re.sub(REFUSED_CHARACTER, " ", read), (*merged, *refused_characters(file, read, REFUSED_CHARACTER))


def refused_characters(file: str, text: str, refused: str) -> Iterator[Finding]:
    """The first character of each line that may not stand in a file."""
    starts = line_starts(text) if re.search(refused, text) else []
    told = 0
    for match in re.finditer(refused, text):
        span = span_of(starts, match.start(), match.end())
        if span.line > told:
            told = span.line
            yield Finding(Code.CHARACTER_INVALID, Where(file), {"character": _named(match[0])}, span=span)


_OURS: Final = re.compile(r"^<{7}(?: .*)?\r?$", re.MULTILINE)
_MARKERS: Final = r"(?m)^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$|^={7}\r?$"
_MERGE: Final = (
    r"(?m)^(?P<ours><{7}(?: .*)?\r?\n)(?P<kept>(?s:.*?))"
    r"(?P<theirs>^(?:\|{7}(?: .*)?\r?\n(?s:.*?)^)?={7}\r?\n(?s:.*?)^>{7}(?: [^\r\n]*)?)"
)


def _without_merges(file: str, text: str) -> tuple[str, list[Finding]]:
    """The text as it was on the one side of each merge that git left open; a marker left alone is told too."""
    if not re.search(_MARKERS, text):
        return text, []
    starts = line_starts(text)
    places = [match.start() for match in re.finditer(_MERGE, text)]
    read = re.sub(_MERGE, lambda m: _blank(m["ours"]) + m["kept"] + _blank(m["theirs"]), text)
    places += [match.start() for match in re.finditer(_MARKERS, read)]
    read = re.sub(_MARKERS, lambda match: _blank(match[0]), read)
    found = [
        Finding(Code.MERGE_UNRESOLVED, Where(file), span=span_of(starts, at, at + 7)) for at in sorted(places)
    ]
    return read, found


def merges_left(file: str, text: str) -> list[Finding]:
    """The same of a document: a row of signs alone is a ruled line there."""
    return _without_merges(file, text)[1] if _OURS.search(text) else []


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def look_alikes(file: str, text: str, line: int | None = None) -> tuple[str, tuple[Finding, ...]]:
    """A text with YAML's own signs where others were typed, and a finding for each.

    Nothing is touched where no such sign stands near the line on which the parser gave up.
    """
    starts = line_starts(text)
    blocks = [match.span("block") for match in re.finditer(_BLOCK, text)]
    read, found = text, list[Finding]()
    for alike in _ALIKE:
        for match in list(re.finditer(alike.pattern, read, re.MULTILINE)):
            start, end = match.span("sign")
            if any(first <= start < last for first, last in blocks):
                continue
            values = {"character": _named(match["sign"][0]), "sign": alike.kind}
            span = span_of(starts, start, start + 1)
            found.append(Finding(Code.CHARACTER_MISTAKEN, Where(file), values, span=span))
            read = read[:start] + alike.meant(match) + read[end:]
    lines = {finding.span.line for finding in found if finding.span}
    if line is not None and not any(line - NEAR <= near <= line for near in lines):
        return text, ()
    return read, tuple(found)


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def heap_of_marks(text: str) -> int | None:
    """Where a letter bears more marks than any writing has; None where none does."""
    for run in _NO_LETTERS_OF_OURS.finditer(text):
        marks = 0
        for offset, character in enumerate(run[0], run.start()):
            marks = marks + 1 if unicodedata.combining(character) else 0
            if marks > MOST_MARKS:
                return offset
    return None
