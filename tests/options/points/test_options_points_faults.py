"""Tests of parplan.options.points.faults: a bad cell by file and place, with why and what was probably meant."""

from __future__ import annotations

from parplan.documents.document import Place
from parplan.finding import Stop
from parplan.options.points.faults import fault_lines
from parplan.tables.cells import Fault
from parplan.words import words

VI = words("vi")


def test_a_fault_is_told_with_its_file_its_cell_and_why() -> None:
    (line,) = fault_lines([Fault(Place(7, 5, 1, "Điểm"), Stop("year-invalid", text="20x"))], "bang.xlsx", VI)
    assert line.startswith("bang.xlsx")
    assert "E7" in line
    assert line.endswith(VI("stop.year-invalid", text="20x"))


def test_what_was_probably_meant_stands_behind_it() -> None:
    stop = Stop("place-unknown", text="Huế", known="hue", near="hue")
    (line,) = fault_lines([Fault(Place(2, 1, 1), stop)], "bang.docx", VI)
    assert line.endswith(VI("usage.meant", meant="hue"))
