"""A sheet as a plain Word document: its title, what must be known, each block with its table.

Must not word anything: it is no official paper, and has neither head nor foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from parplan.output.templates.shipped import template_path
from parplan.output.text.markdown import bold
from parplan.output.text.markdown_escape import escape, escape_inline
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from parplan.views.page import Foot, Head, Page, Properties
from parplan.views.sheet import Sheet

NO_HEAD: Final = Head("", (), "", "", "", "", "", (), "", ())
NO_FOOT: Final = Foot("", ())


def listing_document(sheet: Sheet, properties: Properties, root: Path) -> bytes:
    """The sheet as a sealed file, in the office's own styles."""
    tables = {str(number): block.table for number, block in enumerate(sheet.blocks) if block.table is not None}
    page = Page(NO_HEAD, NO_FOOT, properties, tables, watermark=" ".join(sheet.notices[:1]))
    return packed(compose("\n\n".join(_written(sheet)), page, template_path("letterhead.docx", root)))


def _written(sheet: Sheet) -> Iterator[str]:
    yield f"# {escape_inline(sheet.title)}"
    yield from (bold(notice) for notice in sheet.notices)
    yield from (escape(line) for line in sheet.headline if line != sheet.title)
    for number, block in enumerate(sheet.blocks):
        if block.title:
            yield f"## {escape_inline(block.title)}"
        if block.table is not None and block.table.rows:
            yield f"::: table {number}"
        yield from (escape(line) for line in block.lines)
