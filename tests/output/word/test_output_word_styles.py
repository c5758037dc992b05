from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from parplan.output.word.letterhead import Letterhead
from parplan.output.word.table import table as drawn_table
from parplan.views.table import Column, Row, Table
from small_report import HEAD, LETTERHEAD, composed, opened


def style_of(document: DocumentObject, text: str) -> ParagraphStyle:
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    every = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    style: ParagraphStyle = next(p.style for p in every if p.text == text)
    return style


def test_a_style_that_the_letterhead_lacks_comes_from_the_shipped_one(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    motto = letterhead.styles["Motto"].element
    motto.getparent().remove(motto)
    style = style_of(composed(letterhead, tmp_path), HEAD.motto)
    assert (style.name, style.font.size, style.font.bold) == ("Motto", Pt(13), True)


def test_a_style_that_libreoffice_took_for_one_of_its_own_is_known_by_its_id(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    letterhead.styles["Addressee"].font.size = Pt(13)
    letterhead.styles["Addressee"].name = "Envelope Address"
    style = style_of(composed(letterhead, tmp_path), f"{HEAD.addressing} {HEAD.addressees[0]}")
    assert (style.name, style.font.size) == ("Envelope Address", Pt(13))


def test_an_office_s_own_document_is_a_letterhead_with_our_styles_in_the_decree_s_font(tmp_path: Path) -> None:
    letterhead = Document()  # as Word makes one: other fonts, other margins, a theme
    letterhead.add_paragraph("Mẫu của Sở")
    letterhead.sections[0].left_margin = Pt(90)
    letterhead.styles["Normal"].paragraph_format.left_indent = Cm(1)
    report = composed(letterhead, tmp_path)
    style = style_of(report, HEAD.motto)
    assert (style.name, style.font.name, style.font.size) == ("Motto", "Times New Roman", Pt(13))
    assert style.base_style is None
    assert report.sections[0].left_margin == Pt(90)
    assert "Mẫu của Sở" not in [p.text for p in report.paragraphs]


def test_a_style_whose_id_another_kind_of_style_bears_gets_another_id(tmp_path: Path) -> None:
    letterhead = Document()
    letterhead.styles.add_style("Rule", WD_STYLE_TYPE.CHARACTER).name = "Gạch"
    report = composed(letterhead, tmp_path)
    assert [s.style_id for s in report.styles if s.name in ("Rule", "Gạch")] == ["Rule", "Rule2"]


def test_styles_that_rest_on_each_other_have_the_size_of_the_whole_text(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    nation, motto = (letterhead.styles[name] for name in ("Nation", "Motto"))
    nation.base_style, motto.base_style = motto, nation
    nation.font.size = motto.font.size = None
    letterhead.save(str(tmp_path / "letterhead.docx"))
    assert Letterhead(tmp_path / "letterhead.docx").size("Nation") == 14


def test_a_style_is_named_by_its_id_whatever_signs_are_in_it(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    for number, name in enumerate(["Motto", "Table Left"]):
        letterhead.styles[name].element.styleId = f"<&'{number}"
    style = style_of(composed(letterhead, tmp_path), HEAD.motto)
    assert (style.style_id, style.name) == ("<&'0", "Motto")
    table = Table((Column("Cột"),), (Row(("Sở Tư pháp",)),))
    drawn = drawn_table(Letterhead(tmp_path / "letterhead.docx"), table, 9000, 14000)
    assert b'<w:pStyle w:val="&lt;&amp;&#x27;1"/>' in drawn
