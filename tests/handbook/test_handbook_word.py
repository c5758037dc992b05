"""The printed handbook: headings, tables, lists and lines as they look on paper; contents by number of page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sphinx", reason="the extra named docs is not installed")

from docutils import nodes
from docx.oxml.ns import qn
from sphinx import addnodes
from test_handbook_site import doctree

from handbook.paper import WIDTH
from handbook.word import Book
from ooxml import order_faults, package_faults


def book(text: str) -> Any:
    return Book("index").written(doctree(text))


def styles(document: Any) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_headings_paragraphs_and_lists_have_their_styles() -> None:
    drawn = book("# Sổ tay\n\nLời.\n\n## Một\n\n- a\n- b\n\n1. c\n")
    assert styles(drawn) == [
        ("Title", "Sổ tay"),
        ("Normal", "Lời."),
        ("Heading 1", "Một"),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("List Number", "c"),
    ]


def test_what_is_bold_slanted_or_code_looks_so() -> None:
    runs = book("# T\n\n**a** *b* `c`\n").paragraphs[1].runs
    looks = [(run.text, run.bold, run.italic, run.style.name) for run in runs if run.text.strip()]
    assert looks == [
        ("a", True, None, "Default Paragraph Font"),
        ("b", None, True, "Default Paragraph Font"),
        ("c", None, None, "Code word"),
    ]


def test_lines_of_commands_stay_lines_and_answers_are_slanted() -> None:
    paragraph = book("# T\n\n```sh\nparplan undo\n→ Đã lấy lại\n```\n").paragraphs[1]
    assert paragraph.style.name == "Code"
    assert paragraph.text == "parplan undo\n→ Đã lấy lại"
    assert [run.italic for run in paragraph.runs if run.text.strip()] == [False, True]


def test_a_table_repeats_its_head_tears_no_row_and_fills_the_page() -> None:
    (table,) = book("# T\n\n| Trường | Nghĩa |\n|---|---|\n| `id` | Mã của đơn vị, chữ không dấu |\n").tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Trường", "Nghĩa"],
        ["id", "Mã của đơn vị, chữ không dấu"],
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    narrow, wide = (column.width for column in table.columns)
    assert narrow < wide
    assert abs(narrow + wide - WIDTH) < 1000


def test_the_contents_name_each_page_and_where_it_is() -> None:
    tree = doctree("# Sổ tay\n")
    page = addnodes.start_of_file(docname="hoi-dap")
    page += doctree("# Hỏi đáp\n\n## Hạn\n").children
    tree.children[0] += nodes.compound("", page)
    drawn = Book("index").written(tree)
    (line,) = [paragraph for paragraph in drawn.paragraphs if paragraph.style.name == "Contents 1"]
    (field,) = line._p.iter(qn("w:fldSimple"))
    marks = {mark.get(qn("w:name")) for mark in drawn.element.iter(qn("w:bookmarkStart"))}
    assert line.text.startswith("Hỏi đáp")
    assert field.get(qn("w:instr")).split()[1] in marks


def test_word_takes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "so-tay.docx"
    book("# T\n\n- a [b](#x) `c`\n\n(x)=\n\n## X\n\n```text\nd\n```\n\n| e | f |\n|---|---|\n| g | h |\n").save(
        str(path)
    )
    assert package_faults(path) == order_faults(path) == []
