from __future__ import annotations

import re
import runpy
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Cm, Pt

from decree import decree_faults
from ooxml_order import grid_faults, order_faults
from parplan.finding import Stop
from parplan.render.document import compose
from parplan.render.document_table import widths
from parplan.render.save import save
from parplan.render.typography import unbroken, width
from parplan.views.page import Page
from parplan.views.table import Column, Row, Table
from small_report import FOOT, HEAD, LETTERHEAD, MARKDOWN, MERGED, PAGE, STAMPED

HOSTILE = "& < > \" ' ]]> {{ }} * _ # 1. <w:p/> \x00\x08\x0b\ufffe\ud800"


def written(page: Page, tmp_path: Path, markdown: str = MARKDOWN) -> Path:
    return save(compose(markdown, page, LETTERHEAD), tmp_path / "report.docx").path


def drawn(table: Table, tmp_path: Path) -> Any:
    page = replace(PAGE, tables={"t": table})
    path = written(page, tmp_path, "::: table t")
    assert order_faults(path) == grid_faults(path) == []
    return opened(path).tables[0]


def opened(path: Path) -> Any:
    return Document(str(path))


def texts(document: Any, style: str) -> list[str]:
    paragraphs = document.element.xpath(f".//w:p[w:pPr/w:pStyle/@w:val='{style}']")
    return [paragraph.text for paragraph in paragraphs]


@pytest.mark.parametrize("page", [PAGE, STAMPED])
def test_a_report_follows_the_decree_and_words_schema(page: Page, tmp_path: Path) -> None:
    path = written(page, tmp_path)
    assert decree_faults(path) == []
    assert order_faults(path) == []
    assert grid_faults(path) == []


# The check of the decree, checked: each of these changes must be found.


def _bare_first_page(document: Any) -> None:
    document.sections[0].different_first_page_header_footer = False


def _narrow_margin(document: Any) -> None:
    document.sections[1].left_margin = Cm(2)


def _no_number(document: Any) -> None:
    document.sections[0].header.paragraphs[0].clear()


def _pages_counted_on(document: Any) -> None:
    section = document.sections[1]._sectPr
    section.remove(section.xpath("./w:pgNumType")[0])


def _large_nation(document: Any) -> None:
    document.styles["Nation"].font.size = Pt(16)


def _upright_date(document: Any) -> None:
    document.styles["Place and Date"].font.italic = False


def _exact_lines(document: Any) -> None:
    document.styles["Body Text"].paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY


def _other_font(document: Any) -> None:
    document.styles["Body Text"].font.name = "Arial"


def _torn_signature(document: Any) -> None:
    foot = document.tables[2]._tbl
    foot.getprevious().pPr.keepNext_val = False
    foot.getparent().remove(foot.getprevious())


def _head_not_repeated(document: Any) -> None:
    head = document.tables[1]._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")[0]
    head.getparent().remove(head)


def _long_rule(document: Any) -> None:
    rule = document.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='Rule']")[1]
    rule.pPr.ind_left = Cm(0)


def _wrong_day(document: Any) -> None:
    date = document.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='PlaceandDate']//w:t")[0]
    date.text = "Quảng Nam, ngày 5 tháng 09 năm 2022"


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (_bare_first_page, "first page shows a number"),
        (_narrow_margin, "left margin"),
        (_no_number, "no number in the top margin"),
        (_pages_counted_on, "not counted from 1"),
        (_large_nation, "Nation: size 16"),
        (_upright_date, "Place and Date: not italic"),
        (_exact_lines, "line spacing"),
        (_other_font, "the font Arial"),
        (_torn_signature, "signature can stand alone"),
        (_head_not_repeated, "head is not repeated"),
        (_long_rule, "Motto: the rule"),
        (_wrong_day, "Place and Date: Quảng Nam, ngày 5"),
    ],
)
def test_the_check_of_the_decree_finds(harm: Callable[[Any], None], fault: str, tmp_path: Path) -> None:
    path = written(PAGE, tmp_path)
    document = opened(path)
    harm(document)
    document.save(str(path))
    assert any(fault in found for found in decree_faults(path)), decree_faults(path)


