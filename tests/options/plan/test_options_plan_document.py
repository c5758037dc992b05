"""Tests of parplan.options.plan.document: what cannot be opened is told by its name, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from parplan.documents.document import Paragraph
from parplan.finding import Stop
from parplan.options.plan.document import read_document
from parplan.words import words


def test_a_document_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kế hoạch", "utf-8")
    assert read_document(tmp_path / "a.txt", words("vi")).blocks == (Paragraph("Kế hoạch"),)


def test_a_document_that_cannot_be_opened_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"khong phai")
    with pytest.raises(Stop) as told:
        read_document(tmp_path / "a.docx", words("vi"))
    assert told.value.reason == "import-unreadable"
    assert told.value.values["file"] == "a.docx"
    assert str(told.value.values["why"]).startswith("Tệp đã hỏng")
