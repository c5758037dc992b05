from __future__ import annotations

import pytest

from parplan.finding import Stop
from parplan.output.text.markdown import Directive, Heading, Paragraph, Run, expand, read
from parplan.views.page import Page
from parplan.views.table import Column, Row, Table
from small_report import HEAD, LETTER, MARKDOWN, PAGE, STAMPED


def test_headings_have_three_levels() -> None:
    assert read("# I. A\n## 1. B\n### a) C\n#### d\n") == (
        Heading(1, (Run("I. A"),)),
        Heading(2, (Run("1. B"),)),
        Heading(3, (Run("a) C"),)),
        Heading(3, (Run("d"),)),
    )


def test_lines_of_a_paragraph_are_joined_and_a_blank_line_ends_it() -> None:
    assert read("một\nhai\n\nba") == (Paragraph((Run("một hai"),)), Paragraph((Run("ba"),)))


def test_emphasis_becomes_runs() -> None:
    assert read("a **b** *c* ***d***")[0] == Paragraph(
        (
            Run("a "),
            Run("b", bold=True),
            Run(" "),
            Run("c", italic=True),
            Run(" "),
            Run("d", bold=True, italic=True),
        )
    )


@pytest.mark.parametrize("mark", ["-", "+", "1.", "2)", "a)", "đ)"])
def test_an_item_of_a_list_is_a_paragraph_with_its_mark(mark: str) -> None:
    assert read(f"Gồm:\n{mark} một\n{mark} hai")[1:] == (
        Paragraph((Run(f"{mark} một"),)),
        Paragraph((Run(f"{mark} hai"),)),
    )


def test_an_item_with_a_star_gets_a_dash() -> None:
    assert read("* một") == (Paragraph((Run("- một"),)),)


@pytest.mark.parametrize(
    "typed", ["<b>x</b>", "[x](http://y)", "![x](y)", "`x`", "&amp;", "> x", "---", "~~x~~", "| x |"]
)
def test_what_is_not_ours_of_markdown_is_typed_text(typed: str) -> None:
    assert read(typed) == (Paragraph((Run(typed),)),)


def test_a_directive_knows_its_line() -> None:
    assert read("một\n\n  ::: table overall  ") == (Paragraph((Run("một"),)), Directive("table", "overall", 3))


@pytest.mark.parametrize("line", ["::: image x", "::: table nothing", "::: head x", "::: table", ":::"])
def test_an_unknown_directive_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(Stop) as stop:
        expand(f"một\n\n{line}\n", PAGE)
    assert stop.value.reason == "template-directive-unknown"
    assert stop.value.values["line"] == 3
    assert stop.value.values["text"] == line.removeprefix(":::").strip()
    assert "table overall" in str(stop.value.values["known"])


def test_the_head_can_be_read() -> None:
    assert expand("::: head", PAGE).startswith("UBND TỈNH QUẢNG NAM\\\n**SỞ NỘI VỤ**\\\nSố:          /BC-SNV\n")
    assert "Kính gửi: Ủy ban nhân dân tỉnh\n" in expand("::: head", PAGE)


def test_several_addressees_are_listed() -> None:
    head = HEAD._replace(addressees=("A", "B"))
    assert "Kính gửi:\n\n- A;\n- B.\n" in expand("::: head", Page(head, PAGE.foot, PAGE.properties))


def test_a_letter_says_what_it_is_about_under_its_number() -> None:
    left, right, addressing, names = expand("::: head", LETTER).strip().split("\n\n")
    assert left.split("\\\n")[2:] == ["Số:          /SNV-CCHC", *LETTER.head.subject]
    assert right.startswith("**CỘNG HÒA")
    assert (addressing, names) == ("Kính gửi:", "- Sở Tài chính;\n- Ủy ban nhân dân huyện Núi Thành.")


def test_a_table_is_a_pipe_table_with_one_line_of_heads() -> None:
    assert expand("::: table overall", PAGE) == (
        "**Bảng 1. Tổng hợp**\n\n"
        "| Nhóm nhiệm vụ | Đã hoàn thành: Đúng hạn | Đã hoàn thành: Quá hạn | Tỷ lệ (%) |\n"
        "| :--- | :---: | :---: | ---: |\n"
        "| (1) | (2) | (3) | (4)=(2)/(3) |\n"
        "| Nhiệm vụ giao chung | 500 | 12 | 67,4 |\n"
        "| **Tổng cộng** | **530** | **13** | **67,9** |\n\n"
        "Ghi chú: mỗi nhiệm vụ là 01 lượt.\n"
    )


def test_blocks_are_bold_and_merged_cells_empty() -> None:
    lines = expand("::: table merged", PAGE).splitlines()
    assert "| **A. Sở, ban, ngành** |  |  |  |  |  |  |  |  |" in lines
    assert "|  |  | y | y | y | y | y | y | y |" in lines


def test_a_table_without_rows_is_its_sentence() -> None:
    assert expand("::: table empty", PAGE) == "*Chưa có số liệu.*\n"


def test_a_cell_can_not_break_its_table() -> None:
    table = Table((Column("a | b"),), (Row(("x | *y*\nz",)),))
    page = Page(HEAD, PAGE.foot, PAGE.properties, tables={"t": table})
    assert expand("::: table t", page) == "| a \\| b |\n| :--- |\n| x \\| \\*y\\*<br>z |\n"


def test_a_place_left_for_the_hand_is_marked() -> None:
    assert expand("::: place causes", PAGE) == "**[Nguyên nhân]**\n"


def test_an_appendix_has_its_heading_title_and_ending() -> None:
    text = expand("::: appendix first", PAGE)
    assert text.startswith(
        "## Phụ lục I\n\n**DANH MỤC**\n\n*(Kèm theo Báo cáo số       /BC-SNV của Sở Nội vụ)*\n\n|"
    )
    assert text.endswith("|\n\n./.\n")


def test_recipients_are_a_list() -> None:
    assert expand("::: foot", PAGE).endswith("- Như trên;\n- Các sở, ban, ngành;\n- Lưu: VT, CCHC.\n")


def test_a_draft_and_a_sample_say_so_at_the_top() -> None:
    assert expand(MARKDOWN, STAMPED).startswith("> **SỐ LIỆU MINH HỌA**\n>\n> **DỰ THẢO**\n\nUBND")


def test_prose_comes_out_as_it_came_in() -> None:
    prose = "Một **hai** *ba* \\*bốn\\* 1\\. <5\n\n- năm;\n\n## 1. Sáu\n"
    assert expand(prose, PAGE) == "Một **hai** *ba* \\*bốn\\* 1. <5\n\n- năm;\n\n## 1. Sáu\n"


def test_the_same_report_is_the_same_text_and_ends_with_one_newline() -> None:
    once = expand(MARKDOWN, STAMPED)
    assert once == expand(MARKDOWN, STAMPED)
    assert once == once.rstrip() + "\n"


def test_every_heading_survives_the_writing_out() -> None:
    headings = [block for block in read(MARKDOWN) if isinstance(block, Heading)]
    written = [block for block in read(expand(MARKDOWN, PAGE)) if isinstance(block, Heading)]
    assert written[: len(headings)] == headings