def test_the_check_of_the_schema_finds_what_word_refuses(tmp_path: Path) -> None:
    path = written(PAGE, tmp_path)
    document = opened(path)
    properties = document.tables[1]._tbl.xpath("./w:tr[1]/w:tc[1]/w:tcPr")[0]
    properties.insert(0, properties[-1])
    row = document.tables[1]._tbl.xpath("./w:tr[3]")[0]
    row.remove(row.xpath("./w:tc")[0])
    document.save(str(path))
    assert any("comes too late in tcPr" in fault for fault in order_faults(path))
    assert any("span 3 of 4 columns" in fault for fault in grid_faults(path))


def test_each_appendix_is_a_section_that_counts_its_pages_from_one(tmp_path: Path) -> None:
    sections = opened(written(PAGE, tmp_path)).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True, False]
    assert all(section.different_first_page_header_footer for section in sections)
    starts = [section._sectPr.xpath("string(./w:pgNumType/@w:start)") for section in sections]
    assert starts == ["1", "1", "1"]


def test_a_watermark_stands_in_every_header_of_every_section(tmp_path: Path) -> None:
    document = opened(written(STAMPED, tmp_path))
    for section in document.sections:
        for header in (section.header, section.first_page_header):
            assert 'string="SỐ LIỆU MINH HỌA"' in header._element.xml
    plain = opened(written(PAGE, tmp_path))
    assert "textpath" not in plain.sections[0].header._element.xml


def test_a_draft_says_so_under_its_number(tmp_path: Path) -> None:
    document = opened(written(STAMPED, tmp_path))
    assert [p.text for p in document.tables[0].rows[1].cells[0].paragraphs] == [HEAD.number, "DỰ THẢO"]


def test_several_addressees_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    page = replace(PAGE, head=replace(HEAD, addressees=("Ủy ban nhân dân tỉnh", "Sở Tài chính")))
    document = opened(written(page, tmp_path))
    assert texts(document, "Addressees") == ["Kính gửi:"]
    assert texts(document, "AddresseeItem") == ["- Ủy ban nhân dân tỉnh;", "- Sở Tài chính."]


def test_recipients_get_their_dashes_whether_they_come_with_them_or_not(tmp_path: Path) -> None:
    page = replace(PAGE, foot=replace(FOOT, recipients=("- Như trên;", "Lưu: VT")))
    document = opened(written(page, tmp_path))
    assert texts(document, "Recipient") == ["- Như trên;", "- Lưu: VT."]


