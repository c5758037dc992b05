"""Tests of parplan.documents.word_text: a paragraph reads as it stands once all changes are taken."""

from __future__ import annotations

import pytest

from parplan.documents.document import Paragraph
from parplan.documents.reader import document_of
from word_by_hand import docx, p, r


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (["Rà ", "soát"], "Rà soát"),
        (["Rà", f"<w:ins>{r(' soát')}</w:ins>"], "Rà soát"),
        (["Rà", "<w:del><w:r><w:delText> bỏ</w:delText></w:r></w:del>", " soát"], "Rà soát"),
        ([f"<w:moveFrom>{r('đi ')}</w:moveFrom>", f"<w:moveTo>{r('đến')}</w:moveTo>"], "đến"),
        ([f"<w:hyperlink>{r('Cổng')}</w:hyperlink>", " dịch vụ công"], "Cổng dịch vụ công"),
        (["a", "<w:r><w:br/></w:r>", "b", "<w:r><w:tab/></w:r>", "c"], "a\nb c"),
        (["Phát thanh", "<w:r><w:noBreakHyphen/></w:r>", "Truyền hình"], "Phát thanh-Truyền hình"),
        (["cải", "<w:r><w:softHyphen/></w:r>", "cách"], "cảicách"),
        (["Xem ", "<w:r><w:instrText> REF a </w:instrText></w:r>", "mục I"], "Xem mục I"),
        (["a", "<w:r><w:commentReference w:id='1'/></w:r>"], "a"),
        (["a", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"], "a"),
        (["a", "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>hiện</w:t></w:r>"], "ahiện"),
        (["Số", "<w:r><w:t>\u00a0</w:t></w:r>", "5"], "Số 5"),
        (["Nha\u0323\u0302n"], "Nhận"),
    ],
)
def test_a_paragraph_reads_as_it_is_printed(runs: list[str], text: str) -> None:
    (block,) = document_of(docx(p(*runs))).blocks
    assert isinstance(block, Paragraph)
    assert block.text == text
