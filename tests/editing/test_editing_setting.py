"""Tests of parplan.editing.setting: the change that a new value is, in the spelling of the data."""

from __future__ import annotations

import pytest

from parplan.editing.edit import Edited
from parplan.editing.field import field_at
from parplan.editing.setting import set_to, unset
from parplan.finding import Code
from parplan.reading.load import Loaded
from workspaces import AGENCIES, PLAN, REPORT, Builder


def put(loaded: Loaded, file: str, address: str, value: str) -> Edited:
    return set_to(loaded, field_at(loaded.sources[file], address), value)


def text_of(made: Edited) -> str:
    (edit,) = made.edits
    assert edit.after is not None
    return edit.after.decode()


@pytest.mark.parametrize(
    ("value", "meant"),
    [("30/9/2022", "2022-09-30"), ("2022-9-3", "2022-09-03"), ("３０/9/2022", "2022-09-30")],
)
def test_what_was_meant_beyond_doubt_is_written(w: Builder, value: str, meant: str) -> None:
    loaded = w.report("2022-09", "so-tu-phap", "- {task: C, status: done}\n").load()
    made = put(loaded, REPORT, "received", value)
    assert (f"received: {meant}\n" in text_of(made), made.new_errors) == (True, ())


def test_what_is_merely_near_is_asked_about(w: Builder) -> None:
    made = put(w.load(), PLAN, "tasks.A.kind", "onec")
    assert [(error.code, error.meant) for error in made.new_errors] == [(Code.VALUE_UNKNOWN, "once")]


def test_mistakes_elsewhere_are_not_mended(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp", "from: 1/1/2022, name: Sở Tư pháp")
    made = put(w.load(), AGENCIES, "agencies.so-noi-vu.until", "31/12/2022")
    assert ("from: 1/1/2022" in text_of(made), "until: 2022-12-31" in text_of(made)) == (True, True)


def test_a_list_of_one_is_still_a_list(w: Builder) -> None:
    assert "with: [hoi-an]" in text_of(put(w.load(), PLAN, "tasks.A.with", "Hoi-An,"))


def test_an_item_that_was_the_only_one_takes_its_list_along(w: Builder) -> None:
    w.change(AGENCIES, "members: [cac-so, cac-huyen]", "members: [cac-so], kinds: [so]")
    loaded = w.load()
    made = unset(loaded, field_at(loaded.sources[AGENCIES], "groups.tat-ca.members.0"))
    assert "{id: tat-ca, name: các Sở và địa phương, kinds: [so]}" in text_of(made)
    assert unset(loaded, field_at(loaded.sources[PLAN], "tasks.A.note")).edits == ()
