"""Tests of parplan.options.forms.filled: what a form says, in rows to be recorded; what is bad, at its cell."""

from __future__ import annotations

from datetime import date

from parplan.finding import Stop
from parplan.options.days import Days
from parplan.options.forms.filled import Fault, Filled, Row, Told

PLACES = {"status": 6, "date": 7, "result": 8}
FILLED = Filled(
    "f.xlsx",
    "Biểu",
    "so-tu-phap",
    is_stale=False,
    head={"agency": ["so-tu-phap"], "document": ["1/BC-STP"]},
    told=[Told({"agency": ["so-tu-phap"], "task": ["A"]}, "A", "", {"status": "G9", "done": "I9"})],
    nothing=["C"],
)
DAYS = Days(date(2022, 9, 16), date(2022, 9, 16))
STOP = Stop("said-missing-date")


def test_its_rows_are_the_units_report_what_is_told_and_what_is_ticked() -> None:
    assert [raw.get("task", raw.get("document")) for raw in FILLED.raws] == [["1/BC-STP"], ["A"], ["C"]]
    assert FILLED.raws[-1]["status"] == ["none"]


def test_a_field_of_a_record_stands_in_a_cell_else_at_the_state() -> None:
    assert FILLED.fault_at("A", "", "values", STOP) == Fault("f.xlsx", STOP, "Biểu", "I9")
    assert FILLED.fault_at("A", "", "period", STOP).cell == "G9"
    assert FILLED.fault_at("B", "", "date", STOP).cell == ""


def test_a_row_knows_its_cells_by_the_keys_of_their_columns() -> None:
    row = Row(8, {"status": " Xong ", "date": 44816.0, "result": "\u00a0"}, PLACES)
    assert (row.at("date"), row.at("link")) == ("H9", "G9")
    assert (row.text("status"), row.day("date", DAYS.read), row.day("link", DAYS.read)) == (
        "Xong",
        "2022-09-12",
        "",
    )
    assert (row.has("result", "link"), row.has("result", "date"), row.first) == (False, True, "status")


def test_what_is_refused_at_a_cell_is_kept_and_reading_goes_on() -> None:
    filled = Filled("f.xlsx", "Biểu", "so-tu-phap", is_stale=False)
    with filled.at(Row(8, {}, PLACES), "date"):
        raise STOP
    assert filled.faults == [Fault("f.xlsx", STOP, "Biểu", "H9")]
