"""The language the program speaks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from parplan.options.language import Spoken, language, say
from parplan.words import LANGUAGES


def test_the_language_is_asked_for_or_of_the_environment_or_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARPLAN_LANG", "en")
    assert (language(None), language("vi")) == ("en", "vi")
    monkeypatch.delenv("PARPLAN_LANG")
    assert (language(None), say(None).language) == ("vi", "vi")


def test_every_catalogue_can_be_asked_for() -> None:
    assert tuple(spoken.value for spoken in Spoken) == LANGUAGES


def test_to_speak_takes_no_model() -> None:
    """Help pages and complaints come before any workspace: they must not wait for the schema."""
    code = "import sys, parplan.options.language, parplan.cli_frame; print('pydantic' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
