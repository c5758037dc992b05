"""Tests of parplan.views.points.score."""

from __future__ import annotations

from parplan.facts.points.assessment import assessments
from parplan.reading.load import load
from parplan.views.points.score import score_sheet
from parplan.words import words
from running import POINTS

MADE = assessments(load(POINTS).workspace, "gia-dinh-thu", 2024)
SHEET = score_sheet(MADE, {}, "Giả Định", words("vi"), sample=True)


def test_the_whole_comes_first_and_what_is_not_in_it() -> None:
    assert SHEET.blocks[0].lines == (
        "Theo cách tính: 61,45 điểm trong 70,5 điểm tối đa đã chấm.",
        "Bỏ 0,5 điểm tối đa không thuộc đối tượng; quy về thang 100 điểm là 61,76 điểm.",
        "Do điều tra xã hội học chấm: 29 điểm tối đa, không tự chấm.",
        "Tự chấm: đã khóa ngày 20/12/2024, tổng điểm đã gửi 61,45.",
    )


def test_each_criterion_has_its_step() -> None:
    table = SHEET.blocks[1].table
    assert table is not None
    rows = {(row.cells[0] or "").split()[0]: row for row in table.rows}
    assert rows["4.3.2"].cells[1:] == ("47/50 = 94% ≥ 90% → 0,75/1", "0,75", "")
    assert (rows["1.4.2"].cells[3], rows["1.4.2"].tone) == ("chưa có tài liệu kiểm chứng", "warn")


def test_what_is_to_be_explained_is_listed_with_the_papers_asked_for() -> None:
    table = SHEET.blocks[2].table
    assert table is not None
    assert table.rows[0].cells == (*("1.4.2 Hình thức tuyên truyền đã thực hiện", "Tài liệu từng hình thức"),)


def test_rounds_stand_side_by_side_with_their_difference() -> None:
    table = SHEET.blocks[3].table
    assert table is not None
    assert table.rows[0].cells == ("1 Công tác chỉ đạo, điều hành", "7,92/9,5", "7,55/9,5", "giảm 0,37")
    assert table.rows[-1].cells[-1] == ""  # of the first appraisal less is known
