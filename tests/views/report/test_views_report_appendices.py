"""The tables of a report's appendices."""

from __future__ import annotations

import re
from itertools import islice

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.views.report.appendices import ReportAppendices, _letters
from parplan.words import words
from running import sample
from workspaces import Builder


def facts(month: str = "2022-10") -> ReportFacts:
    workspace = sample().workspace
    return report_facts(workspace, workspace.plans[2022], Period.parse(month))


def appendices(month: str = "2022-10") -> ReportAppendices:
    return ReportAppendices(facts(month), words("vi"))


def test_units_stand_in_the_registers_order_under_their_kind_and_add_up() -> None:
    rows = appendices().units().rows
    register = sample().workspace.agencies
    names = [agency.name for kind in register.kinds for agency in register.agencies if agency.kind == kind.id]
    listed = [row.cells[1] for row in rows if row.kind == "row"]
    assert listed == [name for name in names if name in listed]
    assert len(listed) == 40
    assert [row.cells[0] for row in rows if row.kind == "block"] == [
        "A. Sở, ban, ngành",
        "B. UBND cấp huyện",
        "C. Cơ quan báo chí",
    ]
    for column in range(2, 9):
        (total,) = (int(row.cells[column] or 0) for row in rows if row.kind == "total")
        assert sum(int(row.cells[column] or 0) for row in rows if row.kind == "row") == total


def test_the_office_that_reports_is_not_asked_to_report_to_itself() -> None:
    (own,) = (row for row in appendices().units().rows if "Sở Nội vụ" in row.cells)
    assert "Cơ quan tổng hợp" in own.cells


def test_every_row_of_what_is_overdue_names_its_duty_and_the_numbers_count_assignments() -> None:
    rows = appendices("2022-12").overdue().rows
    numbers = [re.findall(r"\d+", row.cells[0] or "") for row in rows]
    counted = [n for ends in numbers for n in range(int(ends[0]), int(ends[-1]) + 1)]
    assert counted == list(range(1, len(facts("2022-12").overdue) + 1))
    assert all(row.cells[1] for row in rows)


def test_units_of_which_nothing_else_is_to_be_told_stand_in_one_row_of_no_more_than_twelve() -> None:
    rows = appendices("2022-12").overdue().rows
    alike = [row.cells[1:2] + row.cells[3:] for row in rows]
    for told in set(alike):
        units = [
            (row.cells[2] or "").count("UBND huyện") for row, one in zip(rows, alike, strict=True) if one == told
        ]
        assert max(units) <= 12
    assert len(rows) < len(facts("2022-12").overdue) / 3


def test_a_unit_that_said_something_has_a_row_of_its_own() -> None:
    rows = appendices().overdue().rows
    (own,) = (row for row in rows if "UBND huyện Nông Sơn" in (row.cells[2] or ""))
    assert own.cells[2] == "UBND huyện Nông Sơn"
    assert (own.cells[6] or "").startswith("Chưa công khai được số liệu")


def test_a_task_is_one_line_however_many_owe_it() -> None:
    rows = appendices().tasks().rows
    counted = [task for task in sample().workspace.plans[2022].tasks if task.kind != "general"]
    assert [row.cells[1] for row in rows] == [task.title for task in counted]


def test_what_falls_due_by_the_next_month_s_end_is_listed_once_for_all_who_owe_it() -> None:
    rows = appendices().due_next().rows
    assert [row.cells[3] for row in rows] == [
        "15/10/2022 (đã điều chỉnh)",
        "31/10/2022",
        "30/11/2022",
        "30/11/2022",
    ]
    assert (rows[-2].cells[2] or "").startswith("38 đơn vị")


def test_a_task_s_note_names_what_was_decided_of_it() -> None:
    notes = [row.cells[-1] for row in appendices().tasks().rows if row.cells[-1]]
    assert notes == [
        "Điều chỉnh thời hạn: UBND huyện Nam Trà My, UBND huyện Tây Giang"
        " (Công văn số 5678/UBND-NC ngày 29/9/2022)",
        "Không thuộc đối tượng: VP UBND tỉnh, Sở Ngoại vụ, Thanh tra tỉnh, Ban Dân tộc"
        " (Công văn số 5512/UBND-NC ngày 12/9/2022)",
        "Giao thêm: Đài PT-TH tỉnh (Công văn số 5513/UBND-NC ngày 12/9/2022)",
    ]


