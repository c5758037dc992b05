"""Fixtures for every test.

Must not hold a workspace's content: that is written in workspaces.py and in the tests.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import reading_once
from parplan.reading.load import Loaded, load
from tries import tries
from workspaces import REPOSITORY, Builder, build

if settings.default is settings.get_profile("default"):  # neither CI's nor a mutation run's
    # a machine that others use is no fault of what is tested
    settings.register_profile("busy", tries(100), deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("busy")

os.environ["PARPLAN_NO_CACHE"] = "1"  # nor is what a test ran given to the developer, or the other way round

gc.set_threshold(100_000, 50, 100)
"""What is kept between tests is no rubbish: to look through it every 700 objects takes a fifth of the time."""

reading_once.keep()
if settings.get_current_profile_name() != "mutate":
    reading_once.keep_found()


@pytest.fixture
def w(tmp_path: Path) -> Builder:
    """A smallest valid workspace, to be overridden file by file."""
    return build(tmp_path)


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The data that ship with the program."""
    return load(REPOSITORY)


def pytest_unconfigure() -> None:
    """What is kept goes when the process goes: pytest would look through it five times over."""
    gc.freeze()
