"""Pages of docs/vi/ that follow from the program are as it is now, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook_pages import FOLDER, pages
from parplan.model.record import Record
from parplan.model.workspace import LAYOUT

PAGES = sorted(FOLDER.glob("*.md"))
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")


def test_the_pages_are_as_the_program_is() -> None:
    stale = [path.name for path, text in pages().items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "make docs"


def test_every_field_of_every_file_is_explained() -> None:
    text = (FOLDER / "truong-du-lieu.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    asked = {info.alias or name for kind in LAYOUT for name, info in kind.model.model_fields.items()}
    assert issubclass(LAYOUT[0].model, Record)
    assert asked - told == set()
    assert len(told) > 100


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    anchors = {
        re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in re.findall(r"^#+ (.+)$", text, re.M)
    }
    for file, anchor in LINK.findall(text):
        if "://" not in file:
            assert not file or (page.parent / file).exists(), file
            assert file or anchor in anchors, anchor
