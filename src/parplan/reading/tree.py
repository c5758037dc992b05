"""The parser's events as a tree of text: one pass, and the place of everything beside it.

Must not go on past what it does not understand: anchors, aliases, tags, merge and complex keys are refused, and
bombs go with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML
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
from parplan.reading.lines import line_starts, span_of
from parplan.reading.lookalikes import LOOKS_LIKE_A_SIGN, REFUSED_CHARACTER
from parplan.spelling import FOREIGN_LETTERS
from parplan.where import START, Step, Where

PARSER: Final[Any] = YAML(typ="safe", pure=False).Parser
"""libyaml's. To be handed it, a YAML looks through folders for plug-ins: once is enough."""

MAX_DEPTH: Final = 32
MAX_VALUES: Final = 500_000
"""Some hundred times what the longest real file holds: what is a slip or an attack is told within seconds."""

MAX_REFUSALS: Final = 20
DUPLICATE: Final = "\0duplicate"
"""Stands for a key that is there already: no file can hold it."""

Tree = dict[str, Any] | list[Any] | str
"""A file's content: mappings, lists and text; nothing else."""

FOREIGN: Final = f"[{''.join(FOREIGN_LETTERS)}]"
INVISIBLE: Final = "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064]"
"""What no editor shows, and Word and web pages leave behind."""

MISREAD: Final = {
    "flag": r"(?i:y|n|yes|no|on|off|true|false)",
    "nothing": r"~|null|Null|NULL",
    "time": r"[-+]?[0-9]+(?::[0-5]?[0-9])+",
    "number": r"[-+]?0[0-9]+|0x[0-9A-Fa-f]+|[-+]?[0-9]+_[0-9_]+|[-+]?[0-9]*\.[0-9]*0"
    r"|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+",
}
"""Plain scalars that other readers of YAML take for something else, and so lose what was written."""

LONGEST_MISREAD: Final = 40
"""Longer than any number that somebody means; reckoning what it would be read as has no use, and no bound."""

_MISREAD = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in MISREAD.items()))
_CUTS = re.compile(r"[ \t]+#(?=[^\s#])")


def misread(text: str) -> str | None:
    """What other readers of YAML take a plain scalar for, where that loses what was written."""
    match = _MISREAD.fullmatch(text) if len(text) <= LONGEST_MISREAD else None
    return match.lastgroup if match else None


class Suspect(NamedTuple):
    """A scalar that may not say what was meant, if its field is one of text: ``how`` is the trouble."""

    where: Where
    how: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Mark:
    """Where a node stands, as offsets into the text, and where its children and their keys do."""

    start: int
    end: int
    children: dict[str, Mark] | list[Mark] | None = None
    keys: dict[str, tuple[int, int]] | None = None


@dataclass(slots=True)
class _Open:
    """A collection that has not ended yet. ``step`` leads to it from the one above.

    ``key`` waits for its value; in a list there is none.
    """

    content: dict[str, Any] | list[Any]
    mark: Mark
    step: Step
    in_braces: bool
    key: str | None = None


class Refused(Exception):  # noqa: N818 - it only leaves the loop
    """The event stream is not worth following any further."""


