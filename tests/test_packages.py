"""The files that are made are valid for Word and Excel, by a validator that is not ours."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from access import access_faults
from decree import decree_faults
from ooxml import package_faults
from running import OTHER, SAMPLE, run_in
from tries import few
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
    "a small province's quarter": (OTHER, ("report", "--quarter", "2024-Q1")),
}


Make = Callable[[str], Path]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes each document once, in a folder of its own."""

    @cache
    def made(name: str) -> Path:
        root, argv = MADE[name]
        path = tmp_path_factory.mktemp("made") / "made.docx"
        ran = run_in(path.parent, *argv, "--root", str(root), "-o", str(path))
        assert ran.code == 0, ran.err
        return path

    return made


OF_EACH_KIND = ("month without data", "month 10, charts", "a unit's own", "reminder", "a small province's quarter")


@pytest.mark.parametrize("name", few(MADE, OF_EACH_KIND))
def test_what_is_made_is_valid(name: str, make: Make) -> None:
    made = sorted(make(name).parent.iterdir())
    assert len(made) == 1 + ("--full" in MADE[name][1])
    assert [fault for path in made for fault in package_faults(path)] == []


@pytest.mark.parametrize("name", MADE)
def test_what_is_made_can_be_read_by_ear(name: str, make: Make) -> None:
    assert access_faults(make(name), "en-GB" if "English" in name else "vi-VN") == []


def test_the_workbooks_within_charts_are_valid_too(make: Make, tmp_path: Path) -> None:
    with ZipFile(make("quarter")) as package:
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


OF_CHARTS = ("a reference to nothing", "two drawings of one id", "a chart out of order", "a part without a type")
"""Which want a document with charts; any other will do for the rest. The shortest of each."""


@pytest.mark.parametrize("name", HARMS)
def test_the_validator_finds(name: str, make: Make, tmp_path: Path) -> None:
    sound = make("a small province's quarter" if name in OF_CHARTS else "a unit's own")
    assert package_faults(_harmed(sound, *HARMS[name], tmp_path)) != []


DEAF: dict[str, tuple[str, Harm]] = {
    "a table without a name": (TEXT, replaced(rb'<w:tblCaption w:val="[^"]+"', rb'<w:tblCaption w:val=""')),
    "a table without a head": (TEXT, replaced(rb"<w:tblHeader/>", rb"")),
    "a chart without words": (TEXT, replaced(rb' descr="[^"]+"', rb"")),
    "a watermark without words": ("word/header1.xml", replaced(rb' alt="[^"]+"', rb"")),
    "another language": ("word/styles.xml", replaced(rb'w:val="vi-VN"', rb'w:val="en-US"')),
    "a heading under nothing": (TEXT, replaced(rb'w:val="Heading1"', rb'w:val="Heading3"')),
}


@pytest.mark.parametrize(("part", "harm"), DEAF.values(), ids=DEAF)
def test_the_reader_by_ear_misses(part: str, harm: Harm, make: Make, tmp_path: Path) -> None:
    assert access_faults(_harmed(make("a small province's quarter"), part, harm, tmp_path), "vi-VN") != []


def _harmed(sound: Path, part: str, harm: Harm, folder: Path) -> Path:
    path = folder / "harmed.docx"
    with ZipFile(sound) as package, ZipFile(path, "w") as written:
        for name in package.namelist():
            content = package.read(name)
            written.writestr(name, harm(content) if name == part else content)
    return path


# --- what they look like, and what they say ----------------------------------------------------------------------

LAWFUL = [name for name in MADE if "English" not in name]


@pytest.mark.parametrize("name", LAWFUL)
def test_what_is_made_follows_the_decree(name: str, make: Make) -> None:
    assert decree_faults(make(name)) == []


@pytest.mark.parametrize("name", MADE)
def test_word_s_text_is_that_of_the_markdown(name: str, make: Make, tmp_path: Path) -> None:
    root, argv = MADE[name]
    argv = tuple(word for word in argv if word != "--full")
    text = run_in(tmp_path, *argv, "--root", str(root), "--format", "md", "-o", "-").out
    document = Document(str(make(name)))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    described = document.element.xpath("//wp:docPr/@descr")
    read = {_plain(part) for part in (*paragraphs, *cells, *described)}
    lines = re.split(r"\n\n|\n(?=- )|\\\n", text[text.index("\n\n") :])
    said = [_plain(line) for line in lines if line.strip()]
    prose = [line for line in said if len(line) > 60 and not line.startswith(("|", ">"))]
    assert len(prose) > 5
    assert [line for line in prose if line not in read] == []


def _plain(text: str) -> str:
    bare = re.sub(r"^#+ |\\(?=[-.()#*_&<>\[\]|~`!+])|\*+|^> ", "", text.strip(), flags=re.MULTILINE)
    return " ".join(html.unescape(bare).replace("\\\n", " ").split())
