from __future__ import annotations

import runpy
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.shared import Cm, Pt

from parplan.finding import Stop
from parplan.output.files.save import save
from parplan.output.text.typography import width
from parplan.output.word.document import compose
from parplan.output.word.packed import Composed, packed
from small_report import HEAD, LETTERHEAD, MARKDOWN, PAGE, STAMPED, composed, opened, written


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
            assert 'alt="SỐ LIỆU MINH HỌA"' in header._element.xml
    plain = opened(written(PAGE, tmp_path))
    assert "textpath" not in plain.sections[0].header._element.xml


def test_a_section_has_the_headers_of_the_one_before_it(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    letterhead.sections[0].header.paragraphs[0].text = "Trang"
    letterhead.add_section()
    report = composed(letterhead, tmp_path)
    assert {section.header.paragraphs[0].text for section in report.sections} == {"Trang"}


def test_a_letterhead_without_a_section_has_the_shipped_one_s_paper(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    body = letterhead.element.body
    body.remove(body.sectPr)
    paper, shipped = composed(letterhead, tmp_path).sections[0], opened(LETTERHEAD).sections[0]
    assert (paper.page_width, paper.left_margin) == (shipped.page_width, shipped.left_margin)


def test_a_header_all_in_a_table_takes_the_watermark_too(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    header = letterhead.sections[0].header
    header.add_table(1, 1, Cm(10)).cell(0, 0).text = "Biểu trưng"
    for p in header.paragraphs:
        p._p.getparent().remove(p._p)
    for made in composed(letterhead, tmp_path).sections:
        assert "Biểu trưng" in made.header._element.xml
        assert "textpath" in made.header._element.xml


def test_even_pages_of_their_own_take_the_watermark_too(tmp_path: Path) -> None:
    letterhead = opened(LETTERHEAD)
    letterhead.settings.odd_and_even_pages_header_footer = True
    for made in composed(letterhead, tmp_path).sections:
        assert "textpath" in made.even_page_header._element.xml


def test_what_is_no_word_file_is_refused_as_a_letterhead(tmp_path: Path) -> None:
    (tmp_path / "letterhead.docx").write_text("text")
    with pytest.raises(Stop) as stop:
        compose(MARKDOWN, PAGE, tmp_path / "letterhead.docx")
    assert stop.value.reason == "letterhead-unreadable"


def test_what_the_office_changed_in_its_letterhead_shows(tmp_path: Path) -> None:
    document = opened(LETTERHEAD)
    document.styles["Nation"].font.size = Pt(13)
    right = composed(document, tmp_path).tables[0].columns[1].width
    assert right.pt > width(HEAD.nation, 13)


def test_the_shipped_letterhead_is_what_its_tool_builds(tmp_path: Path) -> None:
    tool = runpy.run_path(str(LETTERHEAD.parents[1] / "tools" / "letterhead.py"))
    built = save(packed(Composed(tool["build"]())), tmp_path / "letterhead.docx").path
    with ZipFile(built) as new, ZipFile(LETTERHEAD) as shipped:
        assert {name: new.read(name) for name in new.namelist()} == {
            name: shipped.read(name) for name in shipped.namelist()
        }