class Builder:
    """Builds the tree straight from the parser's events: one pass, no recursion, depth bounded."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.findings: list[Finding] = []
        self.fatal = False
        self.root: Tree | None = None
        self.root_mark = Mark(0, 0)
        self.normalize = not unicodedata.is_normalized("NFC", text)
        self.open: list[_Open] = []
        self.suspects: list[Suspect] = []
        self.blocks: list[tuple[int, int]] = []
        self.has_odd_key = False
        self.hides_something = re.search(INVISIBLE, text) is not None
        self.has_foreign = re.search(FOREIGN, text) is not None

    @cached_property
    def starts(self) -> list[int]:
        return line_starts(self.text)

    def _events(self) -> Iterator[Any]:
        """The parser's events, up to more than a file may hold."""
        parser, seen = PARSER(self.text), 0
        while parser.check_event():
            event = parser.get_event()
            if seen > MAX_VALUES:
                self._stop(Code.FILE_TOO_LARGE, event, limit=MAX_VALUES, size="values")
            seen += 1
            yield event

    def build(self) -> None:
        """Follow the events to their end. Raises Refused, or the parser's own error."""
        documents = 0
        for event in self._events():
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                self._start({}, Mark(event.start_mark.index, 0, {}, {}), event)
            elif kind is SequenceStartEvent:
                self._start([], Mark(event.start_mark.index, 0, []), event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end(event)
            elif kind is AliasEvent:
                self._refuse("alias", event)
                self._place("", Mark(event.start_mark.index, event.end_mark.index))
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
        if event.style == '"' and (match := re.search(REFUSED_CHARACTER, text)):  # written as an escape
            self._find(Code.CHARACTER_INVALID, event, character=f"U+{ord(match[0]):04X}")
            self.fatal = True
        if self.normalize:
            text = unicodedata.normalize("NFC", text)
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and top.mark.keys is not None:
            self._key(top, top.mark.keys, text, event)
            return
        mark = Mark(event.start_mark.index, event.end_mark.index)
        if text:
            self._suspect(text, mark, event.style)
            self._place(text, mark)
        elif top is None:
            self.root = None  # a file of comments alone, or of "---"
        elif self._is_cut_by_comma(top, mark):
            top.key = None
        else:
            self._place(text, mark)

    def _is_cut_by_comma(self, top: _Open, mark: Mark) -> bool:
        """In braces, a key without a colon after it: the rest of a sentence that holds a comma."""
        key, keys = top.key, top.mark.keys
        if not key or not keys or key not in keys or not top.in_braces or len(keys) < 2:
            return False
        start, end = keys[key]
        if ":" in self.text[end : mark.start + 1]:
            return False
        self.findings.append(
            Finding(Code.COMMA_CUTS_TEXT, Where(self.file), {"text": key}, span=span_of(self.starts, start, end))
        )
        del keys[key]
        return True

    def _suspect(self, text: str, mark: Mark, style: str | None) -> None:
        """Note a scalar that other programs read otherwise, that a comment cuts, or that hides something."""
        if style in ("|", ">"):
            self.blocks.append((mark.start, mark.end))
        elif not style:
            if how := misread(text):
                self._note(how, text, mark.start, mark.end)
            elif self.text.startswith((" ", "\t"), mark.end) and (cut := _CUTS.match(self.text, mark.end)):
                self._note("comment", text, cut.end() - 1, cut.end())
        if self.hides_something and (hidden := re.compile(INVISIBLE).search(self.text, mark.start, mark.end)):
            self._note("invisible", hidden[0], hidden.start(), hidden.end())
        if self.has_foreign and (foreign := re.compile(FOREIGN).search(self.text, mark.start, mark.end)):
            self._note("foreign", foreign[0], foreign.start(), foreign.end())

    def _note(self, how: str, text: str, start: int, end: int) -> None:
        path = (*(above.step for above in self.open[1:]), _next_step(self.open[-1])) if self.open else ()
        self.suspects.append(Suspect(Where(self.file, path), how, text, start, end))

    def _key(self, top: _Open, keys: dict[str, tuple[int, int]], text: str, event: Any) -> None:
        if text == "<<" and event.style in (None, ""):
            self._refuse("merge", event)
        if text in keys:
            first = span_of(self.starts, keys[text][0], keys[text][0]).line
            self._find(Code.KEY_DUPLICATE, event, key=text, line=first)
            top.key = DUPLICATE  # its value is read and dropped: the first one stands
            return
        self.has_odd_key = self.has_odd_key or re.match(LOOKS_LIKE_A_SIGN, text) is not None
        keys[text] = (event.start_mark.index, event.end_mark.index)
        top.key = text

    def _start(self, content: dict[str, Any] | list[Any], mark: Mark, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("anchor", event)
        if event.tag is not None:
            self._refuse("tag", event)
        if len(self.open) >= MAX_DEPTH:
            self._stop(Code.NESTING_TOO_DEEP, event, depth=MAX_DEPTH)
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and top.mark.keys is not None:
            self._refuse("complex-key", event)
            self._stop_here()
        step = _next_step(top) if top is not None else ""
        self._place(content, mark)
        self.open.append(_Open(content, mark, step, bool(event.flow_style)))

    def _end(self, event: Any) -> None:
        mark = self.open.pop().mark
        mark.end = event.end_mark.index if self.text[event.start_mark.index : event.end_mark.index] else 0
        if mark.end == 0:  # a block collection ends where its last child does, not before the next token
            mark.end = max((child.end for child in _children(mark)), default=mark.start)

    def _place(self, content: Tree, mark: Mark) -> None:
        """Hang a value under the open collection, at the key that waits for it or at the end of the list."""
        if not self.open:
            self.root, self.root_mark = content, mark
            return
        top = self.open[-1]
        parent, beside = top.content, top.mark.children
        if isinstance(parent, list):
            assert isinstance(beside, list)
            parent.append(content)
            beside.append(mark)
            return
        key, top.key = top.key, None
        if key is None:
            self._stop_here()
        elif key != DUPLICATE:
            assert isinstance(beside, dict)
            parent[key] = content
            beside[key] = mark

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
        raise Refused

    def _find(self, code: Code, event: Any, **values: object) -> None:
        start = event.start_mark.index
        span = span_of(self.starts, start, max(event.end_mark.index, start + 1))
        self.findings.append(Finding(code, Where(self.file), values, span=span))


def _next_step(top: _Open) -> Step:
    """The step from an open collection to the value that comes next."""
    return len(top.content) if isinstance(top.content, list) else str(top.key)


def _children(mark: Mark) -> list[Mark]:
    if isinstance(mark.children, dict):
        return list(mark.children.values())
    return mark.children or []
