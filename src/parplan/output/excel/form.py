"""A unit's form as an .xlsx: what is known is locked, what is to be filled is open, each cell with its hint.

Must not choose or word a cell; no text may act as a formula, and nothing typed may turn into a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from xlsxwriter import Workbook

from parplan.documents.package import unpacked
from parplan.output.excel.csv import harmless
from parplan.output.excel.heights import height
from parplan.output.files.seal import DIGEST_NAME, sealed
from parplan.output.text.typography import printable
from parplan.views.forms.form import FormRow, UnitForm
from parplan.views.forms.marks import KEYS

_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "font_scheme": "none"}
_SIZE: Final = 11
_CELL: Final = {"valign": "top", "border": 1, "text_wrap": True, "font_size": _SIZE}
_BOLD_AS_WIDE: Final = 10.5
"""Bold letters of this size take the room of plain ones of the table's."""

_ROOM, _PITCH = 0.91, 1.24
"""Of a column's width, what is counted on for its text, and from line to line: so nothing in the sample's forms is
cut off on LibreOffice's screen, which breaks lines earlier than its pages, and few rows are a line too high."""

_HEAD: Final = {**_CELL, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7E6E6"}
_OPEN: Final = {**_CELL, "locked": False, "num_format": "@", "bg_color": "#FFFBE6"}
"""To be filled: as text, so that Excel takes neither 47/50 nor 5/9/2022 for a day of its own."""

_QUIET: Final = "#595959"
"""Grey that can still be read on white (7 to 1), for what was said before."""

_A4: Final = 9
_MARGIN: Final = 0.4  # inches
_LONGEST_HINT: Final = 255
_GUIDE_WIDTH: Final = 110
_LONGEST_TAB: Final = 31
_NOT_IN_TABS: Final = "[]:*?/\\'"
_MOVED: Final = {"format_cells": True, "format_columns": True, "format_rows": True}
"""What a hand may do to a locked sheet: make room to read."""


def form_workbook(*made: UnitForm) -> bytes:
    """Forms as one sealed file, each in a sheet of its own: the same forms give the same bytes."""
    target = BytesIO()
    options = {"in_memory": True, "default_format_properties": _FONT, "default_column_width": 72}
    book = Workbook(target, options)
    tabs = _tabs(made)
    for form, tab in zip(made, tabs, strict=True):
        _Sheet(book, replace(form, tab=tab)).write()
    _write_guide(book, made[0])
    own = made[0].properties
    created = datetime.combine(own.day, time(), UTC)
    book.set_properties({"title": printable(own.title), "author": printable(own.author), "created": created})
    book.set_custom_property(DIGEST_NAME, "")
    book.close()
    return sealed(_growing(target.getvalue()))


def _growing(content: bytes) -> bytes:
    """The package with rows that still grow with what is typed: the library fixes each height that it is given."""
    grown = BytesIO()
    with ZipFile(grown, "w") as package:
        for name, part in unpacked(content).items():
            is_sheet = name.startswith("xl/worksheets/")
            package.writestr(name, part.replace(b' customHeight="1"', b"") if is_sheet else part)
    return grown.getvalue()


def _tabs(made: Sequence[UnitForm]) -> list[str]:
    """The name of each sheet: of several the unit's, as much of it as Excel takes, and no two alike."""
    if len(made) == 1:
        return [made[0].tab]
    tabs = [made[0].guide_tab]
    for form in made:
        name = "".join(letter for letter in form.unit if letter not in _NOT_IN_TABS)
        cut = name if len(name) <= _LONGEST_TAB else name[: _LONGEST_TAB + 1].rpartition(" ")[0]
        twins = sum(tab.startswith(cut[: _LONGEST_TAB - 4]) for tab in tabs[1:])
        is_taken = cut.casefold() in {tab.casefold() for tab in tabs}
        tabs.append(f"{cut[: _LONGEST_TAB - 4]} ({twins + 1})" if is_taken else cut)
    return tabs[1:]


class _Sheet:
    """The sheet that is filled in. Column A holds the marks of rows, a row below the heads those of columns."""

    def __init__(self, book: Any, made: UnitForm) -> None:
        self.book, self.made = book, made
        self.sheet = book.add_worksheet(made.tab)
        self.columns = (*made.known, *made.filled)
        self.first_filled = 1 + len(made.known)
        self.groups = 1 + len(made.lines)
        self.heads, self.keys = self.groups + 1, self.groups + 2
        self.last = self.keys + len(made.rows)
        self.open = book.add_format(_OPEN)
        self.known = book.add_format(_CELL)
        self.quiet = book.add_format({**_CELL, "font_color": _QUIET, "italic": True})
        # without lines between its cells, which the text runs across
        self.block = book.add_format(
            {**_CELL, "text_wrap": False, "bold": True, "border": 0, "top": 1, "bottom": 1}
        )

    def write(self) -> None:
        self._write_head()
        for number, row in enumerate(self.made.rows, start=self.keys + 1):
            self._write_row(number, row)
        self._lay_out()

    def _write_head(self) -> None:
        made, sheet, book = self.made, self.sheet, self.book
        sheet.write_string(0, 0, made.mark)
        sheet.write_string(0, 1, printable(made.title), book.add_format({"bold": True, "font_size": 14}))
        for row, line in enumerate(made.lines, start=1):
            sheet.write_string(row, 1, printable(line), book.add_format({"bold": row <= 2}))
        head = book.add_format(_HEAD)
        for column, key in enumerate(self.columns, start=1):
            sheet.write_string(self.heads, column, printable(key.title), head)
            # the form's own mark stands here once more, for who deletes the column that he cannot see
            sheet.write_string(
                self.keys, column, key.key if column >= self.first_filled else made.mark if column == 1 else ""
            )
            sheet.set_column(column, column, key.width)
        sheet.merge_range(self.groups, 1, self.groups, self.first_filled - 1, made.groups[0], head)
        sheet.merge_range(self.groups, self.first_filled, self.groups, len(self.columns), made.groups[1], head)
        sheet.set_row(self.heads, height(((key.title, key.width) for key in self.columns), _SIZE))
        sheet.write_string(self.keys, 0, KEYS)
        sheet.set_row(self.keys, None, None, {"hidden": True})
        sheet.set_column(0, 0, 4, None, {"hidden": True})

    def _write_row(self, number: int, row: FormRow) -> None:
        sheet = self.sheet
        if row.mark:
            sheet.write_string(number, 0, row.mark)
            texts = zip(row.known, (column.width * _ROOM for column in self.made.known), strict=True)
            sheet.set_row(number, height(texts, _SIZE, _BOLD_AS_WIDE, _PITCH))
        for column, text in enumerate(row.known, start=1):
            look = self.block if not row.mark else self.quiet if column == len(row.known) else self.known
            self._put(number, column, text, look)
        for column, key in enumerate(self.made.filled, start=self.first_filled):
            if key.key not in row.open:
                sheet.write_blank(number, column, None, self.block if not row.mark else self.known)
                continue
            sheet.write_blank(number, column, None, self.open)
            sheet.data_validation(number, column, number, column, self._hint(key.key, key.title, key.hint, row))

    def _put(self, number: int, column: int, text: str, look: Any) -> None:
        """A text that stays one, even when somebody edits the cell."""
        if not text:
            self.sheet.write_blank(number, column, None, look)
        elif harmless(text) == text:
            self.sheet.write_string(number, column, printable(text), look)
        else:
            guarded = self.book.add_format({**_CELL, "quote_prefix": True})
            self.sheet.write_string(number, column, printable(text), guarded)

    def _hint(self, key: str, title: str, hint: str, row: FormRow) -> dict[str, Any]:
        hints = {"input_title": title[:32], "input_message": hint[:_LONGEST_HINT]}
        if key != "status":
            return {"validate": "any", **hints}
        choices = {"validate": "list", "source": list(row.choices), "ignore_blank": True}
        return {**choices, **hints, "error_title": title[:32], "error_message": self.made.choose}

    def _lay_out(self) -> None:
        sheet, made, width = self.sheet, self.made, len(self.columns)
        sheet.freeze_panes(self.keys + 1, 3)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=_MARGIN, right=_MARGIN, top=2 * _MARGIN, bottom=2 * _MARGIN)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.groups, self.heads)
        sheet.print_area(0, 1, self.last, width)
        font = '&"Times New Roman,Regular"&12 '
        warning = f"&L{font}{_escaped(made.watermark)}" if made.watermark else ""
        sheet.set_header(f"{warning}&C{font}&P", {"margin": _MARGIN})
        sheet.set_footer(f"&L{font}{_escaped(made.foot)}", {"margin": _MARGIN})
        # by this name readers of the screen know which cells are the heads of a table
        corner = f"$B${self.heads + 1}"
        self.book.define_name(f"'{made.tab}'!TitleRegion1.B{self.heads + 1}", f"='{made.tab}'!{corner}")
        sheet.protect("", _MOVED)
        sheet.set_selection(self.keys + 1, self.first_filled, self.keys + 1, self.first_filled)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")


def _write_guide(book: Any, made: UnitForm) -> None:
    sheet = book.add_worksheet(made.guide_tab)
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    title = book.add_format({"bold": True, "font_size": 14, "text_wrap": True})
    line_look = book.add_format({"text_wrap": True, "valign": "top"})
    for row, line in enumerate(made.guide):
        sheet.write_string(row, 0, printable(line), title if row == 0 else line_look)
        sheet.set_row(row, height([(line, _GUIDE_WIDTH)]))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", _MOVED)
