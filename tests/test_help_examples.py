"""The line with which each help page begins, run in both languages in a copy of a sample."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from criteria_tables import excel, set_rows
from parplan.cli import COMMANDS
from parplan.cli_help import PROGRAM, page, pages
from parplan.words import LANGUAGES, Language, words
from plan_documents import add_table, plan_document, save
from running import POINTS, SAMPLE, run_in

IN_THE_MONTH = ("--as-of", "2022-11-15")
"""An example is for the day on which it is read; here it is read while the plan runs."""

OF_ONE_SAMPLE = {"score": POINTS}
READING = (
    "status",
    "show",
    "compare",
    "coverage",
    "gap",
    "score",
    "whatif",
    "guide",
    "validate",
    "explain",
    "log",
)


def table(path: Path, *rows: tuple[str, ...]) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


def prepared(command: str, folder: Path) -> None:
    """The files that an example names, and what must have happened before it."""
    if command == "forms import":
        run_in(folder, "forms", "export", "--month", "11", "--agency", "so-tu-phap", *IN_THE_MONTH)
    elif command == "import plan":
        document = plan_document()
        add_table(document, [("1", "Rà soát thủ tục", "Sở Tư pháp", "", "Quý I", "", "")])
        save(document, folder / "ke-hoach.docx")
    elif command == "import agencies":
        table(folder / "don-vi.xlsx", ("TT", "Tên đơn vị"), ("1", "Sở Mới"))
    elif command == "import criteria":
        excel(folder / "bo-tieu-chi.xlsx", set_rows("CCHC", "bo-cu"))
    elif command == "import results":
        table(folder / "diem.xlsx", ("Địa phương", "Điểm", "Xếp hạng"), ("Quảng Nam", "88,5", "20"))
    elif command == "undo":
        run_in(folder, "set", "plan-2022:tasks.III.1.4.title", "Tên khác")


def lines() -> dict[str, tuple[str, Language]]:
    """Each line once: most are the same in every language."""
    every = pages()["pages"]
    return {every[language][name]["example"]: (name, language) for language in LANGUAGES for name in COMMANDS}


@pytest.mark.parametrize(("command", "language"), lines().values(), ids=lines())
def test_the_example_works(command: str, language: Language, tmp_path: Path) -> None:
    folder = OF_ONE_SAMPLE.get(command, SAMPLE)
    if command not in READING:
        folder = Path(shutil.copytree(folder, tmp_path / "w"))
        prepared(command, folder)
    line = pages()["pages"][language][command]["example"]
    program, *argv = shlex.split(line)
    assert (program, " ".join(argv).startswith(command)) == ("parplan", True)
    day = IN_THE_MONTH if "--as-of" in page(command, language, 80) and command != "status" else ()
    ran = run_in(folder, *argv, *day, "--lang", language) if command != "remind" else run_in(folder, *argv, *day)
    assert ran.code == 0, ran.err


def test_the_programs_own_page_begins_with_a_line_too() -> None:
    for language in LANGUAGES:
        assert page(PROGRAM, language, 80).startswith(
            f"{words(language)('help.frame.example')}:\n  parplan guide\n"
        )
