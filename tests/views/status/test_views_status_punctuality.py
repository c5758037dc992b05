"""Who sent a report, and each unit month by month, as tables."""

from __future__ import annotations

from parplan.facts.status.status import Sort, StatusFacts
from parplan.views.status.punctuality import months_table, silent_table, silent_view
from parplan.words import words
from workspaces import Builder

TASK = "- {id: A, kind: once, lead: [so-tu-phap, hoi-an, dien-ban], deadline: {rule: ngày 05/9/2022}, …}\n"


def facts(w: Builder, sort: Sort = Sort.LATE) -> StatusFacts:
    w.tasks(TASK).report("2022-09", "so-tu-phap", received="2022-09-15")
    w.report("2022-09", "hoi-an", "- {task: A, status: done, date: 2022-09-05}\n", received="2022-09-20")
    return StatusFacts(w.standings(day="2022-10-05"), sort=sort)


def test_the_silent_come_first_then_the_late(w: Builder) -> None:
    assert [row.cells for row in silent_table(facts(w), words("vi")).rows] == [
        ("UBND thị xã Điện Bàn", "Chưa gửi", "", "", "01 tháng"),
        ("UBND thành phố Hội An", "Chậm", "20/9/2022", "3", "01 tháng"),
        ("Sở Tư pháp", "Đúng hạn", "15/9/2022", "", ""),
    ]


def test_or_as_offices_print_them(w: Builder) -> None:
    rows = silent_table(facts(w, Sort.DUE), words("vi")).rows
    assert [row.cells[0] for row in rows] == ["Sở Tư pháp", "UBND thành phố Hội An", "UBND thị xã Điện Bàn"]


def test_each_month_says_what_was_done_and_who_reported(w: Builder) -> None:
    table = months_table(facts(w), words("vi"))
    assert [column.title for column in table.columns][1:] == ["Tháng 8/2022", "Tháng 9/2022"]
    assert [row.cells for row in table.rows] == [
        ("Sở Tư pháp", "-", "0/1"),
        ("UBND thành phố Hội An", "-", "1/1 chậm"),
        ("UBND thị xã Điện Bàn", "-", "0/1 chưa gửi"),
    ]


def test_before_the_first_close_there_is_no_month(w: Builder) -> None:
    w.tasks(TASK)
    table = months_table(StatusFacts(w.standings(day="2022-08-10")), words("vi"))
    assert (table.rows, table.empty) == ((), "Chưa tháng nào đã chốt số liệu.")


def test_a_day_of_receipt_that_nobody_wrote_down_is_told_as_unknown(w: Builder) -> None:
    w.report("2022-09", "dien-ban")
    found = facts(w)
    assert ("UBND thị xã Điện Bàn", "Chưa rõ ngày gửi", "", "", "") in [
        row.cells for row in silent_table(found, words("vi")).rows
    ]
    assert (
        "01 đơn vị gửi chậm, 01 đơn vị chưa ghi ngày nhận báo cáo;"
        in silent_view(found, words("vi")).blocks[0].lines[0]
    )
    assert [row.cells[-1] for row in months_table(found, words("vi")).rows] == ["0/1", "1/1 chậm", "0/1"]
