"""A table in WordprocessingML, as text in UTF-8: grouped heads, merged cells, rows that don't tear, exact widths.

Must not choose a font, a size or a line: styles of the letterhead do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from itertools import count, groupby, pairwise, repeat

from parplan.output.text.typography import printable_bytes
from parplan.output.word.letterhead import Letterhead
from parplan.output.word.paragraphs import paragraph, text, texts
from parplan.output.word.table_layout import Layout
from parplan.views.table import Column, Row, Table

_WIDE = 9  # columns; from here on offices print tables a point smaller
_LONGEST_MERGE = 6  # rows; a longer one may cross a page and leave rows of which one can't tell what they are of
_HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_BODY = "<w:trPr><w:cantSplit/></w:trPr>"
_ROW = f"<w:tr>{_BODY}".encode()


def table(
    look: Letterhead, view: Table, room: int, tall: int, *, title: str = "", keep: bool = False, ending: str = ""
) -> bytes:
    """The table with its caption and note, as wide as ``room`` on pages as tall as ``tall`` (twips).

    A table without rows is its sentence.

    ``title`` names a table without a caption to those who can't see it. ``keep`` holds the end of it, be that a
    row, the note or the sentence, on the page of what follows. ``ending`` closes an appendix: right under the last
    row it is a row of its own, for LibreOffice lets a paragraph fall alone on the page after a full table.
    """
    closing = paragraph(look.style("Appendix Ending"), ending) if ending else ""
    caption = paragraph(look.style("Table Caption"), view.caption) if view.caption else ""
    if not view.rows and view.empty:
        sentence = paragraph(look.style("Body Text"), view.empty, keep=keep or bool(ending))
        return printable_bytes(caption + sentence + closing)
    drawing = _Drawing(look, view, room, tall, keep=keep or bool(ending or view.note))
    if not view.note:
        return printable_bytes(caption) + drawing.xml(view.caption or title, closing)
    note = paragraph(look.style("Table Note"), view.note, keep=keep or bool(ending))
    return printable_bytes(caption) + drawing.xml(view.caption or title) + printable_bytes(note + closing)


def _continued(rows: Sequence[Row]) -> Iterator[tuple[int, set[int]]]:
    """Of a row the columns of its cells that have no text of their own and a cell above them, not a block's."""
    for number, (above, row) in enumerate(pairwise(rows), start=1):
        if None in row.cells and "block" not in (above.kind, row.kind):
            yield number, {column for column, cell in enumerate(row.cells) if cell is None}


