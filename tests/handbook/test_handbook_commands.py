"""The pages of commands in docs/vi/lenh/: every command, every option of it, and examples that run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from shutil import copytree

import pytest

from completion_table import command_line
from handbook.commands import groups
from handbook.drawing import FOLDER
from officer_pages import run_lines
from parplan.cli import COMMANDS
from parplan.completion.candidates import Parameter
from workspaces import REPOSITORY

PAGES = {page.name: page for group in groups() for page in group.commands}
TYPED = command_line()["commands"]


def told(name: str) -> str:
    return (FOLDER / "lenh" / PAGES[name].page).read_text(encoding="utf-8")


def test_every_command_has_a_page_with_an_example_and_a_line_in_the_list() -> None:
    listed = re.findall(r"^\| \[([\w -]+)\]\(lenh/", (FOLDER / "cac-lenh.md").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == sorted(PAGES) == sorted(COMMANDS)
    assert [name for name in PAGES if f"\nparplan {name}" not in told(name)] == []


def names_of(options: Iterable[Parameter]) -> set[str]:
    return {name for option in options for name in option["names"]}


def rows_of(text: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \| \S", text, re.M)


EVERYWHERE = names_of(TYPED[""]["options"])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_is_told_of(name: str) -> None:
    rows = rows_of(told(name))
    own = [option for option in TYPED[name]["options"] if not set(option["names"]) <= EVERYWHERE]
    assert names_of(own) <= {word for row in rows for word in re.split(r"[, ]+", row)}
    assert len(rows) == len(TYPED[name]["arguments"]) + len(own)


def test_the_options_of_every_command_are_told_of_in_the_list() -> None:
    rows = rows_of((FOLDER / "cac-lenh.md").read_text(encoding="utf-8"))
    assert {word for row in rows for word in re.split(r"[, ]+", row)} >= EVERYWHERE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_of_a_page_runs_and_answers_what_it_says(name: str, tmp_path: Path) -> None:
    for within, examples in groupby(PAGES[name].examples, key=lambda example: example.within):
        folder = Path(copytree(REPOSITORY / "examples" / within, tmp_path / within))
        for example in examples:
            for file, text in example.files.items():
                (folder / file).write_text(text, encoding="utf-8")
            run_lines(example.lines, folder)
