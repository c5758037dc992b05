"""Tests of parplan.views.log: changes as rows."""

from __future__ import annotations

from parplan.editing.edit import Edit
from parplan.editing.journal import Entry
from parplan.editing.undo import Fate, Told
from parplan.views.log import undo_table
from parplan.words import words
from workspaces import Builder


def test_each_change_says_when_who_what_and_whether_it_holds(w: Builder) -> None:
    entry = Entry.of([Edit("data/x.yaml", b"a: 1\n", b"a: 2\n")], "set")
    (row,) = undo_table([Told(entry, Fate.HOLDS)], words("vi"), w.workspace()).rows
    assert row.cells[2:] == ("set", "data/x.yaml: a 1 → 2", "Lấy lại được")
