"""The pictures in the README and docs are those that one command draws, and none of them is stale."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from pictures import DRAWN, MADE_FROM, PICTURES, SCREENS, digest, screen
from workspaces import REPOSITORY

MEASURED = "growth.svg"
"""Drawn by ``make bench``, where it is measured."""


def shown(page: Path) -> set[str]:
    return set(re.findall(r"!\[[^\]]+\]\((?:docs/)?pictures/([^)]+)\)", page.read_text(encoding="utf-8")))


def test_every_picture_that_is_shown_is_there_and_is_drawn() -> None:
    pages = (REPOSITORY / "README.md", REPOSITORY / "docs" / "report.md", REPOSITORY / "docs" / "speed.md")
    there = {path.name for path in PICTURES.iterdir()} - {MADE_FROM.name}
    assert set().union(*map(shown, pages)) == {*DRAWN, *SCREENS, MEASURED} == there


def test_pictures_are_small() -> None:
    for name in DRAWN:
        assert (PICTURES / name).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        assert (PICTURES / name).stat().st_size < 250_000


def text_of(svg: str) -> str:
    """What a screen says; how the library draws it is the library's."""
    return unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_says_what_the_command_says_now(name: str) -> None:
    said = text_of((PICTURES / name).read_text(encoding="utf-8"))
    assert "parplan" in said
    assert said == text_of(screen(name)), "make pictures"


@pytest.mark.parametrize("period", sorted({period for period, _ in DRAWN.values()}), ids=" ".join)
def test_pages_are_drawn_from_reports_as_they_are_now(period: tuple[str, ...]) -> None:
    told = dict(line.split()[::-1] for line in MADE_FROM.read_text(encoding="utf-8").splitlines())
    assert set(told) == set(DRAWN)
    assert {told[name] for name, (of, _) in DRAWN.items() if of == period} == {digest(period)}, "make pictures"
