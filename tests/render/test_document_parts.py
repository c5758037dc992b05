from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from small_report import FOOT, HEAD, PAGE, STAMPED, opened, texts, written


def test_a_draft_says_so_under_its_number(tmp_path: Path) -> None:
    document = opened(written(STAMPED, tmp_path))
    assert [p.text for p in document.tables[0].rows[1].cells[0].paragraphs] == [HEAD.number, "DỰ THẢO"]


def test_several_addressees_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    page = replace(PAGE, head=replace(HEAD, addressees=("Ủy ban nhân dân tỉnh", "Sở Tài chính")))
    document = opened(written(page, tmp_path))
    assert texts(document, "Addressees") == ["Kính gửi:"]
    assert texts(document, "AddresseeItem") == ["- Ủy ban nhân dân tỉnh;", "- Sở Tài chính."]


def test_recipients_get_their_dashes_whether_they_come_with_them_or_not(tmp_path: Path) -> None:
    page = replace(PAGE, foot=replace(FOOT, recipients=("- Như trên;", "Lưu: VT")))
    document = opened(written(page, tmp_path))
    assert texts(document, "Recipient") == ["- Như trên;", "- Lưu: VT."]
