"""docs/json.md and docs/json/ are what tools/json_pages.py makes; no command is missing there."""

from __future__ import annotations

import re

from json_pages import PAGE, pages
from parplan.commands.schema import Answering


def test_the_pages_are_as_the_program_is() -> None:
    made = pages()
    assert [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text] == [], (
        "make docs"
    )
    assert set(PAGE.with_suffix("").iterdir()) == set(made) - {PAGE}


def test_every_command_has_a_section_with_a_line_to_try() -> None:
    text = PAGE.read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## )", text, re.MULTILINE | re.DOTALL))
    assert list(sections) == list(Answering)
    assert [name for name in Answering if f"parplan {name.value} " not in sections[name]] == []


def test_every_part_that_is_named_is_told_of() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= set(re.findall(r"^### (\w+)$", text, re.MULTILINE))
