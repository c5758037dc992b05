"""Tests of parplan.tables.agencies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.documents.document import Table
from parplan.documents.values import Value
from parplan.tables.agencies import Units, read_agencies, slug_of
from parplan.tables.heads import headed_by
from tries import tries

HEADS = ("STT", "Tên đơn vị", "Ký hiệu", "Đầu mối", "Điện thoại", "Tên gọi khác", "Mã")


def read(*rows: tuple[Value, ...], kind: str = "") -> Units:
    cells: list[list[Value]] = [[*row, *[""] * (7 - len(row))] for row in (HEADS, *rows)]
    headed = headed_by(Table(cells), "agencies")
    assert headed is not None
    return read_agencies(headed, {"Sở Tư pháp": "stp"}.get, kind)


def test_a_row_is_a_unit_with_what_it_says_of_itself() -> None:
    (found,) = read((1, "Sở Y tế", "SYT", "Lan", "0123", "Sở Ytế; Y tế tỉnh")).rows
    assert (found.id, found.name, found.texts) == ("so-y-te", "Sở Y tế", {"symbol": "SYT"})
    assert (found.contact, found.aliases) == ({"name": "Lan", "phone": "0123"}, ("Sở Ytế", "Y tế tỉnh"))


def test_units_stand_under_the_heading_above_them() -> None:
    found = read(("I", "Các sở"), (1, "Sở Y tế"), ("II.", "UBND cấp xã"), (1, "UBND xã Một"))
    assert [(one.name, one.heading) for one in found.rows] == [
        ("Sở Y tế", "Các sở"),
        ("UBND xã Một", "UBND cấp xã"),
    ]


def test_a_unit_that_is_known_keeps_its_id_and_one_may_be_written() -> None:
    found = read((1, "Sở Tư pháp"), (2, "Sở Tài chính", "", "", "", "", "stc"))
    assert [one.id for one in found.rows] == ["stp", "stc"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (((1, "Sở Y tế"), (2, "Sở Y tế")), "table-row-twice"),
        (((1, "Sở Y tế", "", "", "", "", "sở y tế"),), "table-id-unread"),
    ],
)
def test_what_is_wrong_is_told(rows: tuple[tuple[Value, ...], ...], reason: str) -> None:
    assert [fault.stop.reason for fault in read(*rows).faults] == [reason]


def test_a_name_becomes_an_id() -> None:
    assert slug_of("Đài Phát thanh - Truyền hình tỉnh") == "dai-phat-thanh-truyen-hinh-tinh"


ANYTHING = st.one_of(st.text(max_size=12), st.floats(), st.integers(-5, 10**14), st.booleans(), st.dates())


@given(st.lists(st.tuples(*[ANYTHING] * 7), max_size=6))
@tries(100)
def test_whatever_stands_in_a_table_is_read_or_told(rows: list[tuple[Value, ...]]) -> None:
    found = read(*rows)
    ids = [one.id for one in found.rows]
    assert len(set(ids)) == len(ids)
