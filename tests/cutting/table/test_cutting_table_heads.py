"""Tests of parplan.cutting.table.heads: the tasks' table is known by its heads, in any wording."""

from __future__ import annotations

import pytest

from parplan.cutting.table.heads import headed_by, task_tables
from parplan.documents.document import Document, Paragraph, Table
from parplan.documents.values import Value

ROW: list[Value] = ["1", "Ban hành Kế hoạch", "Sở Nội vụ", "", "Quý I", "", ""]


def table(*rows: list[Value], number: int = 1, **more: object) -> Table:
    return Table([*rows], number=number, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "heads",
    [
        [
            "TT",
            "Nội dung, nhiệm vụ",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Thời gian hoàn thành",
            "Sản phẩm",
            "Ghi chú",
        ],
        ["STT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Kết quả", "Ghi chú"],
        [
            "Số TT",
            "NỘI DUNG CÔNG VIỆC",
            "Đơn vị thực hiện",
            "Phối hợp",
            "Thời gian thực hiện",
            "Sản phẩm dự kiến",
            "Căn cứ",
        ],
        [
            "tt",
            "Noi dung nhiem vu",
            "Co quan chu tri",
            "Co quan phoi hop",
            "Tien do",
            "San pham dau ra",
            "Ghi chu",
        ],
        [
            "TT",
            "Hoạt động",
            "Cơ quan, đơn vị chủ trì thực hiện",
            "Cơ quan tham gia",
            "Thời điểm",
            "Kết quả, sản phẩm",
            "Ghi chú",
        ],
    ],
)
def test_heads_are_known_in_any_wording(heads: list[Value]) -> None:
    headed = headed_by(table(heads, ROW))
    assert headed is not None
    assert headed.columns == ("number", "content", "lead", "partners", "deadline", "product", "note")
    assert (headed.first, headed.last) == (0, 1)


def test_heads_may_stand_below_titles_and_over_two_rows() -> None:
    rows: list[list[Value]] = [
        ["DANH MỤC NHIỆM VỤ NĂM 2023", "", "", "", "", ""],
        ["STT", "Tiêu chí thành phần", "Nhiệm vụ", "Đơn vị thực hiện", "", "Thời gian"],
        ["", "", "", "Chủ trì", "Phối hợp", ""],
        ["1", "ISO 9001", "Áp dụng ISO", "Sở Y tế", "", "Quý I"],
    ]
    covered = {(1, 4): (1, 3), **{(2, column): (1, column) for column in (0, 1, 2, 5)}}
    headed = headed_by(table(*rows, covered=covered))
    assert headed is not None
    assert headed.columns == ("number", "criteria", "content", "lead", "partners", "deadline")
    assert (headed.first, headed.last) == (1, 3)
    assert headed.names[3] == "Đơn vị thực hiện Chủ trì"


def test_heads_of_two_rows_need_not_be_merged() -> None:
    headed = headed_by(
        table(["TT", "Nhiệm vụ", "Cơ quan", "", "Thời gian"], ["", "", "chủ trì", "phối hợp", ""], ROW[:5])
    )
    assert headed is not None
    assert headed.columns == ("number", "content", "lead", "partners", "deadline")
    assert headed.last == 2


@pytest.mark.parametrize(
    "heads",
    [
        ["TT", "Chỉ tiêu", "ĐVT", "Mục tiêu"],
        ["TT", "Nội dung", "Số tiền", "Nguồn"],
        ["Kính gửi", "Sở Nội vụ", "", ""],
        ["Cộng hòa xã hội chủ nghĩa Việt Nam", "", "", ""],
    ],
)
def test_other_tables_are_none_of_tasks(heads: list[Value]) -> None:
    assert headed_by(table(heads, ["1", "a", "b", "c"])) is None


def test_a_report_s_table_tells_what_was_reached_and_no_products() -> None:
    heads: list[Value] = [
        "TT",
        "Nội dung nhiệm vụ",
        "Cơ quan chủ trì",
        "Thời gian",
        "Kết quả đến kỳ báo cáo",
        "Đánh giá",
        "Ghi chú",
    ]
    headed = headed_by(table(heads, ROW))
    assert headed is not None
    assert headed.columns == ("number", "content", "lead", "deadline", "", "", "")


HEADS: list[Value] = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
SHORT: list[Value] = ["1", "Rà soát", "Sở Y tế", "Quý I"]


def test_all_tables_with_the_same_heads_are_taken_and_others_are_named() -> None:
    first, second = table(HEADS, SHORT), table(HEADS, SHORT, number=2)
    other = table(["TT", "Nhiệm vụ", "Thời hạn"], ["1", "Việc", "Quý I"], number=3)
    taken, left = task_tables(Document((first, Paragraph("PHỤ LỤC II"), second, other)))
    assert [one.table.number for one in taken] == [1, 2]
    assert [one.table.number for one in left] == [3]
    taken, left = task_tables(Document((first, second, other)), [3])
    assert [one.table.number for one in taken] == [3]


def test_a_table_torn_over_pages_goes_on_only_right_below() -> None:
    first, torn, apart = table(HEADS, SHORT), table(SHORT, number=2), table(SHORT, number=3)
    taken, _ = task_tables(Document((first, torn, Paragraph("Nơi nhận"), apart)))
    assert [(one.table.number, one.last) for one in taken] == [(1, 1), (2, 0)]


def test_tables_inside_others_stand_in_their_order() -> None:
    inner = table(HEADS, SHORT, number=2)
    outer = Table([["…"]], number=1, inner=(inner,))
    after = table(HEADS, SHORT, number=3)
    taken, _ = task_tables(Document((outer, after)))
    assert [one.table.number for one in taken] == [2, 3]


@pytest.mark.parametrize(
    "row",
    [
        ["TT", "Nhiệm  vụ", "Chủ trì", "Thời gian"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["1", "2", "3", "4"],
        ["A", "B", "1", "2"],
    ],
)
def test_heads_said_again_and_numbers_of_columns_are_no_rows(row: list[Value]) -> None:
    headed = headed_by(table(HEADS, SHORT, row))
    assert headed is not None
    assert [headed.is_head(at) for at in (1, 2)] == [False, True]


@pytest.mark.parametrize(
    ("above", "below", "fields"),
    [
        ("Cơ quan chủ trì, phối hợp", ("Chủ trì", "Phối hợp"), ("lead", "partners")),
        ("Thời gian", ("Bắt đầu", "Kết thúc"), ("start", "deadline")),
        ("Đơn vị", ("Chủ trì", "Phối hợp thực hiện"), ("lead", "partners")),
    ],
)
def test_of_two_rows_of_heads_the_lower_says_what_a_column_is(
    above: str, below: tuple[str, str], fields: tuple[str, str]
) -> None:
    rows: list[list[Value]] = [["TT", "Nhiệm vụ", above, "", "Sản phẩm"], ["", "", *below, ""]]
    covered = {(0, 3): (0, 2), **{(1, column): (0, column) for column in (0, 1, 4)}}
    headed = headed_by(table(*rows, covered=covered))
    assert headed is not None
    assert headed.columns == ("number", "content", *fields, "product")


def test_one_column_may_hold_both_who_leads_and_who_takes_part() -> None:
    headed = headed_by(table(["TT", "Nội dung", "ĐVT", "Cơ quan chủ trì, phối hợp", "Đơn vị tính"]))
    assert headed is not None
    assert headed.columns == ("number", "content", "other", "lead", "other")
