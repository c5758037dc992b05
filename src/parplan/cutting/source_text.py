"""A document as the text that quotes are checked against: a paragraph a line, a row of a table a line.

Must not leave out anything but heads that are said again on each page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from parplan.cutting.table.heads import Headed
from parplan.cutting.table.rows import Path, Row, entries
from parplan.documents.document import Block, Document, Paragraph, Table
from parplan.facts.serving.passages import CELLS
from parplan.spelling import one_line


def source_lines(document: Document, tables: Sequence[Headed]) -> list[str]:
    """The lines of the text, each a paragraph of its own."""
    headed = {id(one.table): one for one in tables}
    lines = (line for block in document.blocks for line in _of(block, headed) if line)
    return list(_once(lines, {head_line(one) for one in tables}))


def _once(lines: Iterable[str], heads: Collection[str]) -> Iterator[str]:
    """The lines without heads that stand again on each page; no row says the same as they."""
    seen = set[str]()
    for line in lines:
        if line not in seen:
            yield line
        if line in heads:
            seen.add(line)


def head_line(headed: Headed) -> str:
    """The heads of a table as a line."""
    return one_line(CELLS.join(dict.fromkeys(name for name in headed.names if name)))


def _of(block: Block, headed: dict[int, Headed]) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield one_line(block.text)
    elif id(block) in headed:
        yield from _rows(headed[id(block)])
    elif any(id(inner) in headed for inner in Document((block,)).tables):
        for inner in block.inner:
            yield from _of(inner, headed)
    else:
        yield from _plain(block)


def _rows(headed: Headed) -> Iterator[str]:
    """A table of tasks: what stands above its heads, these, and its rows; headings as headings are written."""
    table = headed.table
    for row in range(headed.first):
        yield _line(table, row)
    yield head_line(headed) if headed.last else ""
    for entry in entries(headed, Path()):
        yield entry.line if isinstance(entry, Row) else str(entry)


def _plain(table: Table) -> Iterator[str]:
    """Any other table: a line for each of its rows, in which each cell says its own once."""
    for row in range(len(table.rows)):
        yield _line(table, row)


def _line(table: Table, row: int) -> str:
    spots = dict.fromkeys(table.origin(row, column) for column in range(table.width))
    texts = [one_line(table.text(*spot)) for spot in spots if spot[0] == row]
    return CELLS.join(text for text in texts if text)
