"""Tests of parplan.tables.criteria."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.documents.document import Spot, Table
from parplan.documents.values import Value
from parplan.tables.cells import papers_in
from parplan.tables.criteria import Criteria, read_criteria
from parplan.tables.heads import headed_by
from tries import tries

HEADS = ("STT", "Tiêu chí", "Thang điểm", "Cách tính điểm", "Tài liệu kiểm chứng")


def read(*rows: tuple[Value, ...], covered: dict[Spot, Spot] | None = None) -> Criteria:
    cells: list[list[Value]] = [[*row, *[""] * (5 - len(row))] for row in (HEADS, *rows)]
    headed = headed_by(Table(cells, covered=covered or {}), "criteria")
    assert headed is not None
    return read_criteria(headed)


def tree(found: Criteria) -> list[tuple[str, str | None]]:
    assert found.faults == []
    return [(one.id, one.parent) for one in found.rows]


def test_numbers_make_the_tree() -> None:
    found = read(
        ("1.", "Việc A", 3),
        ("1.1", "Việc B", "1,5"),
        ("1.1.1", "Việc C", "1,5"),
        ("1.2", "Việc D", 1.5),
        ("2", "Việc E"),
    )
    assert tree(found) == [("1", None), ("1.1", "1"), ("1.1.1", "1.1"), ("1.2", "1"), ("2", None)]
    assert [one.max for one in found.rows] == [
        Decimal(text) if text else None for text in ("3", "1.5", "1.5", "1.5", "")
    ]
    assert found.uneven == []


def test_roman_areas_hold_numbers_that_begin_anew() -> None:
    found = read(
        ("I", "Việc A", 2),
        ("1", "Việc B", 2),
        ("1.1", "Việc C", 2),
        ("II", "Việc D", 2),
        ("1", "Việc E", 2),
        ("1.1", "Việc F", 2),
    )
    assert tree(found) == [
        *(("I", None), ("1", "I"), ("1.1", "1"), ("II", None)),
        *(("II.1", "II"), ("II.1.1", "II.1")),
    ]


def test_roman_areas_hold_numbers_of_their_own_value_too() -> None:
    found = read(("I", "Việc A"), ("1.1", "Việc B"), ("1.1.1", "Việc C"), ("II", "Việc D"), ("2.1", "Việc E"))
    assert tree(found) == [("I", None), ("1.1", "I"), ("1.1.1", "1.1"), ("II", None), ("2.1", "II")]


def test_parts_by_letter_hold_roman_areas_and_small_letters_lie_below_numbers() -> None:
    found = read(
        ("A", "Việc P"),
        ("I", "Việc Q"),
        ("1", "Việc R"),
        ("a)", "Việc S"),
        ("đ)", "Việc T"),
        ("B", "Việc U"),
        ("C", "Việc V"),
        ("I", "Việc W"),
    )
    assert [one.code for one in found.rows] == ["A", "I", "1", "a", "đ", "B", "C", "I"]
    assert [one.parent for one in found.rows] == [None, "A", "A.I", "1", "1", None, None, "C"]


def test_a_number_may_stand_before_the_name() -> None:
    found = read(("", "I. CHỈ ĐẠO", 1), ("", "1. Kế hoạch", 1), ("", "1.1 Ban hành", 1))
    assert [(one.code, one.name) for one in found.rows] == [
        ("I", "CHỈ ĐẠO"),
        ("1", "Kế hoạch"),
        ("1.1", "Ban hành"),
    ]


def test_what_excel_made_of_a_number_is_restored_by_the_order_of_the_rows() -> None:
    ninth = [("1", "Việc A"), *((f"1.{n}", f"B{n}") for n in range(1, 10))]
    assert read(*ninth, (1.1, "Việc C")).restored == ["1.10"]
    assert read(*ninth, (date(2024, 10, 1), "Việc C")).restored == ["1.10"]
    assert read(*ninth, (datetime(2024, 1, 10), "Việc C")).restored == ["1.10"]
    found = read(("1", "Việc A"), (1.1, "Việc B"), (date(2001, 1, 1), "Việc C"))
    assert tree(found)[1:] == [("1.1", "1"), ("1.1.1", "1.1")]


def test_a_number_that_the_order_does_not_lead_to_is_asked_back() -> None:
    found = read(("1", "Việc A"), (1.3, "Việc B"))
    assert [(fault.stop.reason, fault.place.cell) for fault in found.faults] == [("table-number-unsure", "A3")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("1", "Việc B", 1), "table-row-twice"),
        (("3.1", "Việc B", 1), "table-parent-missing"),
        (("1.1", "", 1), "table-criterion-nameless"),
        (("", "Việc B", 1), "table-criterion-unnumbered"),
        (("1.1", "Việc B", "một"), "table-figure-unread"),
        (("1.1", "Việc B", -1), "table-figure-unread"),
        (("1.1", "Việc B", date(2024, 5, 1)), "table-figure-day"),
        (("", "Tổng cộng", 9), "table-total-other"),
    ],
)
def test_what_a_row_cannot_mean_is_told(row: tuple[Value, ...], reason: str) -> None:
    assert [fault.stop.reason for fault in read(("1", "Việc A", 1), row).faults] == [reason]


def test_sums_that_agree_are_no_criteria_and_heads_may_stand_again() -> None:
    found = read(
        ("1", "Việc A", 1), ("", "Cộng", 1), HEADS, ("2", "Việc B", 2), ("", "Cộng", 2), ("", "Tổng điểm", "3,0")
    )
    assert tree(found) == [("1", None), ("2", None)]


def test_rows_without_number_and_points_say_more_of_the_one_above() -> None:
    found = read(
        ("1", "Việc A", 1, "Đạt: 1", "Kế hoạch;\n- Báo cáo."),
        ("", "Ban hành muộn: 0,5"),
        ("", "", "", "", "Biên bản"),
    )
    (one,) = found.rows
    assert (one.words, one.evidence) == (("Đạt: 1", "Ban hành muộn: 0,5"), ("Kế hoạch", "Báo cáo", "Biên bản"))


@pytest.mark.parametrize(
    ("rule", "is_yes_no"), [("Có/không", True), ("Đạt hoặc không đạt", True), ("Có: 1 điểm", False)]
)
def test_only_the_very_words_make_a_rule(rule: str, is_yes_no: bool) -> None:
    (one,) = read(("1", "Việc A", 1, rule)).rows
    assert (one.is_yes_no, one.words) == (is_yes_no, (rule,))


def test_a_list_without_any_number_is_known_by_names() -> None:
    assert tree(read(("", "Thể chế", 10), ("", "Bộ máy", 5))) == [("the-che", None), ("bo-may", None)]


def test_a_heading_over_all_columns_and_a_maximum_over_several_rows() -> None:
    over = {(1, column): (1, 0) for column in range(1, 5)}
    down = {(3, 2): (2, 2), (3, 4): (2, 4)}
    found = read(("I. CHỈ ĐẠO",), ("1", "Việc A", 2, "", "Kế hoạch"), ("2", "Việc B"), covered=over | down)
    assert tree(found) == [("I", None), ("1", "I"), ("2", "I")]
    assert [one.max for one in found.rows] == [None, Decimal(2), None]  # nobody knows how it is shared
    assert [one.evidence for one in found.rows] == [(), ("Kế hoạch",), ("Kế hoạch",)]


def test_a_cell_of_evidence_lists_papers() -> None:
    assert list(papers_in("- Kế hoạch số 1;  Báo cáo\n-\n")) == ["Kế hoạch số 1", "Báo cáo"]


SHAPE: st.SearchStrategy[list[Any]] = st.recursive(
    st.just([]), lambda below: st.lists(below, min_size=1, max_size=11), max_leaves=30
)


def numbered(shape: list[Any], above: str = "") -> list[str]:
    """The numbers of a tree, as a table lists them."""
    found: list[str] = []
    for position, below in enumerate(shape, 1):
        own = f"{above}.{position}" if above else str(position)
        found += [own, *numbered(below, own)]
    return found


def as_excel(code: str) -> Value:
    """What Excel keeps of a number with one point."""
    return float(code) if code.count(".") == 1 else code


@given(SHAPE, st.booleans())
@tries(80)
def test_any_tree_comes_back_whatever_excel_made_of_its_numbers(shape: list[Any], spoilt: bool) -> None:
    codes = numbered(shape)
    found = read(*((as_excel(code) if spoilt else code, f"Tiêu chí {code}", 1) for code in codes))
    assert tree(found) == [(code, code.rpartition(".")[0] or None) for code in codes]


ANYTHING = st.one_of(
    st.text(max_size=8),
    st.sampled_from(["1", "1.1", "I", "A", "a)", "1.10", "Tổng cộng", "0,5", "-", "I. Chỉ đạo", "Có/không"]),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-5, 10**14),
    st.booleans(),
    st.dates(),
    st.times(),
)


@given(st.lists(st.tuples(*[ANYTHING] * 5), max_size=7))
@tries(200)
def test_whatever_stands_in_a_table_is_a_tree_or_told(rows: list[tuple[Value, ...]]) -> None:
    found = read(*rows)
    ids = [one.id for one in found.rows]
    assert len({*ids}) == len(ids)
    assert all(one.parent is None or one.parent in ids[:n] for n, one in enumerate(found.rows))
