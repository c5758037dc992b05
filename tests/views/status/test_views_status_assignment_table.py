"""The whole list of assignments: a row for each, figures that can be summed, days that every Excel reads."""

from __future__ import annotations

import re

import pytest

from parplan.facts.standing import State
from parplan.facts.status.selection import Selection
from parplan.facts.status.status import Sort, StatusFacts
from parplan.views.status.assignment_table import assignment_table
from parplan.words import LANGUAGES, words
from sample_status import sample_facts
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: trước ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng quý}, …}
- {id: C, kind: ongoing, lead: [so-tu-phap], …}
"""
DONE = """\
- {task: A, status: done, date: 2022-10-05, result: Đã ban hành., evidence: [{type: document, number: 1/QĐ-STP}]}
"""
HARD = """
- task: A
  status: in-progress
  date: 2022-10-05
  difficulty: Thiếu người.
  reason: Nghỉ hưu.
  proposal: Xin tuyển thêm.
  expected: 2022-11-30
"""

(
    CODE,
    TITLE,
    SECTION,
    UNIT,
    GROUP,
    PERIOD,
    DEADLINE,
    DUE,
    STATE,
    LATE,
    LEFT,
    NOTE,
    SAID,
    RESULT,
    FIGURES,
    HARDSHIP,
    REASON,
    PROPOSAL,
    EXPECTED,
    PROOF,
) = range(20)


def facts(w: Builder, day: str, **asked: object) -> StatusFacts:
    return StatusFacts(w.standings(day=day), **asked)  # type: ignore[arg-type]


def rows(made: StatusFacts) -> list[tuple[str | None, ...]]:
    return [row.cells for row in assignment_table(made, words("vi")).rows]


def only(made: StatusFacts, task: str) -> tuple[str | None, ...]:
    (found,) = (row for row in rows(made) if row[CODE] == task)
    return found


def test_every_assignment_that_was_asked_for_has_a_row(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", DONE, received="2022-10-14")
    made = facts(w, "2022-10-20", sort=Sort.DUE)
    assert [(row[CODE], row[UNIT], row[PERIOD]) for row in rows(made)] == [
        ("A", "Sở Tư pháp", ""),
        ("C", "Sở Tư pháp", ""),
        ("B", "UBND thành phố Hội An", "quý IV/2022"),
        ("B", "UBND thị xã Điện Bàn", "quý IV/2022"),
    ]


def test_units_and_tasks_may_be_asked_for(w: Builder) -> None:
    made = facts(w.tasks(TASKS), "2022-10-20", selection=Selection(agencies=frozenset({"hoi-an"})))
    assert [row[UNIT] for row in rows(made)] == ["UBND thành phố Hội An"]


def test_only_what_is_overdue_may_be_asked_for(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", HARD, received="2022-10-14")
    assert [row[CODE] for row in rows(facts(w, "2022-10-20", selection=Selection(overdue=True)))] == ["A"]


def test_what_was_done_late_is_told_with_its_result_and_its_proof(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", DONE, received="2022-10-14")
    row = only(facts(w, "2022-10-20"), "A")
    assert row[SECTION : DUE + 1] == (
        "III",
        "Sở Tư pháp",
        "Nhiệm vụ giao riêng",
        "",
        "trước ngày 30/9/2022",
        "2022-09-29",
    )
    assert row[STATE:] == (
        "Đã hoàn thành quá hạn",
        "5",
        "",
        "",
        "2022-10-05",
        "Đã ban hành.",
        *[""] * 5,
        "1/QĐ-STP",
    )


def test_a_difficulty_is_told_once_and_hides_nothing(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", HARD, received="2022-10-14")
    row = only(facts(w, "2022-10-20"), "A")
    assert (row[STATE], row[LATE], row[LEFT]) == ("Chưa hoàn thành - quá hạn", "20", "")
    assert (row[NOTE], row[HARDSHIP], row[REASON]) == ("", "Thiếu người.", "Nghỉ hưu.")
    assert (row[PROPOSAL], row[EXPECTED]) == ("Xin tuyển thêm.", "2022-11-30")


def test_what_is_open_says_how_many_days_are_left(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", DONE, received="2022-10-14")
    made = facts(w, "2022-12-29", selection=Selection(agencies=frozenset({"hoi-an"})))
    (row,) = rows(made)
    assert (row[GROUP], row[LATE], row[LEFT]) == ("Nhiệm vụ giao chung", "0", "2")
    assert row[NOTE] == "Sắp đến hạn (còn 02 ngày); Hạn rơi vào ngày nghỉ"


def test_a_duty_without_a_day_has_no_figures(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", DONE, received="2022-10-14")
    row = only(facts(w, "2022-10-20"), "C")
    assert row[DEADLINE : LEFT + 1] == (
        "không quy định",
        "",
        "Thực hiện thường xuyên, chưa báo cáo trong kỳ",
        "",
        "",
    )


def test_nobody_is_accused_before_anybody_was_heard(w: Builder) -> None:
    made = rows(facts(w.tasks(TASKS), "2022-10-20"))
    assert {row[STATE] for row in made} == {row[NOTE] for row in made} == {row[LATE] for row in made} == {""}
    assert {row[LEFT] for row in made} == {"", "72"}


def test_made_up_figures_are_said_to_be_so() -> None:
    assert assignment_table(sample_facts(), words("vi")).note == "SỐ LIỆU MINH HỌA, không dùng để báo cáo."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pivot_table_finds_a_head_of_its_own_over_every_column(language: str) -> None:
    table = assignment_table(sample_facts(), words("vi" if language == "vi" else "en"))
    titles = [column.title for column in table.columns]
    assert all(titles)
    assert len(set(titles)) == len(titles) == 20
    assert {len(row.cells) for row in table.rows} == {20}
    assert {row.kind for row in table.rows} == {"row"}


def test_the_whole_sample_is_listed_and_its_figures_are_figures() -> None:
    made = sample_facts()
    every = rows(made)
    assert len(every) == len(made.shown) + len(made.standing_duties)
    assert sum(int(row[LATE] or 0) for row in every) == sum(s.days_late for s in made.shown)
    assert all(re.fullmatch(r"\d*", row[LATE] or "") and re.fullmatch(r"\d*", row[LEFT] or "") for row in every)
    assert all(
        re.fullmatch(r"(?:\d{4}-\d{2}-\d{2})?", row[column] or "") for row in every for column in (DUE, SAID)
    )
    open_ = [row for row in every if row[LEFT]]
    assert len(open_) == sum(1 for s in made.shown if s.state is State.OPEN)
