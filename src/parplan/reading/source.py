"""One YAML file as text: what it says, every scalar as text, and where it says it.

Must not read numbers or dates out of text: the model does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from errno import EFBIG
from functools import cached_property
from typing import Final, NamedTuple

from ruamel.yaml.error import YAMLError

from parplan.finding import Code, Finding
from parplan.reading.code_pages import code_page
from parplan.reading.lines import line_at, line_starts, offset_of, span_at, span_of
from parplan.reading.lookalikes import (
    REFUSED_IN_PROSE,
    heap_of_marks,
    look_alikes,
    merges_left,
    put_right,
    refused_characters,
)
from parplan.reading.plain import read_plain
from parplan.reading.syntax import syntax_finding
from parplan.reading.tree import Builder, Mark, Refused, Suspect, Tree
from parplan.where import START, Span, Step, Where

MAX_BYTES: Final = 16 * 1024 * 1024
BOM: Final = b"\xef\xbb\xbf"
_NOT_READ: Final = frozenset({Code.FILE_UNREADABLE, Code.FILE_TOO_LARGE, Code.ENCODING_INVALID})
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"), (b"\x00\x00\xfe\xff", "UTF-32"))


@dataclass(frozen=True)
class Source:
    """A file that was read: its text without the BOM, its content, and the place of everything in it."""

    file: str
    text: str
    data: Tree
    had_bom: bool = False
    suspects: tuple[Suspect, ...] = ()
    _built: Builder | None = field(default=None, repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)

    @cached_property
    def _places(self) -> Builder:
        """The parser's own way through the text: most files are never asked where anything stands."""
        if self._built is not None:
            return self._built
        builder = Builder(self.file, self.text)
        builder.build()
        return builder

    @property
    def is_plain(self) -> bool:
        """Whether it was read in the plain way: then it holds no sign that is odd."""
        return self._built is None

    @property
    def _marks(self) -> Mark:
        return self._places.root_mark

    @property
    def blocks(self) -> Sequence[tuple[int, int]]:
        """Where texts in blocks begin and end, as offsets."""
        return self._places.blocks

    def mark(self, where: Where) -> Mark:
        """The place of a value as offsets, and of all below it. Raises LookupError for one that is not there."""
        mark = self._marks
        for step in where.path:
            child = _child(mark, step)
            if child is None:
                raise LookupError(str(where))
            mark = child
        return mark

    def key_offsets(self, where: Where) -> tuple[int, int]:
        """Where the last key of an address begins and ends. Raises LookupError where there is none."""
        keys = self.mark(Where(where.file, where.path[:-1])).keys
        if not keys:
            raise LookupError(str(where))
        return keys[str(where.path[-1])]

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

    def span_between(self, start: int, end: int) -> Span:
        """Two offsets into the text as lines and columns."""
        return span_of(self._line_starts, start, end)

    def offsets(self, span: Span) -> tuple[int, int]:
        """Where a span begins and ends, as offsets into the text."""
        starts = self._line_starts
        return offset_of(starts, span.line, span.column), offset_of(starts, span.end_line, span.end_column)

    @property
    def raw(self) -> bytes:
        """The file's bytes, as they were read."""
        return (BOM if self.had_bom else b"") + self.text.encode()

    def line(self, number: int) -> str:
        """A line's text, without its end; lines count from 1."""
        return line_at(self.text, self._line_starts, number)


def _same_start(one: Finding, other: Finding) -> bool:
    return one.span is not None and other.span is not None and one.span.start == other.span.start


def _child(mark: Mark, step: Step) -> Mark | None:
    if isinstance(mark.children, dict):
        return mark.children.get(str(step))
    if isinstance(mark.children, list) and isinstance(step, int) and step < len(mark.children):
        return mark.children[step]
    return None


class Reading(NamedTuple):
    """What came of reading one file: a source, unless the file could not be understood, and what is wrong.

    ``mended``: what the file says once it is put right, where that is told: for finding its other mistakes.
    """

    source: Source | None
    text: str
    findings: tuple[Finding, ...] = ()
    mended: Source | None = None

    @property
    def is_read(self) -> bool:
        """Whether the text is what the file says; else it is a rest that shows where reading failed."""
        return not any(found.code in _NOT_READ for found in self.findings)


