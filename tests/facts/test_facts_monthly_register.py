"""Tests of parplan.facts.monthly_register."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.monthly_register import asked_to_report, owing, register
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [so-noi-vu], …}
"""


@pytest.fixture
def m(w: Builder) -> Builder:
    return w.tasks(TASKS)


def test_the_register_parts_in_time_late_and_silent(m: Builder) -> None:
    m.report("2022-09", "hoi-an", received="2022-09-15").report("2022-09", "dien-ban", received="2022-09-18")
    found = register(m.standings(month="2022-09"), Period.parse("2022-09"))
    assert (found.in_time, found.late, found.silent) == (("hoi-an",), ("dien-ban",), ("so-tu-phap",))
    assert (found.sent, found.asked, found.last_day) == (2, 3, date(2022, 9, 17))


def test_the_office_that_asks_is_not_asked_but_owes(m: Builder) -> None:
    standings = m.standings(month="2022-09")
    assert owing(standings) == ("so-noi-vu", "so-tu-phap", "hoi-an", "dien-ban")
    assert asked_to_report(standings) == ("so-tu-phap", "hoi-an", "dien-ban")
