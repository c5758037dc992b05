"""Changes to a file as stretches of its text: only the characters that must change do.

Must not read, write or prove anything: ``edit`` reads the result again and holds it against what was asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from parplan.editing.text.change import Add, Change, Compose, Remove, Replace, Respell, Rewrite, Trim
from parplan.editing.text.stretch import (
    BLANK,
    Splice,
    column_of,
    end_of_line,
    entries,
    has_brackets,
    is_flow,
    last_offset,
    line_start,
    removal,
    stand_apart,
)
from parplan.editing.text.style import Place, entry_lines, in_line, lines_of, pair, rewritten, scalar
from parplan.reading.hygiene import trailing_blanks
from parplan.reading.source import Source
from parplan.reading.tree import Mark, Tree
from parplan.spelling import respelt
from parplan.where import Where

_WIDTH: Final = 80
"""Blocks of text are at least that wide; as wide as the widest that stands in the file."""


def spliced(source: Source, changes: Iterable[Change]) -> str:
    """A file's text with some changes, all made against the text as it is. Raises LookupError, TypeError."""
    every = list(changes)
    gone = {change.where for change in every if isinstance(change, Remove)}
    pieces = [piece for change in every for piece in _splices(source, change, gone)]
    text = source.text
    # from the end, so that no offset moves; what is added at one place keeps its order
    for piece in sorted(enumerate(pieces), key=lambda item: (item[1].start, item[0]), reverse=True):
        text = text[: piece[1].start] + piece[1].text + text[piece[1].end :]
    if gone and not source.text.endswith("\n"):
        text = text.removesuffix("\n").removesuffix("\r")
    return unicodedata.normalize("NFC", text) if any(isinstance(change, Compose) for change in every) else text


def _splices(source: Source, change: Change, gone: set[Where]) -> Iterator[Splice]:
    if isinstance(change, Replace):
        yield _replacement(source, change)
    elif isinstance(change, Respell):
        mark = source.mark(change.where)
        yield Splice(mark.start, mark.end, respelt(source.text[mark.start : mark.end]))
    elif isinstance(change, Add):
        yield _addition(source, change)
    elif isinstance(change, Remove):
        yield removal(source, change.where, gone)
    elif isinstance(change, Rewrite):
        yield from _rewriting(source, change)
    elif isinstance(change, Trim):
        yield from (Splice(start, end, "") for start, end in trailing_blanks(source))


def _replacement(source: Source, change: Replace) -> Splice:
    text = source.text
    if change.where.on_key:
        start, end = source.key_offsets(change.where)
        return Splice(start, end, scalar(text[start], change.text, in_flow=True))
    mark = source.mark(change.where)
    if mark.children is not None:
        raise TypeError(str(change.where))
    in_flow = is_flow(source, change.where)
    if mark.start == mark.end:
        after = _after_colon(source, change.where)
        return Splice(after, after, " " + scalar("", change.text, in_flow=in_flow))
    start, end = mark.start, _end_of_scalar(text, mark)
    raw, old = text[start:end], _value(source, change.where)
    width = _width(source) if "\n" in raw else _WIDTH
    return Splice(start, end, rewritten(raw, old, change.text, Place(in_flow, _ending(text), width)))


def _width(source: Source) -> int:
    blocks = (source.text[start:end] for start, end in source.blocks)
    lines = (line for block in blocks if block[0] == ">" for line in block.splitlines()[1:])
    return max([_WIDTH, *map(len, lines)])


def _value(source: Source, where: Where) -> Any:
    value: Any = source.data
    for step in where.path:
        value = value[step]
    return value


def _end_of_scalar(text: str, mark: Mark) -> int:
    """Where its last line ends: a block is marked to the line after it."""
    return mark.start + len(re.sub(r"(?:\r?\n[ \t]*)+\Z", "", text[mark.start : mark.end]))


