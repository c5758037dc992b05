"""Tests of parplan.checks as a whole."""

from __future__ import annotations

import importlib
import pkgutil

import parplan.checks
from parplan.checks import CHECKS


def test_every_check_that_is_written_is_run() -> None:
    written = {
        getattr(module, name)
        for info in pkgutil.walk_packages(parplan.checks.__path__, "parplan.checks.")
        for module in [importlib.import_module(info.name)]
        for name in vars(module)
        if name.startswith("check_")
    }
    assert written == set(CHECKS)
    assert len(CHECKS) == len(set(CHECKS))
