"""Help pages, word for word, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import check_golden
from parplan.cli import COMMANDS
from running import run_in
from test_cli import needs_english

PAGES = ("parplan", *COMMANDS)
LANGUAGES = ("vi", pytest.param("en", marks=needs_english))


def page_of(command: str, language: str, folder: Path, columns: int = 80) -> str:
    argv = ("--help",) if command == "parplan" else (command, "--help")
    ran = run_in(folder, *argv, columns=columns, PARPLAN_LANG=language)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", PAGES)
def test_a_help_page_says_what_it_said(command: str, language: str, tmp_path: Path) -> None:
    check_golden(f"help-{command.replace(' ', '-')}-{language}.txt", page_of(command, language, tmp_path))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", PAGES)
def test_a_help_page_leaves_no_word_of_the_parsers_own(command: str, language: str, tmp_path: Path) -> None:
    page = page_of(command, language, tmp_path)
    foreign = ["Usage:", "Options:", "Arguments:", "[required]", "[default:", "TEXT", "PATH"]
    if language == "vi":
        assert [word for word in foreign if word in page] == []
    assert "TEXT" not in page


@pytest.mark.parametrize("command", COMMANDS)
def test_short_help_is_help(command: str, tmp_path: Path) -> None:
    assert run_in(tmp_path, command, "-h").out == run_in(tmp_path, command, "--help").out


@pytest.mark.parametrize("command", PAGES)
def test_a_help_page_fits_a_usual_terminal(command: str, tmp_path: Path) -> None:
    assert max(map(len, page_of(command, "vi", tmp_path).splitlines())) <= 80
