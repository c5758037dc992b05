"""Sheets as Markdown: their parts in order, and nothing typed that comes alive."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from golden import check_golden
from parplan.output.text.markdown_sheet import markdown
from parplan.views.sheet import Block, Sheet
from parplan.views.status.overview import status_view
from parplan.views.table import Column, Row, Table
from parplan.words import words
from sample_status import DAY, sample_facts

TABLE = Table(
    (Column("Đơn vị"), Column("Quá hạn", align="right")),
    (Row(("A. Sở",), kind="block"), Row(("Sở | Y tế", "5"), tone="bad"), Row(("Tổng cộng", "5"), kind="total")),
    note="Ghi chú.",
)
COMMONMARK = MarkdownIt("commonmark").enable("table")


def sheet(*blocks: Block, notices: tuple[str, ...] = ()) -> Sheet:
    return Sheet("Kế hoạch", notices, ("Tính đến ngày 05/11/2022: không có.",), blocks)


def test_a_sheet_is_read_from_top_to_bottom() -> None:
    made = sheet(Block("QUÁ HẠN", TABLE), Block("CHƯA BÁO CÁO", lines=("Sở Y tế.",)), notices=("MINH HỌA", "LỖI"))
    assert markdown(made) == (
        "# Kế hoạch\n\n"
        "> **MINH HỌA**\n>\n> **LỖI**\n\n"
        "Tính đến ngày 05/11/2022: không có.\n\n"
        "## QUÁ HẠN\n\n"
        "| Đơn vị | Quá hạn |\n| :--- | ---: |\n"
        "| **A. Sở** |  |\n| Sở \\| Y tế | 5 |\n| **Tổng cộng** | **5** |\n\n"
        "Ghi chú.\n\n"
        "## CHƯA BÁO CÁO\n\n"
        "Sở Y tế.\n"
    )


def test_a_table_without_rows_is_its_sentence() -> None:
    empty = Table((Column("Đơn vị"),), (), empty="Không có nhiệm vụ quá hạn.")
    assert markdown(sheet(Block("QUÁ HẠN", empty))).endswith("## QUÁ HẠN\n\n*Không có nhiệm vụ quá hạn.*\n")


def test_lines_with_a_dash_or_a_number_are_a_list() -> None:
    lines = ("Mới quá hạn: 02 lượt.", "  - Công khai: Sở Y tế", "  - Rà soát: Sở Nội vụ", "Đã xong: không.")
    assert markdown(sheet(Block("", lines=lines))).endswith(
        "\n\nMới quá hạn: 02 lượt.\n\n- Công khai: Sở Y tế\n- Rà soát: Sở Nội vụ\n\nĐã xong: không.\n"
    )
    assert markdown(sheet(Block("", lines=("1. Một", "2. Hai")))).endswith("\n\n1. Một\n2. Hai\n")


def test_a_block_without_a_title_has_no_heading() -> None:
    assert "##" not in markdown(sheet(Block("", lines=("Đề nghị rà soát.",))))


def test_what_was_typed_does_not_act() -> None:
    made = sheet(Block("*a* <b>", lines=("# x", "> y", "- [z](http://z) `w`", "1) v")))
    assert markdown(made).endswith("## \\*a\\* \\<b>\n\n\\# x\n\n\\> y\n\n- \\[z](http://z) \\`w\\`\n\n1\\) v\n")


@given(st.text("*_`[]()<>#>-+=~|\\&;!1. ax\n", min_size=1, max_size=12).filter(lambda typed: typed.strip()))
def test_a_line_reads_as_it_was_typed(typed: str) -> None:
    tokens = COMMONMARK.parse(markdown(Sheet("", (), (typed,), ())))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    said = "".join(child.content for child in tokens[1].children or ())
    assert said.split() == typed.split()


def test_the_sheet_of_the_sample() -> None:
    check_golden(f"status-sample-{DAY}.md", markdown(status_view(sample_facts(), words("vi"))))
