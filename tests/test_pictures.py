"""The pictures in the README and docs are those that one command draws."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from workspaces import REPOSITORY

PICTURES = REPOSITORY / "docs" / "pictures"


def drawn() -> set[str]:
    """What tools/pictures.py draws."""
    spec = spec_from_file_location("pictures", REPOSITORY / "tools" / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return set(module.DRAWN)


def shown(page: Path) -> set[str]:
    return set(re.findall(r"!\[[^\]]+\]\((?:docs/)?pictures/([^)]+)\)", page.read_text(encoding="utf-8")))


def test_every_picture_that_is_shown_is_there_and_is_drawn() -> None:
    pages = (REPOSITORY / "README.md", REPOSITORY / "docs" / "report.md")
    assert set().union(*map(shown, pages)) == drawn() == {path.name for path in PICTURES.iterdir()}


def test_pictures_are_small() -> None:
    for path in PICTURES.iterdir():
        assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        assert path.stat().st_size < 250_000
