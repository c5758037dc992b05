"""docs/architecture.md and docs/map.md are what tools/house_map.py makes, and what they name is there."""

from __future__ import annotations

import re

import pytest

from house_map import MODULES, ORDER, ROOMS, pages
from own_source import PACKAGE
from page_files import REPOSITORY

ROOTS = ("src", "tests", "templates", "tools", "docs", *filter(None, ORDER))
PLACES = re.compile(rf"`((?:{'|'.join(ROOTS)})/[a-z0-9_./-]*)`")
"""Paths in prose: from the top of the repository, or from the package."""


def test_the_maps_are_as_the_docstrings_are() -> None:
    assert [path.name for path, text in pages().items() if path.read_text(encoding="utf-8") != text] == [], (
        "make docs"
    )


def test_every_room_is_on_the_map() -> None:
    rooms = {path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("__init__.py")} - {"."}
    assert {f"| `{room}/` |" for room in rooms} <= {line[: line.index("|", 1) + 1] for line in _table()}
    listed = set(re.findall(r"^- `(\w+\.py)`", MODULES.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == {path.name for path in PACKAGE.rglob("*.py")} - {"__init__.py"}


def _table() -> list[str]:
    return [line for line in ROOMS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_a_place_that_is_named_is_there(page: str) -> None:
    named = {found[1] for found in PLACES.finditer((REPOSITORY / page).read_text(encoding="utf-8"))}
    assert len(named) > 10
    missing = {name for name in named if not any((root / name).exists() for root in (REPOSITORY, PACKAGE))}
    assert missing == set()
