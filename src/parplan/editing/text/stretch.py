"""Stretches of a file's text: where a value and its lines end, and what goes when a key or an item goes.

Must not write a value: ``style`` does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from parplan.reading.source import Source
from parplan.reading.tree import Mark
from parplan.where import Step, Where

BLANK: Final = " \t\r\n"
"""What YAML calls white space; others, such as a non-breaking space, are content."""

_BREAK: Final = re.compile(r"\r\n|\n|\r")
_COMMA: Final = re.compile(r"[ \t]*,[ \t]*")
_EMPTY_LINE: Final = re.compile(r"(?<=\n)[ \t]*\r?\n\Z")
_EMPTY_LINES: Final = re.compile(r"(?<=\n)(?:[ \t]*\r?\n)+\Z")
_REST_OF_ITEM: Final = re.compile(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?=\r|\n)")


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of a text, as offsets, and what takes its place."""

    start: int
    end: int
    text: str


def is_flow(source: Source, where: Where) -> bool:
    """Whether a value stands inside braces or brackets."""
    depths = range(len(where.path))
    return any(has_brackets(source.text, source.mark(Where(where.file, where.path[:d]))) for d in depths)


def has_brackets(text: str, mark: Mark) -> bool:
    """Whether a mapping or a list is written in braces or brackets."""
    return mark.children is not None and text[mark.start : mark.start + 1] in ("{", "[")


def column_of(text: str, at: int) -> int:
    """How many characters stand before a place on its line."""
    return at - line_start(text, at)


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def end_of_line(text: str, at: int) -> int:
    """Where the line of a place ends, before what parts it from the next one."""
    match = _BREAK.search(text, at)
    return match.start() if match else len(text)


def last_offset(text: str, mark: Mark) -> int:
    """Where the last letter of a value stands; a block of text is marked to the line after it."""
    return mark.start + len(text[mark.start : mark.end].rstrip(BLANK))


def stand_apart(text: str, mark: Mark) -> bool:
    """Whether the items of a list have an empty line between them."""
    if not isinstance(mark.children, list) or len(mark.children) < 2:
        return False
    before, last = mark.children[-2:]
    return re.search(r"\n[ ]*\r?\n", text[last_offset(text, before) : last.start]) is not None


def entries(text: str, mark: Mark) -> dict[Step, tuple[int, int]]:
    """Where each key with its value, or each item of a list, begins and ends."""
    if mark.keys is not None:
        return dict(_pairs(text, mark))
    return dict(enumerate(_items(text, mark)))


def _pairs(text: str, mark: Mark) -> Iterator[tuple[Step, tuple[int, int]]]:
    assert isinstance(mark.children, dict)
    for key, (start, _) in (mark.keys or {}).items():
        yield key, (start, last_offset(text, mark.children[key]))


def _items(text: str, mark: Mark) -> Iterator[tuple[int, int]]:
    children = mark.children if isinstance(mark.children, list) else []
    if has_brackets(text, mark):
        yield from ((child.start, last_offset(text, child)) for child in children)
        return
    dash = re.compile(rf"^ {{{column_of(text, mark.start)}}}-(?=\s|\Z)", re.MULTILINE)
    at = mark.start
    for position, child in enumerate(children):
        match = dash.search(text, at) if position else None
        start = match.end() - 1 if match else mark.start
        at = last_offset(text, child)
        yield start, at


def removal(source: Source, where: Where, gone: Collection[Where]) -> Splice:
    """What goes with a key and its value, or an item: its own lines; in braces its own place. Raises LookupError.

    ``gone`` are all that go at once: with those before it, the first that stays takes their place.
    """
    text, mark = source.text, source.mark(Where(where.file, where.path[:-1]))
    every = entries(text, mark)
    start, end = every[where.path[-1]]
    before = list(every)[: list(every).index(where.path[-1])]
    after = next((every[step][0] for step in list(every)[len(before) + 1 :]), None)
    leads = all(Where(where.file, (*where.path[:-1], step)) in gone for step in before)
    if has_brackets(text, mark):
        return _from_brackets(text, (start, end), every[before[-1]][1] if before else start, after, leads=leads)
    first = next(iter(every.values()))[0]
    if leads and after is not None and not _begins_line(text, first):
        return _from_dash(text, start, end, after)
    return _own_lines(text, start, end)


def _begins_line(text: str, at: int) -> bool:
    return not text[line_start(text, at) : at].strip(" ")


def _own_lines(text: str, start: int, end: int) -> Splice:
    """Whole lines; and of empty lines that then stand together, or at the end, those before."""
    start = line_start(text, start)
    match = _BREAK.search(text, end)
    end = match.end() if match else len(text)
    empty = (_EMPTY_LINES if end == len(text) else _EMPTY_LINE).search(text[:start])
    if empty and not text[end : end_of_line(text, end)].strip(BLANK):
        start = empty.start()
    return Splice(start, end, "")


def _from_dash(text: str, start: int, end: int, after: int) -> Splice:
    """The first key of an item stands behind its dash: the next one takes its place, but for a comment's."""
    stop = end_of_line(text, end)
    if not text[stop:after].strip(BLANK):
        return Splice(start, after, "")
    return Splice(line_start(text, start) + len(text[line_start(text, start) : start].rstrip(" ")), stop, "")


def _from_brackets(text: str, own: tuple[int, int], before: int, after: int | None, *, leads: bool) -> Splice:
    """A line of its own, or a place between commas."""
    start, end = own
    rest = _REST_OF_ITEM.match(text, end)
    if rest and _begins_line(text, start):
        return _own_lines(text, start, rest.end())
    if leads and after is not None:
        return Splice(start, min(after, end_of_line(text, end)), "")
    if "\n" not in text[before:start]:
        return Splice(before, end, "")
    comma = _COMMA.match(text, end)
    return Splice(start, comma.end() if comma else end, "")
