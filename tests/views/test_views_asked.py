"""Tests of parplan.views.asked: what one is asked about, in lines."""

from __future__ import annotations

from parplan.facts.form import asked_of
from parplan.views.asked import asked_lines
from parplan.words import words
from workspaces import Builder


def test_a_task_is_shown_with_its_day_and_what_was_said_before(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress, result: Đang lấy ý kiến.}\n")
    standings = w.standings(month="2022-10")
    first = asked_of(standings, "so-tu-phap")[0]
    assert list(asked_lines(first, standings, words("vi"), 1, 3)) == [
        "",
        "[1/3] A  Việc",
        "    Thời hạn: ngày 30/9/2022",
        "    tháng 9/2022 đã báo: Đang thực hiện; Đang lấy ý kiến",
    ]


def test_of_what_nobody_has_told_nothing_is_shown(w: Builder) -> None:
    standings = w.standings(month="2022-09")
    assert len(list(asked_lines(asked_of(standings, "so-tu-phap")[0], standings, words("en"), 1, 3))) == 3
