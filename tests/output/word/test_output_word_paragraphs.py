from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from parplan.output.text.markdown import Run
from parplan.output.word.paragraphs import apart, paragraph, text
from parplan.output.word.paragraphs import texts as many
from small_report import FOOT, HEAD, LETTER, PAGE, STAMPED, opened, texts, written


def test_a_draft_says_so_under_its_number(tmp_path: Path) -> None:
    document = opened(written(STAMPED, tmp_path))
    assert [p.text for p in document.tables[0].rows[1].cells[0].paragraphs] == [HEAD.number, "DỰ THẢO"]


def test_a_letter_says_what_it_is_about_under_its_number(tmp_path: Path) -> None:
    document = opened(written(LETTER, tmp_path))
    number, subject = document.tables[0].rows[1].cells[0].paragraphs
    assert number.text == "Số:          /SNV-CCHC"
    assert subject.text.replace("\u00a0", " ").split("\n") == list(LETTER.head.subject)
    assert texts(document, "DocumentKind") == texts(document, "Subject") == []


def test_several_addressees_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    page = PAGE._replace(head=HEAD._replace(addressees=("Ủy ban nhân dân tỉnh", "Sở Tài chính")))
    document = opened(written(page, tmp_path))
    assert texts(document, "Addressees") == ["Kính gửi:"]
    assert texts(document, "AddresseeItem") == ["- Ủy ban nhân dân tỉnh;", "- Sở Tài chính."]


def test_recipients_get_their_dashes_whether_they_come_with_them_or_not(tmp_path: Path) -> None:
    page = PAGE._replace(foot=FOOT._replace(recipients=("- Như trên;", "Lưu: VT")))
    document = opened(written(page, tmp_path))
    assert texts(document, "Recipient") == ["- Như trên;", "- Lưu: VT."]


def test_a_hyphen_that_may_not_break_is_word_s_own_and_still_reads_as_one() -> None:
    xml = paragraph("BodyText", [Run("(16-NQ/TU)")])
    assert '16</w:t><w:noBreakHyphen/><w:t xml:space="preserve">NQ/TU' in xml
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    read = Paragraph(parse_xml(xml.replace("<w:p>", f"<w:p {namespace}>", 1)), None).text  # type: ignore[arg-type]
    assert read == "(16-NQ/TU)"


def test_words_that_hold_a_place_for_the_hand_stand_apart_and_nothing_else_does() -> None:
    runs = [Run("Kế hoạch số …/KH-UBND ngày … tháng 8; máy tính, máy in…", bold=True)]
    cut = list(apart(runs, ("số …/KH-UBND", "ngày … tháng 8")))
    assert [run.text for run in cut if run.is_blank] == ["số …/KH-UBND", "ngày … tháng 8"]
    assert "".join(run.text for run in cut) == runs[0].text
    assert all(run.bold for run in cut)


def test_emphasis_is_bold_and_slanted_in_word(tmp_path: Path) -> None:
    document = opened(written(PAGE, tmp_path, "::: head\n\na **b** *c* ***d***\n\n::: foot"))
    runs = next(p.runs for p in document.paragraphs if p.text == "a b c d")
    assert [(run.text, run.bold, run.italic) for run in runs if run.text.strip()] == [
        ("a ", None, None),
        ("b", True, None),
        ("c", None, True),
        ("d", True, True),
    ]


def test_what_xml_forbids_is_left_out_and_nothing_after_it() -> None:
    assert text("một\0 hai\x01 ba\ufffe") == '<w:t xml:space="preserve">một hai ba</w:t>'


@pytest.mark.parametrize("said", ["a\n", "a\nb", "\na", "a\n\n", "a\r\nb", "\n", "", "a\tb", "a\u2028b"])
def test_many_texts_are_written_as_each_would_be_alone(said: str) -> None:
    assert many([said, "c", said]) == [text(said), text("c"), text(said)]
    lines = said.replace("\t", " ").splitlines() or [""]
    assert text(said) == "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
