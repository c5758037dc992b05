"""Tests of parplan.views.points.gap."""

from __future__ import annotations

from datetime import date

from parplan.facts.serving.gap import gaps, idle
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import Loaded, load
from parplan.views.points.gap import gap_sheet
from parplan.views.sheet import Sheet
from parplan.words import words
from running import POINTS

EXAMPLE = load(POINTS)


def sheet(year: int, loaded: Loaded = EXAMPLE, place: str = "gia-dinh-thu") -> Sheet:
    plan = loaded.workspace.plans[min(loaded.workspace.plans)]
    standings = Standings(loaded.workspace, plan, Viewpoint(date(2024, 10, 1)))
    made, without = gaps(standings, place, year), idle(standings)
    return gap_sheet(made, without, standings, "Giả Định", words("vi"), sample=loaded is EXAMPLE)


def test_the_whole_and_what_is_known_of_it_come_first() -> None:
    assert sheet(2023).blocks[0].lines == (
        "Đạt 80,72/100 điểm, còn mất 19,28 điểm.",
        "Thêm 9,28 điểm thì vào nhóm A.",
        "Biết rõ theo tiêu chí: mất 19,28 điểm ở 55 tiêu chí.",
        "Chưa có nhiệm vụ nào: 33 tiêu chí, mất 11,95 điểm.",
        "Có nhiệm vụ quá hạn: 09 tiêu chí.",
    )


def test_a_row_tells_what_was_lost_who_works_on_it_and_why() -> None:
    table = sheet(2023).blocks[1].table
    assert table is not None
    rows = {(row.cells[0] or "").split()[0]: row for row in table.rows}
    assert rows["6.2.1"].cells[1:] == (
        *("1,00", "0,00/1", "II.6a Ban hành quy định về tài sản cố định vô hình (quá hạn)", "chủ quan"),
    )
    assert rows["8.3.1"].cells[3] == "chưa có nhiệm vụ nào"
    assert [rows[code].tone for code in ("6.2.1", "8.3.1", "2.3.1")] == ["bad", "warn", "plain"]


def test_what_is_not_known_is_said() -> None:
    notes = sheet(2024).blocks[2].lines
    assert notes[0] == "Điểm theo tiêu chí là điểm thẩm định lần 1."
    assert "(biết được 55 điểm tối đa)" in notes[1]


def test_tasks_without_a_criterion_stand_at_the_end() -> None:
    table = sheet(2023).blocks[-1].table
    assert table is not None
    assert table.caption == "Nhiệm vụ chưa gắn với tiêu chí nào: 02"


def test_of_many_tasks_of_another_set_a_few_are_named(shipped: Loaded) -> None:
    found = sheet(2021, shipped, "quang-nam")
    text = "\n".join(line for block in found.blocks for line in block.lines)
    assert "III.1.5b, 39 nhiệm vụ khác." in text
    assert "Không rõ bộ tiêu chí" in text  # of the other index
    assert found.notices == ("Chưa có kết quả nào được ghi nhận; các số dưới đây chỉ phản ánh kế hoạch.",)
