"""Fixtures for every test.

Must not hold a workspace's content: that is written in workspaces.py and in the tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from parplan.reading.load import Loaded, load
from workspaces import REPOSITORY, Builder, build


@pytest.fixture
def w(tmp_path: Path) -> Builder:
    """A smallest valid workspace, to be overridden file by file."""
    return build(tmp_path)


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The data that ship with the program."""
    return load(REPOSITORY)
