"""Changes to a file as stretches of its text: only the characters that must change do.

Must not read, write or prove anything: ``edit`` reads the result again and holds it against what was asked for.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from parplan.reading.hygiene import trailing_blanks
from parplan.reading.source import Source
from parplan.reading.tree import Mark, Tree
from parplan.spelling import respelt
from parplan.where import Where

_NOT_PLAIN: Final = re.compile(r"^$|^[\s!&*|>@%`{}\[\],#:\"']|^[-?](\s|$)|^---|^\.\.\.|:(\s|$)|\s#|[\n\r\t]|\s$")
_NOT_PLAIN_IN_FLOW: Final = re.compile(r"[,\[\]{}:?]")
_BLANK: Final = " \t\r\n"
"""What YAML calls white space; others, such as a non-breaking space, are content."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Another text for the scalar at an address; for the key itself, where the address is ``on_key``."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Add:
    """A key and its value at the end of the mapping at an address; without a key, an item at a list's end."""

    where: Where
    value: Tree
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Trim:
    """No blanks at the ends of a file's lines. Changes nothing that the file says."""

    where: Where


@dataclass(frozen=True, slots=True)
class Compose:
    """Every letter of a file in one piece (NFC). Changes nothing that the file says."""

    where: Where


@dataclass(frozen=True, slots=True)
class Respell:
    """Our own letters in a scalar, each in the place of one that only looks like it, however it is written."""

    where: Where


Change = Replace | Add | Trim | Compose | Respell


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of a text, as offsets, and what takes its place."""

    start: int
    end: int
    text: str


def spliced(source: Source, changes: Iterable[Change]) -> str:
    """A file's text with some changes, all made against the text as it is."""
    every = list(changes)
    pieces = [piece for change in every for piece in _splices(source, change)]
    text = source.text
    # from the end, so that no offset moves; what is added at one place keeps its order
    for piece in sorted(enumerate(pieces), key=lambda item: (item[1].start, item[0]), reverse=True):
        text = text[: piece[1].start] + piece[1].text + text[piece[1].end :]
    return unicodedata.normalize("NFC", text) if any(isinstance(change, Compose) for change in every) else text


def written(data: dict[str, Tree]) -> str:
    """A file that says this and nothing else, in lines as a person would write them."""
    return "".join(f"{line}\n" for key, value in data.items() for line in _written(key, value))


def changed(data: Tree, changes: Iterable[Change]) -> Tree:
    """What a file must say after some changes: its content with exactly those. Raises LookupError, TypeError."""
    made = [deepcopy(data)]
    for change in changes:
        if isinstance(change, Trim | Compose):
            continue
        *way, last = (0, *change.where.path)
        parent: Any = made
        for step in way:
            parent = parent[step]
        if isinstance(change, Replace) and change.where.on_key:
            items = [(change.text if key == last else key, value) for key, value in parent.items()]
            parent.clear()
            parent.update(items)
        elif isinstance(change, Respell):
            parent[last] = respelt(parent[last])
        elif isinstance(change, Replace):
            parent[last] = change.text
        elif change.key is None:
            parent[last].append(change.value)
        else:
            parent[last][change.key] = change.value
    return made[0]


def _splices(source: Source, change: Change) -> Iterator[Splice]:
    if isinstance(change, Replace):
        yield _replacement(source, change)
    elif isinstance(change, Respell):
        mark = source.mark(change.where)
        yield Splice(mark.start, mark.end, respelt(source.text[mark.start : mark.end]))
    elif isinstance(change, Add):
        yield _addition(source, change)
    elif isinstance(change, Trim):
        yield from (Splice(start, end, "") for start, end in trailing_blanks(source))


def _replacement(source: Source, change: Replace) -> Splice:
    text = source.text
    if change.where.on_key:
        start, end = source.key_offsets(change.where)
        return Splice(start, end, _in_style(text[start], change.text, in_flow=True))
    mark = source.mark(change.where)
    if mark.children is not None:
        raise TypeError(str(change.where))
    if mark.start == mark.end:  # an empty value stands nowhere: it belongs after the colon of its key
        after = text.index(":", source.key_offsets(change.where)[1]) + 1
        return Splice(after, after, " " + _in_style("", change.text, in_flow=_is_flow(source, change.where)))
    end = mark.start + len(text[mark.start : mark.end].rstrip(_BLANK))
    return Splice(
        mark.start, end, _in_style(text[mark.start], change.text, in_flow=_is_flow(source, change.where))
    )


