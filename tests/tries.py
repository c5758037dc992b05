"""How much is tried: all in CI, where nobody waits; elsewhere a property a third as often, of a kind the lighter.

Must not make an example.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import Final

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

IN_CI: Final = bool(os.environ.get("CI"))
SHARE: Final = 1 if IN_CI else 3
"""Each run draws other examples: three short ones see as much as a long one."""


def tries(most: int) -> settings:
    """A property is tried so often in CI; its examples may be slow to draw, for others use the machine too."""
    return settings(max_examples=max(most // SHARE, 10))


only_in_ci: Final = pytest.mark.skipif(not IN_CI, reason="CI runs it; here a lighter one of its kind does")


def few(every: Iterable[str], here: Collection[str]) -> list[ParameterSet]:
    """All of these in CI; elsewhere those that are named, for the others are of the same kind and take long."""
    return [pytest.param(name, marks=() if name in here else only_in_ci) for name in every]
