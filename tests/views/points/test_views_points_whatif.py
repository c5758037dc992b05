"""Tests of parplan.views.points.whatif."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parplan.facts.serving.gap import gaps
from parplan.facts.serving.whatif import WhatIf, what_if
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import load
from parplan.views.page import Properties
from parplan.views.points.whatif import TARGETS, whatif_data, whatif_list, whatif_sheet
from parplan.views.sheet import Sheet
from parplan.words import words
from running import POINTS

EXAMPLE = load(POINTS).workspace
STANDINGS = Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1)))
NAMED = "CCHC/bo-moi/"


def assume(year: int, scores: dict[str, str], *tasks: str) -> tuple[WhatIf, ...]:
    named = {NAMED + ref: Decimal(score) for ref, score in scores.items()}
    return tuple(what_if(EXAMPLE, gap, named, tasks) for gap in gaps(STANDINGS, "gia-dinh-thu", year))


def sheet(made: tuple[WhatIf, ...], targets: TARGETS = ()) -> Sheet:
    return whatif_sheet(made, targets, "Giả Định", words("vi"), heard=True, sample=True)


def test_what_comes_of_it_is_said_first() -> None:
    found = sheet(assume(2023, {"6.3.1": "1.5"}, "II.6a"), (("nhóm A", Decimal(90)), ("Tỉnh Lạ", None)))
    assert found.blocks[0].lines == (
        "80,72 → 82,72 điểm (tăng 2,00).",
        "Xếp hạng từ 7 đến 9, suy từ điểm, thứ hạng đã biết của 06 nơi khác; các nơi còn lại chưa biết.",
        "Còn thiếu 7,28 điểm so với nhóm A (90,00).",
        "Chưa biết còn thiếu bao nhiêu so với Tỉnh Lạ.",
        "Nhiệm vụ hoàn thành được giả định là tiêu chí đạt điểm tối đa; có đạt hay không do cơ quan thẩm định.",
    )
    table = found.blocks[1].table
    assert table is not None
    assert [row.cells[1:] for row in table.rows] == [
        ("0,50/1,5", "1,50/1,5", "tăng 1,00", ""),
        ("0,00/1", "1,00/1", "tăng 1,00", "nếu xong II.6a"),
    ]


def test_a_target_that_is_reached_and_a_group_that_is_left() -> None:
    lines = sheet(assume(2023, {"8.3.1": "0"}), (("70", Decimal(70)),)).blocks[0].lines
    assert "Từ nhóm B sang nhóm C." in lines
    assert "Đã đạt 70 (70,00), dư 1,81 điểm." in lines


def test_of_a_total_that_is_not_known_its_known_part_is_told() -> None:
    lines = sheet(assume(2024, {"7.1.1": "0.5"}), (("nhóm A", Decimal(90)),)).blocks[0].lines
    assert lines == (
        "Phần đã biết: 37,07/45; 55 điểm chưa rõ → 37,57/45,5; 54,5 điểm chưa rõ.",
        "Chưa biết còn thiếu bao nhiêu so với nhóm A.",
    )


def test_without_assumptions_the_cheapest_points_are_shown() -> None:
    found = sheet(assume(2023, {}))
    assert found.blocks[0].lines == ("Đạt 80,72/100 điểm, còn mất 19,28 điểm.",)
    table = found.blocks[1].table
    assert table is not None
    assert len(table.rows) == 10
    assert table.rows[0].cells[1:3] == ("1,00", "1,00")


def test_a_list_and_data_hold_the_same() -> None:
    made = assume(2023, {"6.3.1": "1.5"})
    listing = whatif_list(made, words("vi"), Properties("T", "N", date.min), heard=True, sample=True)
    assert {len(row) for row in listing.rows} == {len(listing.columns)}
    assert listing.rows[0][3:5] == (Decimal("0.50"), Decimal("1.5"))
    (index,) = whatif_data(made, (("A", Decimal(90)),), "gia-dinh-thu", sample=True)["indexes"]
    assert (index["before"]["score"], index["after"]["score"], index["gained"]) == ("80.72", "81.72", "1.00")
    assert index["rank"] == {"best": 7, "worst": 9, "by": 6}
    assert index["targets"] == [{"name": "A", "score": "90", "lacking": "8.28"}]
