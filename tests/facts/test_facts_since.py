"""Tests of parplan.facts.since."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from parplan.calendar.period import Period
from parplan.facts.since import since, standings_before
from parplan.facts.standing import Standing
from workspaces import HEAD, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 10/9/2022}, …}
- {id: B, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: C, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 31/10/2022}, …}
"""


LATER = "data/progress/2022-10/so-tu-phap.yaml"


def tasks(standings: Iterable[Standing]) -> list[str]:
    return [standing.assignment.task.id for standing in standings]


def reported(w: Builder) -> Builder:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", received="2022-09-15")
    return w.report(
        "2022-10",
        "so-tu-phap",
        "- {task: A, status: done, date: 2022-09-20}\n- {task: C, status: done, date: 2022-10-03}\n",
        received="2022-10-15",
    )


def test_what_fell_due_and_what_was_done_since_the_month_before(w: Builder) -> None:
    now = reported(w).standings(month="2022-10")
    before = standings_before(now)
    assert before is not None
    found = since(before, now)
    assert found.month == Period.parse("2022-09")
    assert tasks(found.newly_overdue) == ["B"]
    assert tasks(found.newly_done) == ["A", "C"]
    assert tasks(found.settled) == ["A"]


def test_a_day_is_compared_with_the_newest_closed_month_for_which_anybody_has_reported(w: Builder) -> None:
    reported(w).report("2022-08", "so-tu-phap", received="2022-08-16")
    for day, month in (("2022-09-14", "2022-08"), ("2022-09-15", "2022-09"), ("2022-10-20", "2022-10")):
        before = standings_before(w.standings(day=day))
        assert before is not None
        assert before.view.month == Period.parse(month)


def test_before_the_first_report_there_is_nothing_to_compare_with(w: Builder) -> None:
    assert standings_before(w.standings(day="2022-08-10")) is None
    assert standings_before(w.standings(month="2022-08")) is None


def test_the_same_viewpoint_shows_no_change(w: Builder) -> None:
    now = reported(w).standings(month="2022-10")
    assert not since(now, now).newly_overdue
    assert not since(now, now).newly_done


@pytest.mark.parametrize("day", ["2022-10-14", "2022-10-15", "2022-10-19", "2022-10-20", "2022-12-31"])
def test_the_office_s_report_once_made_is_never_taken_back(w: Builder, day: str) -> None:
    head = HEAD.replace("archive: VT", "archive: VT\n    task: R")
    w.tasks("- {id: R, kind: periodic, lead: [so-noi-vu], deadline: {rule: hằng tháng}, …}\n", head)
    w.report("2022-09", "so-tu-phap", received="2022-09-15").report("2022-10", "so-tu-phap", received="2022-10-14")
    w.write("data/reports/2022-10.yaml", "plan: 2022\nperiod: 2022-10\ndate: 2022-10-20\n")
    now = w.standings(day)
    before = standings_before(now)
    assert before is not None
    assert not since(before, now).undone
    assert not [s for s in now.counted if s.state.is_overdue]


def test_what_was_not_overdue_and_is_owed_no_more_is_not_released(w: Builder) -> None:
    paper = "document: {number: 1/QĐ, issuer: ubnd-tinh}"
    drops = [f"- {{id: {task}, kind: drop, task: {task}, from: 2022-09-05, {paper}}}\n" for task in "AC"]
    now = reported(w.tasks(TASKS)).decisions("2022-10", "".join(drops)).remove(LATER).standings(month="2022-10")
    before = standings_before(now)
    assert before is not None
    assert tasks(since(before, now).released) == ["A"]


def test_what_was_done_and_is_taken_back_is_told_as_undone(w: Builder) -> None:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-05}\n")
    w.report("2022-10", "so-tu-phap", "- {task: A, status: in-progress, date: 2022-10-05}\n")
    now = w.standings(month="2022-10")
    before = standings_before(now)
    assert before is not None
    found = since(before, now)
    assert (tasks(found.undone), tasks(found.newly_done)) == (["A"], [])


def test_a_month_is_compared_with_the_one_before_though_nobody_reported_for_it(w: Builder) -> None:
    before = standings_before(reported(w).standings(month="2022-12"))
    assert before is not None
    assert before.view.month == Period.parse("2022-11")


def test_a_day_is_not_compared_with_a_closed_month_for_which_nobody_reported(w: Builder) -> None:
    before = standings_before(reported(w).standings(day="2022-11-20"))
    assert before is not None
    assert before.view.month == Period.parse("2022-10")


def test_what_was_done_and_still_is_is_not_undone(w: Builder) -> None:
    now = reported(w).standings(month="2022-11")
    before = standings_before(now)
    assert before is not None
    assert not since(before, now).undone
