"""Tests of parplan.output.word.packed: the same document gives the same bytes, whoever makes it, wherever."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document

from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from parplan.views.page import Page
from small_report import LETTERHEAD, MARKDOWN, PAGE, STAMPED

HERE = Path(__file__)
ANOTHER_PROCESS = """
import sys
from small_report import LETTERHEAD, MARKDOWN, STAMPED
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
sys.stdout.buffer.write(packed(compose(MARKDOWN, STAMPED, LETTERHEAD)))
"""


def made(page: Page = PAGE) -> bytes:
    return packed(compose(MARKDOWN, page, LETTERHEAD))


def test_the_same_report_has_the_same_bytes() -> None:
    assert made() == made()
    assert made() != made(STAMPED)


def test_the_same_report_has_the_same_bytes_in_another_process() -> None:
    paths = os.pathsep.join([str(HERE.parents[2]), str(HERE.parents[3] / "src")])
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh"}
    ran = subprocess.run([sys.executable, "-c", ANOTHER_PROCESS], check=True, env=environment, capture_output=True)
    assert ran.stdout == made(STAMPED)


def test_packing_one_document_twice_gives_the_same_bytes() -> None:
    document = compose(MARKDOWN, PAGE, LETTERHEAD)
    assert packed(document) == packed(document)


def test_the_package_has_no_clock_and_begins_with_its_types() -> None:
    entries = ZipFile(BytesIO(made())).infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert [entry.filename for entry in entries[1:]] == sorted(entry.filename for entry in entries[1:])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_the_page_says_of_it() -> None:
    own = Document(BytesIO(made())).core_properties
    assert (own.title, own.author, own.language) == ("Báo cáo tháng 9", "Sở Nội vụ", "vi-VN")
    assert str(own.created) == str(own.modified) == "2022-10-05 00:00:00+00:00"
