"""Pages of docs/vi/ that follow from the program are as it is now, and leave out no field and no code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook import pages as handbook_pages
from handbook.drawing import FOLDER
from handbook.pages import WHOLE, pages, write
from parplan.finding import Code
from parplan.model.record import Record
from parplan.model.workspace import LAYOUT


def test_the_pages_are_as_the_program_is() -> None:
    stale = [path.name for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]
    assert stale == [], "make docs"


def test_no_page_is_left_of_a_command_or_a_family_that_is_gone() -> None:
    there = {path for name in WHOLE for path in (FOLDER / name).iterdir()}
    assert there - set(pages()) == set(), "make docs"


def test_writing_takes_away_what_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, gone = tmp_path / "lenh" / "status.md", tmp_path / "lenh" / "gone.md"
    gone.parent.mkdir()
    gone.write_text("# gone\n", encoding="utf-8")
    monkeypatch.setattr(handbook_pages, "pages", lambda: {kept: "# status\n"})
    write(tmp_path)
    assert [path.name for path in gone.parent.iterdir()] == ["status.md"]


def test_every_field_of_every_file_is_explained() -> None:
    text = (FOLDER / "truong-du-lieu.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    asked = {info.alias or name for kind in LAYOUT for name, info in kind.model.model_fields.items()}
    assert issubclass(LAYOUT[0].model, Record)
    assert asked - told == set()
    assert len(told) > 100


def test_every_code_is_explained_with_its_mending_and_stands_in_the_list() -> None:
    listed = re.findall(r"^\| \[`([\w-]+)`\]", (FOLDER / "ma-loi.md").read_text(encoding="utf-8"), re.M)
    assert listed == [code.slug for code in Code]
    text = "\n".join(path.read_text(encoding="utf-8") for path in (FOLDER / "ma-loi").glob("*.md"))
    told = dict(re.findall(r"^## ([\w-]+)\n\n(.*?)(?=^## |^<!--|\Z)", text, re.M | re.DOTALL))
    assert [code.slug for code in Code if told.get(code.slug, "").count("\n\n") < 1] == []


def test_every_page_has_its_place_in_the_table_of_contents() -> None:
    contents = "\n".join(
        (FOLDER / name).read_text(encoding="utf-8") for name in ("index.md", "cac-lenh.md", "ma-loi.md")
    )
    named = {line.removesuffix(".md") for line in contents.splitlines()} | {"index"}
    there = {path.relative_to(FOLDER).as_posix().removesuffix(".md") for path in FOLDER.rglob("*.md")}
    assert there - named == set()
