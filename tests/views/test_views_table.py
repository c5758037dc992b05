"""Tables as values."""

from __future__ import annotations

import pytest

from parplan.views.table import Column, Row, Table, numbers, printed


def test_a_table_is_plain_unless_said_otherwise() -> None:
    table = Table((Column("a"),), (Row(("x",)),))
    assert (table.caption, table.note, table.empty, table.numbered) == ("", "", "", False)
    assert (table.rows[0].kind, table.rows[0].tone, table.columns[0].align) == ("row", "plain", "left")


def test_a_table_is_never_changed_once_made() -> None:
    row = Row(("x",))
    with pytest.raises(AttributeError):
        row.kind = "total"  # type: ignore[misc]


COLUMNS = (
    Column("TT", key="number"),
    Column("Sản phẩm", key="product"),
    Column("Đến hạn", key="due"),
    Column("Quá hạn", key="not-done/overdue"),
    Column("Tỷ lệ", key="rate", formula="({due}-{not-done/overdue})/{due}"),
)


def test_a_column_that_is_empty_in_every_row_is_left_out_and_formulas_follow() -> None:
    rows = (
        Row(("A. Sở",), kind="block"),
        Row(("1", "", "3", "1", "66,7")),
        Row(("", None, "3", "1", ""), kind="total"),
    )
    paper = printed(Table(COLUMNS, rows))
    assert [column.title for column in paper.columns] == ["TT", "Đến hạn", "Quá hạn", "Tỷ lệ"]
    assert [row.cells for row in paper.rows] == [("A. Sở",), ("1", "3", "1", "66,7"), ("", "3", "1", "")]
    assert numbers(paper.columns) == ["(1)", "(2)", "(3)", "(4)=((2)-(3))/(2)"]
    assert numbers(COLUMNS)[-1] == "(5)=((3)-(4))/(3)"


def test_a_table_without_rows_keeps_its_columns() -> None:
    assert printed(Table(COLUMNS, ())).columns == COLUMNS


def test_cells_of_a_column_begin_alike() -> None:
    rows = (Row(("các sở, ban, ngành", "thường xuyên", "")), Row(("Sở Nội vụ", "hằng tháng", "x")))
    paper = printed(Table(tuple(Column("c") for _ in range(3)), rows))
    assert [row.cells for row in paper.rows] == [
        ("Các sở, ban, ngành", "thường xuyên", ""),
        ("Sở Nội vụ", "hằng tháng", "x"),
    ]
