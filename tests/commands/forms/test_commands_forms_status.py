"""Tests of parplan forms status: who sent back what, what is open, and what is said to who did not."""

from __future__ import annotations

import json

import pytest

from running import Ran, run_in, snapshot
from workspaces import Builder

AT = ("--month", "9", "--as-of", "2022-09-16")


@pytest.fixture
def half(w: Builder) -> Builder:
    """Of two units, one has told of one thing in three, the other of all."""
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n", received="2022-09-15")
    return w.report("2022-09", "hoi-an", "- {task: C, status: none}\n")


def told(w: Builder, *more: str, columns: int = 100) -> Ran:
    return run_in(w.root, "forms", "status", *AT, *more, columns=columns)


def test_each_unit_with_what_came_and_what_is_open(half: Builder) -> None:
    run_in(half.root, "forms", "export", *AT, "--agency", "so-tu-phap")
    before = snapshot(half.root)
    ran = told(half)
    assert (ran.code, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0] == "Báo cáo tháng 9/2022: 02 trong 05 đơn vị đã gửi lại; hạn gửi: ngày 17/9/2022."
    assert "Sở Tư pháp đã lập 15/9/2022 3 1 B (tháng 9/2022), C" in lines
    assert "UBND thành phố Hội An chưa lập đã gửi, chưa rõ ngày 1 1" in lines
    assert "UBND thị xã Điện Bàn chưa lập chưa gửi 1 0 toàn bộ" in lines
    assert snapshot(half.root) == before


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_it_fits(columns: int, half: Builder) -> None:
    assert max(map(len, told(half, columns=columns).out.splitlines())) <= columns


def test_machines_get_all_of_it(half: Builder) -> None:
    data = json.loads(told(half, "--format", "json").out)
    (unit,) = (one for one in data["units"] if one["agency"] == "so-tu-phap")
    assert unit == {
        "agency": "so-tu-phap",
        "form_made": False,
        "state": "partly",
        "received": "2022-09-15",
        "asked": 3,
        "told": 1,
        "open": [{"task": "B", "period": "2022-09"}, {"task": "C", "period": None}],
    }
    assert (data["month"], data["send_by"]) == ("2022-09", "2022-09-17")


def test_a_spreadsheet_gets_every_cell_and_the_ending_says_the_form(half: Builder) -> None:
    assert told(half, "-o", "x.csv").code == 0
    lines = half.text("x.csv").splitlines()
    assert 'Sở Tư pháp;chưa lập;2022-09-15;3;1;"B (tháng 9/2022), C"' in lines
    assert told(half, "--format", "md").out.count("\n| ") == 7


def test_to_whoever_is_awaited_a_message_before_and_after_the_last_day(half: Builder) -> None:
    before = told(half, "--remind").out
    assert before.count("Sở Nội vụ đề nghị") == 2
    assert "Sở Tài chính ghi kết quả tháng 9/2022" in before
    assert "gửi lại Sở Nội vụ chậm nhất ngày 17/9/2022." in before
    assert "Hội An" not in before
    after = run_in(half.root, "forms", "status", "--month", "9", "--as-of", "2022-09-20", "--remind").out
    assert "Chưa gửi báo cáo tháng 9 năm 2022." in after
    assert "Tư pháp" not in after


def test_a_folder_may_be_named(half: Builder) -> None:
    run_in(half.root, "forms", "export", *AT, "-o", "gui")
    assert told(half, "gui").out.count("đã lập") == 5
    assert "thư mục gui" in told(half, "gui").out


def test_messages_may_go_into_a_file_and_are_no_table(half: Builder) -> None:
    assert told(half, "--remind", "-o", "nhac.txt").code == 0
    assert half.text("nhac.txt") == told(half, "--remind").out
    assert told(half, "--remind", "--format", "csv").code == 2
    assert told(half, "--remind", "-o", "nhac.csv").code == 2
