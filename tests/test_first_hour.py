"""The first hour, in docs/vi/gio-dau-tien.md, and the officer's README: lines run, commands are known."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from officer_pages import run_page
from parplan.cli import COMMANDS
from running import POINTS, SAMPLE, run_in
from workspaces import REPOSITORY

README = (REPOSITORY / "README.vi.md").read_text("utf-8")


def test_every_line_runs_in_an_empty_folder_and_answers_what_the_page_says(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "vi" / "gio-dau-tien.md").read_text("utf-8")
    assert run_page(page, tmp_path) > 20


def test_every_command_that_the_readme_names_is_there_with_its_options() -> None:
    named = re.findall(r"`parplan ([^`]+)`", README)
    assert len(named) > 10
    assert [one for one in named if not one.startswith(tuple(COMMANDS))] == []


def test_what_the_readme_looks_up_is_found_in_an_example() -> None:
    lines = [one for one in re.findall(r"`parplan ([^`]+)`", README) if one.startswith(("show ", "status "))]
    assert len(lines) == 3
    for line in lines:
        assert 0 in [run_in(folder, *shlex.split(line)).code for folder in (SAMPLE, POINTS)], line
