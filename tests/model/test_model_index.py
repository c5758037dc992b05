"""Tests of parplan.model.index, as it is read from files."""

from __future__ import annotations

from decimal import Decimal

from workspaces import Builder


def test_an_index_without_sets_is_one(w: Builder) -> None:
    index = w.workspace().indexes.indexes[1]
    assert (index.id, index.sets, index.groups, index.scale) == ("SIPAS", (), (), Decimal(100))
