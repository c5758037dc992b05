"""One YAML file as text: what it says, every scalar as text, and where it says it.

Must not read numbers or dates out of text: the model does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from ruamel.yaml.error import YAMLError

from parplan.finding import Code, Finding
from parplan.tree import (
    LINE_END,
    REFUSED_CHARACTER,
    Builder,
    Mark,
    Refused,
    Tree,
    line_starts,
    span_at,
    span_of,
    syntax_finding,
)
from parplan.where import START, Span, Step, Where

MAX_BYTES: Final = 64 * 1024 * 1024
BOM: Final = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"), (b"\x00\x00\xfe\xff", "UTF-32"))


@dataclass(frozen=True)
class Source:
    """A file that was read: its text without the BOM, its content, and the place of everything in it."""

    file: str
    text: str
    data: Tree
    had_bom: bool = False
    _marks: Mark = field(default_factory=lambda: Mark(0, 0), repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)

    def span(self, where: Where) -> Span:
        """The lines and columns of an address; of its nearest ancestor where a step was never written."""
        mark = self._marks
        start, end = mark.start, mark.end
        steps = where.path
        for position, step in enumerate(steps):
            child = _child(mark, step)
            if child is None:
                break
            last = position == len(steps) - 1
            if last and where.on_key and mark.keys is not None:
                start, end = mark.keys[str(step)]
            elif child.children is None and child.start == child.end and mark.keys is not None:
                start, end = mark.keys[str(step)]  # an empty value has no place of its own: its key has
            else:
                start, end = child.start, child.end
            mark = child
        return span_of(self._line_starts, start, max(end, start))

    def line(self, number: int) -> str:
        """A line's text, without its end; lines count from 1."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def _child(mark: Mark, step: Step) -> Mark | None:
    if isinstance(mark.children, dict):
        return mark.children.get(str(step))
    if isinstance(mark.children, list) and isinstance(step, int) and step < len(mark.children):
        return mark.children[step]
    return None


@dataclass(frozen=True)
class Reading:
    """What came of reading one file: a source, unless the file could not be understood, and what is wrong."""

    source: Source | None
    text: str
    findings: tuple[Finding, ...] = ()


def read_yaml(file: str, raw: bytes) -> Reading:
    """Read a file's bytes. Never raises for what they hold."""
    reading = read_text(file, raw)
    if reading.findings:
        return reading
    builder = Builder(file, reading.text)
    try:
        builder.build()
    except Refused:
        pass
    except YAMLError as error:
        builder.findings.append(syntax_finding(builder, error))
    if builder.fatal or builder.root is None:
        return Reading(None, reading.text, tuple(builder.findings))
    source = Source(file, reading.text, builder.root, raw.startswith(BOM), builder.root_mark)
    return Reading(source, reading.text, (*builder.findings, *_not_nfc(file, reading.text)))


def read_text(file: str, raw: bytes) -> Reading:
    """Decode UTF-8 and drop the BOM; refuse other encodings and control characters, naming the place."""
    for mark, encoding in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            return _unread(file, Code.ENCODING_INVALID, START, encoding=encoding)
    raw = raw.removeprefix(BOM)  # here and not by "utf-8-sig", whose errors count from behind it
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        byte = f"0x{raw[error.start]:02X}"
        return _unread(file, Code.ENCODING_INVALID, span_at(before, len(before)), encoding=byte)
    if match := REFUSED_CHARACTER.search(text):
        span = span_at(text, match.start(), match.end())
        return _unread(file, Code.CHARACTER_INVALID, span, text, character=f"U+{ord(match[0]):04X}")
    return Reading(None, text)


def _unread(file: str, code: Code, span: Span, text: str = "", **values: object) -> Reading:
    return Reading(None, text, (Finding(code, Where(file), values, span=span),))


def _not_nfc(file: str, text: str) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(LINE_END.split(text), start=1):
        if not unicodedata.is_normalized("NFC", line):
            span = Span(number, 1, number, len(line) + 1)
            yield Finding(Code.TEXT_NOT_NFC, Where(file), span=span)
            return
