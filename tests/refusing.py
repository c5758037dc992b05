"""A refusal, held as a whole: why, with which exit code, and what its sentence is filled with.

Must not run anything itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from parplan.finding import Stop


@contextmanager
def refused(reason: str, exit_code: int = 2, **values: object) -> Iterator[None]:
    """Assert that what is done inside is refused, and how."""
    with pytest.raises(Stop) as told:
        yield
    stop = told.value
    assert (stop.reason, stop.exit_code, stop.values) == (reason, exit_code, values)
