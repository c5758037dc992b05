"""Tests of parplan.documents.word_grid: where merged cells lie, property by property."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parplan.documents.document import Spot, Table
from parplan.documents.reader import document_of
from tries import tries
from word_by_hand import DOWN, ON, SPAN, docx, tbl, tc, tr


def table(*rows: str, widths: tuple[int, ...] = ()) -> Table:
    (found,) = document_of(docx(tbl(*rows, widths=widths))).tables
    return found


def test_cells_merged_across_and_down_stand_at_their_first_corner() -> None:
    found = table(
        tr(tc("TT", DOWN), tc("Tiến độ", SPAN.format(2))),
        tr(tc("", ON), "Bắt đầu", "Kết thúc"),
        tr("1", tc("cả năm", SPAN.format(2))),
    )
    assert found.rows == [["TT", "Tiến độ", ""], ["", "Bắt đầu", "Kết thúc"], ["1", "cả năm", ""]]
    assert found.covered == {(0, 2): (0, 1), (1, 0): (0, 0), (2, 2): (2, 1)}
    assert [found.text(1, column) for column in range(3)] == ["TT", "Bắt đầu", "Kết thúc"]


def test_a_merge_downwards_without_a_beginning_is_a_cell_of_its_own() -> None:
    assert table(tr(tc("a", ON), "b")).rows == [["a", "b"]]


def test_cells_that_old_word_merged_across_are_one() -> None:
    merged = (tc("I. Nhóm", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"))
    assert table(tr(*merged), tr("1", "a")).covered == {(0, 1): (0, 0)}


def test_a_row_that_begins_late_and_ends_early_leaves_its_places_empty() -> None:
    late = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    assert table(tr("a", "b", "c"), tr("d", marks=late)).rows == [["a", "b", "c"], ["", "d", ""]]


def test_lines_of_the_grid_at_which_no_cell_begins_are_no_columns() -> None:
    wide = SPAN.format(3)
    assert table(tr(tc("a", wide), "b"), tr(tc("c", wide), "d")).rows == [["a", "b"], ["c", "d"]]


def test_a_border_moved_by_a_hair_is_the_same_border() -> None:
    two = SPAN.format(2)
    rows = (tr("1", tc("a", two), "x"), tr(tc("2", two), "b", "y"))
    assert table(*rows, widths=(500, 100, 3000, 900)).rows == [["1", "a", "x"], ["2", "b", "y"]]
    assert table(*rows, widths=(500, 900, 3000, 900)).width == 4


def test_a_narrow_column_is_a_column() -> None:
    assert table(tr("1", "a", "x"), widths=(100, 100, 3000)).rows == [["1", "a", "x"]]


def test_heads_that_are_repeated_on_each_page_are_counted() -> None:
    head = "<w:tblHeader/>"
    assert table(tr("a", marks=head), tr("b", marks=head), tr("c")).heads == 2


@st.composite
def tilings(draw: st.DrawFn) -> tuple[int, int, dict[Spot, Spot]]:
    """A grid in which some rectangles are one cell: each place with the first corner of its cell."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    owner: dict[Spot, Spot] = {}
    for spot in ((row, column) for row in range(height) for column in range(width)):
        if spot in owner:
            continue
        down, across = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        area = [
            (row, column)
            for row in range(spot[0], min(spot[0] + down, height))
            for column in range(spot[1], min(spot[1] + across, width))
        ]
        if any(place in owner for place in area):
            area = [spot]
        owner |= dict.fromkeys(area, spot)
    return height, width, owner


def written(height: int, width: int, owner: dict[Spot, Spot]) -> str:
    rows = []
    for row in range(height):
        cells, column = [], 0
        while column < width:
            top, left = owner[row, column]
            span = sum(owner.get((row, other)) == (top, left) for other in range(width))
            down = sum(owner.get((other, left)) == (top, left) for other in range(height))
            merged = "" if down == 1 else DOWN if top == row else ON
            cells.append(tc(f"{top}-{left}" if top == row else "", SPAN.format(span) + merged))
            column += span
        rows.append(tr(*cells))
    return tbl(*rows)


@given(tilings())
@tries(60)
def test_every_cell_of_any_grid_is_read_once_and_covers_what_it_covered(
    tiling: tuple[int, int, dict[Spot, Spot]],
) -> None:
    height, width, owner = tiling
    (found,) = document_of(docx(written(height, width, owner))).tables
    texts = [cell for row in found.rows for cell in row if cell]
    assert sorted(map(str, texts)) == sorted(f"{row}-{column}" for row, column in set(owner.values()))
    # a border at which no cell begins is none: places are asked by what is seen there
    seen = {found.text(row, column) for row in range(len(found.rows)) for column in range(found.width)}
    assert seen == {f"{row}-{column}" for row, column in owner.values()}
    assert all(found.rows[row][column] == "" for row, column in found.covered)