def _after_colon(source: Source, where: Where) -> int:
    """An empty value stands nowhere: it belongs after the colon of its key."""
    return source.text.index(":", source.key_offsets(where)[1]) + 1


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _addition(source: Source, change: Add) -> Splice:
    text, mark = source.text, source.mark(change.where)
    every = list(entries(text, mark).items())
    at = [step for step, _ in every].index(change.before) if change.before is not None else len(every)
    if has_brackets(text, mark):
        new = in_line(change.value, in_flow=True) if change.key is None else pair(change.key, change.value)
        if at < len(every):
            return Splice(every[at][1][0], every[at][1][0], f"{new}, ")
        return _into_brackets(text, mark, new)
    if not every:
        raise LookupError(str(change.where))
    joint = _ending(text) + " " * column_of(text, mark.start)
    lines = entry_lines(change.key, change.value)
    if at == 0:
        return Splice(mark.start, mark.start, "".join(line + joint for line in lines))
    if stand_apart(text, mark):
        lines = ["", *lines]
    end = end_of_line(text, every[at - 1][1][1])
    return Splice(end, end, "".join(f"{joint}{line}".rstrip(" ") for line in lines))


def _into_brackets(text: str, mark: Mark, new: str) -> Splice:
    end = mark.start + len(text[mark.start : mark.end - 1].rstrip(BLANK))
    joint = "" if not mark.children else " " if text[end - 1] == "," else ", "
    return Splice(end, end, joint + new)


def _rewriting(source: Source, change: Rewrite) -> Iterator[Splice]:
    """What stood in lines stays in lines, what stood in brackets in brackets, as far as there is something."""
    text, mark, value = source.text, source.mark(change.where), change.value
    flow, stood_in_lines = is_flow(source, change.where), bool(mark.children) and not has_brackets(text, mark)
    if isinstance(value, str) and mark.children is None:
        yield _replacement(source, Replace(change.where, value))
    elif stood_in_lines and _has_lines(value):
        yield _lines_for_lines(source, change)
    elif stood_in_lines:
        yield from _line_for_lines(source, change)
    elif flow or not _has_lines(value) or has_brackets(text, mark):
        yield from _in_line(source, change, in_line(value, in_flow=flow), [])
    elif _is_of_key(change.where):
        column = column_of(text, source.key_offsets(change.where)[0]) + 2
        yield from _in_line(source, change, "", [" " * column + line for line in lines_of(value)])
    else:
        first, *rest = lines_of(value)
        yield from _in_line(source, change, first, [" " * column_of(text, mark.start) + line for line in rest])


def _has_lines(value: Tree) -> bool:
    return bool(value) and not isinstance(value, str)


def _is_of_key(where: Where) -> bool:
    return bool(where.path) and isinstance(where.path[-1], str)


def _in_line(source: Source, change: Rewrite, first: str, rest: list[str]) -> Iterator[Splice]:
    """In the place of what stood on a line; what needs lines of its own follows what is left of that line."""
    text, mark = source.text, source.mark(change.where)
    start = _after_colon(source, change.where) if _is_of_key(change.where) else mark.start
    end = max(start, _end_of_scalar(text, mark))
    yield Splice(start, end, f" {first}" if first and _is_of_key(change.where) else first)
    stop = end_of_line(text, end)
    yield Splice(stop, stop, "".join(_ending(text) + line for line in rest))


def _lines_for_lines(source: Source, change: Rewrite) -> Splice:
    text, mark = source.text, source.mark(change.where)
    column, more = column_of(text, mark.start), 0
    if _is_of_key(change.where) and column == column_of(text, source.key_offsets(change.where)[0]):
        more = 0 if isinstance(change.value, list) else 2  # only a list may stand no deeper than its key
    joint = _ending(text) + " " * (column + more)
    return Splice(
        mark.start, end_of_line(text, last_offset(text, mark)), " " * more + joint.join(lines_of(change.value))
    )


def _line_for_lines(source: Source, change: Rewrite) -> Iterator[Splice]:
    text, mark = source.text, source.mark(change.where)
    end = end_of_line(text, last_offset(text, mark))
    if not _is_of_key(change.where):
        yield Splice(mark.start, end, in_line(change.value))
        return
    after = _after_colon(source, change.where)
    yield Splice(after, after, f" {in_line(change.value)}")
    before = line_start(text, mark.start)
    yield Splice(before - (2 if text[:before].endswith("\r\n") else 1), end, "")
