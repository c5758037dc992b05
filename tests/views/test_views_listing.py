"""Tests of parplan.views.listing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parplan.views.listing import Listing, as_table, text_of
from parplan.views.page import Properties
from parplan.views.table import Column
from parplan.words import words

VI = words("vi")


def test_a_cell_is_written_as_spreadsheets_read_it() -> None:
    cells = ("văn bản", 12, Decimal("-16.8"), Decimal("1234.50"), date(2022, 9, 5))
    assert [text_of(cell, VI) for cell in cells] == ["văn bản", "12", "-16,8", "1.234,50", "2022-09-05"]


def test_what_must_be_known_stands_below_the_table() -> None:
    made = Listing("T", "Tên", "", ("Số liệu minh họa.",), (Column("A"),), ((1,),), Properties("", "", date.min))
    table = as_table(made, VI)
    assert (table.rows[0].cells, table.note) == (("1",), "Số liệu minh họa.")
