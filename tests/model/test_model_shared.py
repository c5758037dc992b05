"""Tests of parplan.model.shared, as it is read from files."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import RESULTS, Builder

CALENDAR = "data/calendar.yaml"


@pytest.mark.parametrize(("flag", "sample"), [("true", True), ("false", False)])
def test_a_file_may_say_that_it_is_a_sample(w: Builder, flag: str, sample: bool) -> None:
    w.write(CALENDAR, f"sample: {flag}\ndays: []\n")
    calendar = w.workspace().calendar
    assert calendar is not None
    assert calendar.sample is sample


def test_a_mark_says_how_a_fact_was_come_by(w: Builder) -> None:
    w.write(RESULTS, "results:\n  - {index: PAR, year: 2022, place: quang-nam, mark: reed, source: x}\n")
    w.refused(Code.VALUE_UNKNOWN, RESULTS, "reed", meant="read")
