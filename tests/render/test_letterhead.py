from __future__ import annotations

import runpy
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.shared import Pt

from parplan.finding import Stop
from parplan.render.document import compose
from parplan.render.save import save
from parplan.render.typography import width
from small_report import HEAD, LETTERHEAD, MARKDOWN, PAGE, STAMPED, opened, written


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


def test_the_shipped_letterhead_is_what_its_tool_builds(tmp_path: Path) -> None:
    tool = runpy.run_path(str(LETTERHEAD.parents[1] / "tools" / "letterhead.py"))
    built = save(tool["build"](), tmp_path / "letterhead.docx").path
    with ZipFile(built) as new, ZipFile(LETTERHEAD) as shipped:
        assert {name: new.read(name) for name in new.namelist()} == {
            name: shipped.read(name) for name in shipped.namelist()
        }
