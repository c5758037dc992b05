"""How a value is written: a new one in few lines, another in the style and the lines of the one that stood there.

Must not know where in a file it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from parplan.editing.text.stretch import BLANK, column_of
from parplan.reading.tree import Tree

_NOT_PLAIN: Final = re.compile(
    r"^$|^[\s!&*|>@%`{}\[\],#:\"']|^[-?](\s|$)|^---|^\.\.\.|:(\s|$)|\s#|[\n\r\t]|\s$|^[-+]?0[0-9_]+$"
)
_NOT_PLAIN_IN_FLOW: Final = re.compile(r"[,\[\]{}:?]")
_HEAD: Final = re.compile(r"(?P<kind>[|>])(?P<marks>[0-9+-]*)(?P<rest>[^\r\n]*)")
_GAP: Final = re.compile(r"((?<![ \n]) (?![ \n])|\n+)")
"""Where a folded text may be broken, and where it is: between words of one blank, and between paragraphs."""

_GAP_IN_LINES: Final = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+|(?<! ) (?! )")
_NOT_FOLDED: Final = re.compile(r"^\n|(?:^|\n)[ \t]|[ \t](?:\n|$)")
_NOT_IN_BLOCK: Final = re.compile("[\r\x85\u2028\u2029]|(?:^|\n)[ \t]+(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scalar stands: in braces or not, how the file's lines end, how wide its blocks of text are."""

    in_flow: bool
    ending: str
    width: int


class Quoted(str):
    """A text that other programs would take for a figure, 1.10 for 1.1: it comes in quotes."""

    __slots__ = ()


def written(data: dict[str, Tree]) -> str:
    """A file that says this and nothing else, in lines as a person would write them."""
    return "".join(f"{line}\n" for line in lines_of(data))


