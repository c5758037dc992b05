"""The summary in Markdown: a table that no text breaks, in which no text acts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from parplan.finding import Severity
from parplan.output.ci.job_page import markdown
from parplan.output.text.typography import printable
from parplan.views.findings import MOST_LISTED, Told
from parplan.views.table import Column, Row, Table
from telling import broken, told
from workspaces import AGENCIES, REPORT, Builder

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TROUBLE = st.text(
    st.one_of(st.characters(), st.sampled_from("|\\`*_[]<>&#~!@:$ \n\r\t-")), min_size=1, max_size=40
)


def rows_of(page: str) -> list[list[str]]:
    """The text of each cell, row by row; of what is no text, such as a tag or a link, only its mark."""
    rows: list[list[str]] = []
    for token in READER.parse(page):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            parts = (t.content if t.type == "text" else "" if t.content == "<!-- -->" else f"«{t.type}»"
                     for t in token.children or ())  # fmt: skip
            rows[-1].append("".join(parts))
    return rows


def listing(*cells: str) -> Told:
    table = Table((Column("Vị trí"), Column("Nội dung")), (Row(cells),))
    return Told((), 1, True, "Kiểm tra dữ liệu", "Câu.", (), table, "vi")


def squeezed(text: str) -> str:
    return "".join(printable(" ".join(text.splitlines())).split())


def test_a_page_is_a_heading_a_summary_and_a_table(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    line = w.place(AGENCIES, "kind: «tin»}").line
    spoken = told(w)
    assert markdown(spoken) == (
        "## Kiểm tra dữ liệu: KHÔNG ĐẠT\n\nĐã kiểm tra 04 tệp: 01 lỗi.\n\n"
        "| Vị trí | Mức | Mã | Nội dung |\n| --- | --- | --- | --- |\n"
        f"| data/agencies.yaml:{line} | lỗi | agency-kind-unknown | {spoken.complaints[0].message} |\n"
    )


def test_a_page_without_findings_has_no_table(w: Builder) -> None:
    assert markdown(told(w)) == "## Kiểm tra dữ liệu: ĐẠT\n\nĐã kiểm tra 04 tệp: không có lỗi.\n"


def test_every_finding_has_its_row(w: Builder) -> None:
    spoken = told(broken(w), "en")
    head, *rows = rows_of(markdown(spoken))
    assert head == ["Place", "Weight", "Code", "Message"]
    assert [row[2] for row in rows] == [one.code for one in spoken.complaints]
    assert {row[1] for row in rows} == {severity.value for severity in Severity}


@given(TROUBLE, TROUBLE)
@example("a|b", "c\\|d")
@example("\\", "|")
@example("`a|b`", "<b>&amp;</b>")
@example("@so-noi-vu", "#12 và so-noi-vu@example.vn")
@example("https://example.vn/a_b|c", "www.example.vn")
@example("plan.yaml:100:5", ":+1:")
def test_no_text_breaks_the_table_or_acts_in_it(place: str, message: str) -> None:
    rows = rows_of(markdown(listing("x" + place, "x" + message)))
    assert [len(row) for row in rows] == [2, 2]
    assert [squeezed(cell) for cell in rows[1]] == [squeezed("x" + place), squeezed("x" + message)]


@pytest.mark.parametrize(
    "text", ["@so-noi-vu", "#12", "a@b.vn", "https://a.vn", "www.a.vn", "a:100:5", "see:+1:", "(#7)"]
)
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    assert text not in markdown(listing("x", text))
    assert rows_of(markdown(listing("x", text)))[1][1] == text


def test_a_long_list_ends_with_how_much_is_left(w: Builder) -> None:
    updates = "".join(
        f"- {{task: X{number}, status: done, date: 2022-09-02}}\n" for number in range(MOST_LISTED + 7)
    )
    w.report("2022-09", "so-tu-phap", updates)
    page = markdown(told(w))
    assert len(rows_of(page)) == 1 + MOST_LISTED
    assert page.endswith("|\n\nCòn 07 nội dung cần xem nữa.\n")
    w.report("2022-09", "so-tu-phap", "".join(updates.splitlines(keepends=True)[:MOST_LISTED]))
    assert "nội dung cần xem nữa" not in markdown(told(w))
    assert w.text(REPORT).count("task:") == MOST_LISTED


def test_a_table_may_be_told_without_a_note(w: Builder) -> None:
    spoken = told(w)
    assert markdown(spoken._replace(listing=spoken.listing._replace(note="Hết."))).endswith("\n\nHết.\n")
