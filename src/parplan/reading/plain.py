"""Files in the plain forms in which nearly all are written, read line by line at a third of the events' cost.

Must not know better than the parser: what stands there in any other form is left to it, and so is a file in which
it counts more or fewer events than were read here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final, NamedTuple

from ruamel.yaml.error import YAMLError

from parplan.reading.lines import line_starts
from parplan.reading.tree import MAX_DEPTH, MAX_VALUES, PARSER, Suspect, Tree, misread
from parplan.where import Step, Where

ODD: Final = re.compile(
    "[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]"
)
"""What a sound file rarely holds: letters taken apart or alike, and signs that are not seen."""

_KEY: Final = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_CLEAR: Final = r"[A-Za-z\u00c0-\u1ef9](?:[^:#\n]{5,}+(?<! )|[^:#\n]*+(?<![A-Za-z ]))"
"""A text that nobody reads otherwise: words that are misread (``misread``) are of letters alone, five at most."""

_LINE: Final = re.compile(rf"^( *+)(- +)?+(?:({_KEY}):(?: ++|$))?+(?:({_CLEAR})|(.*+))$", re.MULTILINE)
"""Depth, dash and key of a line, and its value: a clear one, or any other."""

_NEVER_FIRST: Final = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_MINUS: Final = re.compile("-[0-9]")
_QUOTED: Final = re.compile(r"""'[^']*'|"[^"\\]*\"""")
_WORD: Final = r"[^:#,\[\]{}? ]"
_IN_FLOW: Final = rf"""(?:-(?=[0-9])|[^-?:,\[\]{{}}#&*!|>'"%@` ]){_WORD}*+(?: +{_WORD}+)*+"""
_TOKEN: Final = re.compile(rf" *+(?:({_KEY}): +)?({_IN_FLOW}|{_QUOTED.pattern}|) *([,\[\]{{}}])")
"""In brackets or braces: a key, a scalar, and the sign that comes next."""

_CLOSING: Final = {"[": "]", "{": "}"}

_Tokens = Iterator[tuple[int, tuple[str | None, str, str]]]
_NO_TOKEN: Final = (0, (None, "", ""))
_Odd = tuple[str, str, int, tuple[Step, ...]]
"""What a scalar in brackets is misread for, the scalar, which token of its line it is, and the steps to it."""

_FRAME: Final = 4
"""Events of every file: the stream and the document begin and end."""


class Plain(NamedTuple):
    """What a file holds, and the scalars in it that other programs read otherwise."""

    data: Tree
    suspects: tuple[Suspect, ...]


def read_plain(file: str, text: str) -> Plain | None:
    """The content of a sound file in plain forms; None for any other."""
    unix = text.replace("\r\n", "\n") if "\r" in text else text
    if ODD.search(unix) or text.count("\n") + text.count(",") > MAX_VALUES:
        return None
    reader = _Reader(file, text, unix)
    try:
        reader.read()
        counted = PARSER(text).raw_parse()
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