def read_yaml(file: str, raw: bytes) -> Reading:
    """Read a file's bytes. Never raises for what they hold."""
    reading = _decoded(file, raw)
    if reading.findings:
        return reading
    if (plain := read_plain(file, reading.text)) is not None:
        return Reading(Source(file, reading.text, plain.data, raw.startswith(BOM), plain.suspects), reading.text)
    if (heaped := _heaped(file, reading.text)) is not None:
        return heaped
    text, told = put_right(file, reading.text)
    source, findings, is_odd = _built(file, reading.text, text, raw)
    if is_odd or any(found.code in _MAY_BE_ALIKE for found in findings):
        line = max((found.span.end_line for found in findings if found.span), default=None) if is_odd else None
        text, alike = look_alikes(file, text, line)
        if alike:
            source, findings, _ = _built(file, reading.text, text, raw)
            told = (*told, *alike)
    sound = source if not told else None
    return Reading(sound, reading.text, (*told, *findings), source if told else None)


_MAY_BE_ALIKE: Final = (Code.COMMA_CUTS_TEXT,)
"""What is told where the parser reads on past a sign that is none."""


def _built(file: str, text: str, read: str, raw: bytes) -> tuple[Source | None, tuple[Finding, ...], bool]:
    """What a text says, read in the place of the file's own; and whether a sign in it may be none.

    So it is where the parser gave up, and where a key begins with such a character.
    """
    builder = Builder(file, read)
    try:
        builder.build()
    except Refused:
        pass
    except YAMLError as error:
        builder.fatal = builder.has_odd_key = True
        told = syntax_finding(file, read, error)
        # what looked like a feature of YAML was the beginning of a sentence: *so*
        builder.findings = [*(found for found in builder.findings if not _same_start(found, told)), told]
    findings = tuple(builder.findings)
    if builder.fatal or builder.root is None:
        return None, findings, builder.has_odd_key
    source = Source(file, text, builder.root, raw.startswith(BOM), tuple(builder.suspects), builder)
    return source, findings, builder.has_odd_key


def read_text(file: str, raw: bytes) -> Reading:
    """A document: what parts its pages is white space, and other control characters are refused."""
    reading = _decoded(file, raw)
    if reading.findings:
        return reading
    if (heaped := _heaped(file, reading.text)) is not None:
        return heaped
    refused = refused_characters(file, reading.text, REFUSED_IN_PROSE)
    return Reading(None, reading.text, (*merges_left(file, reading.text), *refused))


def _decoded(file: str, raw: bytes) -> Reading:
    """Decode UTF-8 and drop the BOM; refuse other encodings, naming the place."""
    for mark, encoding in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            return _unread(file, Code.ENCODING_INVALID, START, encoding=encoding, remedy="save")
    raw = raw.removeprefix(BOM)  # here and not by "utf-8-sig", whose errors count from behind it
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        page = code_page(raw)
        values = {"encoding": page or f"0x{raw[error.start]:02X}", "remedy": "convert" if page else "save"}
        shown = raw.decode(errors="replace")  # as far as it can be read, so that the place can be shown
        return _unread(file, Code.ENCODING_INVALID, span_at(before, len(before)), shown, **values)
    return Reading(None, text)


def _heaped(file: str, text: str) -> Reading | None:
    """A file in which a letter bears more marks than any writing has: nothing of it is read."""
    heap = heap_of_marks(text)
    if heap is None:
        return None
    values = {"character": f"U+{ord(text[heap]):04X}"}
    return _unread(file, Code.CHARACTER_INVALID, span_at(text, heap, heap + 1), **values)


def unreadable(file: str, error: OSError | None) -> Finding:
    """What is told of a file or folder that the system does not hand out, or that is too large."""
    if error is not None and error.errno == EFBIG:
        values = {"limit": MAX_BYTES // 1024 // 1024, "size": "megabytes"}
        return Finding(Code.FILE_TOO_LARGE, Where(file), values, span=START)
    return Finding(Code.FILE_UNREADABLE, Where(file), {"cause": error}, span=START)


def _unread(file: str, code: Code, span: Span, text: str = "", **values: object) -> Reading:
    return Reading(None, text, (Finding(code, Where(file), values, span=span),))
