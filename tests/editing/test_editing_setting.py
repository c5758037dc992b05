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


@pytest.mark.parametrize(
    ("address", "value", "written"),
    [
        ("tasks.A.with", "hoi-an , UBND thị xã Điện Bàn; so-noi-vu", "with: [hoi-an, dien-ban, so-noi-vu]"),
        ("tasks.A.with", "“hoi-an”", "with: [hoi-an]"),
        ("plan.coordinator", "Sở Tư pháp", "coordinator: so-tu-phap\n"),
        ("plan.reporting.recipients", "Như trên ; Sở Nội vụ, Sở Tư pháp", '[Như trên, "Sở Nội vụ, Sở Tư pháp"]'),
        ("plan.reporting.recipients", "Ðảng ủy; Sở Nội vụ", "recipients: [Đảng ủy, Sở Nội vụ]"),
        ("plan.short", "Hoi-An; một, hai", "short: Hoi-An; một, hai\n"),
        ("plan.short", "Hoi-An", "short: Hoi-An\n"),
        ("plan.number", "5/KH-UBND", "number: 5/KH-UBND\n  issued: "),
    ],
)
def test_what_is_typed_is_written_as_the_data_write_it(w: Builder, address: str, value: str, written: str) -> None:
    made = put(w.load(), PLAN, address, value)
    assert (written in text_of(made), made.new_errors) == (True, ())


def test_a_unit_that_nobody_knows_stays_as_it_was_typed_and_is_told(w: Builder) -> None:
    made = put(w.load(), PLAN, "tasks.A.with", "Sở Lạ")
    assert "with: [Sở Lạ]" in text_of(made)
    assert [error.code for error in made.new_errors] == [Code.AGENCY_UNKNOWN]


def test_a_value_that_is_there_is_no_change(w: Builder) -> None:
    loaded = w.change(PLAN, "recipients: [Như trên]", "recipients: [ Như trên ]").load()
    assert put(loaded, PLAN, "plan.reporting.recipients", "Như trên").edits == ()
    assert put(loaded, PLAN, "plan.short", "Kế hoạch").edits == ()


def test_a_mistake_at_the_same_place_of_another_file_is_none_of_this_one(w: Builder) -> None:
    for unit in ("so-noi-vu", "so-tu-phap"):
        w.report("2022-09", unit, "- {task: C, status: done}\n", received="1/9/2022")
    made = put(w.load(), REPORT, "received", "30/9/2022")
    assert "received: 2022-09-30\n" in text_of(made)


def test_the_last_update_takes_its_list_along(w: Builder) -> None:
    loaded = w.report("2022-09", "so-tu-phap", "- {task: C, status: done}\n", received="2022-09-15").load()
    made = unset(loaded, field_at(loaded.sources[REPORT], "updates.C"))
    assert text_of(made).endswith("received: 2022-09-15\n")


def test_an_item_that_was_the_only_one_takes_its_list_along(w: Builder) -> None:
    w.change(AGENCIES, "members: [cac-so, cac-huyen]", "members: [cac-so], kinds: [so]")
    loaded = w.load()
    made = unset(loaded, field_at(loaded.sources[AGENCIES], "groups.tat-ca.members.0"))
    assert "{id: tat-ca, name: các Sở và địa phương, kinds: [so]}" in text_of(made)
    assert unset(loaded, field_at(loaded.sources[PLAN], "tasks.A.note")).edits == ()
