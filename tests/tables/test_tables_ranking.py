"""Tests of parplan.tables.ranking."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from parplan.documents.document import Table
from parplan.documents.values import Value
from parplan.options.points.asked import find_place
from parplan.reading.load import load
from parplan.tables.heads import headed_by
from parplan.tables.ranking import Places, read_ranking
from running import POINTS
from tries import tries

FIND = partial(find_place, load(POINTS).workspace)


def read(*rows: tuple[Value, ...]) -> Places:
    headed = headed_by(
        Table([list(row) for row in (("STT", "Đơn vị", "Tổng điểm", "Xếp hạng"), *rows)]), "ranking"
    )
    assert headed is not None
    return read_ranking(headed, FIND, Decimal(100))


def test_each_row_is_a_place_with_what_is_known_of_it() -> None:
    found = read((1, "Sở Tư pháp", "90,5", 1), (2, "UBND huyện Bảy", "", "2/38"), ("", "Khối sở", "", ""))
    assert [(one.place, one.score, one.rank) for one in found.rows] == [
        ("so-tu-phap", Decimal("90.5"), 1),
        ("huyen-bay", None, 2),
    ]
    assert found.faults == []


def test_what_is_wrong_is_told_at_its_cell() -> None:
    found = read(
        *((1, "Sở Lạ", 90, 1), (2, "Sở Tư pháp", 190, 1)),
        *((3, "Sở Nội vụ", 90, "nhất"), (4, "Sở Xây dựng", 80, 4), (5, "Sở Xây dựng", 81, 4)),
    )
    assert [(fault.stop.reason, fault.place.cell) for fault in found.faults] == [
        ("place-unknown", "B2"),
        ("table-figure-over", "C3"),
        ("table-figure-unread", "D4"),
        ("table-row-twice", "B6"),
    ]
    assert [one.place for one in found.rows] == ["so-xay-dung"]


ANYTHING = st.one_of(st.text(max_size=12), st.floats(), st.integers(-5, 10**14), st.booleans(), st.dates())


@given(st.lists(st.tuples(*[ANYTHING] * 4), max_size=6))
@tries(100)
def test_whatever_stands_in_a_table_is_read_or_told(rows: list[tuple[Value, ...]]) -> None:
    found = read(*rows)
    ids = [one.place for one in found.rows]
    assert len(set(ids)) == len(ids)