def test_blocks_of_units_have_letters_however_many_kinds_there_are() -> None:
    letters = list(islice(_letters(), 28))
    assert (letters[0], letters[25:]) == ("A", ["Z", "AA", "AB"])


SMALL = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [so-tu-phap], …}
- {id: E, kind: ongoing, lead: [cac-huyen], …}
- {id: F, kind: once, lead: [hoi-an], deadline: {rule: ngày 25/12/2022}, …}
- {id: G, kind: on-event, lead: [hoi-an], …}
- {id: H, kind: periodic, lead: [so-tai-chinh], deadline: {rule: hằng quý}, …}
"""
"""One unit each and several, with a day and without."""


def of_small(w: Builder, period: str) -> ReportAppendices:
    w.tasks(SMALL).report(
        "2022-09",
        "so-tu-phap",
        "- {task: A, status: done, date: 2022-09-05, result: Đã ban hành}\n"
        "- {task: C, status: done, result: Đã làm}\n",
        received="2022-09-14",
    )
    w.report(
        "2022-10",
        "hoi-an",
        "- {task: B, period: 2022-09, status: done, date: 2022-09-28}\n"
        "- {task: G, status: none}\n- {task: E, status: done}\n",
        received="2022-10-20",
    )
    workspace = w.workspace()
    return ReportAppendices(report_facts(workspace, workspace.plans[2022], Period.parse(period)), words("vi"))


@pytest.mark.parametrize(
    ("period", "sent"),
    [
        ("2022-09", ["Đúng hạn", "Chưa gửi", "Chưa gửi", "Chưa gửi"]),
        ("2022-10", ["Chưa gửi", "Chưa gửi", "Chậm", "Chưa gửi"]),
        ("2022-Q4", ["00/03", "00/03", "01/03", "00/03"]),
    ],
)
def test_of_a_month_it_is_told_whether_a_unit_reported_and_of_longer_periods_how_often(
    w: Builder, period: str, sent: list[str]
) -> None:
    assert [row.cells[-1] for row in of_small(w, period).units().rows if row.kind == "row"] == sent


def test_a_task_s_line_says_what_came_of_it_and_in_a_word_how_it_stands(w: Builder) -> None:
    assert [row.cells[6:8] for row in of_small(w, "2022-10").tasks().rows] == [
        ("Đã ban hành; Chưa kiểm chứng", "HT đúng hạn"),
        (
            "tháng 9/2022: 01/02 đơn vị hoàn thành; chưa: UBND thị xã Điện Bàn; "
            "tháng 10/2022: chưa có đơn vị nào hoàn thành (của 02 đơn vị)",
            "Quá hạn",
        ),
        ("chưa có báo cáo trong kỳ", "TX (chưa BC)"),
        ("01/02 đơn vị có báo cáo", "TX"),
        ("Chưa có thông tin - trong hạn", "Trong hạn"),
        ("Không phát sinh trong kỳ", "KPS"),
        ("quý IV/2022: Chưa có thông tin - trong hạn", "Trong hạn"),
    ]


def test_a_duty_is_told_by_its_unit_s_words_and_what_has_not_opened_is_said_to_be_so(w: Builder) -> None:
    told = [row.cells[6:8] for row in of_small(w, "2022-09").tasks().rows]
    assert told[2] == ("Đã làm", "TX")
    assert told[6] == ("Chưa đến thời gian thực hiện", "Chưa đến kỳ")


def test_what_falls_due_next_is_numbered_from_one_and_names_one_unit_or_counts_several(w: Builder) -> None:
    assert [row.cells[:4] for row in of_small(w, "2022-Q4").due_next().rows] == [
        ("1", "Việc", "UBND thành phố Hội An", "ngày 25/12/2022"),
        ("2", "Việc (tháng 12/2022)", "02 đơn vị (UBND cấp huyện)", "31/12/2022"),
        ("3", "Việc (quý IV/2022)", "Sở Tài chính", "31/12/2022"),
    ]
