"""Tests of parplan.documents.word: paragraphs and tables of Word in their order, as they stand on the page."""

from __future__ import annotations

import io

import pytest
from docx import Document

from parplan.documents.document import Paragraph, Table
from parplan.documents.reader import document_of
from parplan.finding import Stop
from word_by_hand import STRICT, docx, p, packed, r, tbl, tc, tr

NOTES = (
    '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Theo Quyết định số 5")}</w:footnote>'
)
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def texts(body: str, **parts: str) -> list[str]:
    """Each paragraph, and each table row by row."""
    found: list[str] = []
    for block in document_of(docx(body, **parts)).blocks:
        found += [block.text] if isinstance(block, Paragraph) else ["|".join(map(str, row)) for row in block.rows]
    return found


def test_paragraphs_and_tables_come_in_their_order_without_the_empty_ones() -> None:
    assert texts(p("Một") + p("") + tbl(tr("a", "b")) + p("Hai")) == ["Một", "a|b", "Hai"]


def test_what_is_wrapped_in_controls_and_sections_is_read() -> None:
    wrapped = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{tbl('<w:sdt><w:sdtContent>' + tr('a') + '</w:sdtContent></w:sdt>')}"
    )
    turned = p("Ngang", marks='<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>')
    assert texts(f"{wrapped}</w:sdtContent></w:sdt>{turned}{p('Dọc')}<w:sectPr/>") == ["a", "Ngang", "Dọc"]


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next() -> None:
    assert texts(p("Rà ", marks="<w:rPr><w:del/></w:rPr>") + p("soát")) == ["Rà soát"]


def test_a_row_that_was_deleted_is_gone_and_one_put_in_is_there() -> None:
    rows = (tr("a"), tr("xóa", marks="<w:del/>"), tr("thêm", marks="<w:ins/>"))
    assert texts(tbl(*rows)) == ["a", "thêm"]
    assert document_of(docx(tbl(*rows))).changes == 2


def test_a_footnote_goes_with_its_paragraph_and_its_cell_and_not_into_the_text() -> None:
    body = p("Việc", CALL) + tbl(tr("a", tc(p("b", CALL))))
    paragraph, table = document_of(docx(body, footnotes=NOTES)).blocks
    assert paragraph == Paragraph("Việc", ("Theo Quyết định số 5",))
    assert isinstance(table, Table)
    assert (table.rows, table.notes) == ([["a", "b"]], {(0, 1): ("Theo Quyết định số 5",)})


def test_a_table_in_a_cell_is_its_text_and_a_table_too() -> None:
    outer, inner, after = document_of(docx(tbl(tr("a", tc(p("b") + tbl(tr("c", "d"))))) + tbl(tr("e")))).tables
    assert outer.rows == [["a", "b\nc d"]]
    assert (inner.rows, inner.number, after.number) == ([["c", "d"]], 2, 3)


def test_a_text_box_stands_after_the_paragraph_that_it_hangs_on() -> None:
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    shape = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{shape}{old}</mc:AlternateContent></w:r>"
    assert texts(p("Trước", both, " sau")) == ["Trước sau", "Trong khung"]


def test_the_strict_form_and_a_main_part_of_another_name_are_read() -> None:
    assert document_of(docx(p("Một"), space=STRICT)).blocks == (Paragraph("Một"),)
    assert document_of(docx(p("Một"), main="word/document2.xml")).blocks == (Paragraph("Một"),)


def test_what_python_docx_makes_is_read() -> None:
    made, out = Document(), io.BytesIO()
    made.add_paragraph("Kế hoạch")
    made.add_table(1, 2).cell(0, 1).text = "b"
    made.save(out)
    paragraph, table = document_of(out.getvalue()).blocks
    assert isinstance(table, Table)
    assert (paragraph, table.rows) == (Paragraph("Kế hoạch"), [["", "b"]])


@pytest.mark.parametrize(
    "part",
    ["", "<a/>", "<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a>" * 50_000 + "</a>" * 50_000],
)
def test_a_damaged_part_is_refused(part: str) -> None:
    with pytest.raises(Stop, match="document-damaged"):
        document_of(packed({"word/document.xml": part}))


def test_a_document_nested_without_end_is_refused() -> None:
    deep = "<w:ins>" * 5_000 + r("a") + "</w:ins>" * 5_000
    with pytest.raises(Stop, match="document-damaged"):
        document_of(docx(p(deep)))
