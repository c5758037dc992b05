"""The workbook behind a chart of Word: its figures, for who edits them.

Must not know how a chart looks.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from parplan.output.files.seal import repacked
from parplan.output.text.typography import printable
from parplan.views.chart import Chart

_NO_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)


def workbook(view: Chart) -> bytes:
    """The figures as the sheet that the chart points to: categories in column A, a series in each next one."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": _NO_DAY})
    sheet = book.add_worksheet("Sheet1")
    text = book.add_format({"quote_prefix": True})  # no name becomes a formula when somebody edits the cell
    for column, series in enumerate(view.series, start=1):
        sheet.write_string(0, column, printable(series.name), text)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, float(value))
    for row, category in enumerate(view.categories, start=1):
        sheet.write_string(row, 0, printable(category), text)
    sheet.set_column(0, 0, 32)
    book.close()
    return repacked(target.getvalue())
