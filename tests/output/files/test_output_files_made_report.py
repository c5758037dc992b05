"""A report on the disk: how it was made, whether a hand has changed it, and what can't be told of what."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from parplan.finding import Stop
from parplan.output.files.made_report import find_report
from parplan.output.files.seal import sealed, sealed_text
from parplan.output.files.seal_note import Made
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from small_report import LETTERHEAD, MARKDOWN, PAGE

MADE = Made(
    version=1, plan=2022, period="2022-10", lang="vi", form="docx", told={"frame": "0a", "work/so-tu-phap": "0b"}
)
TEXT = sealed_text("một\n", MADE.text())


def word(note: str = MADE.text()) -> bytes:
    return packed(compose(MARKDOWN, PAGE, LETTERHEAD), note)


PDF = sealed(b"%PDF-1.7\n%%EOF", MADE.text())


@pytest.mark.parametrize(
    "content", [word(), TEXT, TEXT.replace(b"\n", b"\r\n"), PDF], ids=["word", "text", "crlf", "pdf"]
)
def test_how_a_report_was_made_is_found_in_it(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "r"
    path.write_bytes(content)
    found = find_report(path)
    assert (found.made, found.is_whole) == (MADE, True)


def test_it_is_found_after_a_hand_and_another_program(tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    path.write_bytes(word())
    document = Document(str(path))
    document.add_paragraph("Viết tay")
    document.save(str(path))
    found = find_report(path)
    assert (found.made, found.is_whole) == (MADE, False)
    text = tmp_path / "r.md"
    text.write_bytes(TEXT.replace(b"m", b"M", 1))
    assert find_report(text).is_whole is False


def test_a_note_that_a_hand_changed_is_no_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    path.write_bytes(TEXT.replace(b"2022-10", b"2022-09"))
    assert find_report(path).is_whole is False


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 broken"])
def test_what_we_did_not_make_can_not_be_compared(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.docx").write_bytes(content)
    with pytest.raises(Stop, match="report-foreign"):
        find_report(tmp_path / "r.docx")


@pytest.mark.parametrize("note", ["", "{}", "[]", "no json", '{"told":{}}'])
def test_what_says_not_how_it_was_made_can_not_be_compared(tmp_path: Path, note: str) -> None:
    for content in (word(note), sealed_text("một\n", note)):
        (tmp_path / "r").write_bytes(content)
        with pytest.raises(Stop, match="report-unmarked"):
            find_report(tmp_path / "r")


def test_what_can_not_be_read_can_not_be_compared(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.docx"):
        with pytest.raises(Stop, match="report-unreadable"):
            find_report(path)
