"""Tests of parplan.tables.scores."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.documents.document import Table
from parplan.documents.values import Value
from parplan.facts.points.tree import Tree
from parplan.reading.load import load
from parplan.tables.heads import headed_by
from parplan.tables.scores import Scores, read_scores
from running import POINTS
from tries import tries

INDEX = load(POINTS).workspace.indexes.indexes[0]
TREE = Tree(INDEX, INDEX.sets[1])
HEADS = ("TT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định lần 1", "Điểm", "Ghi chú")


def read(*rows: tuple[Value, ...], unnamed: str = "appraised") -> Scores:
    cells: list[list[Value]] = [[*row, *[""] * (7 - len(row))] for row in (HEADS, *rows)]
    headed = headed_by(Table(cells), "scores")
    assert headed is not None
    return read_scores(headed, TREE, unnamed)


def parts(found: Scores) -> list[tuple[str, str, str]]:
    return [(one.ref.rpartition("/")[2], one.kind, str(one.score)) for one in found.parts]


def test_each_column_gives_its_own_kind_of_score() -> None:
    found = read(("1.1.1", "Ban hành kế hoạch trong quý I", 0.5, 0.5, "0,25", "", "Thiếu dấu"))
    assert parts(found) == [("1.1.1", "self", "0.5"), ("1.1.1", "first", "0.25")]
    assert {one.note for one in found.parts} == {"Thiếu dấu"}


def test_a_column_that_only_says_score_is_of_the_kind_asked_for_and_a_survey_is_one() -> None:
    rows = (("1.1.1", "", "", "", "", 0.5), ("8.1.1", "Tiếp cận dịch vụ", 2, "", "", 1.7))
    assert parts(read(*rows, unnamed="second")) == [("1.1.1", "second", "0.5"), ("8.1.1", "survey", "1.7")]


@pytest.mark.parametrize(
    ("code", "name", "found"),
    [
        ("7.1.10", "Tỷ lệ cán bộ có tài khoản định danh", "7.1.10"),
        ("", "tỷ lệ cán bộ có tài khoản định danh", "7.1.10"),
        (7.1, "Tỷ lệ cán bộ có tài khoản định danh", "7.1.10"),  # the name says which
        (date(2024, 1, 7), "Tỷ lệ cán bộ có tài khoản định danh", "7.1.10"),
        ("7.1.10", "", "7.1.10"),
        ("7.1.10", "Tỷ lệ cán bộ có tài khoản", "7.1.10"),  # shortened
        ("IV", "Cải cách tổ chức bộ máy", "4"),
    ],
)
def test_a_row_is_of_a_criterion_by_number_and_name(code: Value, name: str, found: str) -> None:
    assert parts(read((code, name, "", 0.1))) == [(found, "self", "0.1")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("1.1.1", "Số hóa hồ sơ", 0.5, 0.5), "table-code-other"),
        ((7.1, "Một tiêu chí khác", "", 1), "table-code-unsure"),
        (("9.9", "Tiêu chí lạ", "", 1), "table-criterion-unknown"),
        (("1.1.1", "Ban hành kế hoạch trong quý I", 5, 0.5), "table-max-other"),
        (("1.1.1", "Ban hành kế hoạch trong quý I", 0.5, 0.6), "table-figure-over"),
        (("1.1.1", "Ban hành kế hoạch trong quý I", 0.5, "nửa điểm"), "table-figure-unread"),
    ],
)
def test_what_a_row_cannot_mean_is_told_and_not_taken(row: tuple[Value, ...], reason: str) -> None:
    found = read(row)
    assert [fault.stop.reason for fault in found.faults] == [reason]
    assert found.parts == []


def test_a_criterion_that_stands_twice_is_told() -> None:
    row = ("1.1.1", "Ban hành kế hoạch trong quý I", 0.5, 0.5)
    found = read(row, row)
    assert [(fault.stop.reason, fault.place.row) for fault in found.faults] == [("table-row-twice", 3)]


def test_a_heading_without_scores_is_no_fault_and_a_sum_is_no_criterion() -> None:
    found = read(("A", "Phần thứ nhất"), ("", "Tổng cộng", 100, 80.5, "", 79.25))
    assert (found.parts, found.faults) == ([], [])
    assert {kind: str(score) for kind, score in found.totals.items()} == {"self": "80.5", "appraised": "79.25"}


ANYTHING = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["1.1.1", "7.1.10", "Tổng cộng", "-", "0,5", "5/10", "II", "Kế hoạch cải cách hành chính"]),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-5, 10**14),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(),
)


@given(st.lists(st.tuples(*[ANYTHING] * 6), max_size=6))
@tries(150)
def test_whatever_stands_in_a_table_is_read_or_told(rows: list[tuple[Value, ...]]) -> None:
    found = read(*rows)
    assert all(one.score <= (TREE.maximum(one.ref) or one.score) for one in found.parts)
    assert len({(one.ref, one.kind) for one in found.parts}) == len(found.parts)
