"""Tests of parplan.views.points.criteria_told."""

from __future__ import annotations

from typing import Any

from parplan.documents.document import Table
from parplan.tables.criteria import read_criteria
from parplan.tables.heads import headed_by
from parplan.views.points.criteria_told import criteria_tree, told_of
from parplan.words import words
from point_sets import index


def told(*rows: Any) -> tuple[str, ...]:
    headed = headed_by(Table([["TT", "Tiêu chí", "Điểm"], *rows]), "criteria")
    assert headed is not None
    return told_of(read_criteria(headed), index(), "2024", words("vi"))


def test_the_sum_and_what_was_restored_are_told() -> None:
    first, second = (
        told(["1", "Việc A", "9,5"], [1.1, "Việc B", "9,5"], ["1.2", "Việc C", 1]),
        told(["1", "Việc A", ""]),
    )
    assert first == ("Chỉ số, bộ tiêu chí 2024: đọc được 03 dòng, trong đó 01 lĩnh vực; cộng 9,5 điểm.",)
    assert second[0].endswith("có lĩnh vực chưa biết điểm tối đa.")


def test_a_number_that_excel_changed_is_named() -> None:
    rows = [["1", "Việc A", 1], *([f"1.{n}", f"B{n}", ""] for n in range(1, 10)), [1.1, "Việc C", ""]]
    assert told(*rows)[1] == "Số thứ tự bị Excel đổi, đã lấy lại theo thứ tự các dòng: 1.10."


def test_each_criterion_stands_under_what_it_lies_in() -> None:
    rows: Any = [["1", "Việc A", "9,5"], ["1.1", "Việc B", "9,5"], ["1.1.1", "Việc C", ""], ["2", "Việc D", "1"]]
    headed = headed_by(Table([["TT", "Tiêu chí", "Điểm"], *rows]), "criteria")
    assert headed is not None
    tree = criteria_tree(read_criteria(headed), words("vi"))
    assert [column.title for column in tree.columns] == [
        "Tiêu chí",
        "Điểm tối đa",
    ]  # no rule, no papers: no column
    assert [row.cells[0] for row in tree.rows] == ["1 Việc A", "  1.1 Việc B", "    1.1.1 Việc C", "2 Việc D"]
    assert [row.cells[1] for row in tree.rows] == ["9,5", "9,5", "", "1"]
    assert [row.kind for row in tree.rows] == ["total", "row", "row", "total"]