def _in_style(first: str, text: str, *, in_flow: bool) -> str:
    """A scalar written as the one it replaces was, as far as its text allows."""
    if first == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    plain = first != '"' and not _NOT_PLAIN.search(text) and not (in_flow and _NOT_PLAIN_IN_FLOW.search(text))
    return text if plain else json.dumps(text, ensure_ascii=False)


def _is_flow(source: Source, where: Where) -> bool:
    """Whether a value stands inside braces or brackets."""
    return any(
        source.text[source.mark(Where(where.file, where.path[:depth])).start] in "{["
        for depth in range(len(where.path))
    )


def _addition(source: Source, change: Add) -> Splice:
    mark = source.mark(change.where)
    if source.text[mark.start : mark.start + 1] in ("{", "["):
        return _into_brackets(source.text, mark, change)
    if not mark.children:
        raise LookupError(str(change.where))
    column = mark.start - (source.text.rfind("\n", 0, mark.start) + 1)
    lines = list(_written(change.key, change.value))
    if change.key is None and _stand_apart(source.text, mark):
        lines = ["", *lines]
    ending = "\r\n" if "\r\n" in source.text else "\n"
    at = _end_of_line(source.text, _last_offset(source.text, mark))
    return Splice(at, at, "".join(f"{ending}{' ' * column}{line}".rstrip(" ") for line in lines))


def _into_brackets(text: str, mark: Mark, change: Add) -> Splice:
    end = mark.start + len(text[mark.start : mark.end - 1].rstrip(_BLANK))
    joint = "" if not mark.children else " " if text[end - 1] == "," else ", "
    name = f"{_in_style('', change.key, in_flow=True)}: " if change.key is not None else ""
    return Splice(end, end, joint + name + _flow(change.value))


def _last_offset(text: str, mark: Mark) -> int:
    """Where the last leaf below a mark ends; a block of text is marked to the line after it."""
    children = list(mark.children.values()) if isinstance(mark.children, dict) else mark.children or []
    ends = [mark.start + len(text[mark.start : mark.end].rstrip(_BLANK))] if not children else []
    ends += [end for _, end in (mark.keys or {}).values()]
    return max([*ends, *(_last_offset(text, child) for child in children)])


def _end_of_line(text: str, at: int) -> int:
    match = re.compile(r"\r\n|\n|\r").search(text, at)
    return match.start() if match else len(text)


def _stand_apart(text: str, mark: Mark) -> bool:
    """Whether the items of a list have an empty line between them."""
    if not isinstance(mark.children, list) or len(mark.children) < 2:
        return False
    before, last = mark.children[-2:]
    return re.search(r"\n[ ]*\r?\n", text[_last_offset(text, before) : last.start]) is not None


def _written(key: str | None, value: Tree) -> list[str]:
    """A key and its value, or an item of a list, as lines of their own."""
    head = "-" if key is None else f"{_in_style('', key, in_flow=True)}:"
    if isinstance(value, str):
        return [f"{head} {_in_style('', value, in_flow=False)}"]
    if not value:
        return [f"{head} {_flow(value)}"]
    below = (
        [line for name, inner in value.items() for line in _written(name, inner)]
        if isinstance(value, dict)
        else [line for inner in value for line in _written(None, inner)]
    )
    if key is None:
        return [f"- {below[0]}", *(f"  {line}" for line in below[1:])]
    return [head, *(f"  {line}" for line in below)]


def _flow(value: Tree) -> str:
    if isinstance(value, str):
        return _in_style("", value, in_flow=True)
    if isinstance(value, dict):
        inner = (f"{_in_style('', key, in_flow=True)}: {_flow(item)}" for key, item in value.items())
        return "{" + ", ".join(inner) + "}"
    return "[" + ", ".join(_flow(item) for item in value) + "]"
