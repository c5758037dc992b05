"""Tests of parplan.views.report.task_table: the plan gone through task by task."""

from __future__ import annotations

from offices import phrases
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
