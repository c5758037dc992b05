"""What officers call the words of a closed list: the words stand in spoken.json.

Must not read a word as one that is merely near another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from parplan.spelling import bare


def spoken(text: str, choices: Iterable[str]) -> str | None:
    """Which word of a closed list an officer's own words stand for, with or without diacritics."""
    said = bare(text)
    return next((choice for choice in choices if said in _spoken().get(choice, ())), None)


def says_nothing(text: str) -> bool:
    """Whether somebody has written that there is nothing: in words for it, or in signs alone."""
    said = bare(text)
    return not said or said in _spoken()["nothing"]


@cache
def _spoken() -> dict[str, frozenset[str]]:
    """The words that officers have for each of ours, and the word itself however it is spelt."""
    table = json.loads(Path(__file__).with_name("spoken.json").read_bytes())
    return {choice: frozenset(map(bare, [choice, *words])) for choice, words in table.items()}
