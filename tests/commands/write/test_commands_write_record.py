"""Tests of parplan.commands.write.record: a unit's word is written down in a minute, and never half."""

from __future__ import annotations

import io
import os

import pytest

from running import run_in, snapshot
from workspaces import REPORT, Builder

WHEN = ("--as-of", "2022-09-16")
MADE = "plan: 2022\nmonth: 2022-09\nagency: so-tu-phap\n"


def test_a_word_makes_the_month_s_file_and_is_told_in_a_sentence_and_in_lines(w: Builder) -> None:
    ran = run_in(w.root, "record", "A", "--agency", "Sở Tư pháp", "--status", "xong", "--date", "12/9", *WHEN)
    assert ran.code == 0
    assert w.text(REPORT) == MADE + "updates:\n  - task: A\n    status: done\n    date: 2022-09-12\n"
    assert "+    date: 2022-09-12\n" in ran.out
    assert "Sở Tư pháp, tháng 9/2022" in ran.err.splitlines()[0]
    assert ran.err.splitlines()[-1] == "Đã ghi 01 tệp. Lấy lại như trước: parplan undo."


def test_what_is_there_already_is_changed_field_by_field(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}  # chờ ý kiến\n")
    run_in(w.root, "record", "A", "--agency", "so-tu-phap", "--result", "Đang lấy ý kiến", *WHEN)
    assert w.text(REPORT).endswith("- {task: A, status: in-progress, result: Đang lấy ý kiến}  # chờ ý kiến\n")


def test_a_preview_writes_nothing(w: Builder) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "record", "--nothing", "--agency", "so-tu-phap", "--dry-run", *WHEN)
    assert (ran.code, "+  - task: C\n" in ran.out) == (0, True)
    assert snapshot(w.root) == before


@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        (["A"], 2, "--agency"),
        (["--agency", "so-tu-phap"], 2, "--nothing"),
        (["A", "--agency", "so-tu-phap"], 2, "--status"),
        (["A", "--agency", "so-tu-phap", "--status", "done"], 2, "--date"),
        (["A", "--agency", "so-thue", "--status", "done"], 2, "so-thue"),
        (["X", "--agency", "so-tu-phap", "--status", "done"], 2, "“X”"),
        (["A", "--agency", "so-tu-phap", "--status", "done", "--date", "30/2"], 2, "30/2"),
        (["A", "--agency", "so-tai-chinh", "--status", "in-progress"], 1, "Sở Tài chính không được giao"),
        (["A", "--agency", "so-tu-phap", "--status", "none"], 1, "01 lỗi"),
        (["A", "--from", "-"], 2, "NHIỆM_VỤ"),
    ],
)
def test_in_a_pipe_what_is_missing_or_wrong_is_named_and_nothing_is_written(
    w: Builder, argv: list[str], code: int, told: str
) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "record", *argv, *WHEN)
    assert (ran.code, told in ran.err) == (code, True)
    assert snapshot(w.root) == before


def test_a_closed_month_asks_for_late_and_offers_the_open_one(w: Builder) -> None:
    argv = ("record", "A", "--agency", "so-tu-phap", "--status", "xong", "--date", "12/9", "--month", "9")
    closed = run_in(w.root, *argv, "--as-of", "2022-10-01")
    assert (closed.code, "--month 10/2022" in closed.err, "--late" in closed.err) == (1, True, True)
    assert run_in(w.root, *argv, "--as-of", "2022-10-01", "--late").code == 0
    assert "2022-09-12" in w.text(REPORT)


