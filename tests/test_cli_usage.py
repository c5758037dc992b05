"""Tests of parplan.cli_usage: which word is the command, and what an option takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from parplan.cli_usage import command_typed, position_of_command
from running import run_in


@pytest.mark.parametrize(
    ("line", "command", "position"),
    [
        ("status --month 9", "status", 0),
        ("--lang en status", "status", 2),
        ("--root data report", "report", 2),
        ("--version", None, None),
        ("", None, None),
    ],
)
def test_the_command_is_the_first_word_of_its_own(line: str, command: str | None, position: int | None) -> None:
    assert (command_typed(line.split()), position_of_command(line.split())) == (command, position)


def test_a_word_that_is_nearly_a_command_is_told_which(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "statsu")
    assert ran.code == 2
    assert "statsu" in ran.err
    assert "status" in ran.err


def test_an_option_of_a_command_before_its_name_is_told_where_it_belongs(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "--month", "9", "report")
    assert (ran.code, "--month" in ran.err) == (2, True)
