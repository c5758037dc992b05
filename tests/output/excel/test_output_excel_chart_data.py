"""Tests of parplan.output.excel.chart_data: the figures behind a chart, under names that stay names."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl

from parplan.output.excel.chart_data import workbook
from parplan.views.chart import Chart, Series
from parplan.views.table import Table

VIEW = Chart(
    "Biểu đồ 1",
    "Mô tả",
    "bars",
    ("=1+1", "UBND"),
    (Series("Xong", (3, None)), Series("Tỷ lệ", (None, Decimal("1.5")))),
    "Lượt",
    Table((), ()),
    1,
)


def test_names_stand_in_the_first_column_and_a_series_in_each_next_one() -> None:
    sheet = openpyxl.load_workbook(BytesIO(workbook(VIEW)))["Sheet1"]
    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows()] == [
        (None, "Xong", "Tỷ lệ"),
        ("=1+1", 3, None),
        ("UBND", None, 1.5),
    ]


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    cell = openpyxl.load_workbook(BytesIO(workbook(VIEW)))["Sheet1"]["A2"]
    assert cell.quotePrefix
    assert cell.data_type != "f" or cell.quotePrefix


def test_the_same_figures_give_the_same_bytes() -> None:
    assert workbook(VIEW) == workbook(VIEW)
