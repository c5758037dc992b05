"""Tests of parplan.documents.document: cells are found, and called as whoever opens the document calls them."""

from __future__ import annotations

import pytest

from parplan.documents.document import Document, Paragraph, Place, Table, address, column_of


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (6, 4, "E7"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1")]
)
def test_a_cell_is_called_as_excel_calls_it(row: int, column: int, name: str) -> None:
    assert address(row, column) == name
    assert column_of(name.rstrip("0123456789")) == column


def test_a_place_counts_from_one() -> None:
    assert Table([], number=2).place(13, 2) == Place(14, 3, table=2)
    assert Table([], "Biểu").place(6, 4).cell == "E7"
    assert Table([], "Biểu").place(6) == Place(7, tab="Biểu")
    assert Place(7).cell == "7"


def test_a_covered_cell_says_what_its_first_corner_says() -> None:
    table = Table([[5.0, ""], ["", "b"]], covered={(0, 1): (0, 0)})
    assert [table.text(0, 0), table.text(0, 1), table.text(1, 1)] == ["5", "5", "b"]


def test_tables_inside_others_are_tables_too() -> None:
    inner = Table([["a"]], number=2)
    outer = Table([["a"]], number=1, inner=(inner,))
    assert Document((Paragraph("x"), outer)).tables == (outer, inner)
