"""A table in WordprocessingML, as text: grouped heads, merged cells, rows that don't tear, exact widths.

Must not choose a font, a size or a line: styles of the letterhead do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate, groupby, pairwise

from parplan.render.document_parts import paragraph, text
from parplan.render.letterhead import Letterhead
from parplan.render.typography import width
from parplan.views.table import Column, Row, Table

_WIDE = 9  # columns; from here on offices print tables a point smaller
_SHORT = 5  # rows; so few stand on one page
_WORDS = re.compile(r"[^\s-]+-?")
_CELL_MARGINS = 200  # twips: both sides of the table style, and a hair for Word's own widths
_HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_BODY = "<w:trPr><w:cantSplit/></w:trPr>"


def table(
    look: Letterhead, view: Table, room: int, *, title: str = "", keep: bool = False, ending: str = ""
) -> str:
    """The table with its caption and note, as wide as ``room`` (twips); its sentence if it has no rows.

    ``title`` names a table without a caption to those who can't see it. ``keep`` holds the end of it, be that a
    row, the note or the sentence, on the page of what follows. ``ending`` closes an appendix: right under the last
    row it is a row of its own, for LibreOffice lets a paragraph fall alone on the page after a full table.
    """
    closing = paragraph(look.style("Appendix Ending"), ending) if ending else ""
    caption = paragraph(look.style("Table Caption"), view.caption) if view.caption else ""
    if not view.rows and view.empty:
        return caption + paragraph(look.style("Body Text"), view.empty, keep=keep or bool(ending)) + closing
    drawing = _Drawing(look, view, room, keep=keep or bool(ending or view.note))
    if not view.note:
        return caption + drawing.xml(view.caption or title, closing)
    note = paragraph(look.style("Table Note"), view.note, keep=keep or bool(ending))
    return caption + drawing.xml(view.caption or title) + note + closing


def widths(shares: Sequence[float], needs: Sequence[float], room: int) -> list[int]:
    """The room divided by shares, in whole twips that sum to it exactly.

    No column becomes narrower than it needs to be, at the cost of the others, as long as there is room for all.
    """
    given: dict[int, float] = {}
    while True:
        rest = room - sum(given.values())
        parts = sum(share for n, share in enumerate(shares) if n not in given)
        wanted = [given.get(n, rest * share / (parts or 1)) for n, share in enumerate(shares)]
        short = {n: need for n, need in enumerate(needs) if n not in given and wanted[n] < need}
        if not short or sum(needs) > room:
            break
        given |= short
    edges = [round(edge) for edge in accumulate(wanted, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def _widest_words(view: Table, size: float) -> list[float]:
    """What each column needs so that no word of it is torn, in twips. Formulas may be."""
    rows = [row.cells for row in view.rows if row.kind != "block"]
    widest = []
    for n, column in enumerate(view.columns):
        words = set(_WORDS.findall(" ".join((column.title, *(row[n] or "" for row in rows)))))
        widest.append(max((width(word, size) for word in words), default=0) * 20 + _CELL_MARGINS)
    return widest


def _continued(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Row and column of each cell that has no text of its own and a cell above it, not a block's."""
    for number, (above, row) in enumerate(pairwise(rows), start=1):
        if "block" not in (above.kind, row.kind):
            yield from ((number, column) for column, cell in enumerate(row.cells) if cell is None)


