"""Tests of parplan.editing.registering: new units come into the register, and into nobody's group."""

from __future__ import annotations

from datetime import date

from parplan.editing.edit import edited
from parplan.editing.registering import registering
from parplan.reading.tree import Tree
from workspaces import AGENCIES, Builder

KIND = {"id": "moi", "name": "Chưa xếp khối"}
UNIT = {"id": "cong-an", "name": "Công an tỉnh", "kind": "moi"}
GROUP: dict[str, Tree] = {"id": "cac-truong", "name": "các trường", "members": ["so-noi-vu"]}


def test_units_and_groups_are_added_and_no_group_that_is_there_grows(w: Builder) -> None:
    loaded = w.load()
    made = edited(loaded, registering(loaded.sources[AGENCIES].data, [UNIT], [GROUP], KIND))
    assert made.new_errors == ()
    before, after = loaded.workspace.units, made.loaded.workspace.units
    assert {*after.agencies} - {*before.agencies} == {"cong-an"}
    assert {*after.groups} - {*before.groups} == {"cac-truong"}
    day = date(2022, 9, 1)
    assert all(before.members([group], day) == after.members([group], day) for group in before.groups)


def test_a_register_without_groups_gets_its_first(w: Builder) -> None:
    w.write(AGENCIES, w.text(AGENCIES).partition("groups:")[0])
    loaded = w.load()
    made = edited(loaded, registering(loaded.sources[AGENCIES].data, [], [GROUP], KIND))
    assert made.edits[0].after is not None
    assert b"\ngroups:\n  - id: cac-truong" in made.edits[0].after


def test_a_kind_that_is_there_is_not_added_again_and_nothing_new_changes_nothing(w: Builder) -> None:
    loaded = w.load()
    data = loaded.sources[AGENCIES].data
    assert list(registering(data, [], [], KIND)) == []
    assert len(list(registering(data, [UNIT], [], {"id": "so", "name": "Sở"}))) == 1
