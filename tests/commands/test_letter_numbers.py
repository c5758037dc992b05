"""Every figure in a letter's sentences, counted once more from the text of the sample's files.

Must not call what computes: only the second count and what the program printed.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from recount import Owed, Recount, recount
from running import SAMPLE, run_in

OURS = "so-noi-vu"
MONTHS = ("2022-09", "2022-10", "2022-11", "2022-12")
each_month = pytest.mark.parametrize("month", MONTHS)


def letter(month: str) -> str:
    ran = run_in(SAMPLE, "remind", "--anyway", "--month", month, "--format", "md", "-o", "-")
    assert ran.code == 0, ran.err
    return ran.out


def overdue(read: Recount, month: str) -> list[Owed]:
    return [owed for owed in read.at(month) if owed.overdue and owed.unit != OURS]


def silent(read: Recount, month: str) -> dict[str, list[str]]:
    """The months for which each unit has sent no report: all from the first that was owed to the letter's own."""
    asked = [other for other in MONTHS if other <= month]
    every = [unit for unit in read.owing(month) if unit != OURS]
    missing = {unit: [other for other in asked if (other, unit) not in read.reports] for unit in every}
    return {unit: months for unit, months in missing.items() if months}


def reminded(read: Recount) -> set[tuple[str, str, str]]:
    """What the letters that were sent have asked for."""
    return {
        (task["task"], unit, task.get("period", ""))
        for sent in read.letters
        for task in sent["tasks"]
        for unit in task["agencies"]
    }


def figures(pattern: str, text: str) -> list[int]:
    return [int(found) for found in re.findall(pattern, text)]


def of_part(part: int, whole: int) -> list[int]:
    """A part is counted unless there is none, or it is the whole: then words say so."""
    return [part] if 0 < part < whole else []


@each_month
def test_what_is_overdue_is_counted_with_its_units_and_what_nobody_spoke_of(month: str) -> None:
    read, text = recount(SAMPLE), letter(month)
    owed = overdue(read, month)
    units = {one.unit for one in owed}
    assert figures(r"còn (\d+) lượt nhiệm vụ quá hạn", text) == ([len(owed)] if owed else [])
    assert figures(r"tại (\d+) cơ quan, đơn vị", text) == ([len(units)] if len(units) > 1 else [])
    unheard = sum(1 for one in owed if not one.heard)
    assert figures(r"trong đó (\d+) lượt chưa có báo cáo", text) == of_part(unheard, len(owed))


@each_month
def test_what_was_asked_for_before_is_counted(month: str) -> None:
    read, text = recount(SAMPLE), letter(month)
    owed = overdue(read, month)
    before = [one for one in owed if one.key in reminded(read)]
    assert figures(r"(\d+) lượt nhiệm vụ đã được đôn đốc vẫn", text) == of_part(len(before), len(owed))
    assert ("lượt nhiệm vụ nêu trên vẫn chưa" in text) is bool(before and len(before) == len(owed))


@each_month
def test_who_has_sent_no_report_is_counted_and_stands_in_the_appendix_with_the_months(month: str) -> None:
    read, text = recount(SAMPLE), letter(month)
    wanted = silent(read, month)
    told = figures(r"đến nay (\d+) đơn vị chưa gửi", text)
    assert told == ([len(wanted)] if overdue(read, month) else [])
    rows = {
        unit: months
        for unit, name in read.names.items()
        for cells in re.findall(rf"^\| \d+ \| {re.escape(name)} \| ([^|]*) \|", text, flags=re.MULTILINE)
        for months in [[f"2022-{int(number):02}" for number in re.findall(r"[Tt]háng (\d+)", cells)]]
    }
    assert rows == (wanted if told else {})


@each_month
def test_it_goes_to_whoever_is_asked_for_something(month: str, tmp_path: Path) -> None:
    read, text = recount(SAMPLE), letter(month)
    asked = {one.unit for one in overdue(read, month)} | silent(read, month).keys()
    head = text[: text.index("Thực hiện Kế hoạch")]
    named = {unit for unit, name in read.names.items() if re.search(rf"- {in_full(name)}[;.]", head)}
    assert named == (set() if "nêu tại các Phụ lục" in head else asked)
    made = run_in(SAMPLE, "remind", "--anyway", "--month", month, "-o", str(tmp_path / "cong-van.docx")).err
    assert figures(r"gửi (\d+) đơn vị", made) == [len(asked)]


def in_full(name: str) -> str:
    """How one addresses a unit."""
    return re.escape(name.replace("UBND", "Ủy ban nhân dân", 1))


def test_the_day_to_answer_lies_after_the_last_file_that_came() -> None:
    read = recount(SAMPLE)
    last = max(read.received(month, unit) for month, unit in read.reports if month == "2022-10")
    (day, month, year), *_ = re.findall(r"trước ngày (\d+)/(\d+)/(\d{4}) để tổng hợp", letter("2022-10"))
    assert date(int(year), int(month), int(day)) > last
