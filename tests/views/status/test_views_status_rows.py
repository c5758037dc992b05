"""Rows of a status: names, groups, units that stand alike."""

from __future__ import annotations

from parplan.facts.runs import Runs
from parplan.facts.standing import State
from parplan.facts.status.status import StatusFacts
from parplan.views.status.rows import StatusRows
from parplan.words import words
from workspaces import AGENCIES, Builder

TASK = "- {id: A, kind: once, lead: [cac-huyen], deadline: {rule: ngày 05/9/2022}, …}\n"
MANY = "".join(f"  - {{id: huyen-{n}, name: UBND huyện {n}, kind: huyen}}\n" for n in range(1, 9))


def many(w: Builder) -> Builder:
    """Ten units of which one is done, one at work, one in difficulty."""
    w.change(AGENCIES, "groups:\n", MANY + "groups:\n").tasks(TASK)
    w.report("2022-09", "hoi-an", "- {task: A, status: done, date: 2022-09-01}\n", received="2022-09-14")
    w.report("2022-09", "dien-ban", "- {task: A, status: in-progress}\n", received="2022-09-14")
    return w.report(
        "2022-09", "huyen-1", "- {task: A, status: in-progress, difficulty: Thiếu người}\n", received="2022-09-14"
    )


def rows(w: Builder, *, wide: bool = False) -> StatusRows:
    return StatusRows(StatusFacts(many(w).standings(day="2022-10-05")), words("vi"), wide=wide)


def test_a_long_list_of_units_ends_in_a_count_or_is_whole_if_wide(w: Builder) -> None:
    narrow = rows(w)
    (_, row) = narrow.overdue().rows
    assert row.cells[0] is not None
    assert row.cells[0].endswith("UBND huyện 5 và 03 đơn vị khác")
    assert row.cells[4] == "01/10 đơn vị hoàn thành"
    (_, row) = StatusRows(narrow.facts, words("vi"), wide=True).overdue().rows
    assert row.cells[0] is not None
    assert row.cells[0].count(",") == 8


def test_units_that_stand_alike_are_one_line_of_a_list(w: Builder) -> None:
    made = rows(w, wide=True)
    listed = made.listed(made.facts.shown).rows
    assert [row.cells[3] for row in listed if row.kind == "row"] == [
        "Đã hoàn thành đúng hạn; Chưa kiểm chứng",
        "Chưa hoàn thành - quá hạn",
        "Chưa hoàn thành - quá hạn; Vướng mắc: Thiếu người",
        "Quá hạn, chưa có báo cáo kết quả",
    ]


def test_what_is_not_there_is_said(w: Builder) -> None:
    made = StatusRows(StatusFacts(w.tasks(TASK).standings(day="2022-08-20")), words("vi"))
    assert made.overdue().empty == "Không có nhiệm vụ quá hạn."
    assert made.listed(Runs()).empty == "Không có nhiệm vụ nào như vậy."
    assert all(s.state is State.OPEN for s in made.facts.shown)
