"""Tests of parplan.documents.reader: a document is opened by what it is, or refused with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from parplan.documents.document import Paragraph, Table
from parplan.documents.reader import document_of, open_document
from parplan.finding import Stop
from parplan.words import words
from word_by_hand import docx, p, packed

OLE = b"\xd0\xcf\x11\xe0" + bytes(600)


def test_a_name_with_the_wrong_ending_misleads_nobody(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(docx(p("Một")))
    assert open_document(tmp_path / "a.xlsx").blocks == (Paragraph("Một"),)


def test_text_is_in_columns_where_its_name_says_so() -> None:
    assert document_of(b"a;b\n1;2\n", ".csv").blocks == (Table([["a", "b"], ["1", "2"]]),)
    assert document_of(b"a;b\n", ".txt").blocks == (Paragraph("a;b"),)


@pytest.mark.parametrize(
    ("raw", "suffix", "reason"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), ".doc", "document-old-word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", "document-locked"),
        (OLE, ".xls", "document-damaged"),
        (b"%PDF-1.7", ".docx", "document-other"),
        (b"{\\rtf1 x}", ".doc", "document-other"),
        (b"\xef\xbb\xbf<HTML><table>", ".xls", "document-other"),
        (b"PK\x03\x04 no package", ".docx", "document-damaged"),
        (packed({"a.txt": "x"}), ".docx", "document-damaged"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), ".odt", "document-other"),
        (b"khong phai", ".docx", "document-damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0", ".csv", "document-other"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_sentence(raw: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(Stop) as told:
        document_of(raw, suffix)
    assert told.value.reason == reason
    assert words("vi")(f"stop.{reason}", **told.value.values).endswith(".")


def test_what_is_not_there_is_refused_with_the_cause(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="document-unreadable"):
        open_document(tmp_path / "a.docx")