def _told_again(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with no cell that continues more than so many above it: after these its text stands again."""
    above: list[tuple[str | None, int]] = []
    for row in rows:
        if None not in row.cells:
            above = [(cell, 1) for cell in row.cells]
            yield row
            continue
        if row.kind == "block" or len(above) != len(row.cells):
            above = [("", 0)] * len(row.cells)
        told = []
        for n, cell in enumerate(row.cells):
            text, run = above[n]
            again = cell is None and run >= _LONGEST_MERGE
            above[n] = (text, run + 1) if cell is None and not again else (text if again else cell, 1)
            told.append(above[n][0] if again else cell)
        yield row._replace(cells=tuple(told))


class _Drawing:
    """One table being drawn: what all its cells share is worked out once."""

    def __init__(self, look: Letterhead, view: Table, room: int, tall: int, *, keep: bool) -> None:
        self._view = view._replace(rows=tuple(_told_again(view.rows)))
        size = "Wide Table" if len(view.columns) >= _WIDE else "Table"
        layout = Layout(self._view, look.size(f"{size} Head"), room, tall)
        self._layout = layout
        self._kept = layout.kept | ({len(view.rows) - 1} if keep else set())
        self._continued = dict(_continued(self._view.rows))
        self._alone = ("",) * len(view.columns)
        self._table_style = look.style("Report Table")
        self._widths, self._numbers = layout.widths, layout.numbers
        self._words = [self._inside_runs(n) for n in range(len(view.columns))]
        self._head = look.style(f"{size} Head")
        self._count = look.style(f"{size} Count")
        self._block = look.style(f"{size} Left")
        self._drawn = cache(self._drawn_anew)  # most cells of a long table say what others of their column say
        self._aligned = [look.style(f"{size} {column.align.capitalize()}") for column in view.columns]

    def xml(self, title: str, closing: str = "") -> bytes:
        grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in self._widths)
        # Word's limit for both; it calls a file with a longer one corrupt.
        name = escape(title[:255])
        description = escape("; ".join(_titles(self._view.columns))[:255])
        opening = (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table_style}"/>'
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{name}"/>'
            f'<w:tblDescription w:val="{description}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{self._heads()}"
        )
        end = f"{self._closing(closing) if closing else ''}</w:tbl>"
        return printable_bytes(opening) + self._rows() + printable_bytes(end)

    def _heads(self) -> str:
        columns = self._view.columns
        if any(column.group for column in columns):
            lines = [self._groups(), self._titles_under_groups()]
        else:
            lines = [[self._head_cell(n, column.title) for n, column in enumerate(columns)]]
        if self._view.numbered:
            counts = zip(self._widths, self._numbers, strict=True)
            lines.append([_cell(wide, "", self._count, text(number)) for wide, number in counts])
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

    def _rows(self) -> bytes:
        return b"".join(map(self._row, count(), self._view.rows))

    def _closing(self, closing: str) -> str:
        """A row without lines of its own, under the last one."""
        sides = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
        whole = f'<w:tcW w:w="{sum(self._widths)}" w:type="dxa"/><w:gridSpan w:val="{len(self._widths)}"/>'
        manner = f"<w:tcPr>{whole}<w:tcBorders>{sides}</w:tcBorders></w:tcPr>"
        return f"<w:tr>{_BODY}<w:tc>{manner}{closing}</w:tc></w:tr>"

    def _row(self, number: int, row: Row) -> bytes:
        if row.kind == "block":
            words = row.cells[0] or ""
            block = self._spanning(0, len(self._widths), self._block, words, bold=True, keep=True)
            return f"<w:tr>{_BODY}{block}</w:tr>".encode()
        bold, keep = repeat(row.kind == "total"), repeat(number in self._kept)
        cells = map(self._drawn, count(), row.cells, self._merges(number), bold, keep)
        return b"".join((_ROW, *cells, b"</w:tr>"))

    def _inside_runs(self, column: int) -> dict[str | None, str]:
        """What stands in the run of each cell of a column; nothing where it has no words."""
        fitted = self._layout.fitted(column)
        inside = zip(fitted, texts(fitted.values()), strict=True)
        return {cell: words if cell else "" for cell, words in inside}

    def _drawn_anew(self, column: int, cell: str | None, merge: str, bold: bool, keep: bool) -> bytes:
        words = self._words[column][cell]
        return _cell(self._widths[column], merge, self._aligned[column], words, bold=bold, keep=keep).encode()

    def _merges(self, number: int) -> Sequence[str]:
        """Of each cell of a row whether it continues the one above it, begins a merged one, or stands alone."""
        continued, following = self._continued.get(number, ()), self._continued.get(number + 1, ())
        if not continued and not following:
            return self._alone
        return [
            "<w:vMerge/>" if n in continued else '<w:vMerge w:val="restart"/>' if n in following else ""
            for n in range(len(self._widths))
        ]

    def _spanning(
        self, first: int, span: int, style: str, words: str, *, bold: bool = False, keep: bool = False
    ) -> str:
        wide = sum(self._widths[first : first + span])
        return _cell(wide, f'<w:gridSpan w:val="{span}"/>', style, _inside_run(words), bold=bold, keep=keep)

    def _head_cell(self, column: int, title: str, merge: str = "") -> str:
        return _cell(self._widths[column], merge, self._head, _inside_run(title))


def _inside_run(words: str) -> str:
    return text(words) if words else ""


def _cell(wide: int, merge: str, style: str, words: str, *, bold: bool = False, keep: bool = False) -> str:
    """``words`` as they stand inside a run; a cell without any has none."""
    keeping = "<w:keepNext/>" if keep else ""
    manner = "<w:rPr><w:b/></w:rPr>" if bold else ""
    inside = f"<w:r>{manner}{words}</w:r>" if words else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{merge}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keeping}</w:pPr>{inside}</w:p></w:tc>'
    )


def _titles(columns: Sequence[Column]) -> list[str]:
    return [f"{column.group}: {column.title}" if column.group else column.title for column in columns]
