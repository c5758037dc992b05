"""Tests of parplan.options.parameters: every kind of value has a word on help pages, in every language."""

from __future__ import annotations

import pytest

from parplan.options.parameters import METAVARS
from parplan.words import LANGUAGES, Language, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_word(language: Language) -> None:
    said = words(language)
    assert [kind for kind in METAVARS.values() if f"help.metavar.{kind}" not in said] == []