class _Drawing:
    """One table being drawn: what all its cells share is worked out once."""

    def __init__(self, look: Letterhead, view: Table, room: int, *, keep: bool) -> None:
        self._view = view
        last = len(view.rows) - 1
        together = range(last) if last < _SHORT else ()
        self._kept = frozenset((*together, *((last,) if keep else ())))
        self._continued = frozenset(_continued(view.rows))
        self._table_style = look.style("Report Table")
        size = "Wide Table" if len(view.columns) >= _WIDE else "Table"
        needs = _widest_words(view, look.size(f"{size} Head"))
        self._widths = widths([column.share for column in view.columns], needs, room)
        self._head = look.style(f"{size} Head")
        self._count = look.style(f"{size} Count")
        self._block = look.style(f"{size} Left")
        self._aligned = [look.style(f"{size} {column.align.capitalize()}") for column in view.columns]

    def xml(self, title: str, closing: str = "") -> str:
        grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in self._widths)
        # Word's limit for both; it calls a file with a longer one corrupt.
        name = escape(title[:255])
        description = escape("; ".join(_titles(self._view.columns))[:255])
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table_style}"/>'
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{name}"/>'
            f'<w:tblDescription w:val="{description}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{self._heads()}{self._rows()}{self._closing(closing) if closing else ''}</w:tbl>"
        )

    def _heads(self) -> str:
        columns = self._view.columns
        if any(column.group for column in columns):
            lines = [self._groups(), self._titles_under_groups()]
        else:
            lines = [[self._head_cell(n, column.title) for n, column in enumerate(columns)]]
        if self._view.numbered:
            counts = (column.formula or f"({n})" for n, column in enumerate(columns, start=1))
            lines.append([_cell(self._widths[n], "", self._count, count) for n, count in enumerate(counts)])
        return "".join(f"<w:tr>{_HEAD}{''.join(line)}</w:tr>" for line in lines)

    def _groups(self) -> list[str]:
        """The upper line of heads: a group over its columns, a lone column down through both lines."""
        cells = []
        for group, neighbours in groupby(enumerate(self._view.columns), key=lambda pair: pair[1].group):
            members = list(neighbours)
            if group:
                cells.append(self._spanning(members[0][0], len(members), self._head, group))
            else:
                merge = '<w:vMerge w:val="restart"/>'
                cells += [self._head_cell(n, column.title, merge) for n, column in members]
        return cells

    def _titles_under_groups(self) -> list[str]:
        return [
            self._head_cell(n, column.title if column.group else "", "" if column.group else "<w:vMerge/>")
            for n, column in enumerate(self._view.columns)
        ]

    def _rows(self) -> str:
        return "".join(f"<w:tr>{_BODY}{self._row(n, row)}</w:tr>" for n, row in enumerate(self._view.rows))

    def _closing(self, closing: str) -> str:
        """A row without lines of its own, under the last one."""
        sides = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
        whole = f'<w:tcW w:w="{sum(self._widths)}" w:type="dxa"/><w:gridSpan w:val="{len(self._widths)}"/>'
        manner = f"<w:tcPr>{whole}<w:tcBorders>{sides}</w:tcBorders></w:tcPr>"
        return f"<w:tr>{_BODY}<w:tc>{manner}{closing}</w:tc></w:tr>"

    def _row(self, number: int, row: Row) -> str:
        if row.kind == "block":
            words = row.cells[0] or ""
            return self._spanning(0, len(self._widths), self._block, words, bold=True, keep=True)
        bold, keep = row.kind == "total", number in self._kept
        columns = zip(self._widths, self._aligned, row.cells, strict=True)
        return "".join(
            _cell(wide, self._merge(number, n), style, cell or "", bold=bold, keep=keep)
            for n, (wide, style, cell) in enumerate(columns)
        )

    def _merge(self, number: int, column: int) -> str:
        """Whether the cell continues the one above it, begins a merged one, or stands alone."""
        if (number, column) in self._continued:
            return "<w:vMerge/>"
        return '<w:vMerge w:val="restart"/>' if (number + 1, column) in self._continued else ""

    def _spanning(
        self, first: int, count: int, style: str, words: str, *, bold: bool = False, keep: bool = False
    ) -> str:
        wide = sum(self._widths[first : first + count])
        return _cell(wide, f'<w:gridSpan w:val="{count}"/>', style, words, bold=bold, keep=keep)

    def _head_cell(self, column: int, title: str, merge: str = "") -> str:
        return _cell(self._widths[column], merge, self._head, title)


def _cell(wide: int, merge: str, style: str, words: str, *, bold: bool = False, keep: bool = False) -> str:
    keeping = "<w:keepNext/>" if keep else ""
    manner = "<w:rPr><w:b/></w:rPr>" if bold else ""
    inside = f"<w:r>{manner}{text(words)}</w:r>" if words else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{merge}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keeping}</w:pPr>{inside}</w:p></w:tc>'
    )


def _titles(columns: Sequence[Column]) -> list[str]:
    return [f"{column.group}: {column.title}" if column.group else column.title for column in columns]
