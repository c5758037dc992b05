"""A report on the disk against the one that would be made now."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from parplan.finding import Stop
from parplan.render.document import compose
from parplan.render.save import packed
from parplan.render.seal import sealed_text
from parplan.render.stale import compare_file, compare_text
from parplan.views.page import Page
from small_report import LETTERHEAD, MARKDOWN, PAGE, STAMPED


def made(page: Page = PAGE) -> bytes:
    return packed(compose(MARKDOWN, page, LETTERHEAD))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r.docx"
    path.write_bytes(made())
    return path


def edit(path: Path) -> None:
    document = Document(str(path))
    document.add_paragraph("Viết tay")
    document.save(str(path))


def test_what_would_be_made_again_is_the_same(path: Path) -> None:
    assert compare_file(path, made()) == "same"


def test_what_would_be_made_otherwise_is_stale(path: Path) -> None:
    assert compare_file(path, made(STAMPED)) == "stale"


def test_a_hand_and_other_data_are_told_apart(path: Path) -> None:
    edit(path)
    assert compare_file(path, made()) == "edited"
    assert compare_file(path, made(STAMPED)) == "edited-stale"


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 broken"])
def test_what_we_did_not_make_can_not_be_compared(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Stop) as stop:
        compare_file(path, made())
    assert stop.value.reason == "report-foreign"


def test_what_can_not_be_read_can_not_be_compared(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.docx"):
        with pytest.raises(Stop) as stop:
            compare_file(path, made())
        assert stop.value.reason == "report-unreadable"
        with pytest.raises(Stop) as stop:
            compare_text(path, "")
        assert stop.value.reason == "report-unreadable"


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        (b"m\xe1\xbb\x99t\nhai\n", "same"),
        (b"m\xe1\xbb\x99t\r\nhai\r\n", "same"),
        (b"m\xe1\xbb\x99t\n", "different"),
        (b"\xff", "different"),
    ],
)
def test_a_text_without_a_seal_is_the_same_or_not(tmp_path: Path, there: bytes, verdict: str) -> None:
    path = tmp_path / "r.md"
    path.write_bytes(there)
    assert compare_text(path, "một\nhai\n") == verdict


@pytest.mark.parametrize(
    ("changed", "now", "verdict"),
    [
        ((b"", b""), "một\n", "same"),
        ((b"\n", b"\r\n"), "một\n", "same"),
        ((b"", b""), "hai\n", "stale"),
        ((b"m", b"M"), "một\n", "edited"),
        ((b"m", b"M"), "hai\n", "edited-stale"),
    ],
)
def test_a_sealed_text_is_told_apart_as_a_word_file_is(
    tmp_path: Path, changed: tuple[bytes, bytes], now: str, verdict: str
) -> None:
    path = tmp_path / "r.md"
    path.write_bytes(sealed_text("một\n").replace(*changed, 1 if changed[0] == b"m" else -1))
    assert compare_text(path, now) == verdict
