"""How tables are laid out on paper."""

from __future__ import annotations

from offices import phrases
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.output.text.typography import width
from parplan.output.word.table_layout import Layout
from parplan.views.report.appendices import ReportAppendices
from parplan.views.table import Column, Row, Table, printed
from running import sample

ROOM, TALL = 9000, 14000


def laid(view: Table, room: int = ROOM) -> Layout:
    return Layout(view, 12, room, TALL)


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = ()) -> Table:
    titles = heads or ("Cột",) * len(rows[0])
    return Table(
        tuple(Column(title, key=f"c{n}") for n, title in enumerate(titles)), tuple(Row(row) for row in rows)
    )


def test_columns_take_the_whole_room_and_none_is_narrower_than_its_longest_word() -> None:
    wide = laid(table(("1", "Nghiêng nghiêng nghiêng", "x"))).widths
    assert sum(wide) == ROOM
    assert wide[1] > width("Nghiêng", 12) * 20


def test_a_word_is_not_torn_where_another_font_stands_in_for_its_toned_letters() -> None:
    toned, plain = laid(table(("ệổẫ " * 40, "êôâ " * 40))), laid(table(("êôâ " * 40, "êôâ " * 40)))
    assert toned._needs[0] > plain._needs[0]


def test_the_longest_texts_get_the_widest_column_and_short_ones_no_more_than_they_need() -> None:
    first, second, third = laid(table(*[("1", "đánh giá kết quả thực hiện " * 12, "Sở Y tế")] * 6)).widths
    assert second > 5 * max(first, third)
    assert third < 2 * width("Sở Y tế", 12) * 20


def test_where_rows_fit_on_one_line_they_stand_on_one() -> None:
    name = "Ban Quản lý các Khu kinh tế"
    wide = laid(table((name, "1", "2"), heads=("Đơn vị", "Quá hạn, chưa có báo cáo", "Quá hạn"))).widths
    assert wide[0] >= width(name, 12) * 20


def test_neighbouring_columns_of_figures_are_of_one_width() -> None:
    view = table(("Giao chung", "414", "7", "12,5"), heads=("Nhóm", "Tổng số lượt nhiệm vụ", "Đến hạn", "Tỷ lệ"))
    first, *figures = laid(view).widths
    assert max(figures) - min(figures) <= 1 < first


def test_a_formula_is_never_torn() -> None:
    view = table(("1", "2", "3"), heads=("a", "b", "c"))
    view = view._replace(
        numbered=True, columns=(*view.columns[:2], view.columns[2]._replace(formula="({c0}-{c1})/{c0}"))
    )
    roomy, narrow = laid(view), laid(view, 3000)
    assert (roomy.numbers[2], narrow.numbers[2]) == ("(3)=((1)-(2))/(1)", "(3)=\n((1)-(2))/(1)")
    assert roomy.widths[2] > width("(3)=((1)-(2))/(1)", 12) * 20
    assert narrow.widths[2] > width("((1)-(2))/(1)", 12) * 20


def test_a_table_that_fits_in_a_quarter_page_stands_on_one_page() -> None:
    assert laid(table(*[("Đánh giá",)] * 5)).kept == {0, 1, 2, 3}


def test_a_longer_table_is_torn_after_two_rows_at_least_and_leaves_no_page_to_its_last_rows_alone() -> None:
    tall = "đánh giá kết quả " * 60
    assert laid(table(*[(tall,)] * 5)).kept == {0, 3}
    kept = laid(table(*[("Đánh giá",)] * 60)).kept
    assert {0, 1} & kept == {0}
    assert kept - {0} == set(range(min(kept - {0}), 59))
    assert 5 <= len(kept - {0}) <= 15


def test_a_table_of_a_few_tall_rows_can_be_torn_between_its_first_two_and_its_last() -> None:
    assert laid(table(*[("đánh giá kết quả " * 12,)] * 4)).kept == {0, 2}
    assert laid(table(*[("đánh giá kết quả " * 26,)] * 3)).kept == {0, 1}


def test_one_row_or_none_is_laid_out_too() -> None:
    assert laid(table(("x",))).kept == set()
    assert laid(Table((Column("Cột"),), ())).widths == [ROOM]


def test_a_long_head_over_short_cells_makes_its_column_wider() -> None:
    heads = ("Nội dung", "Kết quả đến kỳ báo cáo (số, ký hiệu, ngày văn bản)", "Ghi chú")
    note = "Quá hạn 05 ngày; dự kiến hoàn thành 31/01/2024"
    _, result, noted = laid(table(("Niêm yết thủ tục tại trụ sở", "Đang in bảng", note), heads=heads)).widths
    assert result > noted


def test_a_column_that_is_tall_in_few_rows_is_not_starved_by_one_that_is_tall_in_many() -> None:
    workspace = sample().workspace
    plan = workspace.plans[2022]
    facts = report_facts(workspace, plan, Period.whole_plan(2022))
    overdue = printed(ReportAppendices(facts, phrases(facts)).overdue())
    laid_out = Layout(overdue, 11, 13_600, 9_000)
    situation = next(n for n, column in enumerate(overdue.columns) if column.key == "situation-long")
    # two words a line at least
    assert laid_out.widths[situation] - 200 > width("Tình hình", 11) * 20
