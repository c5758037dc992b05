from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Cm, Pt

from decree import decree_faults
from ooxml import grid_faults, order_faults
from parplan.finding import Stop
from parplan.output.word.document import compose
from parplan.views.page import Page
from parplan.views.table import Column, Row, Table
from small_report import HEAD, LETTER, LETTERHEAD, PAGE, STAMPED, opened, texts, written

HOSTILE = "& < > \" ' ]]> {{ }} * _ # 1. <w:p/> \x00\x08\x0b\ufffe\ud800"


@pytest.mark.parametrize("page", [PAGE, STAMPED, LETTER], ids=["plain", "stamped", "letter"])
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


def _bold_subject(document: Any) -> None:
    document.styles["Letter Subject"].font.bold = True


def _subject_too_near(document: Any) -> None:
    document.styles["Letter Subject"].paragraph_format.space_before = Pt(3)


def _kind_of_letter(document: Any) -> None:
    document.paragraphs[0].style = document.styles["Document Kind"]


def _subject_elsewhere(document: Any) -> None:
    number, subject = document.tables[0].rows[1].cells[0].paragraphs
    number._p.addprevious(subject._p)


def _dashes_at_the_margin(document: Any) -> None:
    document.styles["Addressee Item"].paragraph_format.left_indent = Cm(1)


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (_bold_subject, "Letter Subject: bold"),
        (_subject_too_near, "not 6 points below"),
        (_kind_of_letter, "in a paper that has a kind"),
        (_subject_elsewhere, "not under the number"),
        (_dashes_at_the_margin, "off the colon"),
    ],
)
def test_the_check_of_the_decree_finds_in_a_letter(
    harm: Callable[[Any], None], fault: str, tmp_path: Path
) -> None:
    path = written(LETTER, tmp_path)
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


def test_text_that_is_hostile_to_xml_stands_as_typed_wherever_it_comes(tmp_path: Path) -> None:
    table = Table((Column(HOSTILE, group=HOSTILE), Column(HOSTILE)), (Row((HOSTILE, HOSTILE)),), caption=HOSTILE)
    head = HEAD._replace(issuer=(HOSTILE,), subject=(HOSTILE,), addressees=(HOSTILE,), draft=HOSTILE)
    page = STAMPED._replace(head=head, tables={"t": table}, places={"p": HOSTILE}, watermark=HOSTILE)
    page = page._replace(properties=page.properties._replace(title=HOSTILE, author=HOSTILE))
    path = written(page, tmp_path, "::: head\n\n::: table t\n\n::: place p\n\n" + "a & b < c \x01\n\n::: foot")
    assert order_faults(path) == []
    document = opened(path)
    cell = document.tables[1].rows[2].cells[0].text
    assert " ".join(cell.split()) == "& < > \" ' ]]> {{ }} * _ # 1. <w:p/>"
    assert texts(document, "BodyText")[1] == "a & b < c "


def test_a_sentence_that_ends_in_a_colon_stays_with_what_it_announces(tmp_path: Path) -> None:
    path = written(PAGE, tmp_path, "::: head\n\nNhư sau:\n\n::: table overall\n\nHết.\n\nXong./.\n\n::: foot\n")
    kept = opened(path).element.xpath("./w:body/w:p[w:pPr/w:keepNext and w:pPr/w:pStyle/@w:val='BodyText']")
    assert [paragraph.text for paragraph in kept] == ["Như sau:", "Xong./."]


def test_an_unknown_directive_is_refused_with_its_line() -> None:
    with pytest.raises(Stop) as stop:
        compose("một\n\n::: table nothing\n", PAGE, LETTERHEAD)
    assert (stop.value.reason, stop.value.values["line"]) == ("template-directive-unknown", 3)


def test_no_sentence_in_vietnamese_stands_in_the_writers_code() -> None:
    folder = Path(compose.__code__.co_filename).parent
    for file in folder.glob("document*.py"):
        code = re.sub(r'""".*?"""|#.*', "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search("[À-ỹ]", code), file
