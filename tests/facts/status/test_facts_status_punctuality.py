"""Tests of parplan.facts.status.punctuality: who sent a report, how late, how many months in a row."""

from __future__ import annotations

from datetime import date

from parplan.calendar.period import Period
from parplan.facts.status.punctuality import Sending, UnitReport, by_month, unit_reports
from parplan.facts.status.selection import Selection
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap, hoi-an, dien-ban, so-noi-vu], deadline: {rule: ngày 30/9/2022}, …}
"""


def told(w: Builder) -> Builder:
    """Sở Tư pháp in time, Hội An late twice, Điện Bàn silent since September; the office itself is not asked."""
    w.tasks(TASKS)
    for month in ("2022-08", "2022-09", "2022-10"):
        w.report(month, "so-tu-phap", received=f"{month}-17")
    w.report("2022-08", "hoi-an", received="2022-08-15")
    w.report("2022-09", "hoi-an", received="2022-09-18").report("2022-10", "hoi-an", received="2022-10-22")
    return w.report("2022-08", "dien-ban", received="2022-08-16")


def test_a_unit_is_in_time_late_or_silent_and_for_how_long(w: Builder) -> None:
    standings = told(w).standings(day="2022-11-01")
    assert unit_reports(standings, Period.parse("2022-10")) == (
        UnitReport("so-tu-phap", Sending.IN_TIME, date(2022, 10, 17), 0, 3),
        UnitReport("hoi-an", Sending.LATE, date(2022, 10, 22), 5, 2),
        UnitReport("dien-ban", Sending.SILENT, None, 0, 2),
    )


def test_what_came_in_later_is_not_seen_yet(w: Builder) -> None:
    standings = told(w).standings(day="2022-10-20")
    found = {r.agency: r for r in unit_reports(standings, Period.parse("2022-10"))}
    assert found["hoi-an"] == UnitReport("hoi-an", Sending.SILENT, None, 0, 1)


def test_month_by_month_each_report_s_figures_stand(w: Builder) -> None:
    told(w).report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-09-20}\n", received="2022-10-17")
    found = by_month(w.standings(day="2022-10-31"), Selection())
    assert [str(month) for month in found] == ["2022-08", "2022-09", "2022-10"]
    october = found[Period.parse("2022-10")]
    assert (october["so-tu-phap"].tally.done, october["so-tu-phap"].sending) == (1, Sending.IN_TIME)
    assert (october["dien-ban"].tally.all_overdue, october["dien-ban"].sending) == (1, Sending.SILENT)
    assert october["so-noi-vu"].sending is None
    assert found[Period.parse("2022-09")]["so-tu-phap"].tally.fell_due == 0


def test_a_month_s_report_shows_the_months_up_to_it(w: Builder) -> None:
    assert [str(month) for month in by_month(told(w).standings(month="2022-09"), Selection())] == [
        "2022-08",
        "2022-09",
    ]


def test_nobody_is_silent_before_the_day_to_send(w: Builder) -> None:
    told(w)
    for day, sendings in (("2022-10-17", {None}), ("2022-10-18", {Sending.SILENT})):
        october = by_month(w.standings(day=day), Selection())[Period.parse("2022-10")]
        assert {october[agency].sending for agency in ("hoi-an", "dien-ban")} == sendings


def test_only_what_was_asked_for_is_counted_month_by_month(w: Builder) -> None:
    selection = Selection(frozenset({"hoi-an"}), text="không có việc nào như vậy")
    found = by_month(told(w).standings(day="2022-10-31"), selection)[Period.parse("2022-10")]
    assert list(found) == ["hoi-an"]
    assert found["hoi-an"].tally.total == 0


def test_what_came_of_a_report_is_named_as_machines_read_it() -> None:
    assert [sending.value for sending in Sending] == ["in-time", "late", "undated", "silent"]


def test_in_a_month_s_own_report_who_sent_none_is_silent_in_that_month_too(w: Builder) -> None:
    found = by_month(told(w).standings(month="2022-09"), Selection())[Period.parse("2022-09")]
    assert found["dien-ban"].sending is Sending.SILENT


def test_a_report_whose_day_nobody_wrote_down_is_neither_in_time_nor_late(w: Builder) -> None:
    told(w).report("2022-10", "dien-ban")
    found = {r.agency: r for r in unit_reports(w.standings(day="2022-11-01"), Period.parse("2022-10"))}
    assert found["dien-ban"] == UnitReport("dien-ban", Sending.UNDATED, None, 0, 1)


def test_a_month_of_which_no_report_at_all_is_recorded_is_nobody_s_silence(w: Builder) -> None:
    w.tasks(TASKS).report("2022-11", "so-tu-phap", received="2022-11-16")
    standings = w.standings(day="2022-11-29")
    rows = {r.agency: (r.sending, r.in_a_row) for r in unit_reports(standings, Period.parse("2022-11"))}
    assert rows["hoi-an"] == (Sending.SILENT, 1)
    cells = by_month(standings, Selection())
    assert [cells[month]["hoi-an"].sending for month in cells] == [None, None, None, Sending.SILENT]
