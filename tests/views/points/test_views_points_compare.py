"""What is shown beside what: of the shipped results, and of the example."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parplan.facts.points.compared import Against, compared
from parplan.options.points.asked import place_names
from parplan.reading.load import Loaded, load
from parplan.views.points.compare import Shown, bar, compare_sheet, criterion_called
from parplan.views.sheet import Sheet
from parplan.views.table import Table
from parplan.words import words
from running import POINTS

EXAMPLE = load(POINTS)
AREAS, AVERAGE = Shown(), Against()


def sheet(
    *years: int,
    loaded: Loaded = EXAMPLE,
    place: str = "gia-dinh-thu",
    shown: Shown = AREAS,
    against: Against = AVERAGE,
) -> Sheet:
    named = place_names(loaded.workspace)
    made = compared(loaded.workspace, place, years, against)
    return compare_sheet(made, named(place), named, words("vi"), shown, sample=loaded is EXAMPLE)


def tables(found: Sheet) -> dict[str, Table]:
    return {block.table.caption: block.table for block in found.blocks if block.table is not None}


def rows(table: Table) -> dict[str, tuple[str | None, ...]]:
    return {row.cells[0] or "": row.cells[1:] for row in table.rows if row.kind != "block"}


def lines(found: Sheet) -> str:
    return "\n".join(line for block in found.blocks for line in block.lines)


def test_every_source_is_named_once(shipped: Loaded) -> None:
    found = sheet(2021, 2022, loaded=shipped, place="quang-nam")
    sources = found.blocks[-1].lines
    assert len(sources) == len(set(sources)) == 3


def test_the_sources_of_others_are_named_where_they_are_asked_for(shipped: Loaded) -> None:
    found = sheet(2021, 2022, loaded=shipped, place="quang-nam", shown=Shown(sources=True))
    assert "Par Index 2022, Cả nước: Tính từ kết quả năm 2021" in lines(found)


def test_what_was_measured_alike_needs_no_note(shipped: Loaded) -> None:
    assert "*" not in lines(sheet(2020, 2021, loaded=shipped, place="quang-nam"))


def test_areas_are_compared_in_percent_over_a_change_of_sets() -> None:
    found = tables(sheet(2022, 2023))["Chỉ số CCHC: theo tiêu chí"]
    assert rows(found)["1 Công tác chỉ đạo, điều hành"] == ("8,60/9,5", "7,00/9,5", "giảm 16,8 điểm %")
    assert len(found.rows) == 8


@pytest.mark.parametrize(("depth", "count"), [(0, None), (1, 8), (2, 50), (3, 143)])
def test_the_tree_is_shown_as_deep_as_it_is_asked_for(depth: int, count: int | None) -> None:
    found = tables(sheet(2022, 2023, shown=Shown(depth))).get("Chỉ số CCHC: theo tiêu chí")
    assert (len(found.rows) if found else None) == count


def test_what_rose_and_fell_most_is_told_apart() -> None:
    found = tables(sheet(2022, 2023))
    assert [len(found[f"Chỉ số CCHC: {way} nhiều nhất"].rows) for way in ("tăng", "giảm")] == [5, 5]


def test_a_total_with_unknown_parts_is_said_to_be_one() -> None:
    found = sheet(2023, 2024)
    total = rows(tables(found)[""])["Điểm"]
    assert total[1] == "37,07/45; 55 điểm chưa rõ"
    assert "chưa có số liệu của 55 điểm tối đa" in lines(found)
    assert "điểm thẩm định lần 1" in lines(found)


def test_a_group_that_was_left_is_named_with_the_one_entered() -> None:
    assert "chuyển từ nhóm C sang nhóm B" in lines(sheet(2022, 2023))


def test_criteria_that_were_dropped_are_named() -> None:
    assert "bộ tiêu chí sau không còn: 7.1.9 Số cuộc họp trực tuyến" in lines(sheet(2022, 2023))


def test_three_years_have_a_column_each() -> None:
    heads = [column.title for column in tables(sheet(2022, 2023, 2024))[""].columns]
    assert heads == ["Chỉ số", "Năm 2022", "Năm 2023", "Năm 2024", "Tăng, giảm điểm"]


def test_whoever_has_a_rank_is_named_year_by_year() -> None:
    found = rows(tables(sheet(2022, 2023, against=Against(rank=1)))[""])
    assert found["Hạng 1"] == ("91,20 (Tỉnh Một)", "92,75 (Tỉnh Một)", "tăng 1,55")
    assert found["So với Hạng 1"][:2] == ("thấp hơn 11,70", "thấp hơn 12,03")


def test_units_of_the_province_are_ranked_in_a_table_of_their_own() -> None:
    found = tables(sheet(2023, 2024, place="so-tu-phap", against=Against(everybody=True)))
    ranking = found["Chỉ số nội bộ: xếp hạng"]
    assert len(ranking.rows) == 38
    assert [row.cells[:2] for row in ranking.rows if row.kind == "total"] == [("31 (đồng hạng)", "Sở Tư pháp")]
    assert ranking.note == "Thứ hạng tính từ điểm của tất cả các nơi."


def test_one_other_place_is_set_beside_it_by_criterion() -> None:
    found = tables(sheet(2023, 2024, place="so-tu-phap", against=Against(("so-noi-vu",))))
    beside = rows(found["Chỉ số nội bộ năm 2024: so với Sở Nội vụ theo tiêu chí"])
    assert beside["D Tài chính công"] == ("14,20/15", "11,70/15", "giảm 2,50")


def test_bars_are_drawn_only_where_they_are_asked_for() -> None:
    drawn = tables(sheet(2022, 2023, shown=Shown(bars=True)))["Chỉ số CCHC: theo tiêu chí"]
    assert drawn.rows[0].cells[-1] == "███████░░░"


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (None, ""),
        (Fraction(0), "░" * 10),
        (Fraction(1), "█" * 10),
        (Fraction(1, 2), "█████░░░░░"),
        (Fraction(-1), "░" * 10),
    ],
)
def test_a_bar_is_as_long_as_the_share(share: Fraction | None, drawn: str) -> None:
    assert bar(share) == drawn


def test_a_criterion_goes_by_number_and_name() -> None:
    criteria = EXAMPLE.workspace.indexes.indexes[0].criteria()
    assert criterion_called(criteria["CCHC/bo-moi/7.1.10"]) == "7.1.10 Tỷ lệ cán bộ có tài khoản định danh"
