"""A list as an .xlsx: days that are days, figures that can be summed, heads that stay in sight.

Must not choose or word a cell; no text may act as a formula or a link.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook

from parplan.output.excel.csv import harmless
from parplan.output.excel.heights import height
from parplan.output.files.seal import DIGEST_NAME, sealed
from parplan.output.text.typography import printable
from parplan.views.listing import Cell, Listing

# The library would else leave the font to the theme of the file, which is another.
_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "font_scheme": "none"}
_CELL: Final = {"valign": "top", "border": 1, "text_wrap": True}
_SHARE: Final = 8  # characters of width for a column whose share is one
_A4: Final = 9
_MARGIN: Final = 0.4  # inches
_LONGEST: Final = 32_767  # what Excel takes in one cell
_KEPT_COLUMNS: Final = 2  # code and task: what a row is about


def workbook(made: Listing, note: str = "") -> bytes:
    """The list as a sealed file: the same list and note give the same bytes."""
    target = BytesIO()
    # The widths are for a font whose figures are 8 pixels wide: 72 pixels are the library's name for that.
    options = {
        "in_memory": True,
        "default_format_properties": _FONT,
        "default_column_width": 72,
    }
    book = Workbook(target, options)
    sheet = book.add_worksheet(made.tab)
    top = _write_head(book, sheet, made)
    _write_rows(book, sheet, made, top + 1)
    for number, column in enumerate(made.columns):
        sheet.set_column(number, number, column.share * _SHARE)
    sheet.autofilter(top, 0, top + len(made.rows), len(made.columns) - 1)
    sheet.freeze_panes(top + 1, _KEPT_COLUMNS)
    _lay_out_print(sheet, made, top)
    own = made.properties
    created = datetime.combine(own.day, time(), UTC)
    book.set_properties({"title": printable(own.title), "author": printable(own.author), "created": created})
    book.set_custom_property(DIGEST_NAME, "")
    book.close()
    return sealed(target.getvalue(), note)


def _write_head(book: Any, sheet: Any, made: Listing) -> int:
    """Title, reference, notices and column heads; the row of the heads, counted from 0."""
    bold, plain = book.add_format({"bold": True}), book.add_format({"italic": True})
    warning = book.add_format({"bold": True, "font_color": "#C00000"})
    lines = [(made.title, bold), (made.reference, plain), *((notice, warning) for notice in made.notices)]
    for row, (line, look) in enumerate(lines):
        if harmless(line) != line:
            look.set_quote_prefix()
        sheet.write_string(row, 0, printable(line), look)
    titles = tuple(printable(column.title) for column in made.columns)
    heading = book.add_format(
        {**_CELL, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7E6E6"}
    )
    for number, title in enumerate(titles):
        sheet.write_string(len(lines), number, title, heading)
    sheet.set_row(len(lines), _height(titles, made))
    return len(lines)


def _write_rows(book: Any, sheet: Any, made: Listing, first: int) -> None:
    looks = [book.add_format({**_CELL, "align": column.align}) for column in made.columns]
    # Excel keeps such a text a text when somebody edits the cell, too.
    guarded = [book.add_format({**_CELL, "align": column.align, "quote_prefix": True}) for column in made.columns]
    days = book.add_format({**_CELL, "align": "left", "num_format": "dd/mm/yyyy"})
    for row, cells in enumerate(made.rows, start=first):
        sheet.set_row(row, _height(cells, made))
        for number, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(row, number, cell, days)
            elif isinstance(cell, int | Decimal):
                sheet.write_number(row, number, cell, looks[number])
            elif text := _fitting(printable(cell)):
                look = guarded if harmless(text) != text else looks
                sheet.write_string(row, number, text, look[number])
            else:
                sheet.write_blank(row, number, None, looks[number])


def _height(cells: tuple[Cell, ...], made: Listing) -> float:
    texts = zip(cells, (column.share * _SHARE for column in made.columns), strict=True)
    return height((cell, letters) for cell, letters in texts if isinstance(cell, str))


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _lay_out_print(sheet: Any, made: Listing, heads: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=2 * _MARGIN, bottom=2 * _MARGIN)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heads)
    font = '&"Times New Roman,Regular"&12 '
    warning = f"&L{font}{made.watermark.replace('&', '&&')}" if made.watermark else ""
    sheet.set_header(f"{warning}&C{font}&P", {"margin": _MARGIN})