def lines_of(value: Tree) -> list[str]:
    """A mapping or a list that holds something, in lines."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in entry_lines(key, inner)]
    return [line for inner in value for line in entry_lines(None, inner)]


def entry_lines(key: str | None, value: Tree) -> list[str]:
    """A key and its value, or an item of a list, as lines of their own."""
    head = "-" if key is None else f"{scalar('', key, in_flow=True)}:"
    if isinstance(value, str) or not value:
        return [f"{head} {in_line(value)}"]
    below = lines_of(value)
    if key is None:
        return [f"- {below[0]}", *(f"  {line}" for line in below[1:])]
    return [head, *(f"  {line}" for line in below)]


def in_line(value: Tree, *, in_flow: bool = False) -> str:
    """A value on one line: a scalar, or a collection in braces or brackets."""
    if isinstance(value, str):
        return scalar("", value, in_flow=in_flow)
    if isinstance(value, dict):
        return "{" + ", ".join(pair(key, item) for key, item in value.items()) + "}"
    return "[" + ", ".join(in_line(item, in_flow=True) for item in value) + "]"


def pair(key: str, value: Tree) -> str:
    """A key and its value inside braces."""
    return f"{scalar('', key, in_flow=True)}: {in_line(value, in_flow=True)}"


def scalar(first: str, text: str, *, in_flow: bool) -> str:
    """A scalar on one line, in the quotes that it begins with, as far as its text allows."""
    if first == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    plain = (
        first != '"'
        and not isinstance(text, Quoted)
        and not _NOT_PLAIN.search(text)
        and not (in_flow and _NOT_PLAIN_IN_FLOW.search(text))
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def rewritten(raw: str, old: str, new: str, place: Place) -> str:
    """Another scalar in the place of one: in its style, and with the lines of it that stay.

    ``raw`` is how ``old`` is written.
    """
    if raw[:1] in ("|", ">"):
        block = _block(raw, old, new, place)
        return block if block is not None else scalar('"', new, in_flow=False)
    was, now = (scalar(raw[:1], text, in_flow=place.in_flow) for text in (old, new))
    indent = re.search(r"\n([ \t]*)(?=[^ \t\r\n])", raw)
    folded = _folded(raw, was, now, indent[1], place) if indent else None
    return folded if folded is not None else now


def _block(raw: str, old: str, new: str, place: Place) -> str | None:
    """A block of text in the place of one; None for a text that no such block can hold."""
    head = _HEAD.match(raw)
    body, ends = new.rstrip("\n"), len(new) - len(new.rstrip("\n"))
    was, ended = old.rstrip("\n"), len(old) - len(old.rstrip("\n"))
    marks = head["marks"] if head else ""
    if head is None or not body or not was or _NOT_IN_BLOCK.search(body) or (ends > 1 and ends != ended):
        return None
    if _NOT_FOLDED.search(body) if head["kind"] == ">" else body[0] in BLANK and not re.search("[0-9]", marks):
        return None
    if ends != ended:
        marks = re.sub("[+-]", "", marks) + ("" if ends else "-")
    lines = re.split(r"\r?\n", raw)[1:]
    first = next(line for line in lines if line.strip(" "))
    indent = len(first) - len(first.lstrip(" ")) - _leading(was)
    write = _folded_block if head["kind"] == ">" else _literal
    text = write(place.ending.join(lines), was, body, " " * indent, place)
    return f"{head['kind']}{marks}{head['rest']}{place.ending}{text}"


def _leading(text: str) -> int:
    """The blanks before the first word of a text."""
    return next((len(line) - len(line.lstrip(" ")) for line in text.split("\n") if line.strip(" ")), 0)


def _literal(raw: str, old: str, new: str, indent: str, place: Place) -> str:
    """Lines as they stand in the text; those that stay, as they were."""
    lines, was, now = raw.split(place.ending), old.split("\n"), new.split("\n")
    head, tail = _alike(was, now) if len(lines) == len(was) else (0, 0)
    between = [indent + line if line else "" for line in now[head : len(now) - tail]]
    return place.ending.join([*lines[:head], *between, *lines[len(lines) - tail :]])


def _folded_block(raw: str, old: str, new: str, indent: str, place: Place) -> str:
    kept = _folded(raw, old, new, indent, place)
    if kept is not None:
        return kept
    return indent + "".join(_filled(_GAP.split(new), len(indent), indent, place))


def _folded(raw: str, old: str, new: str, indent: str, place: Place) -> str | None:
    """Lines of which only the words that change are written anew; None where no word stays."""
    was, now = _GAP.split(old), _GAP.split(new)
    words = _words(raw)
    head, tail = _alike(was, now)
    if [raw[start:end] for start, end in words] != was[::2] or not head + tail:
        return None
    edges = [edge for both in words for edge in both]
    start, end = edges[head], edges[len(was) - tail]
    between = _filled(now[head : len(now) - tail], column_of(raw, start), indent, place)
    return raw[:start] + "".join(between) + raw[end:]


def _words(raw: str) -> list[tuple[int, int]]:
    """Where each word stands in some lines: what is parted by one blank, or by an end of a line."""
    start = len(raw) - len(raw.lstrip(" "))
    found = []
    for gap in _GAP_IN_LINES.finditer(raw, start):
        found.append((start, gap.start()))
        start = gap.end()
    return [*found, (start, len(raw))]


def _filled(parts: list[str], column: int, indent: str, place: Place) -> Iterator[str]:
    """Words and gaps in lines as wide as the place allows. Each part is a word or a gap, in turns."""
    for position, part in enumerate(parts):
        if not part.strip("\n"):
            yield place.ending * (len(part) + 1) + indent
            column = len(indent)
            continue
        following = parts[position + 1] if position + 1 < len(parts) else ""
        if part == " " and column + 1 + len(following) > place.width:
            yield place.ending + indent
            column = len(indent)
        else:
            yield part
            column += len(part)


def _alike(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many parts are the same at the beginning, and how many of the rest at the end."""
    head = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False)))
    pairs = zip(reversed(old[head:]), reversed(new[head:]), strict=False)
    return head, sum(1 for _ in takewhile(lambda both: both[0] == both[1], pairs))
