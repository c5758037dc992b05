"""Tables by unit, section, criterion, task and state."""

from __future__ import annotations

from parplan.facts.breakdown import By
from parplan.facts.status.status import Sort, StatusFacts
from parplan.views.status.breakdown import breakdown_table
from parplan.words import words
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 05/9/2022}, …}
- {id: B, kind: once, lead: [hoi-an, dien-ban], deadline: {rule: ngày 30/12/2022}, …}
- {id: C, kind: once, lead: [so-noi-vu], deadline: {rule: ngày 01/9/2022}, …}
- {id: D, kind: once, lead: [so-noi-vu], deadline: {rule: ngày 02/9/2022}, …}
"""


def names(w: Builder, by: By, sort: Sort) -> list[str | None]:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", received="2022-09-15")
    table = breakdown_table(StatusFacts(w.standings(day="2022-10-05"), sort=sort), by, words("vi"))
    return [row.cells[0] for row in table.rows]


def test_the_worst_come_first_and_the_total_last(w: Builder) -> None:
    assert names(w, By.AGENCY, Sort.LATE) == [
        "Sở Nội vụ",
        "Sở Tư pháp",
        "UBND thành phố Hội An",
        "UBND thị xã Điện Bàn",
        "Tổng cộng",
    ]


def test_names_may_be_sorted_as_in_a_dictionary(w: Builder) -> None:
    assert names(w, By.AGENCY, Sort.AGENCY)[2:4] == ["UBND thành phố Hội An", "UBND thị xã Điện Bàn"]


def test_states_and_tasks_have_their_names(w: Builder) -> None:
    assert names(w, By.STATE, Sort.DUE) == [
        "Chưa hoàn thành - trong hạn",
        "Chưa hoàn thành - quá hạn",
        "Quá hạn, chưa có báo cáo kết quả",
        "Tổng cộng",
    ]
    assert names(w, By.TASK, Sort.DUE)[0] == "A Việc"


def test_what_has_no_criterion_is_said_to_have_none_and_the_rows_not_to_add_up(w: Builder) -> None:
    w.tasks(TASKS)
    table = breakdown_table(StatusFacts(w.standings(day="2022-10-05")), By.CRITERION, words("vi"))
    assert table.rows[0].cells[0] == "(chưa gắn tiêu chí)"
    assert table.note.startswith("Một nhiệm vụ có thể thuộc nhiều tiêu chí")
