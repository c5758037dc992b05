"""parplan status, whole: what it says of the shipped plan and of the sample, at two widths."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from golden import check_golden
from running import SAMPLE, run_in
from workspaces import REPORT, REPOSITORY, Builder

PAGES = {
    "shipped-2022-09-25": (REPOSITORY, "--as-of", "2022-09-25"),
    "shipped-2026-11-23": (REPOSITORY, "--as-of", "2026-11-23"),
    "sample-2022-10-05": (SAMPLE, "--as-of", "2022-10-05"),
    "sample-2022-11-20": (SAMPLE, "--as-of", "2022-11-20"),
    "sample-month-2022-10": (SAMPLE, "--month", "2022-10"),
}
DAYS = {
    **{
        f"sample-{day}": (SAMPLE, "--as-of", day)
        for day in (
            *("2022-08-10", "2022-09-01", "2022-09-14", "2022-09-15", "2022-09-30"),
            *("2022-10-17", "2022-10-20", "2022-12-31", "2023-01-05"),
        )
    },
    "sample-month-2022-09": (SAMPLE, "--month", "2022-09"),
}
"""More days of the sample: kept at one width, and counted by hand in test_status_by_hand.py."""

WAYS = {
    "by-agency": ("--by", "agency"),
    "by-section": ("--by", "section"),
    "by-criterion": ("--by", "criterion"),
    "by-month": ("--by", "month"),
    "silent": ("--silent",),
    "overdue-wide": ("--state", "overdue", "--state", "overdue-unreported", "--wide"),
}
"""Other ways of looking at 20/10/2022, when October's reports have come in."""

UNITS = ("ubnd-huyen-tien-phuoc", "ubnd-huyen-thang-binh", "ubnd-huyen-tay-giang")
"""Shown their list on 18/10/2022, between the day that units send and the day that the office does: one has no
evidence for a thing it says it has done, one has sent nothing, one was given more time."""

each_page = pytest.mark.parametrize("page", PAGES)
STATES = ("done_on_time", "done_late", "open", "overdue", "overdue_unreported")