def test_grouped_heads_are_merged_across_and_single_ones_downwards(tmp_path: Path) -> None:
    table = drawn(PAGE.tables["overall"], tmp_path)
    heads = [[cell.text for cell in row.cells] for row in table.rows[:3]]
    assert heads == [
        ["Nhóm nhiệm vụ", "Đã hoàn thành", "Đã hoàn thành", "Tỷ lệ (%)"],
        ["Nhóm nhiệm vụ", "Đúng hạn", "Quá hạn", "Tỷ lệ (%)"],
        ["(1)", "(2)", "(3)", "(4) = (2)/(3)"],
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


def test_widths_sum_exactly_and_no_column_is_narrower_than_its_longest_word() -> None:
    assert sum(widths([1, 1, 1], [0, 0, 0], 1000)) == 1000
    assert widths([1, 9], [300, 0], 1000) == [300, 700]
    assert widths([1, 1], [900, 900], 1000) == [500, 500]


def test_a_table_tells_what_it_is_to_those_who_can_not_see_it(tmp_path: Path) -> None:
    table = drawn(PAGE.tables["overall"], tmp_path)._tbl
    assert table.xpath("string(./w:tblPr/w:tblCaption/@w:val)") == "Bảng 1. Tổng hợp"
    assert "Đã hoàn thành: Quá hạn" in table.xpath("string(./w:tblPr/w:tblDescription/@w:val)")


def test_text_that_is_hostile_to_xml_stands_as_typed_wherever_it_comes(tmp_path: Path) -> None:
    table = Table((Column(HOSTILE, group=HOSTILE), Column(HOSTILE)), (Row((HOSTILE, HOSTILE)),), caption=HOSTILE)
    head = replace(HEAD, issuer=HOSTILE, subject=(HOSTILE,), addressees=(HOSTILE,), draft=HOSTILE)
    page = replace(STAMPED, head=head, tables={"t": table}, places={"p": HOSTILE}, watermark=HOSTILE)
    page = replace(page, properties=replace(page.properties, title=HOSTILE, author=HOSTILE))
    path = written(page, tmp_path, "::: head\n\n::: table t\n\n::: place p\n\n" + "a & b < c \x01\n\n::: foot")
    assert order_faults(path) == []
    document = opened(path)
    cell = document.tables[1].rows[2].cells[0].text
    assert " ".join(cell.split()) == "& < > \" ' ]]> {{ }} * _ # 1. <w:p/>"
    assert texts(document, "BodyText")[1] == "a & b < c "


def test_words_stay_with_the_numbers_and_letters_that_belong_to_them() -> None:
    space = "\u00a0"
    for pair in (
        "ngày 30",
        "tháng 9",
        "năm 2022",
        "số 16-NQ/TU",
        "khoản 1",
        "mục III",
        "điểm a",
        "Phụ lục II",
        "Bảng 1",
    ):
        assert unbroken(f"tại {pair}, và")[4:-4] == space.join(pair.rsplit(" ", 1))
    assert unbroken("ở đây, y tế; A và B, a) điểm") == "ở đây, y tế; A và B, a) điểm"


def test_the_nations_name_is_measured_as_it_is_drawn() -> None:
    assert width(HEAD.nation, 12) == pytest.approx(250.3, rel=0.01)


def test_an_unknown_directive_is_refused_with_its_line() -> None:
    with pytest.raises(Stop) as stop:
        compose("một\n\n::: table nothing\n", PAGE, LETTERHEAD)
    assert (stop.value.reason, stop.value.values["line"]) == ("template-directive-unknown", 3)


def test_a_letterhead_without_one_of_its_styles_is_refused_by_name(tmp_path: Path) -> None:
    document = opened(LETTERHEAD)
    document.styles["Motto"].name = "Other"
    document.save(str(tmp_path / "letterhead.docx"))
    with pytest.raises(Stop) as stop:
        compose(MARKDOWN, PAGE, tmp_path / "letterhead.docx")
    assert (stop.value.reason, stop.value.values["name"]) == ("letterhead-style-missing", "Motto")


def test_what_is_no_word_file_is_refused_as_a_letterhead(tmp_path: Path) -> None:
    (tmp_path / "letterhead.docx").write_text("text")
    with pytest.raises(Stop) as stop:
        compose(MARKDOWN, PAGE, tmp_path / "letterhead.docx")
    assert stop.value.reason == "letterhead-unreadable"


def test_what_the_office_changed_in_its_letterhead_shows(tmp_path: Path) -> None:
    document = opened(LETTERHEAD)
    document.styles["Nation"].font.size = Pt(13)
    document.save(str(tmp_path / "letterhead.docx"))
    report = compose(MARKDOWN, PAGE, tmp_path / "letterhead.docx")
    right = report.tables[0].columns[1].width
    assert right.pt > width(HEAD.nation, 13)


def test_a_thousand_rows_take_no_time_to_speak_of(tmp_path: Path) -> None:
    rows = tuple(Row(tuple(f"ô {n}" for _ in range(9))) for n in range(1000))
    page = replace(PAGE, tables={"t": replace(MERGED, rows=rows)})
    compose("::: table t", page, LETTERHEAD)
    start = time.perf_counter()
    written(page, tmp_path, "::: table t")
    assert time.perf_counter() - start < 1.5, "far over the usual 0.1 s: tables are drawn in quadratic time again"


def test_no_sentence_in_vietnamese_stands_in_the_writers_code() -> None:
    folder = Path(compose.__code__.co_filename).parent
    for file in folder.glob("document*.py"):
        code = re.sub(r'""".*?"""|#.*', "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search("[À-ỹ]", code), file


def test_the_shipped_letterhead_is_what_its_tool_builds(tmp_path: Path) -> None:
    tool = runpy.run_path(str(LETTERHEAD.parents[1] / "tools" / "letterhead.py"))
    built = save(tool["build"](), tmp_path / "letterhead.docx").path
    with ZipFile(built) as new, ZipFile(LETTERHEAD) as shipped:
        assert {name: new.read(name) for name in new.namelist()} == {
            name: shipped.read(name) for name in shipped.namelist()
        }
