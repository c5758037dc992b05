"""The words by which documents are understood, and how they are asked: they stand in vocabulary.json.

Must not hold a word itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from parplan.spelling import bare


@cache
def vocabulary() -> dict[str, Any]:
    """All words, as they stand in the file."""
    table: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_bytes())
    return table


def listed(key: str) -> list[str]:
    """The words of a list."""
    words: list[str] = vocabulary()[key]
    return words


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of some words or phrases stands in a text, whole, with or without diacritics."""
    padded = f" {bare(text)} "
    return any(f" {bare(word)} " in padded for word in words)


def begins(text: str, words: Iterable[str]) -> str | None:
    """The longest of some words or phrases that a text begins with."""
    padded = f"{bare(text)} "
    found = (word for word in words if padded.startswith(f"{bare(word)} "))
    return max(found, key=len, default=None)


def is_one_of(text: str, words: Iterable[str]) -> bool:
    """Whether a text is one of some words, and nothing else."""
    said = bare(text)
    return any(said == bare(word) for word in words)


def spelt(word: str) -> str:
    """A pattern for a phrase as it stands in a text, whatever the blanks."""
    return r"\s+".join(re.escape(part) for part in word.split())