def status(page: str, *more: str, columns: int = 100) -> str:
    folder, *argv = (PAGES | DAYS)[page]
    ran = run_in(Path(folder), "status", *map(str, argv), *more, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def data_of(page: str, *more: str) -> dict[str, Any]:
    found = json.loads(status(page, "--format", "json", *more))
    assert isinstance(found, dict)
    return found


@each_page
@pytest.mark.parametrize("columns", [80, 120])
def test_a_status_says_what_it_said(page: str, columns: int) -> None:
    check_golden(f"status-{page}-{columns}.txt", status(page, columns=columns))


@pytest.mark.parametrize("page", DAYS)
def test_a_status_says_what_it_said_on_other_days(page: str) -> None:
    check_golden(f"status-{page}-80.txt", status(page, columns=80))


@pytest.mark.parametrize("way", WAYS)
def test_a_day_looked_at_in_another_way_says_what_it_said(way: str) -> None:
    check_golden(f"status-sample-2022-10-20-{way}-80.txt", status("sample-2022-10-20", *WAYS[way], columns=80))


@pytest.mark.parametrize(("format_", "ending"), [("table", "-80.txt"), ("md", ".md")])
@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_shown_before_the_report_goes_up_what_it_was_shown(unit: str, format_: str, ending: str) -> None:
    argv = ("--as-of", "2022-10-18", "--agency", unit, "--for-review", "--format", format_)
    ran = run_in(SAMPLE, "status", *argv, columns=80)
    assert (ran.code, ran.err) == (0, "")
    check_golden(f"status-sample-2022-10-18-review-{unit}{ending}", ran.out)


@each_page
@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_a_pipe_gets_lines_that_fit_without_blanks_or_colours(page: str, columns: int) -> None:
    text = status(page, columns=columns)
    assert "\x1b" not in text
    for line in text.split("\n"):
        assert len(line) <= columns
        assert line == line.rstrip()


@each_page
def test_no_letter_is_lost_at_any_width(page: str) -> None:
    wide = Counter("".join(status(page, columns=200).split()))
    for columns in (40, 47, 64, 80, 113):
        assert Counter("".join(status(page, columns=columns).split())) == wide


@pytest.mark.parametrize("day", ["2022-09-25", "2022-10-01", "2022-12-31", "2023-01-01", "2026-11-23"])
def test_the_shipped_plan_accuses_nobody(day: str) -> None:
    text = run_in(REPOSITORY, "status", "--as-of", day).out
    assert text.startswith("Chưa có kết quả nào được ghi nhận; các số dưới đây chỉ phản ánh kế hoạch.\n")
    for word in ("QUÁ HẠN", "quá hạn", "CHƯA BÁO CÁO", "chưa báo cáo", "Chưa gửi"):
        assert word not in text


@pytest.mark.parametrize("day", ["2022-09-25", "2026-11-23"])
def test_the_shipped_plan_accuses_nobody_to_machines_either(day: str) -> None:
    found = json.loads(run_in(REPOSITORY, "status", "--as-of", day, "--format", "json").out)
    assert found["has_reports"] is False
    assert (found["overdue"], found["silent"]["agencies"]) == ([], [])


@each_page
def test_for_machines_the_figures_add_up(page: str) -> None:
    found = data_of(page)
    assert found["schema_version"] == 1
    tally = found["tally"]
    for part in tally.values():
        assert sum(part[state] for state in STATES) == part["total"]
    for name in tally["total"]:
        assert tally["common"][name] + tally["single"][name] == tally["total"][name]
    if found["has_reports"]:
        assert len(found["overdue"]) == tally["total"]["overdue"] + tally["total"]["overdue_unreported"]


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("sample")])
def test_the_headline_counts_what_is_listed(page: str) -> None:
    found = data_of(page)
    units = {row["agency"] for row in found["overdue"]}
    text = " ".join(status(page, columns=200).split())
    assert f"{len(found['overdue']):02} lượt nhiệm vụ quá hạn tại {len(units):02} đơn vị;" in text
    assert f"{len(found['silent']['agencies']):02} đơn vị chưa báo cáo" in text


def test_invented_figures_are_called_so_before_all_else() -> None:
    assert status("sample-2022-10-05").startswith("SỐ LIỆU MINH HỌA, không dùng để báo cáo.\n")


def test_one_unit_alone_can_be_looked_at_by_any_of_its_names() -> None:
    by_id = status("sample-2022-11-20", "--agency", "ubnd-huyen-tay-giang")
    assert "Đơn vị: UBND huyện Tây Giang" in by_id
    assert "Núi Thành" not in by_id
    assert status("sample-2022-11-20", "--agency", "ubnd huyen tay giang") == by_id


def test_overdue_work_alone_can_be_asked_for() -> None:
    text = status("sample-2022-11-20", "--overdue")
    assert "QUÁ HẠN" in text
    for title in ("KẾT QUẢ CHUNG", "SẮP ĐẾN HẠN", "CHƯA BÁO CÁO", "KHÓ KHĂN"):
        assert title not in text


def test_records_with_errors_are_not_passed_over_in_silence(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: finished}\n")
    ran = run_in(w.root, "status", "--as-of", "2022-10-01")
    assert ran.code == 0
    assert "Dữ liệu còn 01 lỗi; các mục có lỗi không được tính." in " ".join(ran.out.split())
    assert (w.root / REPORT).is_file()


@pytest.mark.parametrize(("term", "no_color"), [("xterm", "1"), ("dumb", "")])
def test_a_terminal_that_wants_no_colour_gets_none(term: str, no_color: str) -> None:
    argv = ("status", "--as-of", "2022-10-05")
    coloured = run_in(SAMPLE, *argv, terminal=True, TERM="xterm-256color").out
    assert "\x1b[31m" in coloured or "\x1b[33m" in coloured
    plain = run_in(SAMPLE, *argv, terminal=True, TERM=term, NO_COLOR=no_color).out
    assert "\x1b[3" not in plain
