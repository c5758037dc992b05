"""A report of everything that strains one: nothing is lost, torn or read as something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from access import access_faults
from decree import decree_faults
from ooxml import grid_faults, order_faults, package_faults
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.reading.load import load
from running import run_in
from stress import DROPPED, ONGOING, TASKS, UNITS, long, unit, write

MADE = {
    "month": ("report", "--month", "10"),
    "quarter": ("report", "--quarter", "4"),
    "own": ("report", "--month", "10", "--agency", unit(0)),
    "reminder": ("remind", "--as-of", "2022-10-31"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("stress"))


Make = Callable[[str], Path]


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes each document once; nobody writes to it."""
    folder = tmp_path_factory.mktemp("made")

    @cache
    def make(name: str) -> Path:
        path = folder / f"{name}.docx"
        more = ("--full",) if name == "month" else ()
        ran = run_in(folder, *MADE[name], *more, "--root", str(root), "-o", str(path))
        assert ran.code == 0, ran.err
        return path

    return make


def told(path: Path) -> str:
    """Everything that can be read in a Word file, each run of blanks as one."""
    document = Document(str(path))
    texts = document.element.xpath("//w:t/text() | //wp:docPr/@descr")
    paragraphs = ["".join(p.xpath(".//w:t/text()")) for p in document.element.xpath("//w:p")]
    return " ".join(" ".join((*texts, *paragraphs)).split())


def test_it_is_sound_and_as_large_as_it_says(root: Path) -> None:
    loaded = load(root)
    assert loaded.errors == ()
    workspace = loaded.workspace
    counted = report_facts(workspace, workspace.plans[2022], Period.parse("2022-10")).standings.counted
    assert len(counted) == (TASKS - 1) * UNITS == 2000  # one task is dropped


def test_it_is_valid_for_word(made: Make) -> None:
    assert package_faults(made("own")) == []
    path = made("quarter")
    assert order_faults(path) == grid_faults(path) == []  # the validator takes half a minute over 1,500 rows


@pytest.mark.parametrize("name", MADE)
def test_it_follows_the_decree(name: str, made: Make) -> None:
    assert decree_faults(made(name)) == []


@pytest.mark.parametrize("name", MADE)
def test_it_can_be_read_by_ear(name: str, made: Make) -> None:
    assert access_faults(made(name), "vi-VN") == []


NAMES = [long("Đơn vị", number) for number in range(UNITS)]
TITLES = [long("Nhiệm vụ", number) for number in range(TASKS) if number != DROPPED]
OTHERS = {
    "month": (("Chỉ tiêu", 0), ("Vướng mắc", 10), ("Nơi nhận", 0), ("Chỉ đạo", 0), ("Trích yếu", 0)),
    "quarter": (("Chỉ tiêu", 0), ("Vướng mắc", 10), ("Nơi nhận", 0)),
    "reminder": (("Kết quả", 10),),
}


@pytest.mark.parametrize("name", OTHERS)
def test_every_name_title_and_result_stands_as_it_was_typed(name: str, made: Make) -> None:
    text = told(made(name))
    others = [long(what, number) for what, number in OTHERS[name]]
    assert [one for one in (*NAMES, *TITLES, *others) if _said(one) not in text] == []


def test_a_unit_s_own_words_stand_as_it_typed_them(made: Make) -> None:
    text = told(made("own"))
    assert [
        one for one in (long("Kết quả", 0), long("Nguyên nhân", 10), long("Đề xuất", 10)) if one not in text
    ] == []


def test_the_list_holds_a_row_for_each(made: Make) -> None:
    sheet = openpyxl.load_workbook(made("month").with_suffix(".xlsx"), read_only=True).worksheets[0]
    _, _, _, *rows = sheet.iter_rows(values_only=True)  # title, reference, heads
    tasks = [number for number in range(TASKS + ONGOING) if number != DROPPED]
    assert Counter((row[1], row[3]) for row in rows) == Counter(
        (long("Nhiệm vụ", task), long("Đơn vị", unit)) for task in tasks for unit in range(UNITS)
    )


def _said(text: str) -> str:
    return " ".join(re.sub(r"\s", " ", text).split())
