"""Help pages, drawn from a table: who asks for one waits for no parser and no catalogue.

Must not know a command: ``make docs`` writes the table out of the parser and the catalogues.
"""

from __future__ import annotations

import json
import os
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, TypedDict

from parplan.output.files.text_out import screen_width

PROGRAM: Final = ""
"""The name of the program's own page."""

NARROWEST, WIDEST = 50, 78
LONGEST_NAME: Final = 30
"""A longer one stands on a line of its own."""

Rows = list[tuple[str, str]]


class Page(TypedDict):
    """A page in one language: a line that works, how to type it, what it is for, lists under their headings."""

    example: str
    usage: str
    told: str
    lists: dict[str, Rows]


class Pages(TypedDict):
    """All pages, by language and name; ``usage`` and ``example`` are the words before those lines."""

    usage: dict[str, str]
    example: dict[str, str]
    pages: dict[str, dict[str, Page]]


@cache
def pages() -> Pages:
    """The table."""
    known: Pages = json.loads(Path(__file__).with_suffix(".json").read_bytes())
    return known


def page(name: str, language: str, columns: int) -> str:
    """The page of a command, for a screen of so many columns; without the last line's end."""
    known, width = pages()["pages"][language][name], max(min(columns - 2, WIDEST), NARROWEST)
    start = f"{pages()['usage'][language]}parplan {name}".rstrip() + " "
    parts = [f"{pages()['example'][language]}:\n  {known['example']}"]  # whole, to be copied
    parts += [_filled(known["usage"], width, start, " " * len(start)), _filled(known["told"], width, "  ", "  ")]
    for heading, rows in known["lists"].items():
        parts.append("\n".join([f"{heading}:", *_listed(rows, width)]))
    return "\n\n".join(parts)


def tell(name: str) -> int:
    """Write the page of a command in the environment's language."""
    known, asked = pages()["pages"], os.environ.get("PARPLAN_LANG", "")
    language = asked if asked in known else next(iter(known))
    sys.stdout.write(page(name, language, screen_width(sys.stdout)) + "\n")
    sys.stdout.flush()
    return 0


def _listed(rows: Rows, width: int) -> Iterator[str]:
    """Names, and beside each what is told of it."""
    column = min(max(len(name) for name, _ in rows), LONGEST_NAME) + 4
    for name, told in rows:
        lines = _filled(told, width, " " * column, " " * column)
        if len(name) + 4 <= column:
            yield f"  {name}".ljust(column) + lines.lstrip()
        else:
            yield f"  {name}\n{lines}"


def _filled(text: str, width: int, first: str, indent: str) -> str:
    """A text in lines; values such as done-late, and days, are not broken at their hyphens."""
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
