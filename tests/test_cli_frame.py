"""Help pages, word for word, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import check_golden
from parplan.cli import COMMANDS
from parplan.words import LANGUAGES
from running import run_in

PAGES = ("parplan", *COMMANDS)


def page_of(command: str, language: str, folder: Path, columns: int = 80) -> str:
    argv = ("--help",) if command == "parplan" else (command, "--help")
    ran = run_in(folder, *argv, columns=columns, PARPLAN_LANG=language)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", PAGES)
def test_a_help_page_says_what_it_said(command: str, language: str, tmp_path: Path) -> None:
    check_golden(f"help-{command.replace(' ', '-')}-{language}.txt", page_of(command, language, tmp_path))


def test_a_help_page_leaves_no_word_of_the_parsers_own(tmp_path: Path) -> None:
    foreign = {
        "vi": ["Usage:", "Options:", "Arguments:", "[required]", "[default:", "TEXT", "PATH"],
        "en": ["TEXT"],
    }
    found = {
        (command, word)
        for language in LANGUAGES
        for command in PAGES
        for word in foreign[language]
        if word in page_of(command, language, tmp_path)
    }
    assert found == set()


def test_short_help_is_help(tmp_path: Path) -> None:
    short, long = (
        {command: run_in(tmp_path, command, way).out for command in COMMANDS} for way in ("-h", "--help")
    )
    assert short == long


def test_a_help_page_fits_a_usual_terminal(tmp_path: Path) -> None:
    widest = {command: max(map(len, page_of(command, "vi", tmp_path).splitlines())) for command in PAGES}
    assert {command: width for command, width in widest.items() if width > 80} == {}
