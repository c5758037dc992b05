"""The files that are made are valid for Word and Excel, by a validator that is not ours."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from decree import decree_faults
from ooxml import package_faults
from running import SAMPLE, run_in
from workspaces import REPOSITORY

MADE = {
    "month without data": (REPOSITORY, ("report", "--month", "9")),
    "month 8": (SAMPLE, ("report", "--month", "8")),
    "month 9": (SAMPLE, ("report", "--month", "9")),
    "month 10, list": (SAMPLE, ("report", "--month", "10", "--full")),
    "month 10, charts": (SAMPLE, ("report", "--month", "10", "--charts")),
    "quarter": (SAMPLE, ("report", "--quarter", "4")),
    "year in English": (SAMPLE, ("report", "--year-end", "--lang", "en")),
    "a unit's own": (SAMPLE, ("report", "--month", "10", "--agency", "ubnd-huyen-nui-thanh")),
    "reminder": (SAMPLE, ("remind", "--as-of", "2022-10-14")),
}


@pytest.mark.parametrize(("root", "argv"), MADE.values(), ids=MADE)
def test_what_is_made_is_valid(root: Path, argv: tuple[str, ...], tmp_path: Path) -> None:
    ran = run_in(tmp_path, *argv, "--root", str(root))
    assert ran.code == 0, ran.err
    made = list(tmp_path.iterdir())
    assert len(made) == 1 + ("--full" in argv)
    assert [fault for path in made for fault in package_faults(path)] == []


def test_the_workbooks_within_charts_are_valid_too(tmp_path: Path) -> None:
    with ZipFile(_quarter(tmp_path)) as package:
        within = [name for name in package.namelist() if name.endswith(".xlsx")]
        for name in within:
            path = tmp_path / Path(name).name
            path.write_bytes(package.read(name))
            assert package_faults(path) == []
    assert len(within) == 3


@pytest.mark.parametrize("path", [REPOSITORY / "templates" / "letterhead.docx"])
def test_the_letterhead_is_valid(path: Path) -> None:
    assert package_faults(path) == []


# --- the validator, validated: each of these mistakes must be found ----------------------------------------------

Harm = Callable[[bytes], bytes]


def replaced(pattern: bytes, by: bytes) -> Harm:
    def harm(content: bytes) -> bytes:
        changed = re.sub(pattern, by, content, count=1, flags=re.DOTALL)
        assert changed != content
        return changed

    return harm


TEXT = "word/document.xml"
HARMS: dict[str, tuple[str, Harm]] = {
    "an element out of order": (
        TEXT,
        replaced(rb"<w:pStyle [^>]*/><w:keepNext/>", rb'<w:keepNext/><w:pStyle w:val="x"/>'),
    ),
    "a value that is none": (TEXT, replaced(rb'w:type="dxa"', rb'w:type="dxo"')),
    "an unknown element": (TEXT, replaced(rb"<w:body>", rb"<w:body><w:foo/>")),
    "a table without a grid": (TEXT, replaced(rb"<w:tblGrid>.*?</w:tblGrid>", rb"")),
    "a cell without a paragraph": (TEXT, replaced(rb"</w:tcPr><w:p>.*?</w:tc>", rb"</w:tcPr></w:tc>")),
    "a reference to nothing": (TEXT, replaced(rb'(<c:chart [^>]*r:id=)"rId\d+"', rb'\1"rId999"')),
    "two drawings of one id": (TEXT, replaced(rb'<wp:docPr id="2"', rb'<wp:docPr id="1"')),
    "a chart out of order": (
        "word/charts/chart1.xml",
        replaced(rb"(<c:grouping [^>]*/>)(<c:varyColors [^>]*/>)", rb"\2\1"),
    ),
    "a part without a type": ("[Content_Types].xml", replaced(rb"<Override[^>]*chart1\.xml[^>]*/>", rb"")),
}


@pytest.mark.parametrize(("name", "harm"), HARMS.values(), ids=HARMS)
def test_the_validator_finds(name: str, harm: Harm, tmp_path: Path) -> None:
    harmed = tmp_path / "harmed.docx"
    with ZipFile(_quarter(tmp_path)) as package, ZipFile(harmed, "w") as written:
        for part in package.namelist():
            content = package.read(part)
            written.writestr(part, harm(content) if part == name else content)
    assert package_faults(harmed) != []


def _quarter(folder: Path) -> Path:
    made = folder / "quarter.docx"
    ran = run_in(folder, "report", "--quarter", "4", "--root", str(SAMPLE), "-o", str(made))
    assert ran.code == 0
    return made


# --- what they look like, and what they say ----------------------------------------------------------------------

LAWFUL = {name: made for name, made in MADE.items() if "English" not in name}


@pytest.mark.parametrize(("root", "argv"), LAWFUL.values(), ids=LAWFUL)
def test_what_is_made_follows_the_decree(root: Path, argv: tuple[str, ...], tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    assert run_in(tmp_path, *argv, "--root", str(root), "-o", str(made)).code == 0
    assert decree_faults(made) == []


@pytest.mark.parametrize(("root", "argv"), MADE.values(), ids=MADE)
def test_word_s_text_is_that_of_the_markdown(root: Path, argv: tuple[str, ...], tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    assert run_in(tmp_path, *argv, "--root", str(root), "-o", str(made)).code == 0
    argv = tuple(word for word in argv if word != "--full")
    text = run_in(tmp_path, *argv, "--root", str(root), "--format", "md", "-o", "-").out
    document = Document(str(made))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    described = document.element.xpath("//wp:docPr/@descr")
    read = {_plain(part) for part in (*paragraphs, *cells, *described)}
    said = [_plain(line) for line in re.split(r"\n\n|\n(?=- )", text[text.index("\n\n") :]) if line.strip()]
    prose = [line for line in said if len(line) > 60 and not line.startswith(("|", ">"))]
    assert len(prose) > 5
    assert [line for line in prose if line not in read and not _is_several(line, read)] == []


def _plain(text: str) -> str:
    bare = re.sub(r"^#+ |\\(?=[-.()#*_&<>\[\]|~`!+])|\*+|^> ", "", text.strip(), flags=re.MULTILINE)
    return " ".join(html.unescape(bare).replace("\\\n", " ").split())


def _is_several(line: str, read: set[str]) -> bool:
    """Whether lines that Markdown keeps in one paragraph stand in several, as those of the head do."""
    return any(line.startswith(part) or line.endswith(part) for part in read if len(part) > 10)
