"""A value becomes Markdown that reads as it was typed; an officer's Markdown loses its power over the report.

Must not know where the text comes from or goes to.
"""

from __future__ import annotations

import re

from parplan.output.text.typography import printable

_SPECIAL = re.compile(r"[\\`*_\[~]|(?<!\S)#|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_STARTS_BLOCK = re.compile(r"^(\s*)(?=[-+](?:[\s-]|$)|[>:]|=+\s*$)")
_STARTS_ITEM = re.compile(r"^(\s*(?:\d+|[a-zđ]))(?=[.)](?:\s|$))")

_DIRECTIVE = re.compile(r"^(\s*)(?=:::)", re.MULTILINE)
_HEADING = re.compile(r"^(\s*)#{1,6}(?=\s)", re.MULTILINE)


def escape_inline(text: str) -> str:
    """Text for the middle of a line, on one line itself."""
    return _SPECIAL.sub(r"\\\g<0>", printable(" ".join(text.splitlines())))


def escape(text: str) -> str:
    """Text for any place, also the start of a line."""
    return _STARTS_ITEM.sub(r"\1\\", _STARTS_BLOCK.sub(r"\1\\", escape_inline(text)))


def neutral(prose: str) -> str:
    """The officer's Markdown without directives, and with headings of the lowest level only."""
    lines = printable("\n".join(prose.splitlines()))
    return _HEADING.sub(r"\1###", _DIRECTIVE.sub(r"\1\\", lines))
