"""One YAML file as text: what it says, every scalar as text, and where it says it.

Must not read numbers or dates out of text (the model does), and must not go on past what it does not understand:
anchors, aliases, tags, merge and complex keys are refused, and bombs go with them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from parplan.finding import Code, Finding
from parplan.where import START, Span, Step, Where

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_DEPTH: Final = 32
MAX_REFUSALS: Final = 20

Tree = dict[str, Any] | list[Any] | str
"""A file's content: mappings, lists and text; nothing else."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_REFUSED_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
BOM: Final = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"), (b"\x00\x00\xfe\xff", "UTF-32"))


@dataclass(slots=True)
class _Mark:
    """Where a node stands, as offsets into the text, and where its children and their keys do."""

    start: int
    end: int
    children: dict[str, _Mark] | list[_Mark] | None = None
    keys: dict[str, tuple[int, int]] | None = None


@dataclass(frozen=True)
class Source:
    """A file that was read: its text without the BOM, its content, and the place of everything in it."""

    file: str
    text: str
    data: Tree
    had_bom: bool = False
    _marks: _Mark = field(default_factory=lambda: _Mark(0, 0), repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return _line_starts(self.text)

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


def _child(mark: _Mark, step: Step) -> _Mark | None:
    if isinstance(mark.children, dict):
        return mark.children.get(str(step))
    if isinstance(mark.children, list) and isinstance(step, int) and step < len(mark.children):
        return mark.children[step]
    return None


def span_of(line_starts: list[int], start: int, end: int) -> Span:
    """Two offsets as lines and columns."""
    first, last = bisect_right(line_starts, start), bisect_right(line_starts, end)
    return Span(first, start - line_starts[first - 1] + 1, last, end - line_starts[last - 1] + 1)


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
    builder = _Builder(file, reading.text)
    try:
        builder.build()
    except _Refused:
        pass
    except YAMLError as error:
        builder.findings.append(_syntax(builder, error))
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
        return _unread(file, Code.ENCODING_INVALID, _span_at(before, len(before)), encoding=byte)
    if match := _REFUSED_CHARACTER.search(text):
        span = _span_at(text, match.start(), match.end())
        return _unread(file, Code.CHARACTER_INVALID, span, text, character=f"U+{ord(match[0]):04X}")
    return Reading(None, text)


def _unread(file: str, code: Code, span: Span, text: str = "", **values: object) -> Reading:
    return Reading(None, text, (Finding(code, Where(file), values, span=span),))


def _span_at(text: str, start: int, end: int | None = None) -> Span:
    return span_of(_line_starts(text), start, start if end is None else end)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def _not_nfc(file: str, text: str) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not unicodedata.is_normalized("NFC", line):
            span = Span(number, 1, number, len(line) + 1)
            yield Finding(Code.TEXT_NOT_NFC, Where(file), span=span)
            return


class _Refused(Exception):  # noqa: N818 - it only leaves the loop
    """The event stream is not worth following any further."""


class _Builder:
    """Builds the tree straight from the parser's events: one pass, no recursion, depth bounded."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.findings: list[Finding] = []
        self.fatal = False
        self.root: Tree | None = None
        self.root_mark = _Mark(0, 0)
        self.normalize = not unicodedata.is_normalized("NFC", text)
        # for each open collection: its content, its mark, and the key that waits for a value
        self.open: list[tuple[dict[str, Any] | list[Any], _Mark]] = []
        self.waiting: list[str | None] = []

    @cached_property
    def line_starts(self) -> list[int]:
        return _line_starts(self.text)

    def build(self) -> None:
        documents = 0
        for event in YAML(typ="safe", pure=False).parse(self.text):
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                self._start({}, _Mark(event.start_mark.index, 0, {}, {}), event)
            elif kind is SequenceStartEvent:
                self._start([], _Mark(event.start_mark.index, 0, []), event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end(event)
            elif kind is AliasEvent:
                self._refuse("alias", event)
                self._place("", _Mark(event.start_mark.index, event.end_mark.index))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._stop(Code.DOCUMENTS_SEVERAL, event)
        if self.root is None:
            self.fatal = True
            self.findings.append(Finding(Code.FILE_EMPTY, Where(self.file), span=START))

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("anchor", event)
        if event.tag is not None:
            self._refuse("tag", event)
        text: str = event.value
        if event.style == '"' and (match := _REFUSED_CHARACTER.search(text)):  # written as an escape
            self._find(Code.CHARACTER_INVALID, event, character=f"U+{ord(match[0]):04X}")
            self.fatal = True
        if self.normalize:
            text = unicodedata.normalize("NFC", text)
        mark = _Mark(event.start_mark.index, event.end_mark.index)
        if self.open and isinstance(self.open[-1][0], dict) and self.waiting[-1] is None:
            self._key(text, mark, event)
        elif not self.open and not text:
            self.root = None  # a file of comments alone, or of "---"
        else:
            self._place(text, mark)

    def _key(self, text: str, mark: _Mark, event: Any) -> None:
        keys = self.open[-1][1].keys
        assert keys is not None
        if text == "<<" and event.style in (None, ""):
            self._refuse("merge", event)
        if text in keys:
            first = span_of(self.line_starts, keys[text][0], keys[text][0]).line
            self._find(Code.KEY_DUPLICATE, event, key=text, line=first)
            self.waiting[-1] = "\0duplicate"  # its value is read and dropped: the first one stands
            return
        keys[text] = (mark.start, mark.end)
        self.waiting[-1] = text

    def _start(self, content: dict[str, Any] | list[Any], mark: _Mark, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("anchor", event)
        if event.tag is not None:
            self._refuse("tag", event)
        if len(self.open) >= MAX_DEPTH:
            self._stop(Code.NESTING_TOO_DEEP, event, depth=MAX_DEPTH)
        if self.open and isinstance(self.open[-1][0], dict) and self.waiting[-1] is None:
            self._refuse("complex-key", event)
            self._stop_here()
        self._place(content, mark)
        self.open.append((content, mark))
        self.waiting.append(None)

    def _end(self, event: Any) -> None:
        _, mark = self.open.pop()
        self.waiting.pop()
        mark.end = event.end_mark.index if self.text[event.start_mark.index : event.end_mark.index] else 0
        if mark.end == 0:  # a block collection ends where its last child does, not before the next token
            mark.end = max((child.end for child in _children(mark)), default=mark.start)

    def _place(self, content: Tree, mark: _Mark) -> None:
        """Hang a value under the open collection, at the key that waits for it or at the end of the list."""
        if not self.open:
            self.root, self.root_mark = content, mark
            return
        parent, parent_mark = self.open[-1]
        if isinstance(parent, list):
            parent.append(content)
            assert isinstance(parent_mark.children, list)
            parent_mark.children.append(mark)
            return
        key, self.waiting[-1] = self.waiting[-1], None
        if key is None:
            self._stop_here()
        if key != "\0duplicate":
            assert key is not None
            assert isinstance(parent_mark.children, dict)
            parent[key] = content
            parent_mark.children[key] = mark

    def _refuse(self, feature: str, event: Any) -> None:
        self._find(Code.YAML_FEATURE, event, feature=feature)
        self.fatal = True
        if len(self.findings) >= MAX_REFUSALS:
            self._stop_here()

    def _stop(self, code: Code, event: Any, **values: object) -> None:
        self._find(code, event, **values)
        self._stop_here()

    def _stop_here(self) -> None:
        self.fatal = True
        raise _Refused

    def _find(self, code: Code, event: Any, **values: object) -> None:
        start = event.start_mark.index
        span = span_of(self.line_starts, start, max(event.end_mark.index, start + 1))
        self.findings.append(Finding(code, Where(self.file), values, span=span))


def _children(mark: _Mark) -> list[_Mark]:
    if isinstance(mark.children, dict):
        return list(mark.children.values())
    return mark.children or []


def _syntax(builder: _Builder, error: YAMLError) -> Finding:
    """The parser's error as a finding; a tab is named as such, since editors do not show it."""
    builder.fatal = True
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = min(mark.index, len(builder.text)) if mark is not None else 0
    span = _span_at(builder.text, index)
    if builder.text[index : index + 1] == "\t":
        return Finding(Code.TAB_FOUND, Where(builder.file), span=span)
    problem = error.problem if isinstance(error, MarkedYAMLError) else str(error)
    return Finding(Code.SYNTAX_INVALID, Where(builder.file), {"problem": str(problem)}, span=span)
