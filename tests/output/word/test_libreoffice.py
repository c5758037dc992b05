"""Reports open in LibreOffice: every page becomes a picture of something, and the text comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from parplan.cli import run

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "examples" / "quang-nam-2022"

if os.environ.get("CI") and shutil.which("soffice") is None:
    raise RuntimeError("CI installs LibreOffice (.ci/run): this test must not be skipped there")

needs_libreoffice = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and poppler-utils are not installed",
)


def text_of(pdf: Path) -> str:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def check_pages(text: str) -> None:
    """Page by page: none is empty, the first has the nation's name, the second its number at its top."""
    pages = text.split("\f")[:-1]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    assert all(page.strip() for page in pages), "an empty page"
    assert pages[1].split()[0] == "2", "the second page's number stands at its top"


@needs_libreoffice
def test_a_long_report_opens_and_reads_back(tmp_path: Path) -> None:
    wanted = tmp_path / "report.pdf"
    assert run(["report", "--root", str(SAMPLE), "--month", "10", "-o", str(wanted)]) == 0
    text = text_of(wanted)
    check_pages(text)
    assert "Phụ lục IV" in text


@needs_libreoffice
def test_a_report_as_pdf_has_the_same_bytes_twice_and_is_kept_once_it_is_signed(tmp_path: Path) -> None:
    wanted = tmp_path / "report.pdf"
    argv = ["report", "--root", str(ROOT), "--month", "9", "-o", str(wanted)]
    assert run(argv) == 0
    made = wanted.read_bytes()
    text = text_of(wanted)
    check_pages(text)
    assert "DỰ THẢO" in text
    assert run(argv) == 0
    assert wanted.read_bytes() == made
    wanted.write_bytes(made + b"signature")
    assert run(argv) == 0
    assert wanted.read_bytes() == made + b"signature"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report (2).pdf", "report.pdf"]
