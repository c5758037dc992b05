"""Tests of parplan.editing.renaming: every reference that the model marks follows, and nothing else does."""

from __future__ import annotations

from collections import Counter

import pytest

from parplan.checks.everywhere.references import names
from parplan.editing.renaming import Thing, renamed, things
from parplan.finding import Stop
from parplan.reading.load import Loaded
from running import sample
from workspaces import AGENCIES, Builder


def test_all_that_others_refer_to_can_be_renamed() -> None:
    workspace = sample().workspace
    refs = Counter((thing.kind, thing.ref) for thing in things(workspace))
    for kind in ("task", "index", "place", "criterion"):
        assert {ref for found, ref in refs if found == kind} == names(workspace)[kind].keys()
    assert {ref for found, ref in refs if found == "agency"} == names(workspace)["agency-or-group"].keys()
    assert set(refs.values()) == {1}


@pytest.mark.parametrize(
    ("kind", "ref"), [("agency", "so-noi-vu"), ("task", "III.1.5d"), ("index", "PAR"), ("place", "quang-nam")]
)
def test_the_workspace_stands_as_before_under_the_new_id_and_back(kind: str, ref: str) -> None:
    loaded = sample()
    there = renamed(loaded, found(loaded, kind, ref), "ten-moi")
    assert there.new_errors == ()
    assert len(there.loaded.findings) == len(loaded.findings)
    back = renamed(there.loaded, found(there.loaded, kind, "ten-moi"), ref)
    first = {edit.file: edit.before for edit in there.edits if edit.before is not None}
    last = {edit.file: edit.after for edit in back.edits if edit.after is not None}
    assert last == first


def found(loaded: Loaded, kind: str, ref: str) -> Thing:
    return next(thing for thing in things(loaded.workspace) if (thing.kind, thing.ref) == (kind, ref))


def test_a_file_that_stands_in_the_way_is_not_written_over(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap").write("data/progress/2022-09/stp.yaml", "plan: 2022\n")
    with pytest.raises(Stop, match=r"^rename-errors"):
        renamed(w.load(), found(w.load(), "agency", "so-tu-phap"), "stp")


def test_a_group_shares_its_ids_with_units_and_moves_no_file(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap")
    loaded = w.load()
    with pytest.raises(Stop, match=r"^rename-taken"):
        renamed(loaded, found(loaded, "agency", "cac-so"), "so-tu-phap")
    made = renamed(loaded, found(loaded, "agency", "cac-so"), "so-nganh")
    assert [edit.file for edit in made.edits] == [AGENCIES]
