"""Tests of parplan.commands: a command asked for by its name alone does what it does by way of the parser."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from parplan.cli import COMMANDS
from parplan.cli_frame import build
from parplan.commands import function_of, takes_nothing
from parplan.words import words
from running import run_in

ALONE = [name for name, place in COMMANDS.items() if takes_nothing(function_of(place))]


@pytest.mark.parametrize("name", ALONE)
def test_the_parser_makes_of_no_words_what_the_function_takes_without_any(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    function, seen = function_of(COMMANDS[name]), dict[str, Any]()
    monkeypatch.setattr(
        "parplan.cli_frame.function_of", lambda _: wraps(function)(lambda **given: seen.update(given))
    )
    build([name], COMMANDS, words("vi"))([name], prog_name="parplan", standalone_mode=False)
    defaults = function.__defaults__ or ()
    assert seen == dict(zip(function.__code__.co_varnames, defaults, strict=False))


def test_what_needs_a_word_is_not_asked_for_alone(tmp_path: Path) -> None:
    assert {"status", "validate", "guide"} <= set(ALONE)
    assert {"show", "set", "rename"} & set(ALONE) == set()
    assert run_in(tmp_path, "show").code == 2
