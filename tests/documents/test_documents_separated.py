"""Tests of parplan.documents.separated: text in columns, in whatever encoding, with whatever separator."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from parplan.documents.document import Paragraph
from parplan.documents.separated import decoded, paragraphs, table
from parplan.finding import Stop

ROWS = [["TT", "Nội dung; nhiệm vụ", "Cơ quan"], ["1", "Rà soát, đề xuất\ngiải pháp", "Sở Nội vụ"]]


def written(sign: str) -> str:
    quoted = [[f'"{cell}"' if set(cell) & set(";,\t\n|") else cell for cell in row] for row in ROWS]
    return "\r\n".join(sign.join(row) for row in quoted) + "\r\n"


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_columns_are_read_in_every_encoding_of_unicode_with_every_separator(sign: str, encoding: str) -> None:
    assert table(written(sign).encode(encoding)).rows == ROWS


def test_the_separator_may_be_named_and_rows_may_be_short() -> None:
    assert table(b"sep=,\na,b\nc\n").rows == [["a", "b"], ["c", ""]]


def test_what_windows_wrote_in_its_vietnamese_code_page_is_read() -> None:
    said = "Kế hoạch của tỉnh được thực hiện, không báo cáo"
    assert decoded(_cp1258(said)) == said


def _cp1258(text: str) -> bytes:
    """As Windows writes it: hats and horns in their letters, tones as signs of their own."""
    letters = normalize("NFD", text)
    for shape, taken in {"\u0302": "aeoAEO", "\u0306": "aA", "\u031b": "ouOU"}.items():
        for letter in taken:
            whole = normalize("NFC", letter + shape)
            letters = letters.replace(letter + shape, whole).replace(letter + "\u0323" + shape, whole + "\u0323")
    return letters.encode("cp1258")


def test_old_fonts_letters_are_refused_by_their_name() -> None:
    with pytest.raises(Stop) as told:
        decoded(b"c\xf1a \xae\xad\xeec \xae\xb7 kh\xabng")
    assert (told.value.reason, told.value.values) == ("document-encoding-of", {"encoding": "TCVN3 (ABC)"})


def test_bytes_that_nothing_speaks_for_are_refused() -> None:
    with pytest.raises(Stop, match=r"document-encoding$"):
        decoded(b"a;b\xff\x80\n")


def test_a_plain_text_is_its_lines() -> None:
    assert paragraphs("I. Một\r\n\r\n-  Hai\n".encode()) == (Paragraph("I. Một"), Paragraph("- Hai"))
