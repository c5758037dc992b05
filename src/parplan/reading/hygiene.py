"""One file's text as a person left it: what Word, the web and other programs do to it.

Must not look at any other file, or call wrong what only looks unusual: a field of text is what these are about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel

from parplan.finding import Code, Finding
from parplan.model.shared import File
from parplan.reading.lines import LINE_END
from parplan.reading.source import Source
from parplan.reading.tree import Suspect
from parplan.spelling import respelt
from parplan.where import Span, Where

TRAILING: Final = re.compile(r"(?<![ \t])[ \t]+(?=\r?\n|\r|\Z)")
BLANK_BEFORE_END: Final = (" \n", "\t\n", " \r", "\t\r")
MOST_HIDDEN: Final = 20
LONGEST_WORD: Final = 40
VERBATIM: Final = "quote"
"""The field that repeats a document to the letter, whatever letters those are."""


def check_text(model: type[File], source: Source) -> Iterator[Finding]:
    """What is wrong with the text of a file, beyond what it says."""
    yield from _not_composed(source)
    yield from _trailing(source)
    hidden = 0
    for suspect in source.suspects:
        if suspect.how == "invisible":
            hidden += 1
            if hidden > MOST_HIDDEN or suspect.where.path[-1:] == (VERBATIM,):
                continue
        elif suspect.how == "foreign":
            if suspect.where.path[-1:] == (VERBATIM,):
                continue
        elif not _is_text(model, tuple(step for step in suspect.where.path if isinstance(step, str))):
            continue
        yield _suspicion(source, suspect)


def _not_composed(source: Source) -> Iterator[Finding]:
    """Once a file, at the first letter that is taken apart: no editor shows it, and every line may hold some."""
    if source.is_plain or unicodedata.is_normalized("NFC", source.text):
        return
    for number, line in enumerate(LINE_END.split(source.text), start=1):
        if not unicodedata.is_normalized("NFC", line):
            start = _first_apart(line)
            span = Span(number, start + 1, number, start + 2)
            yield Finding(Code.TEXT_NOT_NFC, Where(source.file), span=span)
            return


def _first_apart(line: str) -> int:
    """Where the first letter that is taken apart begins, in a line that holds one."""
    low, high = 0, len(line)
    while low < high:  # the longest beginning that is composed
        middle = (low + high + 1) // 2
        low, high = (middle, high) if unicodedata.is_normalized("NFC", line[:middle]) else (low, middle - 1)
    return max(low - 1, 0)


def _trailing(source: Source) -> Iterator[Finding]:
    """Once a file: blanks that are content, in a block of text, are left alone."""
    found = trailing_blanks(source)
    if found:
        start, end = found[0]
        yield Finding(
            Code.SPACE_TRAILING, Where(source.file), {"lines": len(found)}, span=source.span_between(start, end)
        )


def trailing_blanks(source: Source) -> list[tuple[int, int]]:
    """The stretches of blanks at the ends of lines, as offsets, but for those inside a block of text."""
    text = source.text
    if not text.endswith((" ", "\t")) and not _may_end_blank(text):
        return []  # as in most files: looking at each blank takes ten times as long
    blocks = iter(source.blocks)
    block = next(blocks, None)
    found = []
    for match in TRAILING.finditer(text):
        while block is not None and block[1] < match.start():
            block = next(blocks, None)
        if block is None or match.start() < block[0]:
            found.append(match.span())
    return found


def _may_end_blank(text: str) -> bool:
    """Whether a line but the last ends in a blank; a sign that most files lack is looked for by itself first."""
    if "\t" not in text and "\r" not in text:
        return " \n" in text
    return any(blank in text for blank in BLANK_BEFORE_END)


def _suspicion(source: Source, suspect: Suspect) -> Finding:
    span = source.span_between(suspect.start, suspect.end)
    match suspect.how:
        case "invisible":
            values: dict[str, object] = {"character": f"U+{ord(suspect.text):04X}"}
            return Finding(Code.CHARACTER_INVISIBLE, suspect.where, values, span=span)
        case "foreign":
            return _foreign(source, suspect)
        case "comment":
            return Finding(Code.COMMENT_CUTS_TEXT, suspect.where, span=span)
    values = {"text": suspect.text, "reads": suspect.how, "value": _misread(suspect)}
    return Finding(Code.QUOTES_NEEDED, suspect.where, values, span=span)


def _foreign(source: Source, suspect: Suspect) -> Finding:
    """The word in which a letter stands that only looks like ours."""
    text = source.text
    start, end = suspect.start, suspect.end
    while start > max(0, suspect.start - LONGEST_WORD) and text[start - 1].isalpha():
        start -= 1
    while end < min(len(text), suspect.end + LONGEST_WORD) and text[end].isalpha():
        end += 1
    values = {"text": text[start:end], "character": f"U+{ord(suspect.text):04X}"}
    span = source.span_between(start, end)
    return Finding(Code.LETTER_FOREIGN, suspect.where, values, respelt(text[start:end]), span=span)


def _misread(suspect: Suspect) -> Decimal | None:
    """The number that other readers of YAML take a scalar for; None where they take it for something else."""
    text = suspect.text.replace("_", "")
    if suspect.how == "time":
        total = 0
        for part in text.lstrip("+-").split(":"):
            total = total * 60 + int(part)
        return Decimal(total)
    if suspect.how != "number":
        return None
    return Decimal(int(text, 16)) if text.startswith("0x") else Decimal(f"{float(text):.15g}")


@cache
def _is_text(model: type[BaseModel], keys: tuple[str, ...]) -> bool:
    """Whether the schema wants free text or an id at the end of some keys; lists on the way count for nothing."""
    kinds: list[Any] = [model]
    for key in keys:
        kinds = [inner for kind in kinds for inner in _below(kind, key)]
    return any(kind is str for kind in kinds)


def _below(kind: Any, key: str) -> Iterator[Any]:
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return
    for name, info in kind.model_fields.items():
        if (info.alias or name) == key:
            yield from _leaves(info.annotation)


def _leaves(annotation: Any) -> Iterator[Any]:
    """The types that a field may hold, through lists, options and marks."""
    if get_origin(annotation) is None:
        yield annotation
        return
    for part in get_args(annotation):
        if get_origin(part) is not None or isinstance(part, type):
            yield from _leaves(part)
