"""The language the program speaks: asked for on the command line, else that of the environment, else Vietnamese.

Must not import the model: help pages and complaints are wanted before any workspace is.
"""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

from parplan.options.parameters import Option
from parplan.words import LANGUAGES, Language, Words, words


class Spoken(StrEnum):
    """The languages that ``--lang`` takes."""

    vi = "vi"
    en = "en"


Lang = Annotated[Spoken | None, Option("--lang")]


def language(asked: str | None) -> Language:
    """The language asked for, else that of the environment, else Vietnamese."""
    wanted = asked or os.environ.get("PARPLAN_LANG", "")
    return next((known for known in LANGUAGES if known == wanted), LANGUAGES[0])


def say(asked: str | None) -> Words:
    """The catalogue of the language asked for."""
    return words(language(asked))
