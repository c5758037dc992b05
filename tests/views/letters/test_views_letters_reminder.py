"""Tests of parplan.views.letters.reminder: the letter's page and values, and the message for one unit."""

from __future__ import annotations

from datetime import date

from parplan.facts.reminder import Owed, ReminderFacts
from parplan.views.letters.reminder import MOST_ADDRESSED, reminder_text, reminder_view
from parplan.views.phrases.phrases import Phrases
from parplan.views.table import Table
from parplan.words import words
from workspaces import AGENCIES, Builder

VI = words("vi")
TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap, hoi-an], deadline: {rule: trước ngày 21/9/2022}, …}
- {id: B, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 10/9/2022}, …}
- {id: C, kind: once, lead: [dien-ban], deadline: {rule: ngày 30/11/2022}, …}
"""
LETTER = "{number: 1/SNV-CCHC, date: 2022-10-01, tasks: [{task: A, agencies: [so-tu-phap, hoi-an]}]}"


def drawn(w: Builder, *agencies: str, day: str = "2022-10-05", month: str = "") -> ReminderFacts:
    w.tasks(TASKS)
    w.report("2022-09", "so-tu-phap", "- {task: B, status: in-progress, result: Đang trình.}\n", "2022-09-16")
    w.report("2022-09", "hoi-an", received="2022-09-16")
    standings = w.standings(month=month) if month else w.standings(day=day)
    written = date(2022, 10, 18) if month else date.fromisoformat(day)
    return ReminderFacts(Owed(standings, written), date(2022, 10, 20), frozenset(agencies) or None)


def reminded(w: Builder) -> Builder:
    return w.write("data/reminders/2022.yaml", f"plan: 2022\nreminders:\n  - {LETTER}\n")


def rows(facts: ReminderFacts, name: str) -> list[tuple[str | None, ...]]:
    table = reminder_view(facts, VI).page.appendices[name].parts[0]
    assert isinstance(table, Table)
    return [row.cells for row in table.rows]


def test_a_letter_has_no_kind_and_says_under_its_number_what_it_is_about(w: Builder) -> None:
    head = reminder_view(drawn(w), VI).page.head
    assert (head.kind, head.subject) == ("", ("V/v đôn đốc thực hiện nhiệm vụ", "tại Kế hoạch số …"))
    assert head.addressees == (
        "Sở Tư pháp",
        "Ủy ban nhân dân thành phố Hội An",
        "Ủy ban nhân dân thị xã Điện Bàn",
    )
    assert head.place_and_date == "Quảng Nam, ngày       tháng 10 năm 2022"


def test_a_second_reminder_says_so_and_cites_the_first(w: Builder) -> None:
    view = reminder_view(drawn(reminded(w), "so-tu-phap", "hoi-an"), VI)
    assert view.page.head.subject[-1] == "(lần 2)"
    assert (view.values["earlier"], view.values["reminded"]) == (
        [{"paper": "1/SNV-CCHC ngày 01/10/2022", "about": "về việc đôn đốc thực hiện nhiệm vụ tại Kế hoạch"}],
        "02",
    )


def test_who_only_has_not_reported_is_asked_for_the_report(w: Builder) -> None:
    view = reminder_view(drawn(w, "dien-ban"), VI)
    assert view.page.head.subject == (
        "V/v đôn đốc gửi báo cáo",
        "tháng 9/2022 thực hiện Kế hoạch",
        "số …",
    )
    assert (view.page.appendices, view.values["overdue"], view.values["silent"]) == ({}, "", "01")


def test_many_units_are_addressed_by_what_they_have_in_common(w: Builder) -> None:
    ids = [f"huyen-{number}" for number in range(MOST_ADDRESSED + 1)]
    more = "".join(f"  - {{id: {name}, name: UBND huyện {name}, kind: huyen}}\n" for name in ids)
    w.change(AGENCIES, "groups:\n", more + "groups:\n")
    facts = drawn(w)
    w.tasks(TASKS.replace("lead: [so-tu-phap, hoi-an]", "lead: [cac-huyen]"))
    facts = ReminderFacts(Owed(w.standings(day="2022-10-05"), facts.day), facts.reply_by)
    view = reminder_view(facts, VI)
    assert view.page.head.addressees == ("Các cơ quan, đơn vị, địa phương nêu tại các Phụ lục kèm theo",)
    assert view.values["appendices"] == {"overdue": "Phụ lục I", "missing": "Phụ lục II"}
    told = str([rows(facts, name) for name in view.page.appendices])
    assert [
        name
        for name in facts.agencies
        if Phrases(VI, facts.standings.workspace, facts.standings.plan.plan).agency(name) not in told
    ] == []


def test_units_of_which_the_same_is_to_be_said_share_a_row_of_a_duty(w: Builder) -> None:
    assert rows(drawn(w), "overdue") == [
        ("1", "Việc", "Sở Tư pháp", "ngày 10/9/2022", "25", "Đang thực hiện. Đang trình"),
        (
            "2",
            "Việc",
            "Sở Tư pháp; UBND thành phố Hội An",
            "trước ngày 21/9/2022",
            "14",
            "Chưa có báo cáo kết quả",
        ),
    ]


def test_who_reported_and_did_not_speak_of_a_duty_is_not_called_silent(w: Builder) -> None:
    facts = drawn(w)
    w.report("2022-10", "hoi-an", received="2022-10-04")
    made = rows(ReminderFacts(Owed(w.standings(day="2022-10-05"), facts.day), facts.reply_by), "overdue")
    assert [cells[2:] for cells in made[1:]] == [
        ("Sở Tư pháp", "trước ngày 21/9/2022", "14", "Chưa có báo cáo kết quả"),
        ("UBND thành phố Hội An", "trước ngày 21/9/2022", "14", "Báo cáo của đơn vị chưa nêu kết quả"),
    ]


def test_each_unit_s_missing_reports_are_listed_where_not_all_owe_the_same(w: Builder) -> None:
    facts = drawn(w)
    w.report("2022-10", "so-tu-phap", received="2022-10-16")
    facts = ReminderFacts(Owed(w.standings(day="2022-10-18"), date(2022, 10, 18)), facts.reply_by)
    assert rows(facts, "missing") == [
        ("1", "UBND thành phố Hội An", "Tháng 10 năm 2022"),
        ("2", "UBND thị xã Điện Bàn", "Tháng 9, tháng 10 năm 2022"),
    ]


def test_no_day_late_is_told_on_the_day_that_is_named_and_why(w: Builder) -> None:
    facts = drawn(w, day="2022-09-21")
    assert [cells[4] for cells in rows(facts, "overdue")] == ["11", "0"]
    (table,) = reminder_view(facts, VI).page.appendices["overdue"].parts
    assert isinstance(table, Table)
    assert table.note == VI("report.overdue.just-over", day=date(2022, 9, 21))
    lines = reminder_text(facts, VI).splitlines()
    assert "2. Việc; thời hạn trước ngày 21/9/2022. Chưa có báo cáo kết quả." in lines


def test_the_list_of_one_unit_does_not_repeat_its_name_and_says_what_was_reminded(w: Builder) -> None:
    table = reminder_view(drawn(reminded(w), "so-tu-phap"), VI).page.appendices["overdue"].parts[0]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "TT",
        "Nội dung nhiệm vụ",
        "Thời hạn",
        "Số ngày quá hạn",
        "Tình hình thực hiện",
        "Đã đôn đốc (văn bản)",
    ]
    assert [row.cells[-1] for row in table.rows] == ["-", "1/SNV-CCHC ngày 01/10/2022"]


def test_a_message_is_plain_lines_to_be_sent_as_they_are(w: Builder) -> None:
    assert reminder_text(drawn(reminded(w), "so-tu-phap"), VI) == (
        "Sở Nội vụ đề nghị Sở Tư pháp rà soát, thực hiện nhiệm vụ theo Kế hoạch "
        "(số liệu tính đến ngày 05/10/2022).\n"
        "Quá hạn, chưa hoàn thành (02 lượt):\n"
        "1. Việc; thời hạn ngày 10/9/2022, quá hạn 25 ngày. Đang thực hiện. Đang trình.\n"
        "2. Việc; thời hạn trước ngày 21/9/2022, quá hạn 14 ngày. Chưa có báo cáo kết quả.\n"
        "Đã đôn đốc tại Công văn số 1/SNV-CCHC ngày 01/10/2022.\n"
        "Kết quả, nguyên nhân, thời gian dự kiến hoàn thành (việc đã hoàn thành: số, ký hiệu, ngày văn bản) "
        "gửi về Sở Nội vụ trước ngày 20/10/2022.\n"
    )


def test_a_message_about_a_report_alone_asks_for_the_report(w: Builder) -> None:
    assert reminder_text(drawn(w, "dien-ban"), VI).splitlines()[1:] == [
        "Chưa gửi báo cáo tháng 9 năm 2022.",
        "Báo cáo gửi về Sở Nội vụ trước ngày 20/10/2022.",
    ]