class _Reader:
    """Follows the lines of a file that is a mapping; ``unix``: its text with the line ends of Unix."""

    def __init__(self, file: str, text: str, unix: str) -> None:
        self.file = file
        self.text = text
        self.unix = unix
        self.lines: list[tuple[str, str, str, str, str]] = _LINE.findall(unix)
        self.root: dict[str, Any] = {}
        self.open = [_Open(0, self.root, is_list=False)]
        self.made: list[dict[str, Any] | list[Any]] = [self.root]
        self.behind = 0
        self.suspects: list[Suspect] = []
        self.clear: set[str] = set()
        self.flat: dict[str, dict[str, Any] | list[Any]] = {}

    @cached_property
    def raw(self) -> list[str]:
        """The lines as they were written."""
        return self.unix.split("\n")

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
        waits, top = False, self.open[-1]
        for number, (blanks, dash, key, clear, other) in enumerate(self.lines):
            is_empty = not clear and (not other or other[0] == "#")
            if number < self.behind or (is_empty and not dash and not key):
                continue
            column = len(blanks)
            if waits or dash or top.column != column or top.is_list:
                top = self._go_to(column, dash, key, waits=waits)
            if key:
                if key in top.content:
                    raise _Other
                top.key = key
            elif is_empty or not dash:
                raise _Other
            waits = is_empty
            if not is_empty:
                value = clear or self._value(other, number, has_key=bool(key))
                if key:
                    top.content[key] = value
                else:
                    top.content.append(value)
        if waits or not self.root:
            raise _Other

    def _go_to(self, column: int, dash: str, key: str, *, waits: bool) -> _Open:
        """What a line adds to becomes the last that is open: a key behind a dash begins a mapping."""
        top = self._begun(column, dash) if waits else self._gone_back(column, is_item=bool(dash))
        return self._begin({}, column + len(dash)) if dash and key else top

    def _begun(self, column: int, dash: str) -> _Open:
        """The collection that the key above waited for."""
        top = self.open[-1]
        if column < top.column or (column == top.column and not dash):
            raise _Other
        return self._begin([] if dash else {}, column)

    def _gone_back(self, column: int, *, is_item: bool) -> _Open:
        """The collection in that column, those deeper within ended."""
        top = self.open[-1]
        while top.column > column or (top.column == column and top.is_list and not is_item):
            self.open.pop()
            top = self.open[-1]
        if top.column != column or top.is_list is not is_item:
            raise _Other
        return top

    def _begin(self, content: dict[str, Any] | list[Any], column: int) -> _Open:
        self._make(content, depth=0)
        self.open[-1].place(content)
        begun = _Open(column, content, type(content) is list)
        self.open.append(begun)
        return begun

    def _make(self, content: dict[str, Any] | list[Any], *, depth: int) -> None:
        if len(self.open) + depth >= MAX_DEPTH:
            raise _Other
        self.made.append(content)

    def _value(self, value: str, number: int, *, has_key: bool) -> Tree:
        """What a value says, some of which may stand on the lines behind it."""
        if value in self.clear:
            return value
        if value[0] in "[{":
            return self._flow(value, number)
        if value == ">-" and has_key:
            return self._folded(number + 1)
        if value[0] in _NEVER_FIRST and not _MINUS.match(value):
            if not _QUOTED.fullmatch(value) or len(value) < len("'x'"):
                raise _Other
            return value[1:-1]
        if " #" in value:
            value, _, comment = value.partition(" #")
            value = value.rstrip(" ")
            if comment[:1] != " " or ": " in value or value[-1] == ":" or misread(value):
                raise _Other
        elif ": " in value or value[-1] in ": ":
            raise _Other
        elif how := misread(value):
            self._suspect(how, value, self._end_of(number) - len(value))
        else:
            self.clear.add(value)
        return value

    def _end_of(self, number: int) -> int:
        """Where a line ends, as an offset."""
        return self.starts[number] + len(self.raw[number])

    def _suspect(self, how: str, value: str, start: int, inside: Iterable[Step] = ()) -> None:
        """``inside``: the steps that lead to it within brackets or braces."""
        path = (len(one.content) - (one is not self.open[-1]) if one.is_list else one.key for one in self.open)
        where = Where(self.file, (*path, *inside))
        self.suspects.append(Suspect(where, how, value, start, start + len(value)))

    def _folded(self, number: int) -> str:
        """A text of several lines, all equally deep, without a gap."""
        depth, parts = len(self.lines[number][0]) if number < len(self.lines) else 0, list[str]()
        for blanks, *content in islice(self.lines, number, None):
            if len(blanks) != depth or not any(content):
                break
            parts.append(self.raw[number + len(parts)][depth:])
        self.behind = number + len(parts)
        for blanks, *content in islice(self.lines, self.behind, None):
            if len(blanks) > depth or (any(content) and len(blanks) == depth):  # of the text, though all blank
                raise _Other
            if any(content):
                break
        if not parts or depth <= self.open[-1].column or any(part[-1] == " " for part in parts):
            raise _Other
        return " ".join(parts)

    def _flow(self, text: str, number: int) -> dict[str, Any] | list[Any]:
        """A collection in brackets or braces on one line."""
        if (known := self.flat.get(text)) is not None:
            again = known.copy()
            self.made.append(again)
            return again
        parts, odd, made = _TOKEN.split(text[1:]), list[_Odd](), len(self.made)
        if any(parts[::4]):  # between two tokens, or behind the last
            raise _Other
        tokens = enumerate(zip(parts[1::4], parts[2::4], parts[3::4], strict=True))
        content: dict[str, Any] | list[Any] = self._inside(text[0], tokens, (), odd)
        if next(tokens, None) is not None:
            raise _Other
        if len(self.made) == made + 1 and not odd:
            self.flat[text] = content
        for how, scalar, nth, steps in odd:
            token = next(islice(_TOKEN.finditer(text, 1), nth, None))
            self._suspect(how, scalar, self._end_of(number) - len(text) + token.start(2), steps)
        return content

    def _inside(self, begins: str, tokens: _Tokens, steps: tuple[Step, ...], odd: list[_Odd]) -> Any:
        """A collection, of which its bracket or brace is read already; ``steps`` lead to it from the outermost."""
        is_list = begins == "["
        content: Any = [] if is_list else {}
        self._make(content, depth=len(steps))
        for nth, (key, scalar, sign) in tokens:
            value: Any = scalar
            then = sign
            if scalar not in self.clear:
                value, then = self._within(scalar, sign, tokens, nth, (*steps, key or len(content)), odd)
            if is_list:
                if key:
                    raise _Other
                if value is not None:
                    content.append(value)
            elif key or value is not None:
                if key is None or value is None or key in content:
                    raise _Other
                content[key] = value
            if then == _CLOSING[begins]:
                return content
            if then != ",":
                raise _Other
        raise _Other

    def _within(
        self, scalar: str, sign: str, tokens: _Tokens, nth: int, steps: tuple[Step, ...], odd: list[_Odd]
    ) -> tuple[Any, str]:
        """What a token says that is not clear, None where it says nothing, and the sign behind that."""
        if not scalar:
            if sign not in "[{":
                return None, sign
            value = self._inside(sign, tokens, steps, odd)
            _, (key, more, sign) = next(tokens, _NO_TOKEN)
            if key or more:
                raise _Other
            return value, sign
        if scalar[0] in "'\"":
            if len(scalar) < len("'x'"):
                raise _Other
            return scalar[1:-1], sign
        if how := misread(scalar):
            odd.append((how, scalar, nth, steps))
        else:
            self.clear.add(scalar)
        return scalar, sign
