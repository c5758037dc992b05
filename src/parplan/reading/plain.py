"""Files in the plain forms in which nearly all are written, read line by line at a third of the events' cost.

Must not know better than the parser: what stands there in any other form is left to it, and so is a file in which
it counts more or fewer events than were read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from parplan.reading.lines import line_starts
from parplan.reading.tree import MAX_DEPTH, MAX_VALUES, Suspect, Tree, misread
from parplan.where import Where

ODD: Final = re.compile(
    "[^\n\r\x20-\x7e\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]"
)
"""What a sound file rarely holds: letters taken apart or alike, and signs that are not seen."""

_KEY: Final = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_LINE: Final = re.compile(rf"^( *)((- +)?(?:({_KEY}):(?: +|(?=\r?$)))?([^\r\n]*))\r?$", re.MULTILINE)
"""Depth and content of a line; of the content a dash, a key and a value."""

_NEVER_FIRST: Final = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_MINUS: Final = re.compile("-[0-9]")
_QUOTED: Final = re.compile(r"""'[^']*'|"[^"\\]*\"""")
_WORD: Final = r"[^:#,\[\]{}? ]"
_IN_FLOW: Final = rf"""(?:-(?=[0-9])|[^-?:,\[\]{{}}#&*!|>'"%@` ]){_WORD}*(?: +{_WORD}+)*"""
_TOKEN: Final = re.compile(rf" *(?:({_KEY}): +)?({_IN_FLOW}|{_QUOTED.pattern}|) *([,\[\]{{}}])")
"""In brackets or braces: a key, a scalar, and the sign that comes next."""

_FRAME: Final = 4
"""Events of every file: the stream and the document begin and end."""


class Plain(NamedTuple):
    """What a file holds, and the scalars in it that other programs read otherwise."""

    data: Tree
    suspects: tuple[Suspect, ...]


def read_plain(file: str, text: str) -> Plain | None:
    """The content of a sound file in plain forms; None for any other."""
    if ODD.search(text) or text.count("\n") + text.count(",") > MAX_VALUES:
        return None
    reader = _Reader(file, text)
    try:
        reader.read()
        parser: Any = YAML(typ="safe", pure=False).Parser(text)
        counted = parser.raw_parse()
    except (_Other, YAMLError):
        return None
    return Plain(reader.root, tuple(reader.suspects)) if counted == reader.events <= MAX_VALUES else None


class _Other(Exception):  # noqa: N818 - it only leaves the reader
    """Something is written in none of the plain forms."""


@dataclass(slots=True)
class _Open:
    """A collection that may go on, the column of its keys or dashes, and the key whose value comes next."""

    column: int
    content: Any
    is_list: bool
    key: str = ""

    def place(self, content: Tree) -> None:
        """Hang a value in it."""
        if self.is_list:
            self.content.append(content)
        else:
            self.content[self.key] = content

    def take(self, key: str) -> None:
        """The key whose value comes next."""
        if self.is_list or key in self.content:
            raise _Other
        self.key = key


