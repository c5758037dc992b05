from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from ooxml import grid_faults, order_faults
from parplan.output.text.typography import width
from parplan.output.word.document import compose
from parplan.output.word.letterhead import Letterhead
from parplan.output.word.table import table as drawn_table
from parplan.views.table import Column, Row, Table
from small_report import LETTERHEAD, MERGED, PAGE, opened, written


def drawn(table: Table, tmp_path: Path) -> Any:
    page = PAGE._replace(tables={"t": table})
    path = written(page, tmp_path, "::: table t")
    assert order_faults(path) == grid_faults(path) == []
    return opened(path).tables[0]


def test_grouped_heads_are_merged_across_and_single_ones_downwards(tmp_path: Path) -> None:
    table = drawn(PAGE.tables["overall"], tmp_path)
    heads = [[cell.text for cell in row.cells] for row in table.rows[:3]]
    assert heads == [
        ["Nhóm nhiệm vụ", "Đã hoàn thành", "Đã hoàn thành", "Tỷ lệ (%)"],
        ["Nhóm nhiệm vụ", "Đúng hạn", "Quá hạn", "Tỷ lệ (%)"],
        ["(1)", "(2)", "(3)", "(4)=(2)/(3)"],
    ]
    assert len(table._tbl.xpath("./w:tr[w:trPr/w:tblHeader]")) == 3


def test_a_cell_without_text_of_its_own_continues_the_one_above(tmp_path: Path) -> None:
    rows = drawn(MERGED, tmp_path).rows
    assert [row.cells[1].text for row in rows][2:] == [
        "A. Sở, ban, ngành",
        "Rà soát thủ tục",
        "Rà soát thủ tục",
        "Công bố danh mục",
        "B. UBND cấp huyện",
        "Dưới tên khối",
    ]
    assert rows[-1].cells[0].text == ""


def test_total_and_block_rows_are_bold(tmp_path: Path) -> None:
    table = drawn(PAGE.tables["overall"], tmp_path)
    assert all(run.bold for cell in table.rows[-1].cells for run in cell.paragraphs[0].runs)
    assert not any(run.bold for cell in table.rows[-2].cells for run in cell.paragraphs[0].runs)


def test_a_table_is_as_wide_as_the_text(tmp_path: Path) -> None:
    document = opened(written(PAGE, tmp_path))
    for number, section in ((1, 0), (3, 1), (4, 2)):
        page = document.sections[section]
        room = (page.page_width - page.left_margin - page.right_margin) / 635
        grid = [int(wide) for wide in document.tables[number]._tbl.xpath("./w:tblGrid/w:gridCol/@w:w")]
        assert abs(sum(grid) - room) < 1


def test_the_widest_word_counts_not_the_one_of_most_letters(tmp_path: Path) -> None:
    narrow = Column("Verdict", share=0.1), Column("Target", share=9)
    table = drawn(Table(narrow, (Row(("Reached", "All of it")),)), tmp_path)
    wide, _ = map(int, table._tbl.xpath("./w:tblGrid/w:gridCol/@w:w"))
    assert wide > width("Reached", 12) * 20 + 85 * 2


def test_a_table_tells_what_it_is_to_those_who_can_not_see_it(tmp_path: Path) -> None:
    table = drawn(PAGE.tables["overall"], tmp_path)._tbl
    assert table.xpath("string(./w:tblPr/w:tblCaption/@w:val)") == "Bảng 1. Tổng hợp"
    assert "Đã hoàn thành: Quá hạn" in table.xpath("string(./w:tblPr/w:tblDescription/@w:val)")


def test_a_thousand_rows_take_no_time_to_speak_of(tmp_path: Path) -> None:
    rows = tuple(Row(tuple(f"ô {n}" for _ in range(9))) for n in range(1000))
    page = PAGE._replace(tables={"t": MERGED._replace(rows=rows)})
    compose("::: table t", page, LETTERHEAD)
    start = time.process_time()
    written(page, tmp_path, "::: table t")
    assert time.process_time() - start < 1.5, "far over the usual 0.1 s: tables are drawn in quadratic time again"


def test_what_closes_an_appendix_is_the_last_row_of_a_table_without_a_note(tmp_path: Path) -> None:
    def closes(note: str) -> tuple[str, str]:
        appendix = PAGE.appendices["first"]._replace(parts=(MERGED._replace(note=note),), ending="./.")
        page = PAGE._replace(appendices={"a": appendix})
        document = opened(written(page, tmp_path, "::: appendix a"))
        last = document.tables[-1].rows[-1].cells[0]
        return last.text, [paragraph.text for paragraph in document.paragraphs if paragraph.text][-1]

    assert closes("")[0] == "./."
    row, paragraph = closes("Ghi chú.")
    assert (row != "./.", paragraph) == (True, "./.")


def test_a_short_table_stands_on_one_page_and_a_long_one_may_go_on(tmp_path: Path) -> None:
    def kept(rows: int) -> list[bool]:
        made = Table((Column("Một"),), tuple(Row((str(number),)) for number in range(rows)))
        cells = [row.cells[0] for row in drawn(made, tmp_path).rows[1:]]
        return [bool(cell.paragraphs[0].paragraph_format.keep_with_next) for cell in cells]

    assert kept(5) == [True, True, True, True, False]
    assert kept(60)[:3] == [True, False, False]


def test_a_duty_is_named_again_where_its_cell_would_be_merged_over_many_rows(tmp_path: Path) -> None:
    rows = (Row(("Công khai kết quả", "Sở Y tế")), *(Row((None, f"Sở {n}")) for n in range(20)))
    table = drawn(Table((Column("Nhiệm vụ"), Column("Đơn vị")), rows), tmp_path)._tbl
    begun = [
        n
        for n, row in enumerate(table.xpath("./w:tr[not(w:trPr/w:tblHeader)]"))
        if row.xpath("string(./w:tc[1]//w:t)") == "Công khai kết quả"
    ]
    assert begun == [0, 6, 12, 18]


def test_the_number_of_a_paper_in_a_cell_does_not_break_at_its_hyphen() -> None:
    view = Table((Column("Việc"), Column("Văn bản")), (Row(("Báo cáo", "1987/SNV-CCHC ngày 05/10/2022")),))
    made = drawn_table(Letterhead(LETTERHEAD), view, 9000, 14000).decode()
    assert "1987/SNV</w:t><w:noBreakHyphen/>" in made
    assert "ngày\u00a005/10/2022" in made


def test_what_xml_forbids_in_a_cell_is_left_out_and_moves_no_other(tmp_path: Path) -> None:
    rows = (Row(("một\0\x01", "hai\0")), Row(("\0", "ba\ufffe")), Row(("bốn", "\ud800năm")))
    page = PAGE._replace(tables={"t": Table((Column("\0Cột"), Column("Hai\x02")), rows, caption="Bảng\0 1")})
    table = opened(written(page, tmp_path, "::: head\n\n::: table t\n\n::: foot")).tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Cột", "Hai"],
        ["một", "hai"],
        ["", "ba"],
        ["bốn", "năm"],
    ]