def test_a_table_is_written_as_one_or_not_at_all(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "task;agency;status;date\nA;Sở Tư pháp;hoàn thành;12/9\nC;UBND thành phố Hội An;không phát sinh;\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(rows))
    assert run_in(w.root, "record", "--from", "-", *WHEN).code == 0
    assert "2022-09-12" in w.text(REPORT)
    assert "status: none" in w.text("data/progress/2022-09/hoi-an.yaml")
    before = snapshot(w.root)
    monkeypatch.setattr(
        "sys.stdin", io.StringIO(rows.replace("hoàn thành", "đang làm").replace("không phát sinh", "rất tốt"))
    )
    ran = run_in(w.root, "record", "--from", "-", *WHEN)
    assert (ran.code, ran.err.startswith("Dòng 3: ")) == (2, True)
    assert snapshot(w.root) == before


def test_all_that_is_wrong_in_a_row_is_told_in_one_run(w: Builder) -> None:
    w.write("so.csv", "task;agency;status;date;expected\nA;Sở Không có;rất tốt;32/9;\nA;Sở Tư pháp;tốt;;33/9\n")
    lines = run_in(w.root, "record", "--from", "so.csv", *WHEN).err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Dòng 2"] * 3 + ["Dòng 3"] * 2 + ["Chưa ghi gì"]


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("forms", "import", "khong-co.xlsx"), "Không có tệp hay thư mục “khong-co.xlsx”."),
        (("decide", "hủy", "A", "--paper", "1/UBND-NC"), "hủy"),
        (("record", "ZZ", "--agency", "so-tu-phap"), "ZZ"),
        (("record", "A", "--agency", "Sở Không có"), "Sở Không có"),
        (("record", "A", "--agency", "so-tu-phap", "--status", "tốt"), "tốt"),
        (("record", "--from", "khong-co.csv"), "khong-co.csv"),
        (("record", "A", "--agency", "so-tu-phap"), "--month 1/2023"),
    ],
)
def test_after_the_plan_what_was_typed_wrongly_is_told_before_the_month(
    w: Builder, argv: tuple[str, ...], told: str
) -> None:
    ran = run_in(w.root, *argv, "--as-of", "2023-05-01")
    assert (ran.code, told in ran.err, "đã kết thúc" in ran.err) == (2, True, told.startswith("--month"))


def test_into_an_empty_form_the_first_word_makes_the_list(w: Builder) -> None:
    assert run_in(w.root, "new-month", "9", *WHEN).code == 0
    run_in(w.root, "record", "C", "--agency", "so-tu-phap", "--status", "none", *WHEN)
    assert MADE + "updates:\n  - task: C\n    status: none\n#" in w.text(REPORT)
    assert run_in(w.root, "validate").code == 0


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own is made as Unix makes one")
@pytest.mark.parametrize("columns", [60, 120])
def test_at_a_terminal_a_unit_is_walked_through(w: Builder, columns: int) -> None:
    from keyboard import type_at

    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], …}\n- {id: C, kind: ongoing, lead: [so-tu-phap], …}\n")
    answers = [
        "tư pháp\n",
        "15/9\n",
        "1/BC-STP ngày 15/9\n",
        "h\n",
        "32/9\n",
        "12/9\n",
        "Xong.\n",
        "\n",
        "\n",
        "\n",
    ]
    ran = type_at(w.root, ["record", *WHEN], answers, columns)
    assert (ran.code, "[1/2] A" in ran.out, "[2/2] C" in ran.out) == (0, True, True)
    assert "“32/9" in ran.out
    assert w.text(REPORT) == (
        MADE + "received: 2022-09-15\ndocument:\n  number: 1/BC-STP\n  date: 2022-09-15\n"
        "updates:\n  - task: A\n    status: done\n    date: 2022-09-12\n    result: Xong.\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own is made as Unix makes one")
@pytest.mark.parametrize(
    ("answers", "code"),
    [(["\x04"], 130), (["\x03"], 130), (["đ\n", "\x03"], 130), (["đ\n", "không\n"], 0)],
    ids=["Ctrl-D", "Ctrl-C", "Ctrl-C before it is written", "no"],
)
def test_at_a_terminal_who_leaves_has_written_nothing(w: Builder, answers: list[str], code: int) -> None:
    from keyboard import type_at

    before = snapshot(w.root)
    ran = type_at(w.root, ["record", "A", "--agency", "so-tu-phap", *WHEN], answers)
    assert ran.code == code
    assert snapshot(w.root) == before
