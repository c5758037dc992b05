"""Codes whose smallest mistakes lie in their folders: each is raised there, and nowhere in the sound workspace."""

from __future__ import annotations

from importlib.resources import files

import pytest

from parplan.finding import Code


@pytest.mark.parametrize("code", [Code.RULE_CONTRADICTS_WORDS, Code.CALENDAR_YEAR_MISSING, Code.THOUSANDS_DOT])
def test_a_mistake_of_that_code_is_kept_beside_what_is_said_of_it(code: Code) -> None:
    folder = files("parplan") / "errors" / code.slug
    assert (folder / "mistake").is_dir()
    assert code.slug in (folder / "vi.txt").read_text(encoding="utf-8")
