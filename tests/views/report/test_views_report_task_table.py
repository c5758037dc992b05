"""Tests of parplan.views.report.task_table: the plan gone through task by task."""

from __future__ import annotations

from offices import phrases, small_facts
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.views.report.task_table import TaskTable, named_product
from parplan.views.table import Table
from running import sample
from workspaces import Builder


def table(month: str = "2022-10") -> Table:
    workspace = sample().workspace
    made = report_facts(workspace, workspace.plans[2022], Period.parse(month))
    return TaskTable(made, phrases(made)).table()


def test_a_task_is_one_line_however_many_owe_it() -> None:
    rows = table().rows
    counted = [task for task in sample().workspace.plans[2022].tasks if task.kind != "general"]
    assert [row.cells[1] for row in rows] == [task.title for task in counted]


def test_a_task_s_note_names_what_was_decided_of_it() -> None:
    notes = [row.cells[-1] for row in table().rows if row.cells[-1]]
    assert notes == [
        "Điều chỉnh thời hạn: UBND huyện Nam Trà My, UBND huyện Tây Giang"
        " (Công văn số 5678/UBND-NC ngày 29/9/2022)",
        "Không thuộc đối tượng: VP UBND tỉnh, Sở Ngoại vụ, Thanh tra tỉnh, Ban Dân tộc"
        " (Công văn số 5512/UBND-NC ngày 12/9/2022)",
        "Giao thêm: Đài PT-TH tỉnh (Công văn số 5513/UBND-NC ngày 12/9/2022)",
    ]


def test_only_a_product_that_the_document_names_is_printed(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: ongoing, lead: [so-tu-phap], product: {what: Báo cáo, by: document}, …}\n"
        "- {id: B, kind: ongoing, lead: [so-tu-phap], product: {what: Sổ theo dõi, by: officer}, …}\n"
    )
    assert [named_product(task) for task in w.plan().tasks] == ["Báo cáo", ""]


def of_small(w: Builder, period: str) -> Table:
    made = small_facts(w, period)
    return TaskTable(made, phrases(made)).table()


def test_a_task_s_line_says_what_came_of_it_and_in_a_word_how_it_stands(w: Builder) -> None:
    assert [row.cells[6:8] for row in of_small(w, "2022-10").rows] == [
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
    told = [row.cells[6:8] for row in of_small(w, "2022-09").rows]
    assert told[2] == ("Đã làm", "TX")
    assert told[6] == ("Chưa đến thời gian thực hiện", "Chưa đến kỳ")