class _Reader:
    """Follows the lines of a file that is a mapping."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines: list[tuple[str, str, str, str, str]] = _LINE.findall(text)
        self.root: dict[str, Any] = {}
        self.open = [_Open(0, self.root, is_list=False)]
        self.made: list[dict[str, Any] | list[Any]] = [self.root]
        self.suspects: list[Suspect] = []
        self.clear: set[str] = set()
        self.flat: dict[str, dict[str, Any] | list[Any]] = {}

    @cached_property
    def starts(self) -> list[int]:
        return line_starts(self.text)

    @property
    def events(self) -> int:
        """How many the parser would tell of: two of every collection, one of every scalar and key."""
        inside, keys = sum(map(len, self.made)), sum(len(one) for one in self.made if type(one) is dict)
        return _FRAME + 1 + len(self.made) + inside + keys

    def read(self) -> None:
        """Read it all. Raises _Other."""
        if len(self.lines) != self.text.count("\n") + 1:  # one has a sign within that ends lines elsewhere
            raise _Other
        number, waits, top = 0, False, self.open[-1]
        while number < len(self.lines):
            blanks, content, dash, key, value = self.lines[number]
            number += 1
            if not content or content[0] == "#":
                continue
            column = len(blanks)
            if waits or dash or top.column != column or top.is_list:
                top = self._go_to(column, is_item=bool(dash), waits=waits)
            if key:
                if dash:
                    top = self._begin({}, column + len(dash))
                top.take(key)
            waits = self._waits(key, dash, value)
            if value in self.clear:
                top.place(value)
            elif not waits:
                number = self._value(value, number, has_key=bool(key))
        if waits or not self.root:
            raise _Other

    def _waits(self, key: str, dash: str, value: str) -> bool:
        """Whether what belongs to a key stands below it."""
        if value and value[0] != "#":
            if key or dash:
                return False
        elif key:
            return True
        raise _Other

    def _value(self, value: str, number: int, *, has_key: bool) -> int:
        """Place a value, some of which may stand on the lines behind it. Returns the number of the line behind."""
        if value == ">-" and has_key:
            return self._folded(number)
        if value[0] in "[{":
            self._flow(value, number - 1)
        else:
            self._scalar(value, number - 1)
        return number

    def _go_to(self, column: int, *, is_item: bool, waits: bool) -> _Open:
        """The collection that a line in some column belongs to becomes the last that is open."""
        top = self.open[-1]
        if waits:
            if column < top.column or (column == top.column and not is_item):
                raise _Other
            return self._begin([] if is_item else {}, column)
        while top.column > column or (top.column == column and top.is_list and not is_item):
            self.open.pop()
            top = self.open[-1]
        if top.column != column or top.is_list is not is_item:
            raise _Other
        return top

    def _begin(self, content: dict[str, Any] | list[Any], column: int = 0) -> _Open:
        if len(self.open) >= MAX_DEPTH:
            raise _Other
        self.open[-1].place(content)
        self.made.append(content)
        begun = _Open(column, content, type(content) is list)
        self.open.append(begun)
        return begun

    def _scalar(self, value: str, number: int, start: int = -1) -> None:
        """A scalar on one line; ``start``: how far behind the beginning of its line, if not at its end."""
        if value in self.clear:
            self.open[-1].place(value)
            return
        if value[0] in _NEVER_FIRST and not _MINUS.match(value):
            if not _QUOTED.fullmatch(value) or len(value) < len("'x'"):
                raise _Other
            value = value[1:-1]
        elif " #" in value:
            value, _, comment = value.partition(" #")
            value = value.rstrip(" ")
            if comment[:1] != " " or ": " in value or value[-1] == ":" or misread(value):
                raise _Other
        elif ": " in value or value[-1] in ": ":
            raise _Other
        elif how := misread(value):
            self._suspect(how, value, number, start)
        else:
            self.clear.add(value)
        self.open[-1].place(value)

    def _suspect(self, how: str, value: str, number: int, start: int) -> None:
        blanks, content, *_ = self.lines[number]
        start = start if start >= 0 else len(blanks) + len(content) - len(value)
        start += self.starts[number]
        path = (len(one.content) - (one is not self.open[-1]) if one.is_list else one.key for one in self.open)
        where = Where(self.file, tuple(path))
        self.suspects.append(Suspect(where, how, value, start, start + len(value)))

    def _folded(self, number: int) -> int:
        """A text of several lines, all equally deep, without a gap. Returns the number of the line behind it."""
        depth, parts = len(self.lines[number][0]) if number < len(self.lines) else 0, list[str]()
        for blanks, content, *_ in islice(self.lines, number, None):
            if not content or len(blanks) != depth:
                break
            parts.append(content)
        number += len(parts)
        for blanks, content, *_ in islice(self.lines, number, None):
            if len(blanks) > depth or (content and len(blanks) == depth):  # of the text, though it be blanks alone
                raise _Other
            if content:
                break
        if not parts or depth <= self.open[-1].column or any(part[-1] == " " for part in parts):
            raise _Other
        self.open[-1].place(" ".join(parts))
        return number

    def _flow(self, text: str, number: int) -> None:
        """A collection in brackets or braces on one line."""
        if (known := self.flat.get(text)) is not None:
            self._begin(known.copy())
            self.open.pop()
            return
        blanks, content, *_ = self.lines[number]
        start, base, at = len(blanks) + len(content) - len(text), len(self.open), 1
        made, suspects, top = len(self.made), len(self.suspects), self._begin([] if text[0] == "[" else {})
        was_closed = False
        while len(self.open) > base:
            match = _TOKEN.match(text, at)
            if match is None:
                raise _Other
            at = match.end()
            key, scalar, sign = match.groups()
            if key or scalar or sign in "[{":
                if was_closed or (not key) is not top.is_list or bool(scalar) is (sign in "[{"):
                    raise _Other
                if key:
                    top.take(key)
                if scalar:
                    self._scalar(scalar, number, start + match.start(2))
            was_closed = sign in "]}"
            top = self._end(sign) if sign != "," else top
        if at != len(text):
            raise _Other
        if len(self.made) == made + 1 and len(self.suspects) == suspects:
            self.flat[text] = self.made[-1]

    def _end(self, sign: str) -> _Open:
        """What is open behind a bracket or brace."""
        if sign in "[{":
            return self._begin([] if sign == "[" else {})
        if self.open.pop().is_list is not (sign == "]"):
            raise _Other
        return self.open[-1]
