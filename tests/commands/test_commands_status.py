"""parplan status, whole: what it says of the shipped plan and of the sample, at two widths."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from functools import cache
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

BYS = ("agency", "section", "criterion", "task", "state", "month")
UNITS = ("ubnd-huyen-tien-phuoc", "ubnd-huyen-thang-binh", "ubnd-huyen-tay-giang")
"""Shown their list on 18/10/2022, between the day that units send and the day that the office does: one has no
evidence for a thing it says it has done, one has sent nothing, one was given more time."""

each_page = pytest.mark.parametrize("page", PAGES)
STATES = ("done_on_time", "done_late", "open", "overdue", "overdue_unreported")


@cache
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
    for columns in (64, 80, 113):  # on a narrower page cells stand by themselves, each with its head
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


NARROWED = {
    "overdue, words": ("--overdue", "--search", "hồ sơ"),
    "overdue, state": ("--overdue", "--state", "overdue-unreported"),
    "state, words": ("--state", "overdue", "--search", "hồ sơ"),
    "overdue, unit": ("--overdue", "--agency", "so-ngoai-vu", "--agency", "ubnd-huyen-tay-giang"),
    "task, state": ("--task", "III.1.5d", "--state", "done-late"),
}


@pytest.mark.parametrize("argv", NARROWED.values(), ids=NARROWED)
def test_what_is_asked_for_together_holds_together(argv: tuple[str, ...]) -> None:
    every = {json.dumps(row) for row in data_of("sample-2022-10-20", "--wide")["assignments"]}
    kept = every.copy()
    for name, value in [(a, b) for a, b in zip(argv, (*argv[1:], ""), strict=True) if a.startswith("--")]:
        same = [b for a, b in zip(argv, (*argv[1:], ""), strict=True) if a == name]
        alone = (name,) if name == "--overdue" else (name, value) if len(same) == 1 else argv[argv.index(name) :]
        kept &= {json.dumps(row) for row in data_of("sample-2022-10-20", *alone)["assignments"]}
    found = [json.dumps(row) for row in data_of("sample-2022-10-20", *argv)["assignments"]]
    assert set(found) == kept != every
    listed = status("sample-2022-10-20", *argv, "--format", "csv").rstrip().splitlines()
    assert len([line for line in listed[1:] if ";" in line]) == len(found) > 0


FILTERS = {
    "agency": (("--agency", "so-ngoai-vu", "--agency", "hoi-an"), "Đơn vị: Sở Ngoại vụ; UBND thành phố Hội An"),
    "task": (("--task", "III.1.5d"), "Nhiệm vụ: III.1.5d Công khai tiến độ, kết quả giải quyết hồ sơ"),
    "search": (("--search", "hồ sơ"), "Tìm: “hồ sơ”"),
    "state": (
        ("--state", "open", "--state", "overdue"),
        "Tình trạng: Chưa hoàn thành - trong hạn; Chưa hoàn thành - quá hạn",
    ),
    "overdue": (("--overdue",), "Chỉ nêu lượt quá hạn"),
}
VIEWS = {
    "sheet": (),
    "by unit": ("--by", "agency"),
    "by month": ("--by", "month"),
    "for review": ("--for-review", "--agency", "so-ngoai-vu"),
    "markdown": ("--format", "md"),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_is_named_in_the_head_of_every_page(name: str, view: str) -> None:
    argv, told = FILTERS[name]
    if (name, view) == ("agency", "for review"):
        told = "Sở Nội vụ gửi Sở Ngoại vụ, UBND thành phố Hội An danh mục"
    ran = run_in(SAMPLE, "status", "--as-of", "2022-10-20", *argv, *VIEWS[view], columns=200)
    assert (ran.code, ran.err) == (0, "")
    assert told in ran.out.split("\n\n##")[0].replace("\\", "")


def test_a_state_asked_for_is_what_the_head_counts() -> None:
    late = data_of("sample-2022-10-20", "--state", "done-late")["assignments"]
    units = {row["agency"] for row in late}
    text = status("sample-2022-10-20", "--state", "done-late", columns=200)
    assert f"20/10/2022: {len(late):02} lượt nhiệm vụ phù hợp tại {len(units):02} đơn vị.\n" in text
    assert "không có nhiệm vụ quá hạn" not in text


def test_words_asked_for_tell_how_much_of_it_is_overdue() -> None:
    found = data_of("sample-2022-10-20", "--search", "hồ sơ")
    text = status("sample-2022-10-20", "--search", "hồ sơ", columns=200)
    assert f"{len(found['assignments'])} lượt nhiệm vụ phù hợp" in text
    assert f"trong đó {len(found['overdue']):02} lượt quá hạn" in text


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "for review"])
@pytest.mark.parametrize(
    "argv", [("--search", "zzz"), ("--task", "III.1.5d", "--state", "reported")], ids=" ".join
)
@pytest.mark.parametrize("folder", [SAMPLE, REPOSITORY], ids=["sample", "shipped"])
def test_what_is_not_found_is_said_with_what_was_asked_for(folder: Path, argv: tuple[str, ...], view: str) -> None:
    if folder is REPOSITORY and "--state" in argv:
        pytest.skip("nobody's state is known there")
    ran = run_in(folder, "status", "--as-of", "2022-10-20", *argv, *VIEWS[view])
    assert (ran.code, ran.err) == (0, "")
    assert "không có nhiệm vụ nào phù hợp." in ran.out
    assert ("“zzz”" if "zzz" in argv else "Nhiệm vụ: III.1.5d") in ran.out
    assert " 0 " not in ran.out


@pytest.mark.parametrize(
    "argv", [("--state", "overdue-unreported"), ("--overdue",), ("--overdue", "--by", "agency")]
)
def test_states_that_nobody_can_know_yet_are_not_asked_of_anybody(argv: tuple[str, ...]) -> None:
    text = run_in(REPOSITORY, "status", "--as-of", "2022-12-05", *argv).out
    assert "Chưa có báo cáo nào nên chưa lọc được theo tình trạng." in text
    assert "chưa có báo cáo kết quả" not in text
    assert "431 lượt" in text


def test_a_unit_that_is_asked_for_no_report_is_said_to_be_so() -> None:
    text = status("sample-2022-10-20", "--silent", "--agency", "ubnd-tinh")
    assert "Không thuộc diện gửi báo cáo tháng 10/2022." in text


@pytest.mark.parametrize("way", [(), ("--silent",), *(("--by", by) for by in BYS)], ids=" ".join)
def test_no_cell_for_a_spreadsheet_is_half_a_day_or_needs_an_apostrophe(way: tuple[str, ...]) -> None:
    text = status("sample-2022-11-20", "--format", "csv", *way)
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert [cell for cell in cells if re.fullmatch(r"'.*|\d{1,4}[/-]\d{1,4}", cell)] == []


def test_by_month_a_spreadsheet_gets_the_figures_of_the_sheet() -> None:
    text = status("sample-2022-11-20", "--format", "csv", "--by", "month").removeprefix("\ufeff")
    head, *rows = csv.reader(io.StringIO(text), delimiter=";")
    months = [title.partition(":")[0] for title in head[1::3]]
    found = {
        row[0]: dict(zip(months, zip(row[1::3], row[2::3], strict=True), strict=True)) for row in rows if row[1:]
    }
    by = data_of("sample-2022-11-20", "--by", "month")["by"]
    names = {"so-noi-vu": "Sở Nội vụ", "ubnd-huyen-tay-giang": "UBND huyện Tây Giang"}
    for month, cells in by.items():
        year, number = month.split("-")
        for unit, name in names.items():
            due = sum(cells[unit][state] for state in ("overdue", "overdue_unreported"))
            done = int(found[name][f"Tháng {int(number)}/{year}"][0])
            assert int(found[name][f"Tháng {int(number)}/{year}"][1]) == cells[unit]["fell_due"] == due + done


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


def test_a_list_for_review_goes_to_others_than_its_sender_and_asks_for_a_day_to_come() -> None:
    review = ("--for-review", "--month", "10")
    ran = run_in(SAMPLE, "status", *review, "--agency", "so-noi-vu")
    assert (ran.code, ran.out) == (2, "")
    assert "không gửi cho mình" in ran.err
    both = run_in(SAMPLE, "status", *review, "--agency", "so-noi-vu", "--agency", "so-y-te").out
    assert "Sở Nội vụ gửi Sở Y tế danh mục" in both
    ran = run_in(SAMPLE, "status", *review, "--agency", "so-y-te", "--reply-by", "2022-10-14")
    assert (ran.code, ran.out) == (2, "")
    assert "phải sau ngày lấy số liệu của danh mục (14/10/2022)" in ran.err


@pytest.mark.parametrize(
    ("lang", "told"), [("vi", "14 đơn vị đã gửi"), ("en", "14 reported for August 2022, for")]
)
def test_of_a_month_for_which_no_report_is_owed_only_those_that_came_are_told(lang: str, told: str) -> None:
    """Fourteen of 39 units had reported, and nobody was asked to: that is no month reported in full."""
    for more in ((), ("--silent",)):
        text = " ".join(run_in(SAMPLE, "status", "--month", "8", "--lang", lang, *more).out.split())
        assert told in text
        assert "đầy đủ" not in text
        assert "every agency" not in text


@pytest.mark.parametrize("folder", ["quang-nam-2022", "minh-hoa-2023"])
def test_a_day_and_the_report_that_closes_on_it_agree_on_what_is_overdue(folder: str) -> None:
    """Nobody takes back what the office's own reports did."""
    root = SAMPLE.parent / folder
    for month, day in (("2022-10", "2022-10-20"), ("2022-12", "2022-12-25"), ("2024-01", "2024-01-20")):
        if (root / "data" / "plan-2022.yaml").exists() is (month < "2023"):
            text = run_in(root, "status", "--as-of", day, "--wide").out
            assert "Đính chính" not in text
            assert run_in(root, "status", "--month", month, "--overdue").out.count("Tổng hợp, báo cáo") == 0
            assert run_in(root, "status", "--as-of", day, "--overdue").out.count("Tổng hợp, báo cáo") == 0
