"""Tests of parplan.options.record.walk: what is asked of a unit, and what the answers come to."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.options.record.month import Month, open_month
from parplan.options.record.walk import ask_missing, ask_to_write, walk
from parplan.words import words
from workspaces import TASKS, Builder

VI = words("vi")


def month(w: Builder) -> Month:
    return open_month(w.root, None, None, "2022-09-16", VI)


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """Answers with these lines, then with the end of it; the questions are noted."""
    waiting, asked = list(lines), []

    def answer(question: object = "") -> str:
        asked.append(str(question))
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    monkeypatch.setattr("builtins.input", answer)
    return asked


def rows(w: Builder, *agencies: str) -> list[dict[str, Any]]:
    return [{name: list(texts) for name, texts in row.items()} for row in walk(month(w), {"agency": agencies})]


def test_each_task_is_asked_about_and_enter_is_no_change(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "15/9", "", "h", "12/9", "Xong.", "1/BC-STP", "", "k")
    assert rows(w, "so-tu-phap") == [
        {"agency": ["so-tu-phap"], "received": ["15/9"]},
        {
            "task": ["A"],
            "agency": ["so-tu-phap"],
            "status": ["done"],
            "date": ["12/9"],
            "result": ["Xong."],
            "evidence": ["1/BC-STP"],
        },
        {"task": ["C"], "agency": ["so-tu-phap"], "status": ["none"]},
    ]


def test_what_is_not_done_is_asked_for_its_reasons_and_figures(
    w: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = "targets: [{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 80}]"
    w.tasks(TASKS.replace("30/9/2022}, …", f"30/9/2022}}, {share}, …"))
    w.report("2022-09", "so-tu-phap", "- {task: C, status: none}\n")  # its head is not asked for again
    answers(monkeypatch, "đang", "", "47/50", "", "Thiếu người", "Biên chế", "", "30/10", ".")
    (row,) = rows(w, "so-tu-phap")
    assert row == {
        "task": ["A"],
        "agency": ["so-tu-phap"],
        "status": ["in-progress"],
        "value": ["ty-le=47/50"],
        "difficulty": ["Thiếu người"],
        "reason": ["Biên chế"],
        "expected": ["30/10"],
    }


@pytest.mark.parametrize("end", [["."], []], ids=["a point", "Ctrl-D"])
def test_who_stops_keeps_what_was_answered(w: Builder, monkeypatch: pytest.MonkeyPatch, end: list[str]) -> None:
    answers(monkeypatch, "", "", "c", "", "", "", "", "", *end)
    assert [row["status"] for row in rows(w, "so-tu-phap", "hoi-an")] == [["not-started"]]


def test_of_a_task_only_what_is_missing_is_asked(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answers(monkeypatch, "", "sở", "tư pháp", "x", "ho", "", "12/9")
    made = ask_missing(month(w), {"task": ["A"]}, nothing=False)
    assert made == {"task": ["A"], "agency": ["so-tu-phap"], "status": ["done"], "date": ["12/9"]}
    assert len(asked) == 7


def test_a_day_that_is_needed_is_asked_until_it_comes(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answers(monkeypatch, "", "31/9", "10/9")
    made = ask_missing(month(w), {"task": ["A"], "agency": ["so-tu-phap"], "status": ["xong"]}, nothing=False)
    assert (made["date"], len(asked)) == (["10/9"], 3)


@pytest.mark.parametrize(
    ("text", "is_yes"), [("", True), ("có", True), ("C", True), ("không", False), ("k", False)]
)
def test_enter_is_yes(monkeypatch: pytest.MonkeyPatch, text: str, is_yes: bool) -> None:
    answers(monkeypatch, text)
    assert ask_to_write(VI) is is_yes


def test_a_word_that_is_neither_yes_nor_no_is_asked_about_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answers(monkeypatch, "cos", "có")
    assert ask_to_write(VI)
    assert len(asked) == 2


def test_a_point_ends_it_at_every_question_and_what_was_half_said_is_not_kept(
    w: Builder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(monkeypatch, "", "", "đang", "10/9", ".")
    assert rows(w, "so-tu-phap") == []
    assert "Nội dung A đang trả lời dở" in capsys.readouterr().out
