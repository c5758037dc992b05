"""Tests of parplan.options.record.said: what people type is read as they mean it, or refused with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parplan.calendar.period import Period
from parplan.editing.progress import Said
from parplan.facts.form import asked_of
from parplan.finding import Stop
from parplan.options.days import Days
from parplan.options.record.said import (
    Context,
    Raw,
    given,
    read_evidence,
    read_kind,
    read_number,
    read_paper,
    read_period,
    read_said,
    read_status,
    read_value,
)
from parplan.words import words
from workspaces import TASKS, Builder

VI = words("vi")
DAYS = Days(date(2022, 9, 16), date(2022, 9, 16))
SHARE = TASKS.replace("tháng}, …", "tháng}, targets: [{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 80}], …")


def said(w: Builder, task: str, month: str = "2022-09", **raw: str | list[str]) -> Said:
    standings = w.standings(month=month)
    found = next(one for one in standings.plan.tasks if one.id == task)
    typed: Raw = {name: [text] if isinstance(text, str) else text for name, text in raw.items()}
    days = Days(Period.parse(month).last, date(2022, 12, 31))
    context = Context(days, found, asked_of(standings, "so-tu-phap"), w.workspace().units, VI)
    return read_said(typed, context)


def refused(w: Builder, task: str, **raw: str | list[str]) -> str:
    with pytest.raises(Stop) as told:
        said(w, task, "2022-10", **raw)
    return told.value.reason


def test_a_word_on_a_task_is_an_update(w: Builder) -> None:
    typed = said(w, "A", status="đã hoàn thành", date="12/9", result="Xong.", evidence="123/BC-STP ngày 12/9/2022")
    assert typed.record == {
        "task": "A",
        "status": "done",
        "date": "2022-09-12",
        "result": "Xong.",
        "evidence": [{"type": "document", "number": "123/BC-STP", "date": "2022-09-12"}],
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("hoan thanh", "done"),
        ("Đang thực hiện", "in-progress"),
        ("chưa thực hiện", "not-started"),
        ("none", "none"),
    ],
)
def test_states_go_by_the_officers_words(text: str, status: str) -> None:
    assert read_status(text) == status


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("https://x.vn/a", {"type": "link", "link": "https://x.vn/a"}),
        ("https://x.vn/a ngày 8/9", {"type": "link", "date": "2022-09-08", "link": "https://x.vn/a"}),
        ("45/BC-STP", {"type": "document", "number": "45/BC-STP"}),
        ("Phần mềm Một cửa", {"type": "system", "title": "Phần mềm Một cửa"}),
    ],
)
def test_evidence_is_a_link_a_paper_or_a_system(w: Builder, text: str, evidence: Any) -> None:
    assert read_evidence(text, DAYS, w.workspace().units) == evidence


@pytest.mark.parametrize(
    "nothing", ["-", "–", "…", "Không", "không có", "KHÔNG PHÁT SINH", "không có khó khăn, vướng mắc"]
)
def test_a_word_for_nothing_says_nothing(nothing: str) -> None:
    assert given(("task", "A"), ("difficulty", nothing), ("expected", nothing), ("evidence", [nothing])) == {
        "task": ["A"]
    }


def test_nothing_arose_is_a_state_and_no_figure_is_left_out() -> None:
    raw = given(("status", "không có"), ("value", ["không"]), ("result", "Không có tồn đọng"))
    assert raw == {"status": ["không có"], "value": ["không"], "result": ["Không có tồn đọng"]}


@pytest.mark.parametrize("joint", [", ", " và ", "; "])
def test_two_papers_in_one_text_are_two(w: Builder, joint: str) -> None:
    typed = said(w, "A", status="đang thực hiện", evidence=f"1/BC-STP ngày 1/9{joint}2/QĐ-STP ngày 2/9")
    assert typed.fields["evidence"] == [
        {"type": "document", "number": "1/BC-STP", "date": "2022-09-01"},
        {"type": "document", "number": "2/QĐ-STP", "date": "2022-09-02"},
    ]


@pytest.mark.parametrize(
    "text", ["stp.quangnam.gov.vn/bai-1", "www.quangnam.gov.vn", "https://quangnam.gov.vn/a;b"]
)
def test_an_address_is_one_without_its_beginning_too(w: Builder, text: str) -> None:
    found = said(w, "A", status="đang thực hiện", evidence=text)
    assert found.fields["evidence"] == [{"type": "link", "link": f"https://{text.removeprefix('https://')}"}]


@pytest.mark.parametrize("text", ["bao-cao.docx", "Cổng dịch vụ công", "Phần mềm v2.1"])
def test_what_is_no_address_stays_words(w: Builder, text: str) -> None:
    assert read_evidence(text, DAYS, w.workspace().units) == {"type": "system", "title": text}


def test_a_paper_may_be_somebody_else_s(w: Builder) -> None:
    units = w.workspace().units
    assert read_evidence("Quyết định số 3/QĐ-UBND ngày 8/9/2022 của UBND tỉnh", DAYS, units) == {
        "type": "document",
        "number": "3/QĐ-UBND",
        "date": "2022-09-08",
        "issuer": "ubnd-tinh",
    }
    with pytest.raises(Stop, match="issuer-unknown"):
        read_evidence("3/QĐ-UBND ngày 8/9/2022 của Bộ Nọ", DAYS, units)


@pytest.mark.parametrize(
    ("text", "number"),
    [("97,6", "97.6"), ("1.082,5", "1082.5"), ("80", "80"), ("97,6%", "97.6"), ("97.6%", "97.6")],
)
def test_numbers_are_vietnamese(text: str, number: str) -> None:
    assert read_number(text) == number


def test_a_figure_goes_to_its_target(w: Builder) -> None:
    task = next(task for task in w.tasks(SHARE).plan().tasks if task.id == "B")
    assert read_value("ty-le=47/50", task) == ("ty-le", {"done": "47", "of": "50"})
    assert read_value("97,6", task) == ("ty-le", {"value": "97.6"})
    assert read_value("ty-le=1.047/1 050", task) == ("ty-le", {"done": "1047", "of": "1050"})
    with pytest.raises(Stop, match="value-target-unknown"):
        read_value("so=1", task)


@pytest.mark.parametrize("text", ["2022-09", "9/2022", "9", "tháng 9", "tháng 9/2022", "THANG 9/2022"])
def test_a_period_goes_by_what_people_call_it(text: str) -> None:
    months = [Period.parse("2022-08"), Period.parse("2022-09")]
    assert read_period(text, months, VI) == months[1]


def test_the_period_is_worked_out_where_only_one_can_be_meant(w: Builder) -> None:
    assert said(w, "B", "2022-09", status="in-progress").period == Period.parse("2022-09")
    w.report("2022-10", "so-tu-phap", "- {task: B, period: 2022-09, status: done, date: 2022-10-01}\n")
    assert said(w, "B", "2022-10", result="x").period == Period.parse("2022-09")  # that of which the file tells
    assert said(w, "B", "2022-11", status="in-progress", period="11").period == Period.parse("2022-11")


def test_a_period_that_is_done_is_not_meant_by_who_tells_of_something_new(w: Builder) -> None:
    w.report("2022-10", "so-tu-phap", "- {task: B, period: 2022-09, status: done, date: 2022-10-01}\n")
    assert said(w, "B", "2022-10", status="in-progress").period == Period.parse("2022-10")


@pytest.mark.parametrize(
    ("task", "raw", "reason"),
    [
        ("A", {}, "said-missing-status"),
        ("A", {"status": "done"}, "said-missing-date"),
        ("A", {"status": "tốt"}, "status-unknown"),
        ("A", {"status": "done", "date": "32/9"}, "date-invalid"),
        ("A", {"status": "none", "period": "2022-09"}, "period-needless"),
        ("B", {"status": "in-progress"}, "period-needed"),
        ("B", {"status": "in-progress", "period": "sau này"}, "period-unknown"),
        ("A", {"status": ["done", "none"]}, "said-twice"),
        ("A", {"status": "in-progress", "value": "3"}, "value-needless"),
    ],
)
def test_what_cannot_be_read_or_is_missing_is_told(w: Builder, task: str, raw: Any, reason: str) -> None:
    assert refused(w, task, **raw) == reason


def test_what_the_file_says_already_need_not_be_said_again(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n")
    assert said(w, "A", result="Xong.").fields == {"result": "Xong."}


@pytest.mark.parametrize("text", ["45", "ngày 12/9/2022", ""])
def test_a_paper_has_a_number(text: str) -> None:
    with pytest.raises(Stop, match="paper-number-wrong"):
        read_paper(text, DAYS)


def test_what_is_decided_goes_by_the_officers_words() -> None:
    assert (read_kind("gia hạn"), read_kind("drop")) == ("extend", "drop")
    with pytest.raises(Stop, match="decision-kind-unknown"):
        read_kind("thưởng")
