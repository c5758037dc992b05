"""Tests of parplan.cli_help: pages out of a table say what the parser knows, whichever way they are asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest import mock

import pytest

import help_table
from parplan.cli import COMMANDS
from parplan.cli_help import page, pages
from running import run_in


def test_the_table_is_what_parser_and_catalogues_say() -> None:
    assert help_table.TARGET.read_bytes().decode() == help_table.text(), "make docs"


@pytest.mark.parametrize("asked", [["status"], ["forms", "export"], ["show"], []], ids=" ".join)
def test_a_page_is_the_same_by_way_of_the_parser(asked: list[str], tmp_path: Path) -> None:
    through = run_in(tmp_path, *asked, "--lang", "en", "--help")
    assert through == run_in(tmp_path, *asked, "--help", PARPLAN_LANG="en")
    assert through.out.startswith("Example:\n  parplan ")


@pytest.mark.parametrize("asked", [["status", "--help"], ["help", "import", "plan"], ["help"], ["-h"], []])
def test_a_page_alone_asks_no_parser(asked: list[str], tmp_path: Path) -> None:
    with mock.patch.dict(sys.modules, {"parplan.cli_frame": None}):
        assert run_in(tmp_path, *asked).out


@pytest.mark.parametrize("columns", [20, 60, 80, 200])
def test_lines_fit_and_stay_readable(columns: int) -> None:
    lines = [
        line for name in COMMANDS for line in page(name, "vi", columns).splitlines()[2:]
    ]  # behind the example
    longest = max(map(len, lines))
    assert longest <= max(50, min(columns - 2, 78))


def test_every_page_is_there_in_every_language() -> None:
    assert {tuple(known) for known in pages()["pages"].values()} == {("", *COMMANDS)}
