"""The comparison as one list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parplan.facts.points.compared import Against, compared
from parplan.options.points.asked import place_names
from parplan.reading.load import load
from parplan.views.listing import Listing
from parplan.views.page import Properties
from parplan.views.points.compare_list import compare_list
from parplan.words import words
from running import POINTS

EXAMPLE = load(POINTS)


def listing(*years: int, place: str = "gia-dinh-thu", depth: int = 1) -> Listing:
    named = place_names(EXAMPLE.workspace)
    made = compared(EXAMPLE.workspace, place, years)
    properties = Properties("Tên", "Nơi lập", date(2024, 12, 31))
    return compare_list(made, named(place), named, words("vi"), depth, properties, sample=True)


def test_every_row_has_a_cell_for_each_column_and_figures_are_figures() -> None:
    found = listing(2022, 2023, depth=3)
    assert {len(row) for row in found.rows} == {len(found.columns)} == {10}
    assert len(found.rows) == 2 + 143 + 1
    by_code = {row[2]: row for row in found.rows}
    assert by_code["1"][4:8] == (Decimal("9.5"), Decimal("8.60"), Decimal("7.00"), "")
    assert by_code["1"][8] == Decimal("-16.8")


def test_a_list_says_what_it_is_not_sure_of() -> None:
    rows = {row[2]: row for row in listing(2023, 2024).rows}
    assert rows["2"][-1] == "không so sánh được: mới biết một phần; mới biết 6,5 điểm tối đa"
    assert listing(2023, 2024).notices == ("SỐ LIỆU MINH HỌA, không dùng để báo cáo.",)


def test_ranks_from_scores_are_said_to_be() -> None:
    (rank,) = (row for row in listing(2023, 2024, place="so-tu-phap").rows if row[3] == "Xếp hạng")
    assert rank[5:9] == (25, 31, -6, "")
    assert rank[-1] == "thứ hạng tính từ điểm"


def test_among_everybody_ones_own_place_stands_once() -> None:
    named = place_names(EXAMPLE.workspace)
    made = compared(EXAMPLE.workspace, "so-tu-phap", (2023, 2024), Against(everybody=True))
    properties = Properties("Tên", "Nơi lập", date(2024, 12, 31))
    found = compare_list(made, "Sở Tư pháp", named, words("vi"), 0, properties, sample=True)
    scores = [row[1] for row in found.rows if row[3] == "Điểm"]
    assert len(scores) == len(set(scores)) == 38
