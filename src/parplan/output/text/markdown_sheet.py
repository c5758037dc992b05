"""A sheet as Markdown: what goes into a message, a pull request or a file.

Must not choose, word or order anything; what was typed must not act as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from parplan.output.text.markdown import bold, pipe_table
from parplan.output.text.markdown_escape import escape, escape_inline
from parplan.views.sheet import Block, Sheet

_ITEM: Final = re.compile(r"(-|\d{1,3}\.) +(?=\S)")


def markdown(sheet: Sheet) -> str:
    """Title, notices as a quote, the headline, then block by block; ends with one newline."""
    notices = "\n>\n".join(f"> {bold(notice)}" for notice in sheet.notices)
    headline = [line for line in sheet.headline if line != sheet.title]
    parts = [f"# {escape_inline(sheet.title)}" if sheet.title else "", notices, *map(escape, headline)]
    for block in sheet.blocks:
        parts += _block(block)
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterator[str]:
    if block.title:
        yield f"## {escape_inline(block.title)}"
    if block.table is not None:
        yield from pipe_table(block.table)
    yield from _paragraphs(block.lines)


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Lines as paragraphs; those that begin with a dash or a number as a list."""
    for is_list, group in groupby(map(str.strip, lines), key=lambda line: bool(_ITEM.match(line))):
        written = [_line(line) for line in group]
        yield from ["\n".join(written)] if is_list else written


def _line(line: str) -> str:
    mark = _ITEM.match(line)
    return f"{mark[1]} {escape(line[mark.end() :])}" if mark else escape(line)
