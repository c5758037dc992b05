"""Tests of parplan.documents.package, and of who opens packages: no bomb is unpacked, no damage is a bug."""

from __future__ import annotations

import os
import time
import tracemalloc
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import pytest

from parplan.documents.package import MOST_PARTS, MOST_UNPACKED, unpacked
from parplan.finding import Stop
from parplan.output.files.made_report import find_report
from parplan.output.files.seal import seal_of
from parplan.output.templates.shipped import template_path
from parplan.output.word.letterhead import Letterhead

LETTERHEAD = unpacked(template_path("letterhead.docx", None).read_bytes())


def packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


@pytest.fixture(scope="module")
def bomb() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(MOST_UNPACKED // 2**20 + 1):
            part.write(bytes(2**20))
    return made.getvalue()


def test_a_bomb_is_not_unpacked(bomb: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(bomb)
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(BadZipFile):
        unpacked(bomb)
    assert seal_of(bomb) is None
    with pytest.raises(Stop, match="letterhead-unreadable"):
        Letterhead(tmp_path / "x.docx")
    assert time.process_time() - began < 1
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_a_package_of_very_many_parts_is_not_unpacked() -> None:
    with pytest.raises(BadZipFile):
        unpacked(packed({str(number): b"" for number in range(MOST_PARTS + 1)}))


@pytest.mark.parametrize("name", ["pipe", "/dev/zero", "."])
def test_what_is_no_ordinary_file_is_not_waited_for_at_check(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Stop, match="report-unreadable"):
        find_report(tmp_path / name)


def test_a_letterhead_that_was_only_packed_anew_serves(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(packed(LETTERHEAD))
    assert Letterhead(tmp_path / "x.docx").style("Body Text")


@pytest.mark.parametrize("name", sorted(LETTERHEAD))
@pytest.mark.parametrize("content", [b"<a/>", b"", b"\xff"])
def test_a_letterhead_with_a_damaged_part_is_told_or_serves(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(packed(LETTERHEAD | {name: content}))
    with suppress(Stop):
        look = Letterhead(tmp_path / "x.docx")
        look.section(landscape=True)
        look.stamp("x", "vi-VN")
        look.style("Body Text")


@pytest.mark.parametrize("name", sorted(LETTERHEAD))
def test_a_letterhead_without_a_part_is_told_or_serves(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(packed({other: LETTERHEAD[other] for other in LETTERHEAD if other != name}))
    with suppress(Stop):
        look = Letterhead(tmp_path / "x.docx")
        look.section(landscape=True)
        look.stamp("x", "vi-VN")
