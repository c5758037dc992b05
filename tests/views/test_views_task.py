"""A task's story in small."""

from __future__ import annotations

from parplan.views.task import TaskView, criterion_name, task_view
from parplan.words import words
from running import sample
from workspaces import Builder

UPDATE = (
    "- {task: A, status: done, date: 2022-09-05, result: Đã ban hành., evidence: [{type: link, link: x.vn}]}\n"
)
DECISION = """\
- {id: thoi, kind: drop, task: B, from: 2022-09-10,
   document: {number: 1/UBND, date: 2022-09-10, issuer: ubnd-tinh}}
"""


def view(w: Builder, task: str, day: str = "2022-10-05") -> TaskView:
    standings = w.standings(day=day)
    return task_view(standings, next(one for one in standings.plan.tasks if one.id == task), words("vi"))


def test_a_task_is_told_with_the_documents_words(w: Builder) -> None:
    made = view(w, "A")
    assert made.heading == "A  Việc"
    assert made.quote == "Việc phải làm"
    assert ("Thời hạn", "ngày 30/9/2022") in made.lines


def test_before_anybody_reported_no_units_standing_is_told(w: Builder) -> None:
    made = view(w, "A")
    assert made.standing is None
    assert made.history.rows == ()
    assert made.history.empty == "Chưa có kết quả nào được ghi nhận."


def test_an_update_is_told_with_its_evidence(w: Builder) -> None:
    made = view(w.report("2022-09", "so-tu-phap", UPDATE, received="2022-09-14"), "A")
    (row,) = made.history.rows
    # "Kỳ" is left out: nothing stands in it
    assert row.cells == ("tháng 9/2022", "Sở Tư pháp", "Đã hoàn thành", "05/9/2022", "Đã ban hành; x.vn")
    assert "Kỳ" not in [column.title for column in made.history.columns]
    assert made.standing is not None
    assert made.standing.rows[0].cells[-1] == "Đã hoàn thành đúng hạn"


def test_what_was_decided_is_told(w: Builder) -> None:
    (remark,) = view(w.decisions("2022-09", DECISION), "B").remarks
    assert remark == "Không tiếp tục thực hiện; 1/UBND ngày 10/9/2022"


def test_an_exhortation_is_owed_by_nobody(w: Builder) -> None:
    made = view(w.report("2022-09", "so-tu-phap", received="2022-09-14"), "D")
    assert made.standing is None
    assert "không thống kê" in made.remarks[0]


def test_a_criterion_goes_by_its_name() -> None:
    workspace = sample().workspace
    assert criterion_name(workspace, "PAR/876/tai-chinh-cong") == "Cải cách tài chính công"
    assert criterion_name(workspace, "PAR/876/khong-co") == "PAR/876/khong-co"
