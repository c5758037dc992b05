"""The parser's complaint as the mistake that a person made: each has a sentence of its own.

Must not guess where the text does not tell: what is left keeps the parser's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from parplan.finding import Code, Finding
from parplan.reading.lines import span_at
from parplan.where import Where

_CLOSING: Final = {"{": "}", "[": "]"}
_TEXT_RUNS_ON: Final = r"[\"'][ \t]+[^ \t]*$"

Mistake = tuple[Code, int, dict[str, object]]
"""What was done wrong, at which offset, and with what."""


def syntax_finding(file: str, text: str, error: YAMLError) -> Finding:
    """The one finding of a text that the parser gave up on."""
    problem = str(error.problem) if isinstance(error, MarkedYAMLError) else str(error)
    at = _index(text, getattr(error, "problem_mark", None) or getattr(error, "context_mark", None))
    context = _index(text, getattr(error, "context_mark", None))
    problem = "tab character" if text[at : at + 1] == "\t" else problem
    code, start, values = _mistake(text, problem, at, context)
    return Finding(code, Where(file), values, span=span_at(text, start, min(start + 1, len(text))))


def _index(text: str, mark: object) -> int:
    return min(getattr(mark, "index", 0), len(text))


def _mistake(text: str, problem: str, at: int, context: int) -> Mistake:
    for pattern, read in _MEANINGS:
        if re.search(pattern, problem):
            return read(text, at, context)
    return Code.SYNTAX_INVALID, at, {"problem": problem}


def _unended(text: str, at: int, context: int) -> Mistake:
    """Quotation marks, if the text's end came inside them."""
    if text[context : context + 1] in ("'", '"'):
        return Code.QUOTE_UNCLOSED, context, {}
    return _at_end(text, at)


def _at_end(text: str, at: int) -> Mistake:
    """The last bracket before the text's end."""
    start = max(text.rfind(bracket) for bracket in _CLOSING)
    if start < 0:
        return _value_start(text, at)
    return Code.BRACKET_UNCLOSED, start, {"bracket": text[start]}


def _in_brackets(text: str, at: int, context: int) -> Mistake:
    """A colon inside a sentence, if the bracket is closed on that line; else a bracket or a comma is missing."""
    bracket = text[context : context + 1]
    closed = _CLOSING.get(bracket, "}") in _line_after(text, at)
    if text[at : at + 1] == ":" and closed and not re.search(_TEXT_RUNS_ON, _line_before(text, at)):
        return Code.COLON_IN_TEXT, at, {}
    return Code.BRACKET_UNCLOSED, context, {"bracket": bracket}


def _at_colon(text: str, at: int, _: int) -> Mistake:
    """A second colon on a line stands in a sentence; a first one is at odds with the line above."""
    before = _line_before(text, at)
    if re.search(r":[ \t]", before):
        return Code.COLON_IN_TEXT, at, {}
    above = text[: at - len(before)].rstrip()
    start = above.rfind("\n") + 1
    line = above[start:]
    if re.search(r":(\s|$)", line) or _depth(line) < _depth(before):
        return Code.INDENTATION_WRONG, at - len(before) + _depth(before), {}
    return Code.COLON_MISSING, start + _depth(line), {}


def _indented(text: str, at: int, _: int) -> Mistake:
    """A line out of its column; what stands further right runs on from a value that had ended."""
    if not _line_before(text, at).strip():
        return Code.INDENTATION_WRONG, at, {}
    return _value_start(text, _value(text, at))


def _value(text: str, at: int) -> int:
    """Where the value that runs on to an offset begins: after the colon or the dash of its line."""
    before = _line_before(text, at)
    match = re.match(r"[ ]*(?:- +)*(?:[^\s:]+:[ \t]+)?", before)
    return at - len(before) + (match.end() if match else 0)


def _value_start(text: str, start: int) -> Mistake:
    return Code.VALUE_START_INVALID, start, {"character": text[start : start + 1]}


def _line_before(text: str, at: int) -> str:
    return text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]


def _line_after(text: str, at: int) -> str:
    return re.split(r"[\r\n]", text[at:], maxsplit=1)[0]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_MEANINGS: Final[tuple[tuple[str, Callable[[str, int, int], Mistake]], ...]] = (
    ("tab character", lambda _, at, __: (Code.TAB_FOUND, at, {})),
    ("unexpected end of stream", _unended),
    ("expected ',' or", _in_brackets),
    ("mapping values are not allowed", _at_colon),
    ("unexpected ':'", lambda _, at, __: (Code.COLON_IN_TEXT, at, {})),  # an address of the web in braces
    ("expected ':'", lambda _, __, context: (Code.COLON_MISSING, context, {})),
    ("unknown escape|hexdecimal|invalid Unicode", lambda _, at, __: (Code.ESCAPE_INVALID, at, {})),
    ("expected alphabetic|comment or line break", lambda text, _, context: _value_start(text, context)),
    (
        "cannot start any token|entries are not allowed|keys are not allowed",
        lambda t, at, _: _value_start(t, at),
    ),
    ("expected node content", lambda t, at, _: _at_end(t, at) if at == len(t) else _value_start(t, at)),
    ("expected key|expected '-' indicator|expected <block end>", _indented),
)
"""What the parser says, and what it means; the first that fits."""
