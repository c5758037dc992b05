"""Lists in the docs hold what they list: options, refusals by exit code, decisions."""

from __future__ import annotations

import re

from lists import CODES, DECISIONS, exit_codes, pages
from parplan.cli import BUG, FINE, FOUND, INTERRUPTED, USAGE
from parplan.words import words


def test_the_lists_are_as_what_they_list() -> None:
    assert [path.name for path, text in pages().items() if path.read_text(encoding="utf-8") != text] == [], (
        "make docs"
    )


def test_every_exit_code_is_told() -> None:
    told = re.findall(r"^\| (\d+) \|", CODES.read_text(encoding="utf-8"), re.MULTILINE)
    assert told == [str(code) for code in (FINE, FOUND, USAGE, BUG, INTERRUPTED)]


def test_every_refusal_leaves_with_1_or_2_and_has_a_sentence() -> None:
    found = exit_codes()
    assert len(found) > 100
    assert set().union(*found.values()) == {FOUND, USAGE}
    assert {name for name in found if f"stop.{name}" not in words("en")} == set()


def test_a_decision_is_numbered_as_its_file_is() -> None:
    for path in DECISIONS.glob("0*.md"):
        assert path.read_text(encoding="utf-8").startswith(f"# {path.name[:4]} ")
