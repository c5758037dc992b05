"""Tests of parplan.tables.heads."""

from __future__ import annotations

import pytest

from parplan.documents.document import Document, Table
from parplan.documents.values import Value
from parplan.tables.heads import field_of, find_table, headed_by, is_total


def table(*rows: tuple[Value, ...], number: int = 1) -> Table:
    width = max(map(len, rows))
    return Table([[*row, *[""] * (width - len(row))] for row in rows], number=number)


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("STT", "code"),
        ("Lĩnh vực, tiêu chí, tiêu chí thành phần", "criterion"),
        ("Điểm tối đa", "max"),
        ("Điểm tự đánh giá", "self"),
        ("Điểm tự chấm", "self"),
        ("Điểm thẩm định lần 2", "second"),
        ("Điểm thẩm định của Bộ Nội vụ", "appraised"),
        ("Điểm điều tra xã hội học", "survey"),
        ("Điểm đạt được", "score"),
        ("GHI CHÚ", "note"),
        ("Tài liệu kiểm chứng", "evidence"),
        ("Mùa vụ", ""),
    ],
)
def test_a_head_is_known_by_the_longest_phrase_in_it(head: str, field: str) -> None:
    assert field_of(head, "scores") == field


def test_heads_over_two_rows_are_read_together() -> None:
    made = table(
        *(("BẢNG ĐIỂM TỰ ĐÁNH GIÁ TIÊU CHÍ",) * 4,),  # a title over all columns
        ("TT", "Tiêu chí", "Điểm", "Điểm"),
        ("TT", "Tiêu chí", "Tự đánh giá", "Thẩm định"),
        ("1", "Kế hoạch", 1, 2),
    )
    found = headed_by(made, "scores")
    assert found is not None
    assert found.last == 3
    assert found.fields == ("code", "criterion", "self", "appraised")


def test_heads_said_again_and_numbers_of_columns_are_no_rows() -> None:
    made = table(
        ("TT", "Tiêu chí", "Điểm"),
        ("(1)", "(2)", "(3)=(1)"),
        ("1", "Kế hoạch", 5),
        ("TT", "Tiêu chí", "Điểm"),
        ("", "", ""),
        ("2", "Báo cáo", 6),
    )
    found = headed_by(made, "scores")
    assert found is not None
    assert list(found.rows()) == [2, 5]


def test_of_several_tables_the_one_with_the_most_columns_is_taken() -> None:
    small = table(("Tiêu chí", "Điểm"), ("A", 1), number=1)
    large = table(("TT", "Tiêu chí", "Điểm tối đa", "Điểm"), ("1", "A", 1, 1), number=2)
    document = Document((small, large))
    found = find_table(document, "scores")
    assert found is not None
    assert found.table.number == 2
    asked = find_table(document, "scores", 1)
    assert asked is not None
    assert asked.table.number == 1
    assert find_table(document, "agencies") is None


@pytest.mark.parametrize(("text", "total"), [("TỔNG CỘNG", True), ("Tổng điểm", True), ("Tổng hợp", False)])
def test_a_sum_is_known_by_its_words(text: str, total: bool) -> None:
    assert is_total(text) is total
