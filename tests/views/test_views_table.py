"""Tables as values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from parplan.views.table import Column, Row, Table


def test_a_table_is_plain_unless_said_otherwise() -> None:
    table = Table((Column("a"),), (Row(("x",)),))
    assert (table.caption, table.note, table.empty, table.numbered) == ("", "", "", False)
    assert (table.rows[0].kind, table.rows[0].tone, table.columns[0].align) == ("row", "plain", "left")


def test_a_table_is_never_changed_once_made() -> None:
    row = Row(("x",))
    with pytest.raises(FrozenInstanceError):
        row.kind = "total"  # type: ignore[misc]
